/** What the data do to a warning, in words; what people and the platform do with it are the verbs of its lifecycle. */
export const dataEvents = {
  raised: { zh: '产生预警', en: 'raised' },
  'level-changed': { zh: '等级变化', en: 'level changed' },
  reopened: { zh: '再次满足条件', en: 'met again' },
  recovering: { zh: '条件不再满足，进入观察', en: 'no longer met, being watched' },
  recovered: { zh: '数据已恢复', en: 'data recovered' },
  'recovering-unconcerned': { zh: '该监测项不再适用，进入观察', en: 'the item does not apply any more, being watched' },
  'recovered-unconcerned': { zh: '该监测项不再适用', en: 'the item does not apply any more' },
  unknown: { zh: '数据不足，无法判断', en: 'data insufficient' },
  retracted: { zh: '随导入撤销而收回', en: 'retracted with its import' },
  'import-undone': { zh: '所依据的导入已撤销，已有人办理，保留', en: 'its import was taken back; kept, since somebody has worked on it' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
export type DataEvent = keyof typeof dataEvents;
