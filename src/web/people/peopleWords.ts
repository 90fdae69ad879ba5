/** Words for hidden values of people. */
import { defineWords } from '../parts/language.ts';

export const peopleWords = defineWords('people', {
  show: { zh: '查看完整{{field}}', en: 'Show the whole {{field}}' },
  title: { zh: '查看完整{{field}}', en: 'Show the whole {{field}}' },
  logged: {
    zh: '查看会记入审计：谁、何时、为何、看了哪一项。内容只显示{{seconds}}秒。',
    en: 'It is told in the audit log who looked, when, what for and at what. The value is shown for {{seconds}} seconds.',
  },
  purpose: { zh: '用途', en: 'Purpose' },
  reason: { zh: '事由（至少{{least}}个字）', en: 'Reason (at least {{least}} characters)' },
  confirm: { zh: '查看', en: 'Show' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  left: { zh: '{{seconds}}秒后隐藏', en: 'hidden again in {{seconds}} s' },
  more: { zh: '本小时还可查看{{count}}次', en: '{{count}} more this hour' },
});
