/** Words of the page of the published figures. */
import { defineWords } from '../parts/language.ts';

export const figureWords = defineWords('figures', {
  title: { zh: '公布数字核对', en: 'Published figures, checked' },
  note: {
    zh: '由台账逐行算出，与《黔西南日报》2024年1月5日公布的数字对照',
    en: 'Computed from the registers, row by row, beside what Qianxinan Daily printed on 5 January 2024',
  },
  demo: {
    zh: '这是演示：一个虚构的小州，不是真实数据。公布数字说的是全州33.85万人，所以这里算出的数与公布的不相等，也不应相等；按全州规模生成的虚构数据才逐项相符。',
    en: 'This is the demonstration: a small made-up prefecture, no real data. The published figures are about 338,506 people, so those computed here do not equal them and should not; made-up data of full size do, one by one.',
  },
  year: { zh: '年份', en: 'Year' },
  yearOption: { zh: '{{year}}年', en: '{{year}}' },
  figure: { zh: '数字', en: 'Figure' },
  printed: { zh: '公布', en: 'Printed' },
  computed: { zh: '算出', en: 'Computed' },
  outcome: { zh: '核对', en: 'Outcome' },
  exact: { zh: '', en: '' },
  at_least: { zh: '多于', en: 'more than ' },
  about: { zh: '约', en: 'about ' },
  holds: { zh: '相符', en: 'holds' },
  differs: { zh: '不符', en: 'differs' },
  noData: { zh: '缺数据', en: 'no data' },
  unknown: { zh: '另有{{count}}户情况未知，未计入', en: ['{{count}} more unknown, not counted', '{{count}} more unknown, not counted'] },
  summary: {
    zh: '{{all}}个数字：{{holds}}个相符，{{differs}}个不符，{{noData}}个缺数据',
    en: '{{all}} figures: {{holds}} hold, {{differs}} differ, {{noData}} without data',
  },
  byOneDefinition: {
    zh: '公布的数字对应2023年底；其他年份按同一口径计算，供比较。',
    en: 'The printed figures are those of the end of 2023; other years are computed by the same definitions, for comparison.',
  },
  helpPrinted: {
    zh: '“多于”表示公布时写作“8200多名”一类，算出的数不小于它即相符；其余须四舍五入后相等。',
    en: '“more than” stands for figures printed as “over 8,200”: the computed one holds when it is no less. All others must be equal after rounding.',
  },
  helpDiffers: {
    zh: '不符时先看数据质量：相应台账是否报齐、数据日期是否到年底。',
    en: 'Where a figure differs, look at data health first: did its register come in full, and up to the end of the year?',
  },
  toHealth: { zh: '查看数据质量', en: 'Data health' },
});
