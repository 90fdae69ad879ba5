/** README section 6: how a sheet says whom and what its rows are about. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counts, lines, openTestHouse, people, rowsOf, send, settle, type TestHouse } from './house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const hukou = '迁出户籍地|迁入户籍地|申请日期|自愿确认';
const said = '甲村|乙社区|2024-02-01|是';
const { wang, li, child, zhao, stranger } = people;

test('a person is found by identity number, in lower case and with blanks too, and by our number', async () => {
  const report = await send(
    house,
    `
    证件号码|姓名|${hukou}
    ${wang.id.toLowerCase()}|${wang.name}|${said}
    ${li.id.slice(0, 6)} ${li.id.slice(6)}|李 小花|${said}
    P-0003|王小·山|${said}`,
    { register: 'hukou_transfer', dataDate: '2024-02-05' },
  );
  expect(lines(report)).toEqual([]);
  expect(await rowsOf(house, "hukou_transfer where data_date = '2024-02-05'", 'person_no')).toEqual([
    { person_no: 'P-0001' },
    { person_no: 'P-0002' },
    { person_no: 'P-0003' },
  ]);
});

test('a name that is not that of the number puts the row aside', async () => {
  const report = await send(
    house,
    `
    证件号码|姓名|${hukou}
    ${wang.id}|${li.name}|${said}`,
    { register: 'hukou_transfer', dataDate: '2024-02-06' },
  );
  expect(lines(report)).toEqual(['aside A2 imports.name-differs']);
});

test('a number in no household is put aside, and counted only when the list holds other people too', async () => {
  const text = `
    证件号码|姓名|${hukou}
    ${stranger.id}|${stranger.name}|${said}`;
  const waiting = await send(house, text, { register: 'hukou_transfer', dataDate: '2024-02-07' });
  expect(lines(waiting)).toEqual(['aside A2 imports.nobody-with-number']);
  expect(await rowsOf(house, `aside_row where import_id = ${waiting.import}`, 'register, line, waits_for')).toEqual([
    { register: 'hukou_transfer', line: 2, waits_for: 'person' },
  ]);
  const counted = await send(house, text, { register: 'hukou_transfer', dataDate: '2024-02-07', alsoOthers: true });
  expect(counted).toMatchObject({ aside: 0, others: 1, problems: [] });
  expect(await rowsOf(house, `aside_row where import_id = ${counted.import}`, 'line')).toEqual([]);
});

test('without a number, name with date of birth and household finds the one living person that fits', async () => {
  const report = await send(
    house,
    `
    证件号码|姓名|出生日期|户编号|${hukou}
    |${zhao.name}|1975-04-04|H-0002|${said}
    |${child.name}|2012-03-03|${wang.id}|甲村|乙社区|2024-02-02|是
    |${child.name}|2012-03-04|H-0001|${said}
    |${li.name}||H-0001|${said}`,
    { register: 'hukou_transfer', dataDate: '2024-02-08' },
  );
  expect(lines(report)).toEqual(['aside A4 imports.nobody-fits', 'aside A5 imports.nobody-fits']);
  expect(counts(report)).toEqual([2, 0, 0, 0, 2]);
  expect(await rowsOf(house, "hukou_transfer where data_date = '2024-02-08'", 'person_no')).toEqual([
    { person_no: 'P-0003' },
    { person_no: 'P-0004' },
  ]);
});

const visit = '走访人|走访日期|方式';
test('a household is found by its number, by the number of its head, and compared with the name of the head', async () => {
  const report = await send(
    house,
    `
    户编号|户主身份证号|户主姓名|${visit}
    H-0001|||张三|2024-02-01|1
    |${zhao.id}|${zhao.name}|张三|2024-02-01|1
    H-0001|${wang.id}|${wang.name}|李四|2024-02-02|1
    H-0001|${zhao.id}||李四|2024-02-03|1
    H-0001||${zhao.name}|李四|2024-02-04|1
    |${li.id}||李四|2024-02-05|1
    H-9999|||李四|2024-02-06|1`,
    { register: 'visit', dataDate: '2024-02-10' },
  );
  expect(lines(report)).toEqual([
    'aside A5 imports.numbers-differ',
    'aside A6 imports.name-differs',
    'aside A7 imports.no-household-with-number',
    'aside A8 imports.no-household-with-number',
  ]);
  expect(counts(report)).toEqual([3, 0, 0, 0, 4]);
});

test('where the rule says so, a household is found by the number of any living member', async () => {
  const report = await send(
    house,
    `
    证件号码|姓名|低保类型|保障人数|月保障金额|审核结果|批准日期
    ${li.id}|${li.name}|1|3|500|1|2024-01-15`,
    { register: 'subsistence_allowance', dataDate: '2024-02-01' },
  );
  expect(lines(report)).toEqual([]);
  expect(await rowsOf(house, 'subsistence_allowance', 'household_no, settlement_code')).toEqual([
    { household_no: 'H-0001', settlement_code: '522301A001' },
  ]);
});

test('settlements by code or exact name, buildings by full code or number inside the settlement, communities by code or name', async () => {
  const report = await send(
    house,
    `
    设备编号|安置点|楼栋|设备类型|状态
    D1|522301A001|522301A001-2|1|1
    D2|栗坪安置点|2幢|1|1
    D3|栗坪安置点|2号楼|1|1
    D4|洒金安置点|1|1|1
    D5|洒金安置点|2栋|1|1
    D6|洒金|1栋|1|1`,
    { register: 'device', dataDate: '2024-02-01' },
  );
  expect(lines(report)).toEqual(['refused C6 imports.not-in-register', 'refused B7 imports.not-in-register', 'refused C7 imports.not-in-register']);
  expect(await rowsOf(house, 'device', 'device_no, building_code')).toEqual([
    { device_no: 'D1', building_code: '522301A001-2' },
    { device_no: 'D2', building_code: '522301A001-2' },
    { device_no: 'D3', building_code: '522301A001-2' },
    { device_no: 'D4', building_code: '522301A002-1' },
  ]);
});

test('a building number of a known row is looked up in the settlement where the row stands', async () => {
  const report = await send(
    house,
    `
    设备编号|楼栋
    D4|1栋`,
    { register: 'device', dataDate: '2024-02-02' },
  );
  expect([lines(report), counts(report)]).toEqual([[], [0, 0, 1, 0, 0]]);
});

test('a name inside the settlement wins; a name that fits several needs the code', async () => {
  await send(
    house,
    `
    编码|名称|层级|所在县|新设立|批准日期|安置点|居委会工作人员数
    522301001903|新民社区|community|兴义市|是|2018-07-01|522301A001|8
    522301001904|新民社区|community|兴义市|是|2018-07-01|522301A002|8`,
    { dataDate: '2024-02-01' },
  );
  const report = await send(
    house,
    `
    编号|社区|安置点|类型|成立日期|成员数
    G1|新民社区|洒金安置点|1|2020-01-01|5
    G2|新民社区||1|2020-01-01|5
    G3|522301001903||1|2020-01-01|5
    G4|栗坪社区||1|2020-01-01|5`,
    { register: 'safety_group', dataDate: '2024-02-01' },
  );
  expect(lines(report)).toEqual(['refused B3 imports.name-not-unique']);
  expect(await rowsOf(house, 'safety_group', 'group_no, community_code, settlement_code')).toEqual([
    { group_no: 'G1', community_code: '522301001904', settlement_code: '522301A002' },
    { group_no: 'G3', community_code: '522301001903', settlement_code: '522301A001' },
    { group_no: 'G4', community_code: '522301001901', settlement_code: '522301A001' },
  ]);
});

test('schools by code, else by exact name; several settlements are listed without the home', async () => {
  const schools = await send(
    house,
    `
    学校编码|名称|学段|建设类型|建成日期|安置点|服务安置点|学位数|班级数|大班额班数|在校生|搬迁子女|专任教师
    3152000001|栗坪小学|2|1|2018-08-01|栗坪安置点|栗坪安置点、洒金安置点|1000|20|0|900|800|50`,
    { register: 'school', dataDate: '2024-02-01' },
  );
  expect(lines(schools)).toEqual([]);
  expect(schools.settlements).toEqual(['522301A001', '522301A002']);
  expect(await rowsOf(house, 'school', 'school_no, settlement_code, settlement_codes')).toEqual([
    { school_no: '3152000001', settlement_code: '522301A001', settlement_codes: ['522301A002'] },
  ]);
  const staff = await send(
    house,
    `
    人员编号|学校|类别|配备来源|在岗起始日期
    T1|栗坪小学|1|4|2020-09-01
    T2|3152000001|1|4|2020-09-01
    T3|别的小学|1|4|2020-09-01`,
    { register: 'service_staff', dataDate: '2024-02-01' },
  );
  expect(lines(staff)).toEqual(['refused B4 imports.not-in-register']);
  expect(await rowsOf(house, 'service_staff', 'staff_no, school_no, settlement_code')).toEqual([
    { staff_no: 'T1', school_no: '3152000001', settlement_code: '522301A001' },
    { staff_no: 'T2', school_no: '3152000001', settlement_code: '522301A001' },
  ]);
});

test('the school or clinic of a moved post is found by the name of the receiver', async () => {
  const report = await send(
    house,
    `
    类别|姓名/编号|划转方式|迁出单位|迁入单位|编制数|批文号|生效日期
    1||1|某小学|栗坪小学|5|文1|2018-09-01
    1||1|某小学|无此学校|5|文2|2018-09-01`,
    { register: 'post_transfer', dataDate: '2024-02-01' },
  );
  expect(await rowsOf(house, 'post_transfer', 'school_no, settlement_code, document_no')).toEqual([
    { school_no: '3152000001', settlement_code: '522301A001', document_no: '文1' },
  ]);
  expect(report.problems.map(({ row, code }) => [row, code])).toEqual([
    [3, 'imports.check'],
    [3, 'imports.no-settlement'],
  ]);
});

test('several persons in one cell are each found', async () => {
  const report = await send(
    house,
    `
    案号|安置点|类别|当事人证件号码|当事人姓名|涉及人数|受理日期|来源
    A1|栗坪安置点|1|${wang.id}、${zhao.id}|${wang.name}、${zhao.name}|2|2024-01-10|1
    A2|栗坪安置点|1|${wang.id};${stranger.id}||2|2024-01-10|1
    A3|栗坪安置点|1||外来者|2|2024-01-10|1`,
    { register: 'dispute', dataDate: '2024-02-01' },
  );
  expect(lines(report)).toEqual(['aside D3 imports.nobody-with-number']);
  expect(await rowsOf(house, 'dispute', 'case_no, parties')).toEqual([
    { case_no: 'A1', parties: ['P-0001', 'P-0004'] },
    { case_no: 'A3', parties: null },
  ]);
});

test('a reference may point to a row of the same file, whatever the order, and falls with it', async () => {
  const baby = { name: '赵小石', id: '' };
  const report = await send(
    house,
    `
    户编号|姓名|证件号码|证件类型|出生日期|性别|民族|与户主关系|劳动能力|监护人|监护人姓名
    H-0002|${baby.name}||9|2023-05-05|男|苗族|子|5|${stranger.id}|${stranger.name}
    H-0002|${stranger.name}|${stranger.id}||||苗族|配偶|1||`,
    { register: 'person', dataDate: '2024-02-01' },
  );
  expect([lines(report), counts(report)]).toEqual([[], [2, 0, 0, 0, 0]]);
  expect(await rowsOf(house, "person where name in ('赵小石', '钱路')", 'name, person_no, guardian, settlement_code', 'person_no')).toEqual([
    { name: '赵小石', person_no: 'P000000001', guardian: 'P000000002', settlement_code: '522301A002' },
    { name: '钱路', person_no: 'P000000002', guardian: null, settlement_code: '522301A002' },
  ]);
  const bodies = await send(
    house,
    `
    组织编码|名称|类别|上级组织|安置点|成立日期|党员数
    B2|第二支部|1|第一党委|栗坪安置点|2019-01-01|10
    B1|第一党委|1||栗坪安置点|2019-01-01|多
    B3|第三支部|1|B4|栗坪安置点|2019-01-01|10
    B4|第四党委|1||栗坪安置点|2019-01-01|10`,
    { register: 'party_body', dataDate: '2024-02-01' },
  );
  expect(lines(bodies)).toEqual(['refused D2 imports.not-in-register', 'refused G3 cell.not-a-number']);
  expect(await rowsOf(house, 'party_body', 'party_no, parent')).toEqual([
    { party_no: 'B3', parent: 'B4' },
    { party_no: 'B4', parent: null },
  ]);
});

test('a row about a person lies where the household lived that the person then belonged to', async () => {
  const employment = '身份证号|姓名|就业状态|求职意愿|确认方式|确认日期|失业日期';
  const row = `${employment}\n${child.id}|${child.name}|2|1|1|2024-03-01|2023-12-01`;
  await send(house, '人员编号|户编号\nP-0003|H-0002', { register: 'person', dataDate: '2024-03-15' });
  const before = await send(house, row, { dataDate: '2024-03-01', covers: ['522301A001'] });
  expect([lines(before), before.added]).toEqual([[], 1]);
  expect(lines(await send(house, row, { dataDate: '2024-03-02', covers: ['522301A002'] }))).toEqual(['refused 2 imports.outside-covers']);
  expect(lines(await send(house, row, { dataDate: '2024-03-15', covers: ['522301A001'] }))).toEqual(['refused 2 imports.outside-covers']);
  await send(house, '人员编号|户编号\nP-0003|H-0001', { register: 'person', dataDate: '2024-03-20' });
});

test('the name beside the number of a household is held against the person of the number, else against the head', async () => {
  const rows = (name: string, number: string, households = ''): string =>
    `户编号|户主身份证号|户主姓名|${visit}\n${households}|${number}|${name}|张三|2024-03-01|1`;
  const told = async (text: string): Promise<string[]> => lines(await send(house, text, { register: 'visit', dataDate: '2024-03-10' }));
  await send(house, '人员编号|姓名\nP-0004|赵新', { register: 'person', dataDate: '2024-03-01' });
  expect(await told(rows('赵新', zhao.id))).toEqual([]);
  expect(await told(rows(zhao.name, zhao.id))).toEqual(['aside A2 imports.name-differs']);
  expect(await told(rows('赵新', zhao.id, 'H-0002'))).toEqual([]);
  expect(await told(rows(zhao.name, '', 'H-0002'))).toEqual([]);
  await send(house, `人员编号|姓名\nP-0004|${zhao.name}`, { register: 'person', dataDate: '2024-03-02' });
});

test('#清空 in the number column erases; the name beside it is not looked up', async () => {
  const guardian = (cells: string): ReturnType<typeof send> =>
    send(house, `人员编号|监护人|监护人姓名\nP-0003|${cells}`, { register: 'person', dataDate: '2024-04-01' });
  const stored = (): Promise<unknown[]> => rowsOf(house, "person where person_no = 'P-0003'", 'guardian');
  await guardian(`${wang.id}|${wang.name}`);
  expect(await stored()).toEqual([{ guardian: 'P-0001' }]);
  expect(lines(await guardian(`|${wang.name}`))).toEqual(['aside B2 imports.nobody-fits']);
  const erased = await guardian(`#清空|${wang.name}`);
  expect([lines(erased), counts(erased), await stored()]).toEqual([[], [0, 1, 0, 0, 0], [{ guardian: null }]]);
});
