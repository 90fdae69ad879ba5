/** Compares what the migrations make with what is declared, in an empty database that stays empty, and proposes the file that is missing. */
import type { Database } from '../database/database.ts';
import { makeOwnTables, readMigrations } from '../database/migrate.ts';
import { AnjuProblem } from '../problems/problem.ts';
import { handMark } from './alterColumn.ts';
import { unequalNames } from './differences.ts';
import { readKept } from './leave.ts';
import type { Structure } from './piece.ts';
import { problems } from './problems.ts';
import { propose, type Proposal, type ProposalOptions } from './proposal.ts';
import { readStructure } from './readStructure.ts';

/** The structure as it is declared. */
export interface Declaration {
  /** SQL that makes it in an empty database. */
  readonly sql: string;
  readonly makeRole: ProposalOptions['makeRole'];
}

/** Where structures are made to be looked at: all of it is rolled back. */
export interface MigrationPlace {
  readonly empty: Database;
  /** The folder of the migrations. */
  readonly folder: string;
}

/** What differs between the migrations and the declaration, one name a line: `+` is missing, `≠` is otherwise, `-` is too much, `?` is a step that nobody has written. */
export async function missingInMigrations({ empty, folder }: MigrationPlace, declaration: Declaration): Promise<string[]> {
  const texts = readMigrations(folder).map(({ text }) => text);
  const differing = unequalNames(await structureAfter(empty, texts), await declaredIn(empty, declaration), readKept(texts));
  return [...differing, ...unwrittenSteps(folder).map((line) => `? ${line}`)];
}

/** The lines of the files that wait for a person. */
export function unwrittenSteps(folder: string): string[] {
  return readMigrations(folder).flatMap(({ text }) => text.split('\n').filter((line) => line.startsWith(handMark)));
}

/** Proposes the steps, and has tried that they lead to what is declared. */
export async function proposeMigration(
  { empty, folder, ...asked }: MigrationPlace & Pick<ProposalOptions, 'drop' | 'fills'>,
  declaration: Declaration,
): Promise<Proposal> {
  const texts = readMigrations(folder).map(({ text }) => text);
  const kept = readKept(texts);
  const wanted = await declaredIn(empty, declaration);
  const proposal = propose(await structureAfter(empty, texts), wanted, { ...asked, kept, makeRole: declaration.makeRole });
  const reached = await structureAfter(empty, [...texts, proposal.lines.join('\n')]).catch((cause: unknown) => {
    throw problems.refused({ reason: (cause as Error).message }, { cause });
  });
  const unequal = unequalNames(reached, wanted, new Set([...kept, ...proposal.keeps]));
  if (unequal.length > 0) throw problems.unequal({ names: unequal.join(', ') });
  return proposal;
}

const declaredIn = (empty: Database, { sql }: Declaration): Promise<Structure> =>
  structureAfter(empty, [sql]).catch((cause: unknown) => {
    if (cause instanceof AnjuProblem) throw cause;
    throw problems.undeclarable({ reason: (cause as Error).message }, { cause });
  });

/** The structure that some SQL makes, beside the tables that stand before any migration. */
async function structureAfter(empty: Database, texts: readonly string[]): Promise<Structure> {
  const tried = new Error('tried, and rolled back');
  let structure: Structure = new Map();
  const attempt = empty.transaction(async (tx) => {
    await makeOwnTables(tx);
    for (const text of texts) await tx.raw(text);
    structure = await readStructure(tx);
    throw tried;
  });
  await attempt.catch((error: unknown) => {
    if (error !== tried) throw error;
  });
  return structure;
}
