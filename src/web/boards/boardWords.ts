/** Words of the board. */
import { defineWords } from '../parts/language.ts';

export const boardWords = defineWords('boards', {
  title: { zh: '基本公共服务一览', en: 'Basic public services at a glance' },
  asOf: { zh: '数据截至{{to}}', en: 'Data as of {{to}}' },
  asOfSpan: {
    zh: '数据截至{{from}}至{{to}}（各安置点最近一次评估）',
    en: 'Data as of {{from}} to {{to}} (the latest evaluation of each settlement)',
  },
  month: { zh: '月份', en: 'Month' },
  area: { zh: '地区', en: 'Area' },
  itself: { zh: '合计', en: 'All' },
  never: { zh: '还没有评估过', en: 'Nothing has been evaluated yet' },
  neverHint: {
    zh: '先在“导入”里交来台账，评估随之自动进行，数字便出现在这里。',
    en: 'Bring registers in under “Imports”; the evaluation follows by itself and the numbers appear here.',
  },
  fold: { zh: '收起“{{aspect}}”', en: 'Fold “{{aspect}}”' },
  unfold: { zh: '展开“{{aspect}}”', en: 'Unfold “{{aspect}}”' },
  withheld: { zh: '无权查看', en: 'withheld' },
  withheldHint: {
    zh: '涉及健康信息，您无权查看这一项的数字。',
    en: 'It concerns health; the numbers of this item are not for you to see.',
  },
  compare: { zh: '与同级比较', en: 'Compare with peers' },
  comparison: { zh: '与同级比较', en: 'Compared with peers' },
  comparedItem: { zh: '监测项', en: 'Item' },
  rate: { zh: '指标值', en: 'Value' },
  counted: { zh: '分子 / 分母', en: 'Counted' },
  own: { zh: '本辖区', en: 'your area' },
  together: { zh: '合计', en: 'All together' },
  suppressed: { zh: '涉及不足5人，不显示', en: 'would tell of fewer than 5 people, not shown' },
  noPeers: { zh: '没有同级地区可比', en: 'There is no area to compare with' },
  helpCompare: {
    zh: '只比较汇总数，看不到其他地区的任何一户、一人。',
    en: 'Sums alone are compared; nothing of any household or person of another area is shown.',
  },
  helpSuppressed: {
    zh: '分子、分母或两者之差不足5人的不显示；为防止用合计倒推，有时也隐去另外一个地区。',
    en: 'A number is not shown where those counted, all, or those left are fewer than 5; another area may be left out too, so that nothing follows from the sum.',
  },
  toBoard: { zh: '回到一览', en: 'Back to the board' },
  warned: { zh: '预警', en: 'Warned' },
  reading: {
    zh: '移到或选中一格，在这里读出全部数字；方向键移动，回车打开。',
    en: 'Point at a cell or select it to read its numbers here; arrow keys move, Enter opens.',
  },
  of: { zh: '{{numerator}} / {{denominator}}', en: '{{numerator}} of {{denominator}}' },
  up: { zh: '高为优', en: 'high is good' },
  down: { zh: '低为优', en: 'low is good' },
  concerned: { zh: '涉及{{n}}', en: '{{n}} concerned' },
  noLevel: { zh: '无预警', en: 'no warning' },
  noValue: { zh: '无可计算对象', en: 'nothing to count' },
  uncounted: { zh: '到安置点为止，这一级不统计', en: 'Counted down to the settlement, not here' },
  uncountedItems: {
    zh: '另有{{count}}项关于学校、诊所、设施和治理，只统计到安置点。',
    en: [
      '{{count}} more item, about schools, clinics, facilities or governance, is counted down to the settlement only.',
      '{{count}} more items, about schools, clinics, facilities or governance, are counted down to the settlement only.',
    ],
  },
  helpUncounted: {
    zh: '斜纹表示这一级不统计：关于学校、诊所、设施的监测项只到安置点，不是零。',
    en: 'Hatching: not counted at this level. Items about schools, clinics and facilities end at the settlement; it is not a zero.',
  },
  householdsHere: { zh: '这里的住户', en: 'Households here' },
  allHouseholds: { zh: '全部{{count}}户', en: ['the {{count}} household', 'all {{count}} households'] },
  tally: { zh: '未解除的预警', en: 'Standing warnings' },
  tallyOwn: { zh: '本部门未解除的预警', en: 'Standing warnings of the department' },
  noWarnings: { zh: '没有未解除的预警', en: 'No standing warnings' },
  toHouseholds: { zh: '{{households}}户 {{persons}}人', en: '{{households}} households, {{persons}} persons' },
  helpCell: {
    zh: '每格第一行是指标值；第二行是最重的预警等级和该等级的对象数；“缺”是因数据不足而无法判断的对象数。',
    en: 'The first line of a cell is the indicator; the second the worst level and how many subjects stand at it; “?” counts subjects that cannot be judged for want of data.',
  },
  helpWay: {
    zh: '表头的“高为优”“低为优”说明指标值往哪边是好。',
    en: '“High is good” and “low is good” in the head say which way of an indicator is good.',
  },
  helpDash: { zh: '“—”表示没有可计算的对象，不是零。', en: 'A dash means that there is nothing to count; it is not a zero.' },
  helpSum: {
    zh: '上级的数是所属安置点相加后再算，不是平均数。',
    en: 'The numbers of an area are those of its settlements added up, not an average.',
  },
  helpDrill: {
    zh: '点地区名进入下一级；点格子打开该监测项在这个地区的名单。',
    en: 'Open an area by its name; a cell opens the list of that item in that area.',
  },
  helpKeys: {
    zh: '键盘：方向键在格间移动，Home/End 到行首行尾，回车打开，/ 查找。',
    en: 'Keys: arrows move between cells, Home and End along the row, Enter opens, / finds.',
  },
});
