/** Words of the calendar. */
import { defineWords } from '../parts/language.ts';

export const calendarWords = defineWords('calendar', {
  title: { zh: '工作日历', en: 'Working days' },
  note: {
    zh: '{{year}}年共{{count}}个工作日；签收、核查、办结等时限按此计算',
    en: ['{{count}} working day in {{year}}; time limits are counted by it', '{{count}} working days in {{year}}; time limits are counted by them'],
  },
  noNotice: {
    zh: '{{year}}年的放假安排尚未写入，暂按周一至周五计。国务院办公厅公布后，请在这里逐日改定。',
    en: 'The arrangement of {{year}} is not in yet: Monday to Friday count for now. When it is published, set its days here.',
  },
  previous: { zh: '上一年', en: 'Year before' },
  next: { zh: '下一年', en: 'Year after' },
  year: { zh: '{{year}}年', en: '{{year}}' },
  thisYear: { zh: '今年', en: 'This year' },
  monthDays: { zh: '{{count}}个工作日', en: ['{{count}} working day', '{{count}} working days'] },
  off: { zh: '休', en: 'H' },
  worked: { zh: '班', en: 'W' },
  working: { zh: '工作日', en: 'working day' },
  rest: { zh: '休息日', en: 'day off' },
  changed: { zh: '与公布的安排不同', en: 'differs from the notice' },
  legendRest: { zh: '休息日', en: 'day off' },
  legendOff: { zh: '放假的工作日', en: 'weekday off' },
  legendWorked: { zh: '上班的周末', en: 'weekend worked' },
  legendChanged: { zh: '本地改动', en: 'changed here' },
  legendKeys: { zh: '点一天可改；方向键移动，回车改', en: 'Click a day to change it; arrow keys move, Enter changes' },

  ask: { zh: '把{{day}}（星期{{weekday}}{{name}}）改为{{to}}？', en: 'Make {{day}} ({{weekday}}{{name}}) a {{to}}?' },
  effectYear: { zh: '{{year}}年的工作日由{{before}}天变为{{after}}天。', en: 'The working days of {{year}} go from {{before}} to {{after}}.' },
  effectLater: { zh: '跨过这一天的工作日时限，到期日会推后。', en: 'Time limits in working days that run across this day end later.' },
  effectSooner: { zh: '跨过这一天的工作日时限，到期日会提前。', en: 'Time limits in working days that run across this day end sooner.' },
  effectEvaluation: {
    zh: '{{count}}个安置点会自动重新评估，个别预警等级可能变化。',
    en: [
      '{{count}} settlement is evaluated again; levels of warnings may change.',
      '{{count}} settlements are evaluated again; levels of warnings may change.',
    ],
  },
  effectAway: { zh: '这与公布的放假安排不同。', en: 'This departs from the published arrangement.' },
  effectBack: { zh: '这是恢复公布的放假安排。', en: 'This restores the published arrangement.' },
  confirm: { zh: '确认改动', en: 'Change it' },
  cancel: { zh: '不改', en: 'Leave it' },
  done: { zh: '已把{{day}}改为{{to}}。', en: '{{day}} is now a {{to}}.' },
  undo: { zh: '撤销', en: 'Undo' },

  county: { zh: '适用', en: 'For' },
  everywhere: { zh: '全州', en: 'all counties' },
  localDays: { zh: '{{county}}自定的节假日和调休', en: 'Holidays and worked days of {{county}}' },
  noLocalDays: { zh: '没有：与全州一致。', en: 'None: as everywhere.' },
  legendLocal: { zh: '本县（市）自定', en: 'of the county' },
  askLocal: {
    zh: '在{{county}}，把{{day}}（星期{{weekday}}）改为{{to}}？',
    en: 'Make {{day}} ({{weekday}}) a {{to}} in {{county}}?',
  },
  effectLocal: {
    zh: '只影响{{county}}各安置点的预警和诉求时限；其他县、监测项的计算不变。',
    en: 'It concerns the time limits of warnings and appeals in {{county}} alone; other counties and the items are as before.',
  },
  effectRunning: { zh: '已在计时的不变，改后新起算的适用。', en: 'Clocks that run keep their end; those that begin afterwards follow the change.' },
  localName: { zh: '节日名称或文号', en: 'Name of the holiday, or the document' },
  localNameHint: {
    zh: '例如：六月六布依族风情节；州庆放假通知〔2026〕3号',
    en: 'for example: Buyi festival of the sixth month; notice no. 3 of 2026',
  },

  differences: { zh: '与公布安排不同的日子', en: 'Days that differ from the notice' },
  noDifferences: { zh: '没有：与公布的安排一致。', en: 'None: as published.' },
  now: { zh: '现为{{state}}', en: 'now a {{state}}' },
  restore: { zh: '恢复', en: 'Restore' },
  restoreOf: { zh: '恢复{{day}}', en: 'Restore {{day}}' },
  helpRule: {
    zh: '周一至周五为工作日；放假的工作日标“休”，调休上班的周末标“班”。',
    en: 'Monday to Friday are worked. A weekday off is marked H, a weekend that is worked W.',
  },
  helpEffect: {
    zh: '改动一天，其后所有工作日重新编号，各安置点重新评估；随时可以改回。',
    en: 'A change numbers all later working days anew and evaluates the settlements again; it can be changed back at any time.',
  },
  helpKeys: {
    zh: '键盘：方向键移动一天或一周，PageUp/PageDown 移动一月，Home/End 到月初月末，回车改这一天。',
    en: 'Keys: arrows move a day or a week, PageUp and PageDown a month, Home and End to the ends of the month, Enter changes the day.',
  },
  weekdays: { zh: '一二三四五六日', en: 'Mo Tu We Th Fr Sa Su' },
});
