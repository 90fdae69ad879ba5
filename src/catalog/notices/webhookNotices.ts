/** What is told about webhooks themselves. */
import type { NoticeKind } from './noticeKind.ts';

export const webhookNotices = {
  'webhooks.test': {
    zh: '测试',
    en: 'Test',
    says: { zh: '这是安居发出的测试，收到即说明推送可用。', en: 'This is a test sent by Anju: that it arrived means that it works.' },
    urgency: 'usual',
    link: '/webhooks',
    because: { zh: '管理员发起了测试。', en: 'An administrator asked for a test.' },
  },
} as const satisfies Readonly<Record<string, NoticeKind>>;
