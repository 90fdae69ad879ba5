/** All hand-counted cases of appeals; the moment is the end of Saturday 2024-06-15. */
import { table } from './scene.ts';

/** Ten days from 6 June at 0:00, due on 16 June at 0:00. */
const open = { accepted_at: '2024-06-06T00:00:00+08:00', due_at: '2024-06-16T00:00:00+08:00' };
const closed = { ...open, closed_at: '2024-06-15T23:59:59+08:00', result: '1' };
const unhappy = { ...closed, closed_at: '2024-06-10T09:00:00+08:00', satisfaction: '4', visited_at: '2024-06-12T09:00:00+08:00' };
const repeat = { appeal_no: 'QR{N}', repeat_of: 'Q{N}', accepted_at: '2024-06-10T09:00:00+08:00' };

export const cases = table('appeal', [
  ['appeal_open', true, 'open', { appeal: open }],
  ['appeal_open', true, 'closed after the day', { appeal: { ...closed, closed_at: '2024-06-16T08:00:00+08:00' } }],
  ['appeal_open', false, 'closed within the day', { appeal: closed }],
  ['limit_used', 1, 'ten days of ten', { appeal: open }],
  ['limit_used', 0.5, 'half of twenty days; a time limit in the future is read', { appeal: { ...open, due_at: '2024-06-26T00:00:00+08:00' } }],
  ['limit_used', 0, 'closed', { appeal: closed }],
  ['limit_used', null, 'no limit', { appeal: { ...open, due_at: null } }],
  ['limit_used', null, 'due when accepted', { appeal: { ...open, due_at: '2024-06-06T00:00:00+08:00' } }],
  ['overdue_wd', 4, 'due on Friday 7 June at 18:00; Monday was a holiday', { appeal: { ...open, due_at: '2024-06-07T18:00:00+08:00' } }],
  ['overdue_wd', 0, 'due tomorrow', { appeal: open }],
  ['overdue_wd', 0, 'closed', { appeal: { ...closed, due_at: '2024-06-07T18:00:00+08:00' } }],
  ['overdue_wd', null, 'no limit', { appeal: { ...open, due_at: null } }],
  ['unsatisfied', true, 'called back three days ago', { appeal: unhappy }],
  [
    'unsatisfied',
    false,
    'called back exactly 90 days ago',
    {
      appeal: {
        ...unhappy,
        accepted_at: '2024-03-01T00:00:00+08:00',
        closed_at: '2024-03-10T09:00:00+08:00',
        visited_at: '2024-03-18T00:00:00+08:00',
      },
    },
  ],
  ['unsatisfied', false, 'will be called back tomorrow', { appeal: { ...unhappy, visited_at: '2024-06-16T09:00:00+08:00' } }],
  ['unsatisfied', false, 'satisfied', { appeal: { ...unhappy, satisfaction: '2' } }],
  ['unsatisfied', null, 'time of the call not stated', { appeal: { ...unhappy, visited_at: null } }],
  [
    'repeat_count',
    2,
    'twice; the third comes tomorrow',
    { appeal: [open, repeat, { ...repeat, appeal_no: 'QS{N}' }, { ...repeat, appeal_no: 'QT{N}', accepted_at: '2024-06-16T09:00:00+08:00' }] },
  ],
  ['repeat_count', 1, 'once', { appeal: [open, repeat] }],
  ['repeat_count', 0, 'never', { appeal: open }],
  ['appeal_people', 12, 'twelve', { appeal: { ...open, people: 12 } }],
  ['appeal_people', 1, 'not stated', { appeal: open }],
  ['appeal_people', 0, 'none', { appeal: { ...open, people: 0 } }],
  ['life_safety', true, 'danger to life', { appeal: { ...open, urgency: '1' } }],
  ['life_safety', false, 'urgent', { appeal: { ...open, urgency: '2' } }],
  ['life_safety', false, 'not stated', { appeal: { ...open, urgency: null } }],
]);
