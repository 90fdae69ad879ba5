/** What tells of an appeal without being it (a finding, a warning, an order) is seen by whoever sees the appeal, and by nobody else. */
import { items } from '#catalog/catalog.ts';
import { textLiteral } from './literal.ts';

/** Condition that a column names an item whose subjects are appeals. */
export const isAppealItem = (column: string): string =>
  `${column} in (${items
    .filter(({ subject }) => subject === 'appeal')
    .map(({ code }) => textLiteral(code))
    .join(', ')})`;

/** Condition on the rows of a table: `isAppeal` says which of them tell of an appeal, `key` holds its number. Of an appeal whose row is gone nobody can say any more what it was: those who see accusations see what is left. */
export const seenWithAppeal = (isAppeal: string, key: string): string =>
  `not (${isAppeal}) or exists (select from appeal where appeal.appeal_no = ${key})
    or settlement_code = any (:accusations) and ${key} not in (select appeal_no from appeal_party where part = 'against' and party = any (:self))`;

/** Condition that the number of an appeal is kept from tools that read for nobody in particular: it is an accusation, complains about somebody, or its row is gone. */
export const isKeptAppeal = (key: string): string =>
  `(not exists (select from appeal known where known.appeal_no = ${key} and known.nature is distinct from '4')
    or exists (select from appeal_party where appeal_party.appeal_no = ${key} and part = 'against'))`;
