/** Words of the settings. */
import { settingNames } from '#catalog/settingNames.ts';
import { defineWords } from '../parts/language.ts';

export const settingsWords = defineWords('settings', {
  title: { zh: '设置', en: 'Settings' },
  note: { zh: '对整个平台生效；每次修改都记入审计', en: 'for the whole platform; every change stands in the audit log' },
  readOnly: { zh: '您可以查看，不能修改。', en: 'You may look at these, not change them.' },
  reveals: settingNames.reveals_per_hour,
  revealsHint: {
    zh: '{{least}} 至 {{most}} 次，通常 {{usual}} 次。用完后须等满一小时；每次查看都要填写目的并记入审计。',
    en: '{{least}} to {{most}}, usually {{usual}}. Whoever has used them waits until the hour is over; each asks for a purpose and stands in the audit log.',
  },
  goLive: settingNames.go_live,
  goLiveHint: {
    zh: '“已办诉求”从这一天起计数；不填则不限起始日。',
    en: 'Handled appeals are counted from this day on; left empty, from the beginning.',
  },
  calendar: { zh: '工作日历', en: 'Working days' },
  hours: settingNames.working_hours,
  opens: { zh: '上班', en: 'opens' },
  closes: { zh: '下班', en: 'closes' },
  hoursHint: {
    zh: '按天计的时限在下班时到期，提醒在上班时发出；按小时计的时限昼夜连续计算，不受此影响。',
    en: 'Limits of days end when the day closes, and are warned of when it opens. Limits of hours run through the night.',
  },
  hoursEffect: {
    zh: '此刻起算的1个工作日时限：原止于{{before}}，改后止于{{after}}。',
    en: 'A limit of one working day that began now would end {{after}} instead of {{before}}.',
  },
  runningStay: { zh: '已在计时的不变，改后新起算的适用。', en: 'Clocks that run keep their end; those that begin afterwards follow the change.' },
  limits: settingNames.appeal_limits,
  limitsHint: {
    zh: '按办理类型和紧急程度适用；特急、紧急优先于办理类型。信访时限以《信访工作条例》为界，只能对诉求人更有利。',
    en: 'By track and urgency; danger and urgency go first. Those of petitions are bound by the law and may only be better for the appellant.',
  },
  limitEffect: {
    zh: '{{name}}：{{before}}改为{{after}}。此刻起算，原止于{{from}}，改后止于{{to}}。',
    en: '{{name}}: {{before}} becomes {{after}}. Begun now, it would end {{to}} instead of {{from}}.',
  },
  unitOf: { zh: '“{{name}}”的单位', en: 'unit of “{{name}}”' },
  h: { zh: '小时', en: 'hours' },
  wd: { zh: '个工作日', en: 'working days' },
  d: { zh: '天', en: 'days' },
  lawfulMost: { zh: '法定最长{{limit}}', en: 'at most {{limit}} by law' },
  lawfulLeast: { zh: '法定最短{{limit}}', en: 'at least {{limit}} by law' },
  usual: { zh: '通常{{limit}}', en: 'usually {{limit}}' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存。', en: 'Saved.' },
});
