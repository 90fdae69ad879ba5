/** Hand-counted cases of the subsistence allowance; the date is Saturday 2024-06-15 unless stated. */
import type { CaseRow } from '../scene.ts';

const dibao = { approved_on: '2023-01-20', decision: '1', insured_count: 1, last_paid_month: '2024-05', review_due: '2024-12-31' };
const refusal = { decision: '2', decided_on: '2024-05-01' };

export const rows: readonly CaseRow[] = [
  ['on_dibao', true, 'running', { subsistence_allowance: dibao }],
  ['on_dibao', true, 'stops next month', { subsistence_allowance: { ...dibao, stop_month: '2024-07', stop_reason: '1' } }],
  ['on_dibao', false, 'stopped from this month', { subsistence_allowance: { ...dibao, stop_month: '2024-06', stop_reason: '1' } }],
  ['on_dibao', false, 'approved tomorrow', { subsistence_allowance: { ...dibao, approved_on: '2024-06-16' } }],
  ['on_dibao', false, 'pending', { subsistence_allowance: { ...dibao, decision: '3', approved_on: null } }],
  ['on_dibao', false, 'no row', {}],
  ['on_dibao', null, 'register silent', { subsistence_allowance: dibao }, { silent: ['subsistence_allowance'] }],
  ['dibao_unpaid_months', 2, 'March was the last', { subsistence_allowance: { ...dibao, last_paid_month: '2024-03' } }],
  [
    'dibao_unpaid_months',
    1,
    'approved in May, never paid',
    { subsistence_allowance: { ...dibao, approved_on: '2024-05-20', last_paid_month: null } },
  ],
  ['dibao_unpaid_months', 0, 'paid up to May', { subsistence_allowance: dibao }],
  ['dibao_unpaid_months', 0, 'no row', {}],
  ['dibao_unpaid_months', null, 'register silent', {}, { silent: ['subsistence_allowance'] }],
  ['dibao_review_overdue_days', 15, 'was due on 31 May', { subsistence_allowance: { ...dibao, review_due: '2024-05-31' } }],
  ['dibao_review_overdue_days', 0, 'due in December', { subsistence_allowance: dibao }],
  ['dibao_review_overdue_days', null, 'no due date', { subsistence_allowance: { ...dibao, review_due: null } }],
  ['dibao_over_insured', true, 'two for one member', { subsistence_allowance: { ...dibao, insured_count: 2 } }, { others: [{}] }],
  ['dibao_over_insured', false, 'one for one member', { subsistence_allowance: dibao }, { others: [{}] }],
  ['dibao_over_insured', false, 'no row', {}],
  ['dibao_over_insured', null, 'number not stated', { subsistence_allowance: { ...dibao, insured_count: null } }],
  ['dibao_refused_unexplained', true, 'refused 364 days ago', { subsistence_allowance: { ...refusal, decided_on: '2023-06-17' } }],
  ['dibao_refused_unexplained', false, 'refused 365 days ago', { subsistence_allowance: { ...refusal, decided_on: '2023-06-16' } }],
  ['dibao_refused_unexplained', false, 'explained', { subsistence_allowance: { ...refusal, decision_reason: '收入超标' } }],
  ['dibao_refused_unexplained', false, 'no row', {}],
  ['dibao_refused_unexplained', null, 'day of the refusal not stated', { subsistence_allowance: { decision: '2' } }],
];
