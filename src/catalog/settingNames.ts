/** How the settings of the installation are called, on their page and in the audit log. */
export const settingNames = {
  reveals_per_hour: { zh: '每人每小时可查看的完整号码和姓名', en: 'Whole numbers and names a person is shown in an hour' },
  working_hours: { zh: '工作时间', en: 'Working hours' },
  appeal_limits: { zh: '诉求时限', en: 'Time limits of appeals' },
  go_live: { zh: '平台启用日期', en: 'Day on which the platform started' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
