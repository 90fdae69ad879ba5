/** Notices as a letter or a short message: Chinese first, English below, grouped by kind, with links and the reason for each. */
import type { AreaTree } from '#features/areas/areaTree.ts';
import type { MessageNotice } from './message.ts';
import { type Both, noticeText } from './noticeText.ts';
import { whyText } from './whyText.ts';

/** Subject and text of a letter. */
export function letterOf(notices: readonly MessageNotice[], address: string, tree: AreaTree): { readonly subject: string; readonly text: string } {
  const [first] = notices;
  const subject =
    notices.length === 1 && first
      ? `安居：${noticeText(first).title.zh} · Anju: ${noticeText(first).title.en}`
      : `安居：${notices.length} 条通知 · Anju: ${notices.length} notices`;
  const kinds = [...new Set(notices.map(({ kind }) => kind))];
  const part = (language: keyof Both): string =>
    kinds
      .map((kind) => {
        const group = notices.filter((notice) => notice.kind === kind);
        const lines = group.map((notice) => {
          const { text, link } = noticeText(notice);
          return `- ${text[language]}\n  ${address}${link}\n  ${whyText(kind, notice.why, tree)[language]}`;
        });
        const [one] = group;
        const title = one ? noticeText(one).title[language] : kind;
        return `${title}${language === 'zh' ? `（${group.length}）` : ` (${group.length})`}\n${lines.join('\n')}`;
      })
      .join('\n\n');
  const ends = {
    zh: `通知偏好：${address}/notices/preferences`,
    en: `How you are told: ${address}/notices/preferences`,
  };
  return { subject, text: `${part('zh')}\n\n${ends.zh}\n\n——\n\n${part('en')}\n\n${ends.en}\n` };
}

/** A short message: what is most pressing, and how many more. */
export function shortMessageOf(notices: readonly MessageNotice[], address: string): string {
  const [first] = [...notices].sort((a, b) => Number(noticeText(b).urgency === 'urgent') - Number(noticeText(a).urgency === 'urgent'));
  if (!first) return '';
  const { text, link } = noticeText(first);
  const more = notices.length > 1 ? `另有 ${notices.length - 1} 条。` : '';
  return `【安居】${text.zh}${more}${address}${link}`;
}
