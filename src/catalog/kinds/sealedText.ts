/** Kind of text that is stored encrypted with a blind index, such as the contact of someone who appeals. */
import { fieldOf, type Field, type FieldOptions, type Kind } from './kind.ts';
import { readText, textSchema } from './text.ts';

/** Text that is encrypted in the row. */
export const sealedTextKind: Kind<string> = {
  name: 'sealedText',
  zh: '加密文本',
  en: 'encrypted text',
  column: () => 'bytea',
  sealed: true,
  mask: 'ends',
  read: readText,
  write: (value) => value,
  schema: textSchema,
  control: 'text',
};

/** A field of text that is encrypted in the row. */
export function sealedText(options: FieldOptions): Field {
  return fieldOf(sealedTextKind, options);
}
