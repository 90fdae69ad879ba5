/** Writes a proposed migration as the next file of its folder. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '../database/migrate.ts';
import { problems } from './problems.ts';
import type { Proposal } from './proposal.ts';

/** What a file is called, and why there is one. */
export interface MigrationTitle {
  /** Lower-case letters, digits and hyphens. */
  readonly name: string;
  /** One sentence; without it the name is read as one. */
  readonly why?: string | undefined;
}

/** Refuses a name that does not do for a file. */
export function checkName({ name }: MigrationTitle): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) throw problems['name-wrong']({ name });
}

/** Writes the file; answers its name. */
export function writeMigration(folder: string, title: MigrationTitle, { lines }: Proposal): string {
  const numbers = readMigrations(folder).map(({ name }) => Number.parseInt(name, 10));
  const file = `${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}-${title.name}.sql`;
  const why = title.why ?? title.name.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
  const opening = `-- ${why.replaceAll(/\s+/g, ' ').trim()}${/[.。!！?？]$/.test(why.trim()) ? '' : '.'}\n-- Proposed by \`./anju migration\` from what is declared. Once a house has applied it, it does not change any more.\n`;
  writeFileSync(join(folder, file), `${opening}\n${lines.join('\n')}\n`);
  return file;
}
