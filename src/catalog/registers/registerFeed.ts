/** R43 台账报送记录: deliveries of registers. */
import { bool } from '../kinds/bool.ts';
import { date } from '../kinds/date.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const registerFeed = register(
  {
    no: 'R43',
    name: 'register_feed',
    zh: '台账报送记录',
    en: 'Deliveries of registers',
    subject: 'delivery',
    key: ['register', 'settlement_code', 'data_date'],
    mode: 'event',
    date: { field: 'data_date' },
    every: 'day',
    staleAfterDays: 7,
    departments: ['平台'],
    sensitivity: 'internal',
    settlementVia: ['settlement_code'],
    note: 'date: data_date; added; platform table, never imported: one row for each register and settlement that an accepted import or a nil report (零报告) covers; tells a real zero from silence',
  },
  {
    register: text({ zh: '台账名称', en: 'register name', required: 'auto', sensitivity: 'internal', maxLength: 40, auto: { workflow: true } }),
    settlement_code: ref('settlement', {
      zh: '安置点',
      en: 'settlement',
      required: 'auto',
      sensitivity: 'internal',
      by: ['settlement_code'],
      auto: { workflow: true },
    }),
    data_date: date({
      zh: '数据日期',
      en: 'the delivery holds up to and including this date',
      required: 'auto',
      sensitivity: 'internal',
      auto: { workflow: true },
    }),
    nil: bool({
      zh: '零报告',
      en: 'nil report: nothing to report',
      required: 'auto',
      sensitivity: 'internal',
      default: '0',
      auto: { workflow: true },
    }),
  },
);
