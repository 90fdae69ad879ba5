/** Invented names of people, places, employers and organisations. */
import type { Random } from './random.ts';

const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙朱马胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程苏魏吕丁任卢姚岑韦班贺龙石熊毛覃王罗韦岑黄',
];
const maleLetters = [...'国华明建军志强伟平勇文兴光福德荣贵成林海龙云山江涛峰杰斌鹏飞宇浩然俊辉永祥春学忠良义'];
const femaleLetters = [...'秀英芳兰梅桂花丽娟珍玉霞艳红燕琴莲凤美香云雪婷静敏慧欣怡佳雨彩银菊翠蓉萍琼'];

export const surname = (random: Random): string => random.pick(surnames);

export function givenName(random: Random, sex: 1 | 2): string {
  const letters = sex === 1 ? maleLetters : femaleLetters;
  return random.chance(0.22) ? random.pick(letters) : random.pick(letters) + random.pick(letters);
}

export const fullName = (random: Random, sex: 1 | 2 = random.chance(0.5) ? 1 : 2): string => surname(random) + givenName(random, sex);

const placeFirst = [
  '锦绣',
  '安康',
  '同心',
  '金桥',
  '阳光',
  '和美',
  '兴安',
  '望山',
  '新源',
  '福泽',
  '春晖',
  '云岭',
  '盘江',
  '清水',
  '薏仁',
  '桃园',
  '梧桐',
  '翠湖',
  '金桂',
  '丰岭',
  '向阳',
  '永乐',
  '南山',
  '东篱',
];
const placeLast = ['家园', '新苑', '小镇'];

/** Names of settlements, each once. */
export function settlementNames(random: Random, count: number): string[] {
  const names = placeFirst.flatMap((first) => placeLast.map((last) => `${first}${last}安置点`));
  return random.shuffle(names).slice(0, count);
}

const employerCities: readonly (readonly [region: string, city: string])[] = [
  ['440000', '粤岭'],
  ['330000', '越湖'],
  ['350000', '闽桥'],
  ['320000', '苏坪'],
  ['310000', '沪滨'],
];
const employerWords = ['鸿云', '宏岭', '泰禾源', '锦程', '恒远', '百川', '瑞丰岭', '嘉木', '创岭', '联山', '新曜', '永固'];
const outsideTrades: readonly (readonly [name: string, industry: string])[] = [
  ['电子有限公司', 'C'],
  ['鞋业有限公司', 'C'],
  ['制衣有限公司', 'C'],
  ['建筑劳务有限公司', 'E'],
  ['物流有限公司', 'G'],
];
const localTrades: readonly (readonly [name: string, industry: string])[] = [
  ['食品有限公司', 'C'],
  ['服饰帮扶车间', 'C'],
  ['农业发展有限公司', 'A'],
  ['物业服务有限公司', 'K'],
  ['餐饮管理有限公司', 'H'],
];

export interface EmployerName {
  readonly name: string;
  readonly region: string;
  readonly industry: string;
}

/** The invented employer number `index`, outside the province. */
export function outsideEmployer(index: number): EmployerName {
  const [region, city] = employerCities[index % employerCities.length] ?? ['440000', '粤岭'];
  const [trade, industry] = outsideTrades[Math.floor(index / 5) % outsideTrades.length] ?? ['电子有限公司', 'C'];
  const serial = Math.floor(index / 60);
  return { name: `${city}${employerWords[index % employerWords.length]}${serial > 0 ? `第${serial + 1}` : ''}${trade}`, region, industry };
}

/** The invented employer number `index` in a county of the prefecture. */
export function localEmployer(index: number, county: string, countyName: string): EmployerName {
  const [trade, industry] = localTrades[index % localTrades.length] ?? ['食品有限公司', 'C'];
  return {
    name: `${countyName.slice(0, 2)}${employerWords[(index * 5) % employerWords.length]}${index >= 12 ? Math.floor(index / 12) + 1 : ''}${trade}`,
    region: county,
    industry,
  };
}
