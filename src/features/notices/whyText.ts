/** Why somebody got a notice: the grant through which it came, or the rule by which they were named. */
import { isNoticeKind, noticeKindOf } from '#catalog/notices/noticeKinds.ts';
import { permissions } from '#catalog/permissions.ts';
import { isRole, roleOf } from '#catalog/roles.ts';
import type { AreaTree } from '#features/areas/areaTree.ts';
import type { Both } from './noticeText.ts';
import type { Why } from './receiver.ts';

/** The sentence that says it. */
export function whyText(kind: string, why: Why | null, tree: AreaTree): Both {
  const because = isNoticeKind(kind) ? noticeKindOf(kind).because : { zh: '', en: '' };
  if (why === null) return { zh: `收到的原因：${because.zh}`, en: `Why you get this: ${because.en}` };
  const { zh, en } = isRole(why.role) ? roleOf(why.role) : { zh: why.role, en: why.role };
  const node = tree.nodes.get(why.area);
  const area = { zh: node?.name ?? why.area, en: node?.en ?? node?.name ?? why.area };
  const permission = why.permission && permissions[why.permission];
  const standsFor = why.standsFor === null ? { zh: '', en: '' } : { zh: `（代 ${why.standsFor}）`, en: ` (for ${why.standsFor})` };
  const department = why.department === null ? '' : ` ${why.department}`;
  return {
    zh: `收到的原因：您是${area.zh}${department.trim()}的“${zh}”${standsFor.zh}${permission ? `，有权限“${permission.zh}”` : `。${because.zh.replace(/。$/, '')}`}。`,
    en: `Why you get this: you are ${en}${standsFor.en} in ${area.en}${department}${permission ? ` and may ${permission.en}` : ''}.`,
  };
}
