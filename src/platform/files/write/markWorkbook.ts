/** Hands back the same xlsx workbook with its bad cells marked: every part stays as it was but the touched worksheets, their comments and the styles. */
import { Readable } from 'node:stream';
import { columnLetter } from '../columnLetter.ts';
import { defaultLimits, type FileLimits } from '../sheets.ts';
import type { FileSource } from '../source.ts';
import { openZip, xmlDecoder, type ZipPackage } from '../zipPackage.ts';
import { readWorkbookParts, relationshipsPart } from '../xlsx/workbookParts.ts';
import { noteShapesXml, notesXml } from './cellNotes.ts';
import type { SheetMarks } from './marks.ts';
import { markSheetXml } from './markSheetXml.ts';
import { emptyStyles, MarkStyles } from './markStyles.ts';
import { withContentTypes, withRelationships } from './packageDirectory.ts';
import { planSheet, type SheetPlan } from './sheetPlan.ts';
import { type FileTarget, writeZip, type ZipPart } from './writeZip.ts';

const contentTypesPart = '[Content_Types].xml';
const newStyles = 'xl/anjuStyles.xml';

/** Marks the workbook `source` and writes it to `target`. */
export async function markWorkbook(
  source: FileSource,
  target: FileTarget,
  marks: readonly SheetMarks[],
  limits: Partial<FileLimits> = {},
): Promise<void> {
  const zip = await openZip(source, { ...defaultLimits, ...limits });
  try {
    await writeZip(target, await markedParts(zip, marks));
  } finally {
    zip.close();
  }
}

async function markedParts(zip: ZipPackage, marks: readonly SheetMarks[]): Promise<ZipPart[]> {
  const workbook = await readWorkbookParts(zip);
  const types = (await zip.text('_rels/.rels')).includes('purl.oclc.org')
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const stylesPart = workbook.styles !== undefined && zip.has(workbook.styles) ? workbook.styles : undefined;
  const styles = new MarkStyles(stylesPart === undefined ? emptyStyles : await zip.text(stylesPart));
  const plans: SheetPlan[] = [];
  const taken = new Set<string>();
  for (const sheetMarks of marks) {
    const part = workbook.sheets.find((sheet) => sheet.index === sheetMarks.sheet);
    if (part !== undefined) plans.push(await planSheet(zip, part, sheetMarks, taken));
  }
  const changed: ZipPart[] = plans.map((plan) => ({ name: plan.part.part, content: () => markedSheet(zip, plan, styles, types) }));
  // Styles are known once the worksheets are through.
  changed.push({ name: stylesPart ?? newStyles, content: () => styles.toXml() });
  if (stylesPart === undefined) {
    const name = relationshipsPart(workbook.workbook);
    changed.push({
      name,
      content: async () =>
        withRelationships(workbook.workbook, await zip.text(name), [{ id: 'anjuStyles', type: `${types}/styles`, part: newStyles }]),
    });
  }
  for (const plan of plans) changed.push(...notesParts(zip, plan, types));
  const newTypes = new Map<string, 'comments' | 'styles'>();
  for (const { comments } of plans) if (comments !== undefined && comments.existing === undefined) newTypes.set(comments.part, 'comments');
  if (stylesPart === undefined) newTypes.set(newStyles, 'styles');
  const first: ZipPart = { name: contentTypesPart, content: async () => withContentTypes(await zip.text(contentTypesPart), newTypes) };
  const written = new Set([first, ...changed].map((part) => part.name.toLowerCase()));
  const untouched = zip.names.filter((name) => !written.has(name.toLowerCase())).map((name) => ({ name, content: () => zip.stream(name) }));
  return [first, ...untouched, ...changed];
}

async function markedSheet(zip: ZipPackage, plan: SheetPlan, styles: MarkStyles, types: string): Promise<Readable> {
  const drawing = plan.drawing !== undefined && plan.drawing.existing === undefined ? { id: plan.drawing.id, namespace: types } : undefined;
  return Readable.from(markSheetXml(textOf(await zip.stream(plan.part.part)), plan.marks, styles, drawing), { objectMode: false });
}

/** Text of a worksheet; what is written is UTF-8, whatever came in. */
async function* textOf(bytes: Readable): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of bytes) {
    const first = decoder === undefined;
    decoder ??= xmlDecoder(chunk as Buffer);
    const text = decoder.decode(chunk as Buffer, { stream: true });
    yield first ? text.replace(/^(<\?xml[^>]*encoding=)(?:"utf-16[^"]*"|'utf-16[^']*')/i, '$1"UTF-8"') : text;
  }
}

function notesParts(zip: ZipPackage, { part, comments, drawing, notes, replaced, hasComment }: SheetPlan, types: string): ZipPart[] {
  if (comments === undefined || drawing === undefined) return [];
  const boxes = notes.filter((note) => !hasComment.has(columnLetter(note.column) + note.row));
  const parts: ZipPart[] = [
    { name: comments.part, content: () => notesXml(notes, comments.existing) },
    {
      name: drawing.part,
      content: async () => noteShapesXml(boxes, drawing.existing === undefined ? undefined : await zip.text(drawing.existing), replaced),
    },
  ];
  const added = [
    ...(comments.existing === undefined ? [{ id: comments.id, type: `${types}/comments`, part: comments.part }] : []),
    ...(drawing.existing === undefined ? [{ id: drawing.id, type: `${types}/vmlDrawing`, part: drawing.part }] : []),
  ];
  if (added.length > 0) {
    const name = relationshipsPart(part.part);
    parts.push({ name, content: async () => withRelationships(part.part, zip.has(name) ? await zip.text(name) : undefined, added) });
  }
  return parts;
}
