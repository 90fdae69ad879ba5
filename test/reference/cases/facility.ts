/** All hand-counted cases of facilities. */
import { table } from './scene.ts';

const closed = { status: '4', status_since: '2024-06-01' };
/** Closed from 10 June at 8, announced three days before. */
const notice = {
  log_no: 'W{N}',
  log_type: '10',
  facility_no: 'F{N}',
  announced: true,
  announced_at: '2024-06-07T08:00:00+08:00',
  from_at: '2024-06-10T08:00:00+08:00',
};

export const cases = table('facility', [
  ['operating', true, 'in use', {}],
  ['operating', true, 'closed, should be open', { facility: closed }],
  ['operating', false, 'being built', { facility: { status: '2', opened_on: null } }],
  ['operating', false, 'opens tomorrow', { facility: { opened_on: '2024-06-16' } }],
  ['operating', null, 'register silent', {}, { silent: ['facility'] }],
  ['closed_days', 14, 'since 1 June', { facility: closed }],
  ['closed_days', 0, 'in use', { facility: { status_since: '2024-06-01' } }],
  ['closed_days', null, 'since an unknown day', { facility: { status: '5' } }],
  ['announced', true, 'three days ahead', { service_log: notice }],
  ['announced', true, 'announced, time not stated', { service_log: { ...notice, announced_at: null } }],
  ['announced', false, 'a second too late', { service_log: { ...notice, announced_at: '2024-06-07T08:00:01+08:00' } }],
  ['announced', false, 'open again', { service_log: { ...notice, to_at: '2024-06-14T08:00:00+08:00' } }],
  ['announced', false, 'not announced', { service_log: { ...notice, announced: false, announced_at: null } }],
  ['announced', false, 'another facility', { service_log: { ...notice, facility_no: 'F-other' } }],
  ['announced', null, 'log silent', { service_log: notice }, { silent: ['service_log'] }],
]);
