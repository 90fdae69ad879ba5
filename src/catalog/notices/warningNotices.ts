/** What is told about warnings: new red ones, those that came back, and supervision. */
import type { NoticeKind } from './noticeKind.ts';

const dispatches = { because: { zh: '您负责派单。', en: 'You dispatch work orders.' }, concerns: 'work-orders.dispatch' } as const;

export const warningNotices = {
  'warnings.red': {
    ...dispatches,
    zh: '新的红色预警',
    en: 'New red warnings',
    says: { zh: '{place}新增红色预警 {count} 条。', en: '{count} new red warnings in {place}.' },
    urgency: 'urgent',
    link: '/warnings?level=red',
  },
  'warnings.red-silent': {
    zh: '静默期内的红色预警',
    en: 'Red warnings of the silent period',
    says: {
      zh: '{place}新增红色预警 {count} 条，尚在静默期，不派单。',
      en: '{count} new red warnings in {place}, silent for now: nobody gets an order.',
    },
    urgency: 'quiet',
    link: '/warnings?level=red',
    because: { zh: '您可以查看静默期预警。', en: 'You may see warnings of the silent period.' },
    concerns: 'warnings.silent',
  },
  'warnings.red-daily': {
    ...dispatches,
    zh: '各县红色预警（每日）',
    en: 'Red warnings by county (daily)',
    says: {
      zh: '{place}一日内新增红色预警 {red} 条、复发预警 {back} 条、静默期内红色预警 {silent} 条，当地社区、街道和县均无人接收，请督促。',
      en: 'In {place} within a day: {red} new red warnings, {back} that came back, {silent} red ones of the silent period, of which nobody in community, street or county hears: press for them.',
    },
    urgency: 'usual',
    link: '/warnings?area={area}&level=red',
  },
  'warnings.came-back': {
    ...dispatches,
    zh: '预警复发',
    en: 'Warnings came back',
    says: {
      zh: '{place}有 {count} 条已解除或判为误报的预警再次出现。',
      en: '{count} warnings in {place} that were cleared or judged false came back.',
    },
    urgency: 'usual',
    link: '/warnings',
  },
  'warnings.supervised': {
    zh: '预警被督办',
    en: 'Warning supervised',
    says: { zh: '预警 {warning} 被督办，请按督办要求办理。', en: 'Warning {warning} is supervised: see what is asked for.' },
    urgency: 'urgent',
    link: '/warnings/{id}',
    because: { zh: '这条预警由您或您的单位负责。', en: 'You or your unit are in charge of it.' },
    concerns: 'work-orders.handle',
  },
} as const satisfies Readonly<Record<string, NoticeKind>>;
