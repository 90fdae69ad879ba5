/** What can be refused about work orders and about warnings being handled. */
import { defineProblems } from '#platform/problems/problem.ts';
import { moveProblems } from './refusedMove.ts';

export const problems = defineProblems('work-orders', {
  ...moveProblems,
  'not-found': { kind: 'not-found', zh: '没有这张工单，或者它不在您的辖区内。', en: 'There is no such work order, or it lies outside your area.' },
  'warning-not-found': {
    kind: 'not-found',
    zh: '没有这条预警，或者它不在您的辖区内。',
    en: 'There is no such warning, or it lies outside your area.',
  },
  'owner-not-here': {
    kind: 'invalid',
    zh: '所选责任人不在这张工单所在的楼栋、社区、街道、县或责任部门，请从列表中选择。',
    en: 'The person chosen holds no post where this order lies: choose one of the list.',
  },
  'department-unknown': {
    kind: 'invalid',
    zh: '没有“{department}”这个部门，请从列表中选择。',
    en: 'There is no department “{department}”: choose one of the list.',
  },
  'subject-not-found': {
    kind: 'not-found',
    zh: '没有编号为“{subject}”的对象，或者它不在您的辖区内。',
    en: 'There is no subject “{subject}”, or it lies outside your area.',
  },
  'item-unknown': { kind: 'invalid', zh: '没有监测项“{item}”。', en: 'There is no item “{item}”.' },
  'warned-already': {
    kind: 'conflict',
    zh: '该对象在这个监测项上已有预警{no}，请在那条预警上办理。',
    en: 'The subject has a warning of this item already, {no}: work on that one.',
  },
});
