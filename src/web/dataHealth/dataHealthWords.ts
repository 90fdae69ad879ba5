/** Words of the page of data health. */
import { defineWords } from '../parts/language.ts';

export const dataHealthWords = defineWords('dataHealth', {
  title: { zh: '数据质量', en: 'Data health' },
  asOf: { zh: '截至{{day}}；各台账按安置点最近一次报送', en: 'As of {{day}}: the last delivery of each register by settlement' },
  summary: {
    zh: '{{all}}份应报数据中，{{late}}份逾期，{{never}}份从未报送',
    en: 'Of {{all}} deliveries that are due, {{late}} are late and {{never}} never came',
  },
  onlyLate: { zh: '只看逾期和未报', en: 'Only late and missing' },
  department: { zh: '部门', en: 'Department' },
  allDepartments: { zh: '全部部门', en: 'All departments' },
  register: { zh: '台账', en: 'Register' },
  rows: { zh: '现有行数', en: 'Rows' },
  missingRows: {
    zh: '{{count}}行缺席',
    en: ['{{count}} row is missing from the last full list', '{{count}} rows are missing from the last full list'],
  },
  late: { zh: '逾期', en: 'Late' },
  never: { zh: '未报', en: 'Never' },
  onTime: { zh: '按时', en: 'On time' },
  nil: { zh: '零报告', en: 'Nil report' },
  toNil: { zh: '作零报告', en: 'Report nil' },
  nilMark: { zh: '零', en: '0' },
  every: { zh: '{{every}}，{{days}}天为限', en: '{{every}}; late after {{days}} days' },
  day: { zh: '每日', en: 'daily' },
  week: { zh: '每周', en: 'weekly' },
  month: { zh: '每月', en: 'monthly' },
  quarter: { zh: '每季', en: 'quarterly' },
  term: { zh: '每学期', en: 'each term' },
  year: { zh: '每年', en: 'yearly' },
  change: { zh: '有变化即报', en: 'on change' },
  cell: { zh: '{{register}} · {{settlement}}：最近报送{{last}}', en: '{{register}} · {{settlement}}: last delivery {{last}}' },
  cellLate: {
    zh: '{{register}} · {{settlement}}：最近报送{{last}}，{{since}}起逾期{{count}}天',
    en: [
      '{{register}} · {{settlement}}: last delivery {{last}}, late since {{since}} ({{count}} day)',
      '{{register}} · {{settlement}}: last delivery {{last}}, late since {{since}} ({{count}} days)',
    ],
  },
  cellNever: { zh: '{{register}} · {{settlement}}：从未报送', en: '{{register}} · {{settlement}}: never delivered' },
  point: {
    zh: '移到一格读出报送日期。圆点=按时，“零”=按时的零报告（确实没有），框中数字=逾期天数，斜纹=从未报送。',
    en: 'Point at a cell for its dates. A dot is on time, 0 is a nil report in time (truly none), a boxed number counts days late, hatching never came.',
  },
  nothingLate: { zh: '这个范围内没有逾期的台账', en: 'No register is late here' },
  noSettlements: { zh: '还没有安置点', en: 'No settlement yet' },
  noSettlementsHint: { zh: '先导入安置点台账，再导入其他台账。', en: 'Import the register of settlements first, then the others.' },
  toImports: { zh: '去导入', en: 'To imports' },
  helpWhat: {
    zh: '一行一本台账，一列一个安置点。逾期的台账会使相关监测项变成“数据不足”，并提醒责任部门，而不是给住户报警。',
    en: 'A row a register, a column a settlement. A late register turns its items to “data insufficient” and reminds the department; it does not warn the household.',
  },
  helpNil: {
    zh: '没有发生也要报：零报告表示“确实为零”，与“没报”不同。',
    en: 'Nothing to report is reported too: a nil report says “truly zero”, which silence does not.',
  },
});
