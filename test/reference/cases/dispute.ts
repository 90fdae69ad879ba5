/** All hand-counted cases of disputes. */
import { table } from './scene.ts';

const open = { accepted_on: '2024-05-16' };

export const cases = table('dispute', [
  ['dispute_open', true, 'open', { dispute: open }],
  ['dispute_open', true, 'closed tomorrow', { dispute: { ...open, closed_on: '2024-06-16', result: '1' } }],
  ['dispute_open', false, 'closed today', { dispute: { ...open, closed_on: '2024-06-15', result: '1' } }],
  ['dispute_open', null, 'register silent', { dispute: open }, { silent: ['dispute'] }],
  ['open_days', 30, 'since 16 May', { dispute: open }],
  ['open_days', 0, 'closed', { dispute: { ...open, closed_on: '2024-06-01', result: '1' } }],
  ['open_days', 0, 'accepted today', { dispute: { accepted_on: '2024-06-15' } }],
  ['open_days', null, 'register silent', { dispute: open }, { silent: ['dispute'] }],
  ['dispute_people', 12, 'twelve', { dispute: { ...open, people: 12 } }],
  ['dispute_people', 0, 'none', { dispute: { ...open, people: 0 } }],
  ['dispute_people', null, 'not stated', { dispute: { ...open, people: null } }],
  ['violent', true, 'violence in the family', { dispute: { ...open, escalation: ['1', '4'] } }],
  ['violent', false, 'a group', { dispute: { ...open, escalation: ['1', '3'] } }],
  ['violent', false, 'nothing stated', { dispute: open }],
  ['violent', null, 'register silent', { dispute: open }, { silent: ['dispute'] }],
]);
