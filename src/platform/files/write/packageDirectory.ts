/** Adds parts to the directories of a package: its content types, and the relationships of a part. */
import { escapeXml } from '../xmlScanner.ts';

const contentTypes = {
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
} as const;

/** A part that another refers to. */
export interface AddedRelationship {
  readonly id: string;
  readonly type: string;
  /** Full name, without a leading slash. */
  readonly part: string;
}

/** The content types with those of new parts, and of drawings of comments. */
export function withContentTypes(xml: string, parts: ReadonlyMap<string, keyof typeof contentTypes>): string {
  if (parts.size === 0) return xml;
  const prefix = /<(\w+:)?Types\b/.exec(xml)?.[1] ?? '';
  const hasVml = /\bExtension=["']vml["']/i.test(xml);
  const vml = hasVml ? '' : `<${prefix}Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`;
  const overrides = [...parts]
    .map(([part, type]) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentTypes[type]}"/>`)
    .join('');
  return xml.replace(/(<(?:\w+:)?Types\b[^>]*?)\/>\s*$/, `$1></${prefix}Types>`).replace(/<\/(?:\w+:)?Types>/, (end) => vml + overrides + end);
}

/** The relationships of the part `from` with new ones. */
export function withRelationships(from: string, xml: string | undefined, added: readonly AddedRelationship[]): string {
  const before =
    xml ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const prefix = /<(\w+:)?Relationships\b/.exec(before)?.[1] ?? '';
  const lines = added
    .map(({ id, type, part }) => `<${prefix}Relationship Id="${id}" Type="${type}" Target="${escapeXml(relativeTo(from, part))}"/>`)
    .join('');
  return before
    .replace(/(<(?:\w+:)?Relationships\b[^>]*?)\/>\s*$/, `$1></${prefix}Relationships>`)
    .replace(/<\/(?:\w+:)?Relationships>/, (end) => lines + end);
}

/** Relative names are what every program understands. */
function relativeTo(from: string, part: string): string {
  const steps = from.split('/').slice(0, -1);
  const target = part.split('/');
  let shared = 0;
  while (shared < steps.length && shared < target.length - 1 && steps[shared] === target[shared]) shared++;
  return '../'.repeat(steps.length - shared) + target.slice(shared).join('/');
}
