/** Words of the frame and of the parts that all pages share. */
import { defineWords } from './language.ts';

export const partWords = defineWords('parts', {
  name: { zh: '安居', en: 'Anju' },
  tagline: { zh: '搬迁群众基本公共服务监测预警', en: 'Basic public services of relocated households' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  pages: { zh: '页面', en: 'Pages' },
  board: { zh: '一览', en: 'Board' },
  warnings: { zh: '预警', en: 'Warnings' },
  households: { zh: '搬迁户', en: 'Households' },
  imports: { zh: '导入', en: 'Imports' },
  registers: { zh: '台账', en: 'Registers' },
  dataHealth: { zh: '数据质量', en: 'Data health' },
  figures: { zh: '公布数字', en: 'Figures' },
  items: { zh: '监测标准', en: 'Standard' },
  system: { zh: '系统', en: 'System' },
  language: { zh: 'English', en: '中文' },
  offline: {
    zh: '网络已断开。屏幕上是断开前的数据，恢复后自动更新。',
    en: 'The network is down. The screen shows what came before; it renews itself when the network is back.',
  },
  footer: { zh: '等级是提示，由人决定；任何待遇不因系统自动改变。', en: 'A level is advice and a person decides; no benefit changes by itself.' },

  search: { zh: '查找地区、监测项、搬迁户', en: 'Area, item or household' },
  searchHouseholds: { zh: '在搬迁户中查找“{{text}}”', en: 'Look for “{{text}}” among households' },

  red: { zh: '红色', en: 'Red' },
  orange: { zh: '橙色', en: 'Orange' },
  yellow: { zh: '黄色', en: 'Yellow' },
  blue: { zh: '蓝色', en: 'Blue' },
  unknown: { zh: '数据不足', en: 'Data insufficient' },
  none: { zh: '正常', en: 'Normal' },
  redMark: { zh: '红', en: 'R' },
  orangeMark: { zh: '橙', en: 'O' },
  yellowMark: { zh: '黄', en: 'Y' },
  blueMark: { zh: '蓝', en: 'B' },
  unknownMark: { zh: '缺', en: '?' },

  help: { zh: '怎么看', en: 'How to read this' },
  loading: { zh: '正在读取…', en: 'Loading…' },
  failed: { zh: '没能打开', en: 'This could not be opened' },
  notFound: { zh: '没有这个页面', en: 'There is no such page' },
  notFoundHint: { zh: '地址可能写错了，或内容已不在您的范围内。', en: 'The address may be mistyped, or the content lies outside your area.' },
  toBoard: { zh: '回到一览', en: 'Back to the board' },
  again: { zh: '重试', en: 'Try again' },
  requestId: { zh: '请求编号', en: 'Request' },
  tellAdministrator: { zh: '仍不行时，把请求编号告诉管理员。', en: 'If it goes on, tell the request number to the administrator.' },

  area: { zh: '地区', en: 'Area' },
  allParts: { zh: '全部下级', en: 'All parts' },
  narrowTo: { zh: '选择下级地区', en: 'Narrow to a part' },

  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  page: { zh: '第{{page}}页，共{{pages}}页', en: 'Page {{page}} of {{pages}}' },
  rows: { zh: '共{{shown}}条', en: '{{shown}} in all' },
  pager: { zh: '翻页', en: 'Pages of the list' },
});
