/** Looks at a worksheet before it is marked: which comments it has, which it gets, and in which parts they go. */
import { columnLetter } from '../columnLetter.ts';
import { readLegacyDrawing } from '../xlsx/sheetTail.ts';
import { relationshipsOf, type SheetPart } from '../xlsx/workbookParts.ts';
import type { ZipPackage } from '../zipPackage.ts';
import { type CellNote, commentedCells } from './cellNotes.ts';
import { mostNotes, noteText, type SheetMarks } from './marks.ts';

/** What happens to a worksheet and its comments. */
export interface SheetPlan {
  readonly part: SheetPart;
  readonly marks: SheetMarks;
  readonly notes: readonly CellNote[];
  /** Part with the texts of comments; `existing` is its text now. `undefined`: comments stay as they are. */
  readonly comments: { readonly part: string; readonly id: string; readonly existing: string | undefined } | undefined;
  /** Part with the boxes of comments; `existing` is its name when it is there. */
  readonly drawing: { readonly part: string; readonly id: string; readonly existing: string | undefined } | undefined;
  /** Cells whose comments come from an earlier marking and go. */
  readonly replaced: ReadonlySet<string>;
  /** Cells with a comment of somebody else, which gets our text added. */
  readonly hasComment: ReadonlySet<string>;
}

/** Plans one worksheet; `taken` keeps the names of parts that other plans add. */
export async function planSheet(zip: ZipPackage, part: SheetPart, marks: SheetMarks, taken: Set<string>): Promise<SheetPlan> {
  const relationships = await relationshipsOf(zip, part.part);
  const notes = notesOf(marks);
  const found = relationships.find((relationship) => relationship.type === 'comments' && !relationship.external && zip.has(relationship.target));
  const existing = found && (await zip.text(found.target));
  const { own, others } = existing === undefined ? { own: new Set<string>(), others: new Set<string>() } : commentedCells(existing);
  const plan = { part, marks, notes, replaced: own, hasComment: others };
  if (notes.length === 0 && own.size === 0) return { ...plan, comments: undefined, drawing: undefined };
  const comments = found
    ? { part: found.target, id: found.id, existing }
    : { part: freeName(zip, 'xl/comments', 'xml', taken), id: 'anjuComments', existing };
  const hasDrawings = relationships.some((relationship) => relationship.type === 'vmlDrawing');
  const drawingId = hasDrawings ? await readLegacyDrawing(zip, part.part) : undefined;
  const drawn = relationships.find((relationship) => relationship.id === drawingId && zip.has(relationship.target));
  const drawing = drawn
    ? { part: drawn.target, id: drawn.id, existing: drawn.target }
    : { part: freeName(zip, 'xl/drawings/vmlDrawing', 'vml', taken), id: 'anjuDrawing', existing: undefined };
  return { ...plan, comments, drawing };
}

/** One comment a cell, with all that is wrong with it. */
export function notesOf(marks: SheetMarks): CellNote[] {
  const notes = new Map<string, CellNote>();
  const { column, headerRow } = marks.place;
  if (marks.watermark !== undefined) notes.set(columnLetter(column) + headerRow, { row: headerRow, column, text: marks.watermark });
  for (const mark of marks.cells) {
    const at = columnLetter(mark.column) + mark.row;
    const said = notes.get(at);
    if (said === undefined && notes.size >= mostNotes) continue;
    notes.set(at, { row: mark.row, column: mark.column, text: said === undefined ? noteText(mark) : `${said.text}\n${noteText(mark)}` });
  }
  return [...notes.values()];
}

/** Numbered as other programs number them; some find comments by these names alone. */
function freeName(zip: ZipPackage, stem: string, extension: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const name = `${stem}${number}.${extension}`;
    if (zip.has(name) || taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
