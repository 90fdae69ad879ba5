/** Writes one delivery as the file that a department would send. */
import { writeCsv } from '#platform/files/write/writeCsv.ts';
import type { CellContent, SheetColumn } from '#platform/files/write/sheetXml.ts';
import { writeWorkbook } from '#platform/files/write/writeWorkbook.ts';
import { type Day, isoDay } from '../days.ts';
import type { Fault } from '../manifest.ts';
import { FaultMaker } from './faults.ts';
import type { SheetForm } from './form.ts';
import type { Source, SourceRow } from './source.ts';

export interface Delivery {
  readonly path: string;
  readonly file: string;
  readonly source: Source;
  readonly form: SheetForm;
  readonly titles: readonly string[];
  readonly day: Day;
  readonly rows: Iterable<SourceRow>;
  readonly seed: number;
  readonly faults: boolean;
}

/** Writes the file and returns the number of rows and what was spoilt in them. */
export async function writeSheet(delivery: Delivery): Promise<{ rows: number; faults: readonly Fault[] }> {
  const { form, titles, path } = delivery;
  const counter = { rows: 0 };
  const maker = new FaultMaker(delivery.file, delivery.source, form, delivery.seed, form.isNumbered ? 1 : 0);
  const isWorkbook = form.kind === 'xlsx';
  const written = writtenRows(delivery, counter);
  const firstRow = (isWorkbook && form.hasTitles ? titles.length : 0) + 2;
  const rows = withTotal(delivery.faults ? maker.spoil(written, firstRow) : written, form, counter);
  const header = [...(form.isNumbered ? ['序号'] : []), ...form.columns.map((column) => column.header)];
  if (isWorkbook) {
    const columns: SheetColumn[] = [
      ...(form.isNumbered ? [{ header: '序号', format: 'general' as const, width: 6 }] : []),
      ...form.columns.map(({ header: text, format }) => ({ header: text, format })),
    ];
    await writeWorkbook(path, {
      sheets: [{ name: `${delivery.source.register.zh.slice(0, 20)}${isoDay(delivery.day)}`, columns, rows, ...(form.hasTitles && { titles }) }],
    });
  } else {
    await writeCsv(path, header, plainRows(rows), { encoding: form.kind === 'csv-gb18030' ? 'gb18030' : 'utf-8' });
  }
  return { rows: counter.rows, faults: maker.faults };
}

function* writtenRows({ rows, form, day }: Delivery, counter: { rows: number }): Generator<CellContent[]> {
  const offset = form.isNumbered ? 1 : 0;
  const { columns, blank } = form;
  for (const row of rows) {
    counter.rows += 1;
    const cells: CellContent[] = new Array(columns.length + offset);
    if (offset === 1) cells[0] = counter.rows;
    for (let at = 0; at < columns.length; at += 1) cells[at + offset] = columns[at]?.write(row, day) ?? blank;
    yield cells;
  }
}

function* withTotal(rows: Iterable<CellContent[]>, form: SheetForm, counter: { rows: number }): Generator<CellContent[]> {
  yield* rows;
  if (form.hasTotal && form.isNumbered && counter.rows > 0) yield ['合计', `${counter.rows}条`];
}

function* plainRows(rows: Iterable<readonly CellContent[]>): Generator<(string | number | boolean | null | undefined)[]> {
  for (const row of rows) yield row.map((cell) => (cell !== null && typeof cell === 'object' ? cell.value : cell));
}
