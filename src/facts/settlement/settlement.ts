/** Facts of a settlement 安置点: its people, services, running, work and governance. */
import { employmentRows, people as peopleOfSlice } from '../people.ts';
import { rowsAsOf } from '../rowsAsOf.ts';
import { subject } from '../subject.ts';
import { buildingsOfSlice, governance } from './governance.ts';
import { people } from './people.ts';
import { running } from './running.ts';
import { services } from './services.ts';
import { returnedJobless, work } from './work.ts';

export const settlement = subject({
  kind: 'settlement',
  register: 'settlement',
  keyColumn: 'settlement_code',
  with: [peopleOfSlice, employmentRows, returnedJobless, buildingsOfSlice],
  from: `(
    select settlement_code
    from (${rowsAsOf('settlement', 'settlement_code, status', 'slice')}
    ) settlement
    where status = '1' or status is null
  ) settlement`,
  alias: 'settlement',
  themes: [people, services, running, work, governance],
});
