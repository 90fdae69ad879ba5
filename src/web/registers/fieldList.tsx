/** Fields of a register row with their values. */
import { useLanguage } from '../parts/language.ts';
import classes from './fieldList.module.css';
import { FieldValue, type ReadField } from './fieldValue.tsx';

export function FieldList({ fields }: { readonly fields: readonly ReadField[] }) {
  const language = useLanguage();
  return (
    <dl className={classes.fields}>
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{field[language]}</dt>
          <dd>
            <FieldValue field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
