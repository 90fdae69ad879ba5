/** Fields of a row with their values. */
import type { HouseholdFile } from '#features/households/contract.ts';
import classes from './householdPage.module.css';

export function HouseholdFields({ fields }: { readonly fields: HouseholdFile['fields'] }) {
  return (
    <dl className={classes.fields}>
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{field.zh}</dt>
          <dd>{field.value}</dd>
        </div>
      ))}
    </dl>
  );
}
