/** Shows imports: the list, one import with its problems, and the rows that wait. */
import { registers } from '#catalog/catalog.ts';
import { looksLikeIdNumber } from '#catalog/kinds/identityNumber.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { SeenSubject } from '#derive/decideShown.ts';
import { identityNumberDomain } from '#derive/indexDomains.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { keepersOf, seenInAll, type Sight } from '#features/people/sight.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import { defineProblems } from '#platform/problems/problem.ts';
import type { ImportFile, ImportPage, ImportRow } from './contract.ts';
import type { AsidePage } from './rowContract.ts';
import { findImport, type ImportRecord, pageOfAsideRows, pageOfImports, problemsOfImport } from './queries.ts';
import { withoutValues } from './writeProblems.ts';

const problems = defineProblems('imports', {
  'not-found': { kind: 'not-found', zh: '没有这次导入,或者它不在您的辖区内。', en: 'There is no such import, or it lies outside your area.' },
  'reaches-beyond': {
    kind: 'not-allowed',
    zh: '这次导入涉及您辖区以外的安置点，请由上级办理。',
    en: 'This import reaches beyond your area: it has to be done at a higher level.',
  },
});

const problemsShown = 500;

const registerTitle = (name: string): string => registers[name as RegisterName]?.zh ?? name;

/** The settlements of an import are told as far as the reader sees them. */
function rowOf({ touched }: ScopedDatabase, record: ImportRecord): ImportRow {
  return {
    id: record.import_id,
    register: record.register,
    registerName: registerTitle(record.register),
    state: record.state,
    file: record.file_name,
    dataDate: record.data_date,
    mode: record.mode,
    settlements: record.settlements.filter((code) => touched.includes(code)),
    rows: record.rows,
    added: record.added,
    changed: record.changed,
    unchanged: record.unchanged,
    refused: record.refused,
    aside: record.aside,
    missing: record.missing,
    marked: record.marked,
    by: record.stated_by,
    at: record.stored_at,
    undoneAt: record.undone_at,
    problem: record.problem && { code: record.problem.code, zh: record.problem.zh, en: record.problem.en },
  };
}

/** A page of imports, the newest first. */
export async function listImports(database: ScopedDatabase, filter: Parameters<typeof pageOfImports>[1]): Promise<ImportPage> {
  const { total, rows } = await pageOfImports(database, filter);
  return { total, rows: rows.map((record) => rowOf(database, record)) };
}

/** What a caller may see of people in the rows of an import. */
export const readerOfImport = (sight: Sight, { register, settlements }: Pick<ImportRow, 'register' | 'settlements'>): SeenSubject =>
  seenInAll(sight, settlements, keepersOf(registers[register as RegisterName]));

/** One import with the first of its problems; throws `imports.not-found` outside the scope. */
export async function getImport(database: ScopedDatabase, id: number, sight: Sight): Promise<ImportFile> {
  const record = await findImport(database, id);
  if (!record) throw problems['not-found']();
  const { total, rows } = await problemsOfImport(database, id, problemsShown);
  const reader = readerOfImport(sight, record);
  return {
    ...rowOf(database, record),
    problemTotal: total,
    hasMarkedFile: total > 0 && record.file_name !== null,
    upload: record.sha256,
    unread: (record.headers ?? []).flatMap(({ unknown }) => unknown),
    problems: rows
      .map((row) => withoutValues(registers[record.register as RegisterName], { ...row, zh: row.said_zh, en: row.said_en }, reader))
      .map(({ effect, sheet, line, column_letter: column, header, needs, code, zh, en }) => ({
        effect,
        sheet,
        line,
        column,
        header,
        needs,
        code,
        zh,
        en,
      })),
  };
}

/** One import all of which lies in the caller's area, to be changed; one that reaches beyond it is refused. */
export async function getOwnImport(database: ScopedDatabase, id: number): Promise<ImportRow> {
  const record = await findImport(database, id);
  if (!record) throw problems['not-found']();
  const whole = database.forRegister(registers[record.register as RegisterName])?.scope;
  const isOwn =
    whole?.everything === true || (record.settlements.length > 0 && record.settlements.every((code) => whole?.settlements.includes(code)));
  if (!isOwn) throw problems['reaches-beyond']();
  return rowOf(database, record);
}

/** A page of rows that wait to be matched. */
export async function listAsideRows(database: ScopedDatabase, keys: Keys, filter: Parameters<typeof pageOfAsideRows>[1]): Promise<AsidePage> {
  const text = filter.text?.trim();
  const numberIndexes = text && looksLikeIdNumber(text) ? keys.blindIndexes(identityNumberDomain, text) : undefined;
  const { total, rows, groups } = await pageOfAsideRows(database, { ...filter, text, ...(numberIndexes && { numberIndexes }) });
  return {
    total,
    groups: groups.map((group) => ({ ...group, registerName: registerTitle(group.register) })),
    rows: rows.map((row) => ({
      import: row.import_id,
      register: row.register,
      registerName: registerTitle(row.register),
      file: row.file_name,
      sheet: row.sheet,
      line: row.line,
      waitsFor: row.waits_for && registerTitle(row.waits_for),
      since: row.put_aside_at,
      reason: row.code ?? '',
      zh: row.said_zh ?? '',
      en: row.said_en ?? '',
    })),
  };
}
