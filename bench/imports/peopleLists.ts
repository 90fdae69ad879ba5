/** Large lists as departments send them: 20 columns, made-up people, and the households that they belong to. */
import { checkDigitOf } from '../../src/catalog/kinds/identityNumber.ts';

/** A table to be written as a sheet. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: () => Generator<readonly string[]>;
}

const settlements = 68;
const membersOfHousehold = 4;
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰凤梅';

const two = (n: number): string => String(n).padStart(2, '0');
const settlementOf = (household: number): string => `522301A${String(1 + (household % settlements)).padStart(3, '0')}`;
const householdNo = (household: number): string => `${settlementOf(household)}-H${String(household).padStart(6, '0')}`;
const nameOf = (person: number): string => `${surnames[person % 20]}${given[person % 27]}${given[(person * 7) % 27]}`;
const birthOf = (person: number): string =>
  `${1945 + (person % 60)}-${two(1 + (Math.floor(person / 60) % 12))}-${two(1 + (Math.floor(person / 720) % 28))}`;

/** A made-up identity number; the sequence tells apart those who share a day of birth. */
function idNumberOf(person: number): string {
  const first = `522399${birthOf(person).replaceAll('-', '')}${String(1 + Math.floor(person / 20_160)).padStart(3, '0')}`;
  return first + checkDigitOf(first);
}

const sexOf = (person: number): string => ((1 + Math.floor(person / 20_160)) % 2 === 1 ? '男' : '女');
const phoneOf = (person: number): string => `139${String(person).padStart(8, '0')}`;

/** The places and households that the people of a list belong to, in the order of their import. */
export function placesFor(people: number): Readonly<Record<'settlement' | 'street_community' | 'building' | 'household', Table>> {
  const households = Math.ceil(people / membersOfHousehold);
  return {
    settlement: {
      header: ['安置点编码', '安置点名称', '所在县', '街道代码', '安置方式', '设计户数', '设计人数', '楼栋数', '首批入住日期', '牵头单位'],
      *rows() {
        for (let n = 0; n < settlements; n += 1)
          yield [settlementOf(n), `第${n + 1}安置点`, '兴义市', '522301001', '1', '1500', '6000', '20', '2018-05-01', '移民局'];
      },
    },
    street_community: {
      header: ['编码', '名称', '层级', '所在县', '新设立', '批准日期', '安置点', '居委会工作人员数'],
      *rows() {
        yield ['522301001', '黄草街道', 'street', '兴义市', '否', '', settlementOf(0), '20'];
        for (let n = 0; n < settlements; n += 1)
          yield [`522301001${900 + n}`, `第${n + 1}社区`, 'community', '兴义市', '是', '2018-07-01', settlementOf(n), '8'];
      },
    },
    building: {
      header: ['安置点', '楼栋号', '社区', '户数', '单元数'],
      *rows() {
        for (let n = 0; n < settlements; n += 1) yield [settlementOf(n), '1栋', `522301001${900 + n}`, '1500', '2'];
      },
    },
    household: {
      header: [
        '户编号',
        '户主姓名',
        '户主身份证号',
        '迁出县',
        '迁出乡镇村组',
        '安置点',
        '社区',
        '楼栋',
        '单元',
        '房号',
        '搬迁日期',
        '搬迁批次年度',
        '户类型',
        '家庭人口',
        '共同生活人口',
        '劳动力数',
        '联系电话',
        '状态',
      ],
      *rows() {
        for (let n = 0; n < households; n += 1) {
          const head = n * membersOfHousehold;
          const place = [settlementOf(n), `522301001${900 + (n % settlements)}`, '1栋', '1', String(n)];
          yield [
            householdNo(n),
            nameOf(head),
            idNumberOf(head),
            '兴义市',
            '某乡某村',
            ...place,
            '2018-05-01',
            '2018',
            '1',
            '4',
            '4',
            '2',
            phoneOf(head),
            '1',
          ];
        }
      },
    },
  };
}

/** The list of all members, which the police and the communities keep: every row is new, with number and telephone to be sealed. */
export function personList(people: number): Table {
  return {
    header: [
      '户编号',
      '户主姓名',
      '人员编号',
      '姓名',
      '证件类型',
      '证件号码',
      '性别',
      '出生日期',
      '民族',
      '与户主关系',
      '婚姻状况',
      '文化程度',
      '政治面貌',
      '健康状况',
      '劳动能力',
      '特殊身份',
      '在校状态',
      '联系电话',
      '监护状况',
      '增加日期',
    ],
    *rows() {
      for (let n = 0; n < people; n += 1) {
        const household = Math.floor(n / membersOfHousehold);
        yield [
          householdNo(household),
          nameOf(household * membersOfHousehold),
          `P-${String(n).padStart(8, '0')}`,
          nameOf(n),
          '1',
          idNumberOf(n),
          sexOf(n),
          birthOf(n),
          n % 3 === 0 ? '汉族' : '布依族',
          n % membersOfHousehold === 0 ? '本人' : '其他',
          n % 2 === 0 ? '已婚' : '未婚',
          '初中',
          '群众',
          '健康或良好',
          '1',
          '',
          '8',
          phoneOf(n),
          '',
          '2019-03-01',
        ];
      }
    },
  };
}

/** The list of work, which the labour office keeps: rows find their people by identity number, the name is the check. */
export function employmentList(people: number): Table {
  return {
    header: [
      '姓名',
      '身份证号',
      '就业状态',
      '就业形式',
      '用人单位',
      '统一社会信用代码',
      '行业',
      '务工地',
      '月收入',
      '合同类型',
      '就业时间',
      '结束日期',
      '失业日期',
      '求职意愿',
      '职业指导次数',
      '岗位推荐次数',
      '工资拖欠天数',
      '拖欠金额',
      '确认方式',
      '确认日期',
    ],
    *rows() {
      for (let n = 0; n < people; n += 1) {
        yield [
          nameOf(n),
          idNumberOf(n),
          '1',
          '1',
          `第${n % 900}制造有限公司`,
          '',
          'C',
          '兴义市',
          String(2500 + (n % 4000)),
          '1',
          `2022-${two(1 + (n % 12))}-01`,
          '',
          '',
          '1',
          '0',
          '0',
          '0',
          '0',
          '1',
          '2023-12-20',
        ];
      }
    },
  };
}
