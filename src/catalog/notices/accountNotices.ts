/** What is told about accounts and grants. */
import type { NoticeKind } from './noticeKind.ts';

export const accountNotices = {
  'grants.ends': {
    zh: '本人授权将到期',
    en: 'Own grant about to end',
    says: {
      zh: '您的“{role}”授权将于 {day} 到期；如仍需要，请联系授权人续期。',
      en: 'Your grant as {role} ends on {day}; if it is still needed, ask those who gave it.',
    },
    urgency: 'usual',
    link: '/account',
    because: { zh: '这是您本人的授权。', en: 'It is your own grant.' },
  },
  'grants.ends-below': {
    zh: '辖区内授权将到期',
    en: 'Grant in your area about to end',
    says: {
      zh: '账号 {account} 的“{role}”授权将于 {day} 到期；如仍需要，请续期。',
      en: 'The grant of account {account} as {role} ends on {day}; renew it if it is still needed.',
    },
    urgency: 'quiet',
    link: '/accounts/{account}',
    because: { zh: '您可以续期这项授权。', en: 'You may renew this grant.' },
    concerns: 'grants.change',
  },
  'accounts.locked': {
    zh: '账号登录锁定',
    en: 'Account locked',
    says: {
      zh: '账号 {account} 连续 {failures} 次登录失败，已暂时锁定。请核实是否本人操作。',
      en: 'Account {account} failed to sign in {failures} times and is locked for a while. Find out whether it was its owner.',
    },
    urgency: 'urgent',
    link: '/accounts/{account}',
    because: { zh: '您负责账号安全。', en: 'You look after the security of accounts.' },
  },
  'accounts.locked-unknown': {
    zh: '未知用户名登录锁定',
    en: 'Unknown name locked',
    says: {
      zh: '有人用不存在的用户名连续 {failures} 次登录失败，已暂时锁定。今天不再重复提醒。',
      en: 'Somebody failed to sign in {failures} times under a name that nobody has; it is locked for a while. This is not repeated today.',
    },
    urgency: 'usual',
    link: '/accounts',
    because: { zh: '您负责账号安全。', en: 'You look after the security of accounts.' },
  },
} as const satisfies Readonly<Record<string, NoticeKind>>;
