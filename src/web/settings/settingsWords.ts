/** Words of the settings. */
import { defineWords } from '../parts/language.ts';

export const settingsWords = defineWords('settings', {
  title: { zh: '设置', en: 'Settings' },
  note: { zh: '对整个平台生效；每次修改都记入审计', en: 'for the whole platform; every change stands in the audit log' },
  readOnly: { zh: '您可以查看，不能修改。', en: 'You may look at these, not change them.' },
  reveals: { zh: '每人每小时可查看的完整号码和姓名', en: 'Whole numbers and names a person is shown in an hour' },
  revealsHint: {
    zh: '{{least}} 至 {{most}} 次，通常 {{usual}} 次。用完后须等满一小时；每次查看都要填写目的并记入审计。',
    en: '{{least}} to {{most}}, usually {{usual}}. Whoever has used them waits until the hour is over; each asks for a purpose and stands in the audit log.',
  },
  goLive: { zh: '平台启用日期', en: 'Day on which the platform started' },
  goLiveHint: {
    zh: '“已办诉求”从这一天起计数；不填则不限起始日。',
    en: 'Handled appeals are counted from this day on; left empty, from the beginning.',
  },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存。', en: 'Saved.' },
});
