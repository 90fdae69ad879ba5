/** What is told about registers that do not come. */
import type { NoticeKind } from './noticeKind.ts';

export const registerNotices = {
  'registers.late': {
    zh: '应报数据逾期',
    en: 'Registers late',
    says: {
      zh: '您负责报送的台账有 {count} 项逾期未报（按安置点计），其中 {fresh} 项是新增的。',
      en: 'Of the registers that you report, {count} are late (by settlement), {fresh} of them newly.',
    },
    urgency: 'usual',
    link: '/data-health',
    because: { zh: '您的部门在您的辖区内负责报送这些台账。', en: 'Your department reports these registers in your area.' },
  },
} as const satisfies Readonly<Record<string, NoticeKind>>;
