/** Shows how the columns of an uploaded file are read, so that a person can say what the unknown ones mean. */
import { registers } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import { decideShown } from '#derive/decideShown.ts';
import { maskName, maskNumbersIn, maskValue } from '#derive/mask.ts';
import { type FoundHeader, findHeader } from '#platform/files/findHeader.ts';
import { openSheets } from '#platform/files/openSheets.ts';
import type { HeaderArea, Sheet } from '#platform/files/sheets.ts';
import sql from 'sql-template-tag';
import type { ColumnSurvey } from './columnContract.ts';
import { missingFields, namesIn } from './findTables.ts';
import { readMapping, recogniseRemembered, wordsOf } from './headerMappings.ts';
import { isImported, type Meaning } from './headers.ts';
import type { ImportHouse } from './importHouse.ts';
import { claimOf, type Decisions, formOf, type ReadColumn, readColumns } from './mapColumns.ts';
import { importProblems } from './problems.ts';
import { bestFits, findHeaderOf, getImportedRegister, importedRegisters } from './recogniseRegister.ts';
import { suggestField } from './suggestField.ts';
import { openUpload } from './uploads.ts';

/** Which sheet is asked for, and the register that a person chose for it. */
export interface SurveyOrder {
  readonly sheet?: number | undefined;
  readonly register?: string | undefined;
}

interface SheetSurvey {
  readonly sheet: Sheet;
  readonly register: Register | undefined;
  readonly alike: readonly Register[];
  readonly header: FoundHeader | undefined;
  readonly area: HeaderArea;
  readonly read: readonly ReadColumn[];
}

const samplesShown = 3;

/** The columns of one sheet of an upload, and which of its sheets still have columns to decide about. Throws `imports.upload-gone`. */
export async function surveyColumns(house: ImportHouse, upload: string, order: SurveyOrder): Promise<ColumnSurvey> {
  const record = await house.database.maybe<{ file_name: string }>(sql`select file_name from upload where sha256 = ${upload}`);
  if (!record) throw importProblems['upload-gone']();
  const file = await openSheets(await openUpload(house.dataFolder, house.keys, upload));
  try {
    const surveys: SheetSurvey[] = [];
    for (const sheet of file.sheets.filter(({ hidden }) => !hidden)) {
      const register = order.register !== undefined && (order.sheet ?? sheet.index) === sheet.index ? getImportedRegister(order.register) : undefined;
      surveys.push(await surveySheet(house, sheet, record.file_name, register));
    }
    const filled = surveys.filter(({ area }) => area.rows.length > 0);
    const shown = filled.find(({ sheet }) => sheet.index === order.sheet) ?? filled.find((one) => openColumns(one) > 0) ?? filled[0];
    return {
      upload,
      file: record.file_name,
      sheets: filled.map((one) => ({
        sheet: one.sheet.index,
        name: one.sheet.name,
        register: one.register?.name ?? null,
        open: openColumns(one),
      })),
      shown: shown?.header === undefined ? null : showSheet(shown, shown.header),
      registers: importedRegisters.map(({ name, no, zh, en }) => ({ name, no, zh, en })),
    };
  } finally {
    await file.close();
  }
}

async function surveySheet({ database }: ImportHouse, sheet: Sheet, fileName: string, chosen: Register | undefined): Promise<SheetSurvey> {
  const area = await sheet.headerArea();
  const named = namesIn(fileName, sheet, area);
  const remembered = await recogniseRemembered(database, area, named, chosen);
  const fits = remembered || chosen ? [] : bestFits(area, named);
  const register = remembered?.register ?? chosen ?? (fits.length === 1 ? fits[0]?.register : undefined);
  const header = remembered?.header ?? (register && findHeaderOf(register, area, new Map())) ?? fits[0]?.header ?? guessHeader(area);
  const decided: Decisions = register && header ? await readMapping(database, register, formOf(header.columns)) : new Map();
  const read = !header ? [] : readColumns(register ?? nothing, header, decided);
  return { sheet, register, alike: fits.length > 1 ? fits.map((fit) => fit.register) : [], header, area, read };
}

/** No register: none of its headers is known. */
const nothing: Register = { ...registers.reference_series, fields: {}, key: [], settlementVia: [] };

/** The line with the most different texts, where no register knows a header. */
function guessHeader(area: HeaderArea): FoundHeader | undefined {
  return findHeader(area, (texts) => new Set(texts.filter((text) => text !== '')).size);
}

/** Columns that nobody decided about, and those that claim what another one claims; without a register, all of them. */
function openColumns({ register, read }: SheetSurvey): number {
  if (!register) return read.length;
  const claims = claimsOf(register, read);
  return read.filter(({ meaning }, at) => meaning === undefined || claims[at]?.isDouble).length;
}

function claimsOf(register: Register, read: readonly ReadColumn[]): readonly { claim: string | undefined; isDouble: boolean }[] {
  const claims = read.map(({ meaning }) => (meaning ? claimOf(register, meaning) : undefined));
  return claims.map((claim) => ({ claim, isDouble: claim !== undefined && claims.filter((other) => other === claim).length > 1 }));
}

function showSheet({ sheet, register, alike, area, read }: SheetSurvey, header: FoundHeader): NonNullable<ColumnSurvey['shown']> {
  const rows = area.rows.filter(({ row }) => row >= header.firstDataRow);
  const claims = register ? claimsOf(register, read) : [];
  const taken = new Set(read.flatMap(({ meaning }) => (meaning?.is === 'field' ? [meaning.field] : [])));
  return {
    sheet: sheet.index,
    name: sheet.name,
    register: register?.name ?? null,
    alike: alike.map(({ name }) => name),
    form: formOf(header.columns),
    headerRow: header.headerRows.at(-1) ?? 0,
    columns: read.map(({ column, key, meaning }, at) => {
      const texts = rows.map(({ cells }) => cells[column.index]?.text.trim() ?? '').filter((text) => text !== '');
      return {
        key,
        column: column.letter,
        header: column.joinedText,
        samples: [...new Set(texts)].slice(0, samplesShown).map((text) => sampleOf(register, meaning, text.slice(0, 60))),
        decided: meaning === null ? 'none' : meaning === undefined ? null : namedBy(meaning),
        itself: meaning ? wordsOfMeaning(register, meaning) : null,
        isOpen: meaning === undefined || claims[at]?.isDouble === true,
        suggestion: register && meaning === undefined ? suggestField(register, column.joinedText, texts, taken) : null,
      };
    }),
    missing: register
      ? [
          ...missingFields(register, {
            columns: read.flatMap(({ column, meaning }) => (meaning ? [{ ...column, header: column.text, meaning }] : [])),
          }),
        ]
      : [],
    choices: register ? choicesOf(register) : [],
  };
}

/** Whose cell it is nobody knows. */
const unknown = { isRestricted: false, isMinor: true, seesHealth: false, seesMinors: true };

/** A cell as lists show it, where it is known what it stands for; elsewhere its numbers are masked. */
function sampleOf(register: Register | undefined, meaning: Meaning | null | undefined, text: string): string {
  const name = meaning && 'field' in meaning ? meaning.field : '';
  const field = register?.fields[name];
  if (register === undefined || field === undefined) return maskNumbersIn(text);
  if (meaning?.is === 'name') return maskName(text);
  const isHidden = decideShown(register, name, 'list', unknown).shown !== 'shown';
  return isHidden ? maskValue(field, text) : maskNumbersIn(text);
}

/** How a decision names a meaning; null where only the header itself can say it. */
function namedBy(meaning: Meaning): string | null {
  if (meaning.is === 'field') return meaning.field;
  if (meaning.is === 'dataDate') return 'data_date';
  return meaning.is === 'name' || meaning.is === 'birth' || meaning.is === 'home' ? `${meaning.field}.${meaning.is}` : null;
}

function wordsOfMeaning(register: Register | undefined, meaning: Meaning): { zh: string; en: string } {
  const named = namedBy(meaning);
  const words = register && named !== null ? wordsOf(register, named) : undefined;
  if (words?.zh && words.en) return { zh: words.zh, en: words.en };
  switch (meaning.is) {
    case 'wide':
      return { zh: `${meaning.column.header}(单成一行)`, en: `${meaning.column.header} (a row of its own)` };
    case 'year':
      return { zh: '年度', en: 'year' };
    case 'split':
      return { zh: '楼栋、单元和房号', en: 'building, unit and room' };
    case 'place':
      return { zh: '安置点（用于查找）', en: 'settlement (to find places by)' };
    default:
      return { zh: '序号等，不取用', en: 'running numbers, not taken' };
  }
}

/** Everything that a column of the register may be, what new rows need first. */
function choicesOf(register: Register): NonNullable<ColumnSurvey['shown']>['choices'] {
  const fields = Object.entries(register.fields).filter(([, field]) => isImported(field));
  const people = fields.filter(([, { target }]) => target === 'person').slice(0, 1);
  const named = [
    ...fields.map(([name, field]) => ({ name, isNeeded: field.required === 'yes' })),
    ...fields.filter(([, { nameHeaders }]) => nameHeaders.length > 0).map(([name]) => ({ name: `${name}.name`, isNeeded: false })),
    ...people.flatMap(([name]) => [`${name}.birth`, `${name}.home`]).map((name) => ({ name, isNeeded: false })),
    { name: 'data_date', isNeeded: false },
  ];
  return named.map(({ name, isNeeded }) => {
    const { zh, en } = wordsOf(register, name);
    const mayRepeat = claimOf(register, { is: 'field', field: name }) === undefined || name.endsWith('.name');
    return { field: name, zh: zh ?? name, en: en ?? name, isNeeded, mayRepeat };
  });
}
