/** The keys of one import, the same from its first row to its last, also while keys are being changed: what it is about to look up is given the new index first. */
import type { Keys } from '#platform/crypto/keys.ts';
import { problems as keyProblems } from '#platform/crypto/problems.ts';
import type { Transaction } from '#platform/database/database.ts';
import { findHeldKeys, holdKeys, newestOf } from '#platform/database/heldKeys.ts';
import { type Renewal, renewForms } from '#platform/rotation/renewForms.ts';
import { sealedData } from '../sealedData.ts';

/** The keys changed after rows were staged with the ones before: the import begins again. */
class KeysChanged extends Error {
  constructor(readonly version: string) {
    super(`the keys changed to version ${version} while rows were staged`);
  }
}

/** The keys with which rows are staged. */
export interface StagedKeys {
  readonly keys: Keys;
  /** Makes the stored rows comparable with the staged ones; called once the import has its turn. Throws `KeysChanged`. */
  settle(tx: Transaction): Promise<void>;
}

const atOnce = 20_000;

/** Takes the newest keys. While values of older versions are stored, the older forms of each index are noted beside the new one. */
export async function takeKeys(tx: Transaction, live: Keys): Promise<StagedKeys> {
  const keys = live.newest();
  const held = (await findHeldKeys(tx)) ?? {};
  const known = new Set([...Object.keys(held), String(keys.version)]);
  const older = Object.keys(held)
    .map(Number)
    .filter((version) => version !== keys.version);
  const noted = new Map<string, Map<string, Renewal>>();
  return {
    keys: older.length === 0 ? keys : noting(keys, older, noted),
    settle: async (turn) => {
      const now = (await findHeldKeys(turn)) ?? {};
      const unknown = Object.keys(now).find((version) => !known.has(version));
      if (unknown !== undefined) throw new KeysChanged(unknown);
      if (now[keys.version] === undefined) await holdKeys(turn, { ...now, ...newestOf(keys) });
      for (const [domain, renewals] of noted) {
        const all = [...renewals.values()];
        for (let at = 0; at < all.length; at += atOnce) await renewForms(turn, keys, sealedData.columns, domain, all.slice(at, at + atOnce));
      }
    },
  };
}

/** Runs an import again when the keys changed under it. */
export async function withSteadyKeys<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof KeysChanged)) throw error;
      if (tries === 3) throw keyProblems['keys-behind']({ version: error.version }, { cause: error });
    }
  }
}

function noting(keys: Keys, older: readonly number[], noted: Map<string, Map<string, Renewal>>): Keys {
  // In this thread, since a thread of its own would not tell what it indexed.
  const { openThread: _, ...here } = keys;
  return {
    ...here,
    blindIndex: (domain, value) => {
      const fresh = keys.blindIndex(domain, value);
      const ofDomain = noted.get(domain) ?? new Map<string, Renewal>();
      noted.set(domain, ofDomain);
      for (const version of older) {
        const old = keys.blindIndexOf(version, domain, value);
        ofDomain.set(old.toString('latin1'), { old, fresh });
      }
      return fresh;
    },
  };
}
