/** Words of handing a post over, and of acting as a deputy. */
import { defineWords } from '../parts/language.ts';

export const postWords = defineWords('posts', {
  title: { zh: '岗位移交', en: 'Handing a post over' },
  back: { zh: '返回账号', en: 'Back to the accounts' },
  helpOnly: {
    zh: '只有能授予这些角色和辖区的人可以办理；接任人、代理人得到的不会超出原岗位。',
    en: 'Only who may give these roles and areas does this; nobody receives more than the post has.',
  },
  helpDeputy: {
    zh: '代理人以本人登录，切换代理身份后办理，审计记为“某某代某某”。',
    en: 'A deputy signs in as themself and switches over; the audit log writes who acted for whom.',
  },
  helpWork: {
    zh: '按辖区看到的工作随授权一起移交，令牌转到接任人名下。',
    en: 'Work that is seen by area goes with the grants; tokens become the successor’s.',
  },
  work: { zh: '未完成的工作', en: 'Open work' },
  deputy: { zh: '代理', en: 'Deputy' },
  deputyLogin: { zh: '代理人用户名', en: 'User name of the deputy' },
  nameDeputy: { zh: '指定代理', en: 'Name the deputy' },
  from: { zh: '开始（默认今天）', en: 'From (today by default)' },
  to: { zh: '结束（不含）', en: 'Before' },
  span: { zh: '{{from}}至{{to}}（不含）', en: '{{from}} to before {{to}}' },
  handover: { zh: '移交给接任人', en: 'Successor' },
  handedOver: { zh: '{{day}}移交给{{successor}}', en: 'handed to {{successor}} on {{day}}' },
  waits: { zh: '到期移交工作', en: 'the work follows on the day' },
  successor: { zh: '接任人用户名', en: 'User name of the successor' },
  on: { zh: '移交日期（默认今天）', en: 'On (today by default)' },
  handOver: { zh: '移交', en: 'Hand over' },
  leave: { zh: '离岗', en: 'Leaving' },
  leavesOn: { zh: '离岗日期（当日起）', en: 'From this day on' },
  endAll: { zh: '结束授权、令牌和登录', en: 'End grants, tokens and sessions' },
  done: { zh: '已办理，涉及{{count}}项授权。', en: ['Done: {{count}} grant.', 'Done: {{count}} grants.'] },
  acting: { zh: '代理', en: 'Acting for others' },
  actingNow: { zh: '您现在代“{{name}}”办理，看到的是其辖区。', en: 'You act for “{{name}}” now and see their area.' },
  actFor: { zh: '代“{{name}}”办理', en: 'Act for “{{name}}”' },
  until: { zh: '至{{day}}（不含）', en: 'until {{day}}' },
  actAsSelf: { zh: '回到本人身份', en: 'Act for yourself again' },
});
