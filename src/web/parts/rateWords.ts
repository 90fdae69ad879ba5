/** Words of the sheets of rates. */
import { defineWords } from './language.ts';

export const rateWords = defineWords('rates', {
  by: { zh: '分组', en: 'By' },
  unit: { zh: '责任单位', en: 'unit' },
  item: { zh: '监测项', en: 'item' },
  area: { zh: '下级地区', en: 'area' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  total: { zh: '合计', en: 'All' },
  some: { zh: '（件数）', en: ' (cases)' },
  all: { zh: '（总件数）', en: ' (of all)' },
  help: { zh: '每格是比例，下面是件数。', en: 'Each cell shows the share, and the counts below it.' },
  download: { zh: '下载CSV', en: 'Download CSV' },
  downloading: { zh: '正在汇集…', en: 'Gathering…' },
  downloadFailed: { zh: '没有完成，再试一次', en: 'Not finished: try again' },
});
