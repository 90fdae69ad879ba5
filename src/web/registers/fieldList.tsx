/** Fields of a register row with their values. */
import { useLanguage } from '../parts/language.ts';
import type { HiddenIn } from '../people/hiddenValue.ts';
import classes from './fieldList.module.css';
import { FieldValue, type ReadField } from './fieldValue.tsx';

interface FieldListParts {
  readonly fields: readonly ReadField[];
  /** Whose row it is, where hidden values may be asked for. */
  readonly of?: HiddenIn;
}

export function FieldList({ fields, of }: FieldListParts) {
  const language = useLanguage();
  return (
    <dl className={classes.fields}>
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{field[language]}</dt>
          <dd>
            <FieldValue field={field} {...(of && { of })} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
