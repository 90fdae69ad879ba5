/** What can be refused about the rights of persons. */
import { defineProblems } from '#platform/problems/problem.ts';

export const problems = defineProblems('person-rights', {
  'person-not-found': {
    kind: 'not-found',
    zh: '没有这个人员，或者不在您的辖区内。',
    en: 'There is no such person, or they live outside your area.',
  },
  'right-not-found': { kind: 'not-found', zh: '没有这条权利请求。', en: 'There is no such request.' },
  'proof-needed': { kind: 'invalid', zh: '不是本人提出的，请写明证明材料。', en: 'Whoever is not the person has to show a proof: say which.' },
  'row-not-found': {
    kind: 'not-found',
    zh: '这一行不是关于该人员的现有数据。',
    en: 'That row does not exist or is not about the person.',
  },
  'field-unknown': { kind: 'invalid', zh: '台账“{register}”没有字段“{field}”。', en: 'The register “{register}” has no field “{field}”.' },
  'field-not-own': {
    kind: 'invalid',
    zh: '“{zh}”由系统编号、计算或由流程产生，不能直接更正。',
    en: '“{en}” is numbered, computed or made by a workflow and cannot be corrected.',
  },
  'nothing-to-correct': { kind: 'invalid', zh: '请至少更正一个字段。', en: 'Name at least one field to correct.' },
  'correction-refused': { kind: 'invalid', zh: '更正未通过检查：{zh}', en: 'The correction did not pass the checks: {en}' },
  'restricted-already': { kind: 'conflict', zh: '该人员的数据已在限制处理中。', en: 'The data of the person are restricted already.' },
  'not-restricted': { kind: 'conflict', zh: '该人员的数据没有被限制。', en: 'The data of the person are not restricted.' },
  'ground-needed': { kind: 'invalid', zh: '请选择删除的依据。', en: 'Name the ground on which to erase.' },
  'still-active': {
    kind: 'conflict',
    zh: '不能删除：{zh}。可先申请限制处理。',
    en: 'Cannot be erased: {en}. A restriction may be asked for instead.',
  },
  'asked-already': {
    kind: 'conflict',
    zh: '该人员已有一条待办的删除请求（{right}）。',
    en: 'An erasure of the person is already asked for (request {right}).',
  },
  'not-waiting': { kind: 'conflict', zh: '这条请求不在待复核状态。', en: 'The request does not wait for a second person.' },
  'same-person': { kind: 'conflict', zh: '须由另一人复核：申请人不能复核自己的申请。', en: 'A second person has to confirm: not the one who asked.' },
});
