/** What can be refused about notices and webhooks. */
import { defineProblems } from '#platform/problems/problem.ts';

export const problems = defineProblems('notices', {
  'mail-off': {
    kind: 'conflict',
    zh: '本系统没有设置邮件服务，暂时不能接收邮件通知；请联系系统管理员。',
    en: 'No mail server is set up here, so letters cannot be sent; ask the administrator.',
  },
  'mail-failed': {
    kind: 'invalid',
    zh: '确认邮件没有发出（{code}），请核对邮箱地址后重试。',
    en: 'The letter with the code was not sent ({code}): check the address and try again.',
  },
  'code-too-soon': { kind: 'too-much', zh: '确认码刚刚发出，请 {seconds} 秒后再试。', en: 'A code was just sent: try again in {seconds} seconds.' },
  'code-wrong': { kind: 'invalid', zh: '确认码不对或已失效，请重新获取。', en: 'The code is wrong or no longer holds; ask for a new one.' },
});

export const webhookProblems = defineProblems('webhooks', {
  'not-found': { kind: 'not-found', zh: '没有这个对外推送。', en: 'There is no such webhook.' },
  url: { kind: 'invalid', zh: '推送地址不是有效的网址。', en: 'The address is not a valid URL.' },
  https: {
    kind: 'invalid',
    zh: '推送地址须以 https:// 开头；确需 http 的内部地址，请服务器管理员写入 ANJU_RELAYS。',
    en: 'The address must begin with https://. For an inner one by http, let the administrator of the server name it in ANJU_RELAYS.',
  },
  address: {
    kind: 'invalid',
    zh: '不能推送到本机或云平台的元数据地址；确有需要，请服务器管理员写入 ANJU_RELAYS。',
    en: 'Neither this machine nor a metadata service may be called; where it must be, let the administrator of the server name it in ANJU_RELAYS.',
  },
  'secret-needed': {
    kind: 'invalid',
    zh: '请填写钉钉机器人“加签”页面给出的密钥（以 SEC 开头）。',
    en: 'Give the secret that DingTalk shows under “加签” (it begins with SEC).',
  },
  'secret-none': { kind: 'conflict', zh: '这种格式没有可由本系统更换的密钥。', en: 'This form has no secret that could be renewed here.' },
  kinds: { kind: 'invalid', zh: '没有名为“{kind}”的通知种类。', en: 'There is no kind of notice “{kind}”.' },
});
