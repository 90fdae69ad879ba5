/** The areas known before any import: the prefecture and its nine county units. Streets, settlements, communities and buildings come from the registers. */

/** Levels of the area tree from the top down. */
export const areaLevels = ['prefecture', 'county', 'street', 'settlement', 'community', 'building'] as const;
export type AreaLevel = (typeof areaLevels)[number];

export interface Area {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly level: AreaLevel;
  readonly parent: string | null;
  readonly note: string;
}

export const prefectureCode = '522300';

const county = (code: string, zh: string, en: string, note = 'P GB/T 2260'): Area => ({
  code,
  zh,
  en,
  level: 'county',
  parent: prefectureCode,
  note,
});

export const areas: readonly Area[] = [
  { code: prefectureCode, zh: '黔西南布依族苗族自治州', en: 'Qianxinan Prefecture', level: 'prefecture', parent: null, note: 'P GB/T 2260' },
  county('522301', '兴义市', 'Xingyi'),
  county('522302', '兴仁市', 'Xingren', 'GK code since 2018; earlier 522322 兴仁县, still the prefix of older identity numbers'),
  county('522323', '普安县', "Pu'an"),
  county('522324', '晴隆县', 'Qinglong'),
  county('522325', '贞丰县', 'Zhenfeng'),
  county('522326', '望谟县', 'Wangmo'),
  county('522327', '册亨县', 'Ceheng'),
  county('522328', '安龙县', 'Anlong'),
  county(
    '5223Y1',
    '义龙新区',
    'Yilong New Area',
    'O local code: the area has none in GB/T 2260; the parent is read from the tree, never from the prefix of a code',
  ),
];

/** How the prefecture or a county is called in Chinese; the code itself where none has it. */
export const nameOfArea = (code: string): string => areas.find((area) => area.code === code)?.zh ?? code;
