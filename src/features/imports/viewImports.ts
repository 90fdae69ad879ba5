/** Shows imports: the list, one import with its problems, and the rows that wait. */
import { registers } from '#catalog/catalog.ts';
import { looksLikeIdNumber } from '#catalog/kinds/identityNumber.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { SeenSubject } from '#derive/decideShown.ts';
import { identityNumberDomain } from '#derive/indexDomains.ts';
import type { Scope, ScopedDatabase } from '#features/areas/scope.ts';
import { keepersOf, seenInAll, type Sight } from '#features/people/sight.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import { type AnjuProblem, defineProblems } from '#platform/problems/problem.ts';
import type { ImportFile, ImportPage, ImportRow } from './contract.ts';
import type { AsidePage } from './rowContract.ts';
import { findImport, type ImportRecord, pageOfAsideRows, pageOfImports, problemsOfImport } from './queries.ts';
import { withoutValues } from './writeProblems.ts';

const problems = defineProblems('imports', {
  'not-found': { kind: 'not-found', zh: '没有这次导入，或者它不在您的辖区内。', en: 'There is no such import, or it lies outside your area.' },
  'reaches-beyond': {
    kind: 'not-allowed',
    zh: '这次导入涉及您辖区以外的安置点，请由上级办理。',
    en: 'This import reaches beyond your area: it has to be done at a higher level.',
  },
  'other-department': {
    kind: 'not-allowed',
    zh: '“{register}”由{departments}管理，这次导入由其办理；您只能查看。',
    en: '“{registerEn}” is kept by {departments}: this import is theirs to deal with, yours to look at.',
  },
});

const problemsShown = 500;

/** How a register is called; one of an earlier release by its name. */
const registerTitle = (name: string): ImportRow['registerName'] => {
  const { zh, en } = registers[name as RegisterName] ?? { zh: name, en: name };
  return { zh, en };
};

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

/** Why a caller may only look at an import: its register is kept by other departments, or it reaches beyond their area. */
function whyOnlySeen(database: ScopedDatabase, { register: name, settlements }: ImportRecord): AnjuProblem | null {
  const register = registers[name as RegisterName];
  const isWithin = (scope: Pick<Scope, 'everything' | 'settlements'> | undefined): boolean =>
    scope?.everything === true || (settlements.length > 0 && settlements.every((code) => scope?.settlements.includes(code)));
  const part = database.forRegister(register)?.scope;
  if (isWithin(part)) return null;
  if (part !== undefined && !isWithin(database.scope)) return problems['reaches-beyond']();
  return problems['other-department']({ register: register.zh, registerEn: register.en, departments: register.departments.join('、') });
}

/** One import with the first of its problems, as somebody reads it who brings rows under this name; throws `imports.not-found` outside the scope. */
export async function getImport(database: ScopedDatabase, id: number, sight: Sight, statedBy: string): Promise<ImportFile> {
  const record = await findImport(database, id);
  if (!record) throw problems['not-found']();
  const { total, rows } = await problemsOfImport(database, id, problemsShown);
  const reader = readerOfImport(sight, record);
  const [isOwn, onlySeen] = [record.stated_by === statedBy, whyOnlySeen(database, record)];
  return {
    ...rowOf(database, record),
    isOwn,
    onlySeen: onlySeen && { zh: onlySeen.zh, en: onlySeen.en },
    problemTotal: total,
    hasMarkedFile: total > 0 && record.file_name !== null && onlySeen === null && (isOwn || seesWhole(reader)),
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

/** Whether somebody may read every cell of an import: the marked workbook holds them all. */
export const seesWhole = ({ seesHealth, seesMinors }: SeenSubject): boolean => seesHealth && seesMinors;

/** One import that is the caller's to change; one of another department, or that reaches beyond their area, is refused. */
export async function getOwnImport(database: ScopedDatabase, id: number): Promise<ImportRow> {
  const record = await findImport(database, id);
  if (!record) throw problems['not-found']();
  const onlySeen = whyOnlySeen(database, record);
  if (onlySeen) throw onlySeen;
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
      waitsFor: row.waits_for === null ? null : registerTitle(row.waits_for),
      since: row.put_aside_at,
      reason: row.code ?? '',
      zh: row.said_zh ?? '',
      en: row.said_en ?? '',
    })),
  };
}
