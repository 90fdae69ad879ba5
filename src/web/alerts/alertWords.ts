/** Words of the page about the running of the house. */
import { defineWords } from '../parts/language.ts';

export const alertWords = defineWords('alerts', {
  title: { zh: '运行情况', en: 'How the house does' },
  note: { zh: '每十分钟自动检查，异常时通知系统和审计管理员', en: 'Looked at every ten minutes; the administrators are told of trouble' },
  helpMetrics: { zh: '同样的数字在 /metrics，供监控系统读取。', en: 'The same numbers stand in /metrics, for systems that watch.' },
  look: { zh: '检查项', en: 'What' },
  now: { zh: '现在', en: 'Now' },
  state: { zh: '情况', en: 'State' },
  well: { zh: '正常', en: 'well' },
  ill: { zh: '需要处理', en: 'needs somebody' },
  jobsWaiting: { zh: '等待的后台任务', en: 'Jobs that wait' },
  failedTasks: { zh: '反复失败的后台任务', en: 'Jobs that keep failing' },
  unsealedLong: { zh: '超过5分钟未入链的审计记录', en: 'Audit entries not chained within 5 minutes' },
  noticesWaiting: { zh: '尚未分发的通知', en: 'Notices not spread yet' },
  messagesWaiting: { zh: '等待外发的消息', en: 'Messages that wait to leave' },
  messagesGivenUp: { zh: '近7天放弃发送的消息', en: 'Messages given up in the last 7 days' },
  lateRegisters: { zh: '逾期未报的台账（按安置点计）', en: 'Registers that are late (by settlement)' },
  task: { zh: '任务', en: 'Job' },
  attempts: { zh: '失败次数', en: 'Attempts' },
  nextAt: { zh: '下次重试', en: 'Tried again' },
  never: { zh: '不再重试', en: 'never' },
});
