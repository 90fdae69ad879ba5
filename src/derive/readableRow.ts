/** A stored row of a register as people read it: labels instead of codes, sealed numbers opened and masked, empty fields left out. */
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import { maskName, maskNumber } from './mask.ts';

export interface ReadableField {
  readonly name: string;
  readonly zh: string;
  readonly value: string;
}

/** How much of personal values is shown: `list` masks every name and number, `file` shows names and masks numbers. */
export type Showing = 'list' | 'file';

const nameFields = /(^|_)name$|^visitor$|^secretary$|^owner$|^guardian$|^doctor$|^helper$/;

/** The filled fields of a row in the order of the template; `open` unseals a sealed value. */
export function readableRow(
  register: Register,
  row: Readonly<Record<string, unknown>>,
  showing: Showing,
  open: (sealed: Uint8Array) => string,
): ReadableField[] {
  return Object.entries(register.fields).flatMap(([name, field]) => {
    const stored = row[name];
    if (stored === null || stored === undefined) return [];
    return [{ name, zh: field.zh, value: readableValue(name, field, stored, showing, open) }];
  });
}

function readableValue(name: string, field: Field, stored: unknown, showing: Showing, open: (sealed: Uint8Array) => string): string {
  if (field.kind.sealed) return maskNumber(open(stored as Uint8Array));
  const text = field.kind.write(stored as never, field);
  const hidden = field.sensitivity === 'personal' || field.sensitivity === 'sensitive';
  return showing === 'list' && hidden && field.kind.name === 'text' && nameFields.test(name) ? maskName(text) : text;
}
