/** What is told about imports. */
import type { NoticeKind } from './noticeKind.ts';

const because = { zh: '这份表格是您提交的。', en: 'You brought this sheet.' };

export const importNotices = {
  'imports.refused': {
    zh: '导入未入库',
    en: 'Import refused',
    says: {
      zh: '您的导入 {import}（{register}）没有入库，请打开查看原因。',
      en: 'Your import {import} ({register}) was not stored; open it to see why.',
    },
    urgency: 'usual',
    link: '/imports/{import}',
    because,
  },
  'imports.unread': {
    zh: '文件未能读取',
    en: 'File not read',
    says: { zh: '您上传的一个文件没有读取成功，什么也没有入库。', en: 'A file of yours could not be read, and nothing was stored.' },
    urgency: 'usual',
    link: '/imports',
    because,
  },
  'imports.done': {
    zh: '导入完成',
    en: 'Import finished',
    says: {
      zh: '您的导入 {import}（{register}）已完成：新增 {added}，变更 {changed}，退回 {refused}，待匹配 {aside}。',
      en: 'Your import {import} ({register}) is done: {added} added, {changed} changed, {refused} returned, {aside} waiting.',
    },
    urgency: 'quiet',
    link: '/imports/{import}',
    because,
  },
  'imports.held': {
    zh: '导入待他人复核',
    en: 'Import waits for a second person',
    says: {
      zh: '您的导入 {import}（{register}）比上次少了较多行，须由另一人复核后才入库。',
      en: 'Your import {import} ({register}) leaves many rows out: it is stored when a second person has confirmed it.',
    },
    urgency: 'usual',
    link: '/imports/{import}',
    because,
  },
  'imports.confirmed': {
    zh: '导入已复核入库',
    en: 'Import confirmed',
    says: {
      zh: '您的导入 {import}（{register}）经他人复核，已入库。',
      en: 'Your import {import} ({register}) was confirmed by a second person and is stored.',
    },
    urgency: 'usual',
    link: '/imports/{import}',
    because,
  },
  'imports.waits': {
    zh: '全量名单待复核',
    en: 'Full list to be confirmed',
    says: {
      zh: '导入 {import}（{register}）的全量名单少了较多行，等待您复核。',
      en: 'Import {import} ({register}) is a full list that leaves many rows out; it waits for you to confirm it.',
    },
    urgency: 'usual',
    link: '/imports/{import}',
    because: { zh: '请您复核。', en: 'You were asked to confirm it.' },
    concerns: 'imports.confirm',
  },
} as const satisfies Readonly<Record<string, NoticeKind>>;
