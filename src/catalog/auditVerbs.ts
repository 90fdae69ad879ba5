/** What the audit log knows to tell: the verbs, and the kinds of things that they are done to. */

/** What can be done and is told, as `noun.verb`; where a permission allows it, the permission's own name. */
export const auditVerbs = {
  'imports.create': { zh: '导入', en: 'Imported' },
  'imports.confirm': { zh: '复核全量名单', en: 'Confirmed a full list' },
  'imports.mend': { zh: '改退回行', en: 'Mended a returned row' },
  'imports.match': { zh: '待匹配行入库', en: 'Stored rows that waited' },
  'imports.undo': { zh: '撤销导入', en: 'Took an import back' },
  'imports.read-row': { zh: '查看退回行', en: 'Read a returned row' },
  'imports.download': { zh: '下载标记表格', en: 'Downloaded a marked workbook' },
  'registers.read': { zh: '查看台账内容', en: 'Read rows of a register' },
  'households.read': { zh: '查看一户一档', en: 'Read a household file' },
  'warnings.read': { zh: '查看预警详情', en: 'Read a warning' },
  'warnings.export': { zh: '导出预警', en: 'Exported warnings' },
  'findings.export': { zh: '导出监测结果', en: 'Exported findings' },
  'evaluation.run': { zh: '评估', en: 'Evaluated' },
  'calendar.change': { zh: '改工作日历', en: 'Changed the calendar' },
  'settings.change': { zh: '改设置', en: 'Changed a setting' },
  'backups.create': { zh: '备份', en: 'Wrote a backup' },
  'backups.restore': { zh: '恢复备份', en: 'Restored a backup' },
  'audit.export': { zh: '导出审计记录', en: 'Exported the audit log' },
  'audit.verify': { zh: '核验审计链', en: 'Verified the audit chain' },
  'audit.prune': { zh: '清理到期审计记录', en: 'Removed expired audit entries' },
} as const;
export type AuditVerb = keyof typeof auditVerbs;

/** What an entry is about. */
export const auditObjects = {
  import: { zh: '导入', en: 'import' },
  'import-row': { zh: '导入行', en: 'row of an import' },
  register: { zh: '台账', en: 'register' },
  household: { zh: '搬迁户', en: 'household' },
  warning: { zh: '预警', en: 'warning' },
  warnings: { zh: '预警清单', en: 'warnings' },
  findings: { zh: '监测结果', en: 'findings' },
  day: { zh: '日期', en: 'day' },
  setting: { zh: '设置', en: 'setting' },
  backup: { zh: '备份', en: 'backup' },
  audit: { zh: '审计', en: 'audit log' },
} as const;
export type AuditObject = keyof typeof auditObjects;
