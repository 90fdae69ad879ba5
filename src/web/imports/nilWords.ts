/** Words of the page of nil reports. */
import { defineWords } from '../parts/language.ts';

export const nilWords = defineWords('nil', {
  title: { zh: '零报告', en: 'Nil report' },
  note: { zh: '没有发生也要报：“确实为零”与“没报”不同', en: 'Nothing to report is reported too: “truly zero” is not silence' },
  register: { zh: '台账', en: 'Register' },
  choose: { zh: '请选择台账', en: 'Choose the register' },
  events: { zh: '按次登记的台账', en: 'Registers of events' },
  lists: { zh: '名册类台账', en: 'Registers that are lists' },
  dataDate: { zh: '截至日期', en: 'Up to' },
  chooseHint: { zh: '先选台账，下面会列出各安置点最近一次报送。', en: 'Choose a register; the last delivery of each settlement is then listed.' },
  eventHint: { zh: '表示到这一天为止，这本台账没有新发生的事。', en: 'It says: up to this day nothing new happened that this register would hold.' },
  listHint: {
    zh: '表示到这一天为止，名册没有变动，现有内容仍然有效。',
    en: 'It says: up to this day the list has not changed; what it holds still stands.',
  },
  standing: { zh: '现有{{rows}}行', en: '{{rows}} rows now' },
  settlement: { zh: '安置点', en: 'Settlement' },
  last: { zh: '最近一次报送', en: 'Last delivery' },
  state: { zh: '情况', en: 'State' },
  never: { zh: '从未报送', en: 'never came' },
  lateDays: { zh: '已逾期{{count}}天', en: ['late by {{count}} day', 'late by {{count}} days'] },
  onTime: { zh: '按时', en: 'on time' },
  already: { zh: '这一天起已有报送，不必再报', en: 'delivered on or after this day: not needed' },
  nil: { zh: '零报告', en: 'nil report' },
  all: { zh: '全选', en: 'All' },
  send: { zh: '为{{count}}个安置点作零报告', en: ['Report nil for {{count}} settlement', 'Report nil for {{count}} settlements'] },
  sendNone: { zh: '请勾选安置点', en: 'Tick the settlements' },
  sent: {
    zh: '已记下：{{register}}截至{{day}}，{{count}}个安置点零报告。',
    en: ['Noted: {{register}} up to {{day}}, nil for {{count}} settlement.', 'Noted: {{register}} up to {{day}}, nil for {{count}} settlements.'],
  },
  open: { zh: '查看第{{id}}号记录', en: 'See record {{id}}' },
  noSettlements: { zh: '还没有安置点。先导入安置点台账。', en: 'No settlement yet. Import the register of settlements first.' },
  earlier: { zh: '以前的零报告', en: 'Earlier nil reports' },
  none: { zh: '这本台账还没有作过零报告。', en: 'No nil report of this register yet.' },
  line: {
    zh: '第{{id}}号 · 截至{{day}} · {{count}}个安置点',
    en: ['{{id}} · up to {{day}} · {{count}} settlement', '{{id}} · up to {{day}} · {{count}} settlements'],
  },
  undone: { zh: '已撤销', en: 'taken back' },
  toImports: { zh: '回到导入', en: 'Back to imports' },
  helpWhat: {
    zh: '零报告是一次报送：到期不再催报，监测项据此判为“确实没有”，而不是“数据不足”。',
    en: 'A nil report is a delivery: the register is no longer late, and items read it as “truly none” instead of “data insufficient”.',
  },
  helpUndo: { zh: '报错了可以撤销，和撤销一次导入一样。', en: 'A wrong one is taken back like an import.' },
});
