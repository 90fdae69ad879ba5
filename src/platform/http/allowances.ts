/** How many requests a caller may send: a store of them for each kind of request, used up by a rush and filled again little by little. Kept in the memory of the one process that serves. */
import { defineProblems } from '../problems/problem.ts';

const problems = defineProblems('settings', {
  limits: {
    kind: 'invalid',
    zh: 'ANJU_LIMITS 中的“{part}”不对：应为 名称=每分钟/一次最多，名称为 {names}。',
    en: '"{part}" in ANJU_LIMITS is not right: it must be name=a-minute/at-once, the names are {names}.',
  },
});

/** So many a minute, in the long run, and so many at once. */
export interface Allowance {
  readonly aMinute: number;
  readonly atOnce: number;
}

/**
 * What is allowed. By session or token: `read`, `write`, `export`, `upload`; by address: `stranger`, whoever has no session, `sign-in`, attempts to get one or to open a receipt, and `appeal`, what
 * residents tell without an account: twenty at once from a place, and one more every ten minutes.
 * Reading allows a long rush, since many screens may share a token; it stops what runs for ever.
 */
export const allowances = {
  read: { aMinute: 3_000, atOnce: 60_000 },
  write: { aMinute: 300, atOnce: 900 },
  export: { aMinute: 20, atOnce: 30 },
  upload: { aMinute: 30, atOnce: 90 },
  stranger: { aMinute: 300, atOnce: 1_200 },
  'sign-in': { aMinute: 30, atOnce: 60 },
  appeal: { aMinute: 0.1, atOnce: 20 },
} as const satisfies Readonly<Record<string, Allowance>>;

export type AllowanceName = keyof typeof allowances;
export type Allowances = Readonly<Record<AllowanceName, Allowance>>;

/** Reads `read=6000/120000,export=5/5`. */
export function readAllowances(text: string): Partial<Allowances> {
  const parts = text.split(',').map((part) => part.trim());
  return Object.fromEntries(
    parts.filter(Boolean).map((part) => {
      const [, name = '', aMinute, atOnce] = /^([a-z-]+)=(\d+)\/(\d+)$/.exec(part) ?? [];
      if (!Object.hasOwn(allowances, name) || !Number(aMinute) || !Number(atOnce))
        throw problems.limits({ part, names: Object.keys(allowances).join(', ') });
      return [name, { aMinute: Number(aMinute), atOnce: Number(atOnce) }];
    }),
  );
}

/** What is left of the allowances of everybody who asks. */
export interface Counter {
  /** Uses one up; answers 0, or the seconds until there is one again. */
  take(name: AllowanceName, key: string): number;
  /** Whether nothing is left, without using anything up. */
  isUsedUp(name: AllowanceName, key: string): boolean;
}

interface Store {
  left: number;
  at: number;
}

/** Callers of whom something is remembered; beyond that those are forgotten who have been quiet for longest. */
const remembered = 20_000;

/** Starts with everybody's stores full. */
export function startCounter(changed: Partial<Allowances> = {}, now: () => number = () => performance.now()): Counter {
  const all: Allowances = { ...allowances, ...changed };
  const stores = new Map<string, Store>();
  const look = (name: AllowanceName, key: string): Store => {
    const { aMinute, atOnce } = all[name];
    const store = stores.get(`${name} ${key}`);
    const at = now();
    return { left: store === undefined ? atOnce : Math.min(atOnce, store.left + ((at - store.at) * aMinute) / 60_000), at };
  };
  return {
    take(name, key) {
      const store = look(name, key);
      const wait = store.left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - store.left) * 60) / all[name].aMinute));
      if (wait === 0) store.left -= 1;
      // Set anew, so that the map keeps those who asked last at its end.
      stores.delete(`${name} ${key}`);
      stores.set(`${name} ${key}`, store);
      if (stores.size > remembered) stores.delete(stores.keys().next().value ?? '');
      return wait;
    },
    isUsedUp: (name, key) => look(name, key).left < 1,
  };
}
