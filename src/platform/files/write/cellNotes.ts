/** Comments on cells, as the two parts that a workbook needs for them: the texts, and the drawing of their boxes. */
import { columnLetter } from '../columnLetter.ts';
import { attribute, escapeXml, token, XmlScanner } from '../xmlScanner.ts';
import { escapeExcel } from '../xlsx/excelEscapes.ts';

/** A comment; row from 1, column from 0. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Who signs the comments; comments of this author are replaced when a workbook is marked again. */
const noteAuthor = '安居 Anju';

const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const shapesInBlock = 1024;

/** The part with the texts, merged into the one that was there. */
export function notesXml(notes: readonly CellNote[], existing?: string): string {
  const byReference = new Map(notes.map((note) => [columnLetter(note.column) + note.row, note]));
  if (existing === undefined) {
    const comments = [...byReference].map(([reference, note]) => commentXml('', reference, 0, note.text));
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${mainNamespace}"><authors><author>${noteAuthor}</author></authors><commentList>${comments.join('')}</commentList></comments>`;
  }
  return mergeNotes(existing, byReference);
}

/** Cells that have a comment: of our own from an earlier marking, or of others. */
export function commentedCells(existing: string): { own: Set<string>; others: Set<string>; authors: string[] } {
  const scanner = new XmlScanner();
  scanner.push(existing);
  const authors: string[] = [];
  const cells = { own: new Set<string>(), others: new Set<string>(), authors };
  let inAuthor = false;
  for (let next = scanner.next(); next !== token.more; next = scanner.next()) {
    if (next === token.text && inAuthor) authors[authors.length - 1] += scanner.text;
    else if (next === token.close) inAuthor = false;
    else if (next === token.open && scanner.name === 'author') {
      authors.push('');
      inAuthor = !scanner.selfClosing;
    } else if (next === token.open && scanner.name === 'comment') {
      const isOwn = authors[Number(attribute(scanner.attributes, 'authorId'))] === noteAuthor;
      (isOwn ? cells.own : cells.others).add(attribute(scanner.attributes, 'ref') ?? '');
    }
  }
  return cells;
}

function mergeNotes(existing: string, notes: Map<string, CellNote>): string {
  const scanner = new XmlScanner();
  scanner.push(existing);
  const { own, authors } = commentedCells(existing);
  const left = new Map(notes);
  const known = authors.indexOf(noteAuthor);
  const author = known < 0 ? authors.length : known;
  const prefix = /<(\w+:)?comments\b/.exec(existing)?.[1] ?? '';
  let merged = '';
  let reference = '';
  let dropping = false;
  for (let next = scanner.next(); next !== token.more; next = scanner.next()) {
    let raw = scanner.raw;
    if (next === token.open && scanner.name === 'comment') {
      reference = attribute(scanner.attributes, 'ref') ?? '';
      dropping = own.has(reference);
    }
    const addition = dropping ? undefined : left.get(reference);
    if (addition !== undefined && scanner.name === 'text' && (next === token.close || (next === token.open && scanner.selfClosing))) {
      const run = runXml(prefix, `\n${addition.text}`);
      raw = next === token.close ? run + raw : `<${prefix}text>${run}</${prefix}text>`;
      left.delete(reference);
    }
    if (known < 0 && next === token.close && scanner.name === 'authors') raw = `<${prefix}author>${noteAuthor}</${prefix}author>${raw}`;
    if (scanner.name === 'commentList' && (next === token.close || (next === token.open && scanner.selfClosing))) {
      const added = [...left].map(([at, note]) => commentXml(prefix, at, author, note.text)).join('');
      raw = next === token.close ? added + raw : `<${prefix}commentList>${added}</${prefix}commentList>`;
    }
    if (!dropping) merged += raw;
    if (next === token.close && scanner.name === 'comment') {
      dropping = false;
      reference = '';
    }
  }
  return merged;
}

function commentXml(prefix: string, reference: string, author: number, text: string): string {
  return `<${prefix}comment ref="${reference}" authorId="${author}"><${prefix}text>${runXml(prefix, text)}</${prefix}text></${prefix}comment>`;
}

function runXml(prefix: string, text: string): string {
  return `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(escapeExcel(text))}</${prefix}t></${prefix}r>`;
}

/** The drawing with a box for every comment, merged into the one that was there; `replaced` boxes go. */
export function noteShapesXml(notes: readonly CellNote[], existing?: string, replaced: ReadonlySet<string> = new Set()): string {
  const kept = existing === undefined ? undefined : withoutShapes(existing, replaced);
  const used =
    kept === undefined ? [] : [...kept.matchAll(/\bo:idmap\b[^>]*\bdata="([\d,\s]+)"/g)].flatMap((found) => (found[1] ?? '').split(',').map(Number));
  const firstBlock = Math.max(0, ...used) + 1;
  const blocks = Array.from({ length: Math.ceil((notes.length + 1) / shapesInBlock) }, (_, at) => firstBlock + at);
  const shapes = notes.map((note, at) => shapeXml(note, firstBlock * shapesInBlock + 1 + at, at + 1)).join('\n');
  if (kept !== undefined) {
    const withBlocks = kept.replace(
      /(\bo:idmap\b[^>]*\bdata=")([\d,\s]+)"/,
      (_whole, before: string, data: string) => `${before}${data},${blocks.join(',')}"`,
    );
    const type = /<v:shapetype\b[^>]*id="_x0000_t202"/.test(kept) ? '' : shapeType;
    return withBlocks.replace(/<\/xml>\s*$/, () => `${type}${shapes}</xml>`);
  }
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>${shapeType}${shapes}</xml>`;
}

function withoutShapes(existing: string, replaced: ReadonlySet<string>): string {
  if (replaced.size === 0) return existing;
  return existing.replace(/<v:shape\s[\s\S]*?<\/v:shape>/g, (shape) => {
    const row = Number(/<x:Row>\s*(\d+)/.exec(shape)?.[1] ?? -1);
    const column = Number(/<x:Column>\s*(\d+)/.exec(shape)?.[1] ?? -1);
    return row >= 0 && replaced.has(columnLetter(column) + (row + 1)) ? '' : shape;
  });
}

const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

function shapeXml({ row, column, text }: CellNote, id: number, order: number): string {
  const lines = Math.min(12, 2 + Math.ceil(text.length / 22));
  const anchor = [column + 1, 15, Math.max(0, row - 2), 10, column + 4, 15, Math.max(0, row - 2) + lines, 4].join(', ');
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:190pt;height:${lines * 15}pt;z-index:${order};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}
