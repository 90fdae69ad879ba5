/** The value of a field of a register row; a place or household that it names is a link. */
import { Link } from '@tanstack/react-router';
import type { HouseholdFile } from '#features/households/contract.ts';
import { useReaches } from '../parts/areas.ts';
import { day } from '../parts/format.ts';
import type { HiddenIn } from '../people/hiddenValue.ts';
import { RevealButton } from '../people/revealButton.tsx';
import { fullWidth, useLanguage } from '../parts/language.ts';
import classes from './fieldList.module.css';

export type ReadField = HouseholdFile['fields'][number];

interface FieldValueParts {
  readonly field: ReadField;
  /** Whose value it is, where hidden ones may be asked for. */
  readonly of?: HiddenIn;
}

export function FieldValue({ field, of }: FieldValueParts) {
  const language = useLanguage();
  const written = language === 'en' ? (field.valueEn ?? field.value) : fullWidth(field.value);
  const value = /^\d{4}-\d{2}-\d{2}$/.test(written) ? day(written, language) : written;
  if (field.state === 'withheld') return <span className={classes.withheld}>{value}</span>;
  if (field.state === 'masked' && of) {
    return (
      <>
        {value} <RevealButton of={of} field={field} />
      </>
    );
  }
  if (!field.refers) return <>{value}</>;
  const { register, key } = field.refers;
  if (['settlement', 'street_community', 'building'].includes(register)) {
    return <PlaceLink code={key} name={value} />;
  }
  if (register === 'household') {
    return (
      <Link to="/households/$no" params={{ no: key }} preload={false}>
        {value}
      </Link>
    );
  }
  return <span title={value === key ? undefined : key}>{value}</span>;
}

/** A place by name; one that lies above the reader's own has no page to lead to. */
function PlaceLink({ code, name }: { readonly code: string; readonly name: string }) {
  if (!useReaches(code)) return <span title={name === code ? undefined : code}>{name}</span>;
  return (
    <Link to="/board" search={{ area: code }} title={code} preload={false}>
      {name}
    </Link>
  );
}
