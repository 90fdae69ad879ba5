/** What can be refused about appeals. What strangers are told says nothing about the house. */
import { defineProblems } from '#platform/problems/problem.ts';
import { moveProblems } from '#features/workOrders/refusedMove.ts';

export const problems = defineProblems('appeals', {
  ...moveProblems,
  'not-found': { kind: 'not-found', zh: '没有这件诉求，或者它不在您的辖区内。', en: 'There is no such appeal, or it lies outside your area.' },
  'no-such-receipt': {
    kind: 'not-found',
    zh: '编号或查询码不对。请照回执上的填写；查询码丢了，可到社区服务窗口补发。',
    en: 'The number or the code is not right. Type them as they stand on the receipt; a lost code is replaced at the counter of the community.',
  },
  'captcha-wrong': { kind: 'invalid', zh: '验证没有通过，请按新的一题再答一次。', en: 'The check was not passed: please answer the new one.' },
  'settlement-unknown': {
    kind: 'invalid',
    zh: '没有这个安置点，请从列表中选择。',
    en: 'There is no such settlement: choose one of the list.',
  },
  'settlement-not-here': {
    kind: 'not-found',
    zh: '没有这个安置点，或者它不在您的辖区内。',
    en: 'There is no such settlement, or it lies outside your area.',
  },
  'person-not-found': {
    kind: 'invalid',
    zh: '按这个证件号码或人员编号没有找到您辖区内的搬迁群众。不是搬迁群众的，请空着，只填姓名和联系方式。',
    en: 'No relocated person of your area has this number. For others leave it empty and give name and contact.',
  },
  'unit-not-here': {
    kind: 'invalid',
    zh: '所选单位不管这件诉求所在的地方，请从列表中选择。',
    en: 'The unit chosen has nothing to do with that place: choose one of the list.',
  },
  'unit-is-accused': {
    kind: 'conflict',
    zh: '所选单位是被反映方，不能由它办理，请交给别的单位。',
    en: 'The unit chosen is the one complained about: give it to another.',
  },
  'merge-target': {
    kind: 'invalid',
    zh: '没有编号为“{into}”的在办诉求，或者它不在同一安置点、它本身已并案。',
    en: 'There is no appeal “{into}” in hand at the same settlement, or it is merged itself.',
  },
  'extension-too-long': {
    kind: 'invalid',
    zh: '最多延到{latest}（规定最长延期{limit}）。',
    en: 'It can be extended until {latest} at most ({limit}).',
  },
  'no-item': { kind: 'conflict', zh: '这件诉求没有对应的监测项，不能登记预警。', en: 'This appeal names no item: no warning can be raised from it.' },
  'no-subject': {
    kind: 'conflict',
    zh: '监测项{item}的对象不是人或户，或诉求人未登记为搬迁群众：请到预警页登记。',
    en: 'Item {item} is not about a person or household, or the appellant is not registered: raise the warning on its own page.',
  },
  'warned-already': { kind: 'conflict', zh: '这件诉求已登记过预警。', en: 'A warning was raised from this appeal already.' },
});
