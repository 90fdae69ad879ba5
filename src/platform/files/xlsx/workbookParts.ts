/** Finds the parts of an xlsx package: its sheets in their order, its date system, shared texts, and what each style means. */
import { fileProblems } from '../problems.ts';
import { type FormatMeaning, meaningOfFormat, meaningOfFormatId } from '../numberFormats.ts';
import { attribute, token, XmlScanner } from '../xmlScanner.ts';
import type { ZipPackage } from '../zipPackage.ts';

/** A worksheet of the workbook. */
export interface SheetPart {
  readonly name: string;
  readonly index: number;
  readonly hidden: boolean;
  readonly part: string;
}

/** The parts that matter for reading. */
export interface WorkbookParts {
  readonly workbook: string;
  readonly sheets: readonly SheetPart[];
  readonly system: 1900 | 1904;
  readonly sharedTexts: string | undefined;
  readonly styles: string | undefined;
}

/** One relationship of a part; `target` is a full part name, except when it lies outside. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** All tags of a small part that open, with their attributes. */
export function* openTags(xml: string): Generator<{ name: string; attributes: string }> {
  const scanner = new XmlScanner();
  scanner.push(xml);
  for (let found = scanner.next(); found !== token.more; found = scanner.next()) {
    if (found === token.open) yield { name: scanner.name, attributes: scanner.attributes };
  }
  scanner.finish('XML');
}

/** Name of the part that holds the relationships of another. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Relationships of a part (`''` is the package); none when it has no such part. */
export async function relationshipsOf(zip: ZipPackage, part: string): Promise<Relationship[]> {
  const name = relationshipsPart(part);
  if (!zip.has(name)) return [];
  const found: Relationship[] = [];
  for (const { name: tag, attributes } of openTags(await zip.text(name))) {
    if (tag !== 'Relationship') continue;
    const external = attribute(attributes, 'TargetMode') === 'External';
    const target = attribute(attributes, 'Target') ?? '';
    const type = attribute(attributes, 'Type') ?? '';
    found.push({
      id: attribute(attributes, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolvePart(part, target),
      external,
    });
  }
  return found;
}

/** Reads the directory of the workbook; refuses packages that hold none. */
export async function readWorkbookParts(zip: ZipPackage): Promise<WorkbookParts> {
  const workbook = (await relationshipsOf(zip, '')).find((relationship) => relationship.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.has(workbook)) throw fileProblems.damaged({ what: workbook });
  const relationships = await relationshipsOf(zip, workbook);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetPart[] = [];
  let system: 1900 | 1904 = 1900;
  let index = 0;
  for (const { name, attributes } of openTags(await zip.text(workbook))) {
    if (name === 'workbookPr' && /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')) system = 1904;
    if (name !== 'sheet') continue;
    const id = attribute(attributes, 'id') ?? '';
    const relationship = byId.get(id);
    // A module of macros has an empty one.
    if (relationship === undefined && id !== '') throw fileProblems.damaged({ what: relationshipsPart(workbook) });
    if (relationship?.type === 'worksheet') {
      if (!zip.has(relationship.target)) throw fileProblems.damaged({ what: relationship.target });
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        index,
        hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
        part: relationship.target,
      });
    }
    index++;
  }
  const partOf = (type: string): string | undefined =>
    relationships.find((relationship) => relationship.type === type && !relationship.external)?.target;
  return { workbook, sheets, system, sharedTexts: partOf('sharedStrings'), styles: partOf('styles') };
}

/** Meaning of each cell style by its number. */
export async function readStyles(zip: ZipPackage, part: string | undefined): Promise<FormatMeaning[]> {
  if (part === undefined || !zip.has(part)) return [];
  const written = new Map<number, FormatMeaning>();
  const styles: FormatMeaning[] = [];
  let inCellStyles = false;
  const scanner = new XmlScanner();
  scanner.push(await zip.text(part));
  for (let found = scanner.next(); found !== token.more; found = scanner.next()) {
    if (found === token.close && scanner.name === 'cellXfs') inCellStyles = false;
    if (found !== token.open) continue;
    if (scanner.name === 'numFmt')
      written.set(Number(attribute(scanner.attributes, 'numFmtId')), meaningOfFormat(attribute(scanner.attributes, 'formatCode') ?? ''));
    else if (scanner.name === 'cellXfs') inCellStyles = !scanner.selfClosing;
    else if (scanner.name === 'xf' && inCellStyles) {
      const id = Number(attribute(scanner.attributes, 'numFmtId') ?? 0);
      styles.push(written.get(id) ?? meaningOfFormatId(id));
    }
  }
  return styles;
}

function resolvePart(from: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const full = path.startsWith('/') ? path.slice(1) : from.slice(0, from.lastIndexOf('/') + 1) + path;
  const steps: string[] = [];
  for (const step of full.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
