/** Writes the entries that fit a filter as CSV or as lines of JSON; that this was done is an entry itself, written before the first line leaves. */
import { stringify } from 'csv-stringify/sync';
import type { Database, Queryable } from '#platform/database/database.ts';
import type { Actor } from './actor.ts';
import { appendAudit } from './appendAudit.ts';
import type { AuditEntry, AuditFilter } from './contract.ts';
import { entriesOf } from './queries.ts';
import { watermark } from './watermark.ts';

export type ExportFormat = 'csv' | 'jsonl';

const columns = [
  ['id', '记录号'],
  ['at', '时间'],
  ['account', '账号'],
  ['name', '操作人'],
  ['via', '途径'],
  ['address', '网络地址'],
  ['requestId', '请求编号'],
  ['verb', '操作'],
  ['objectKind', '对象类型'],
  ['objectKey', '对象编号'],
  ['settlement', '安置点'],
  ['purpose', '事由'],
  ['before', '之前'],
  ['after', '之后'],
  ['seq', '链序号'],
  ['hash', '哈希'],
] as const satisfies readonly (readonly [keyof AuditEntry, string])[];

/** Tells the log, then answers the text piece by piece: a piece an entry, and the last one a watermark. */
export async function exportAudit(
  database: Database,
  actor: Actor,
  filter: AuditFilter,
  format: ExportFormat,
  now: Date,
): Promise<AsyncGenerator<string>> {
  await appendAudit(database, actor, { verb: 'audit.export', object: { kind: 'audit' }, after: { format, filter } });
  const mark = watermark(actor, now);
  return format === 'csv' ? csvOf(database, filter, mark) : linesOf(database, filter, mark);
}

async function* linesOf(database: Queryable, filter: AuditFilter, mark: string): AsyncGenerator<string> {
  for await (const entry of entriesOf(database, filter)) yield `${JSON.stringify(entry)}\n`;
  yield `${JSON.stringify({ watermark: mark })}\n`;
}

/** With a byte order mark, for spreadsheets. */
async function* csvOf(database: Queryable, filter: AuditFilter, mark: string): AsyncGenerator<string> {
  yield `\uFEFF${stringify([columns.map(([, zh]) => zh)], { record_delimiter: '\r\n' })}`;
  for await (const entry of entriesOf(database, filter))
    yield stringify([columns.map(([name]) => cellOf(entry[name]))], { record_delimiter: '\r\n' });
  // A line that programs pass over as a comment, as wide as the others for those that do not.
  yield stringify([[`# ${mark}`, ...columns.slice(1).map(() => '')]], { record_delimiter: '\r\n' });
}

/** A cell that begins like a formula gets an apostrophe before it. */
function cellOf(value: unknown): string {
  if (value === null) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
