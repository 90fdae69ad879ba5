/** The value of a field of a register row; a place or household that it names is a link. */
import { Link } from '@tanstack/react-router';
import type { HouseholdFile } from '#features/households/contract.ts';
import { fullWidth, useLanguage } from '../parts/language.ts';

export type ReadField = HouseholdFile['fields'][number];

export function FieldValue({ field }: { readonly field: ReadField }) {
  const language = useLanguage();
  const value = language === 'en' ? (field.valueEn ?? field.value) : fullWidth(field.value);
  if (!field.refers) return <>{value}</>;
  const { register, key } = field.refers;
  if (['settlement', 'street_community', 'building'].includes(register)) {
    return (
      <Link to="/board" search={{ area: key }} title={key} preload={false}>
        {value}
      </Link>
    );
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
