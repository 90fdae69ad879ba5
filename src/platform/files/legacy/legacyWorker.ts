/** The thread that reads formats which can only be read whole (xls, xlsb, ods), so that their weight and their faults stay apart. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type CellObject, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { boolCell, errorCell, formulaCell, isBlankRow, numberCell, textCell } from '../cells.ts';
import { meaningOfFormat } from '../numberFormats.ts';
import { fileProblems } from '../problems.ts';
import type { Cell, SheetRow } from '../sheets.ts';
import type { LegacyAnswer, LegacyRequest, LegacySheet, LegacyTask } from './legacyMessages.ts';

const batchRows = 1_000;
/** Before Excel 97 a workbook wrote its texts in the code page of its machine, and the oldest ones do not say in which: here it is that of Chinese. */
const chineseCodePage = 936;
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

const task = workerData as LegacyTask;
const port = parentPort;

function answer(message: LegacyAnswer): void {
  port?.postMessage(message);
}

function openBook(): WorkBook | undefined {
  try {
    const bytes = typeof task.source === 'string' ? readFileSync(task.source) : task.source;
    if (task.format === 'xls') set_cptable(codePages);
    return read(bytes, {
      type: 'buffer',
      codepage: chineseCodePage,
      dense: true,
      cellNF: true,
      cellFormula: true,
      cellHTML: false,
      cellText: false,
      bookVBA: true,
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const locked = /password|encrypt/i.test(message);
    answer({
      kind: 'refused',
      problem: locked ? fileProblems['password-protected'].data() : fileProblems.damaged.data({ what: task.format }),
    });
    return undefined;
  }
}

function describe(book: WorkBook): LegacySheet[] {
  const sheets: LegacySheet[] = [];
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name];
    if (sheet?.['!type'] !== undefined && sheet['!type'] !== 'sheet') return;
    const merges = (sheet?.['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }));
    sheets.push({ name, index, hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, merges, rows: denseRows(sheet).length });
  });
  return sheets;
}

function denseRows(sheet: WorkSheet | undefined): readonly (readonly (CellObject | undefined)[] | undefined)[] {
  return ((sheet as { '!data'?: CellObject[][] } | undefined)?.['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
}

function cellOf(found: CellObject | undefined, system: 1900 | 1904): Cell | undefined {
  if (found === undefined) return undefined;
  const cell = valueCell(found, system);
  return found.f !== undefined && (cell !== undefined || found.v === undefined) ? formulaCell(cell) : cell;
}

function valueCell({ t, v, z }: CellObject, system: 1900 | 1904): Cell | undefined {
  if (v === undefined || v === '' || t === 'z') return undefined;
  if (t === 'b') return boolCell(v === true);
  if (t === 'e') return errorCell(errors[Number(v)] ?? '#ERROR!');
  if (t === 'n' && typeof v === 'number') return numberCell(v, typeof z === 'string' ? meaningOfFormat(z) : 'number', system);
  return textCell(String(v).replace(/\r\n?/g, '\n'));
}

function rowsOf(book: WorkBook, { sheet, from }: LegacyRequest): LegacyAnswer {
  const system = book.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  const data = denseRows(book.Sheets[book.SheetNames[sheet] ?? '']);
  const rows: SheetRow[] = [];
  let columnsIgnored = false;
  let at = from;
  for (; at < data.length && rows.length < batchRows; at++) {
    const found = data[at];
    if (found === undefined) continue;
    const cells: (Cell | undefined)[] = [];
    for (let column = 0; column < found.length; column++) {
      const cell = cellOf(found[column], system);
      if (cell === undefined) continue;
      if (column >= task.columns) {
        columnsIgnored = true;
        continue;
      }
      while (cells.length < column) cells.push(undefined);
      cells.push(cell);
    }
    if (!isBlankRow(cells)) rows.push({ row: at + 1, cells });
  }
  return { kind: 'rows', rows, next: at < data.length ? at : undefined, columnsIgnored };
}

const book = openBook();
if (book !== undefined) {
  answer({ kind: 'opened', sheets: describe(book), macros: book.vbaraw !== undefined });
  port?.on('message', (request: LegacyRequest) => answer(rowsOf(book, request)));
}
