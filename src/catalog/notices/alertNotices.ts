/** What the house tells about itself to those who run it. */
import type { NoticeKind } from './noticeKind.ts';

const because = { zh: '您负责系统运行。', en: 'You look after the running of the house.' };
const alert = { link: '/alerts', because, concerns: 'alerts.read' } as const;

export const alertNotices = {
  'alerts.jobs-failed': {
    ...alert,
    zh: '后台任务失败',
    en: 'Jobs failed',
    says: { zh: '后台任务 {task} 已失败 {attempts} 次，请查看运行日志。', en: 'The job {task} has failed {attempts} times; look at the log.' },
    urgency: 'urgent',
  },
  'alerts.undelivered': {
    ...alert,
    zh: '通知未送达',
    en: 'Notices not delivered',
    says: {
      zh: '一条对外通知（消息 {message}）多次发送失败，已放弃。今天同一去处不再重复提醒。',
      en: 'A notice (message {message}) could not be delivered and was given up. This is not repeated today for the same place.',
    },
    urgency: 'usual',
  },
  'alerts.seal-behind': {
    ...alert,
    zh: '审计入链滞后',
    en: 'Sealing of the audit log behind',
    says: {
      zh: '有 {count} 条审计记录超过 {minutes} 分钟没有入链，请检查服务是否正常。',
      en: '{count} audit entries have waited longer than {minutes} minutes to be chained; see whether the server is well.',
    },
    urgency: 'urgent',
  },
} as const satisfies Readonly<Record<string, NoticeKind>>;
