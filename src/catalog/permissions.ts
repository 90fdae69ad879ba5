/** Everything that somebody may be allowed to do: `noun.verb`, with its name in both languages. A route, a button and an audit entry name one of them. */

const declared = {
  'account.own': ['管理本人账号', 'manage one’s own account'],
  'accounts.change': ['建立、停用账号，重设密码', 'make and disable accounts, reset passwords'],
  'accounts.link': ['关联统一身份', 'link accounts with single sign-on'],
  'alerts.read': ['查看系统运行告警', 'see how the house runs'],
  'areas.read': ['查看辖区', 'see areas'],
  'audit.read': ['查看审计日志', 'read the audit log'],
  'audit.export': ['导出审计日志', 'export the audit log'],
  'boards.read': ['查看驾驶舱', 'see boards'],
  'boards.compare': ['与同级地区比较', 'compare with areas of the same level'],
  'calendar.read': ['查看工作日历', 'see the calendar'],
  'calendar.change': ['修改工作日历', 'change the calendar'],
  'data-health.read': ['查看数据质量', 'see data health'],
  'figures.read': ['查看公布数字核对', 'see the published figures'],
  'findings.read': ['查看监测结果名单', 'see who was found at a level'],
  'grants.read': ['查看授权', 'see grants'],
  'grants.change': ['授权与收回', 'give and revoke grants'],
  'households.read': ['查看一户一档', 'read household files'],
  'imports.read': ['查看导入记录', 'see imports'],
  'imports.create': ['导入台账', 'import registers'],
  'imports.confirm': ['复核全量名单', 'confirm full lists'],
  'imports.mend': ['修改退回行', 'mend returned rows'],
  'imports.undo': ['撤销导入', 'undo imports'],
  'items.read': ['查看监测标准', 'see the standard'],
  'notices.read': ['查看本人通知', 'read one’s own notices'],
  'people.reveal': ['查看完整证件号码和电话', 'reveal whole identity numbers and phones'],
  'people.health': ['查看健康信息', 'see health data'],
  'people.minors': ['查看未成年人信息', 'see data on minors'],
  'person-rights.read': ['查看权利请求和受限人员', 'see rights requests and restricted persons'],
  'person-rights.export': ['导出个人全部信息', 'export all data on a person'],
  'person-rights.correct': ['更正个人信息', 'correct data on a person'],
  'person-rights.restrict': ['限制处理与解除', 'restrict a person’s data and lift it'],
  'person-rights.erase': ['申请删除个人信息', 'ask for the erasure of a person'],
  'person-rights.confirm': ['复核删除个人信息', 'confirm the erasure of a person'],
  'registers.read': ['查看台账', 'read registers'],
  'settings.read': ['查看设置', 'see settings'],
  'settings.change': ['修改设置', 'change settings'],
  'warnings.read': ['查看预警', 'see warnings'],
  'warnings.export': ['导出预警', 'export warnings'],
  'webhooks.read': ['查看对外推送', 'see webhooks'],
  'webhooks.change': ['设置对外推送', 'set up webhooks'],
} as const;

/** The name of a permission. */
export type Permission = keyof typeof declared;

/** The permissions with their names. */
export const permissions: Readonly<Record<Permission, { readonly zh: string; readonly en: string }>> = Object.fromEntries(
  Object.entries(declared).map(([name, [zh, en]]) => [name, { zh, en }]),
) as Record<Permission, { zh: string; en: string }>;
