/** All hand-counted cases of clinics. */
import { table } from './scene.ts';

/** Closed since the evening of 12 June. */
const closure = { log_no: 'W{N}', log_type: '9', clinic_no: '52239900{N}', from_at: '2024-06-12T20:00:00+08:00' };

export const cases = table('clinic', [
  ['clinic_open', true, 'opened today', { clinic: { opened_on: '2024-06-15' } }],
  ['clinic_open', false, 'opens tomorrow', { clinic: { opened_on: '2024-06-16' } }],
  ['clinic_open', null, 'register silent', {}, { silent: ['clinic'] }],
  ['no_doctor_days', 3, 'closed since 12 June', { service_log: closure }],
  ['no_doctor_days', 3, 'closed, nothing said about duty', { clinic: { on_duty: null }, service_log: closure }],
  ['no_doctor_days', 1, 'nobody on duty', { clinic: { on_duty: 0 } }],
  [
    'no_doctor_days',
    1,
    'closed today, nobody on duty',
    { clinic: { on_duty: 0 }, service_log: { ...closure, from_at: '2024-06-15T08:00:00+08:00' } },
  ],
  ['no_doctor_days', 0, 'three on duty', {}],
  ['no_doctor_days', 0, 'open again', { service_log: { ...closure, to_at: '2024-06-14T08:00:00+08:00' } }],
  ['no_doctor_days', null, 'nothing said', { clinic: { on_duty: null } }],
  ['no_doctor_days', null, 'log silent', { service_log: closure }, { silent: ['service_log'] }],
  ['drug_rate', 79.5, 'stated', { clinic: { drug_rate: 79.5 } }],
  ['drug_rate', 0, 'none', { clinic: { drug_rate: 0 } }],
  ['drug_rate', null, 'not stated', { clinic: { drug_rate: null } }],
]);
