/** R01 搬迁户台账: households. */
import { bool } from '../kinds/bool.ts';
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { idCard } from '../kinds/idCard.ts';
import { int } from '../kinds/int.ts';
import { phone } from '../kinds/phone.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const household = register(
  {
    no: 'R01',
    name: 'household',
    zh: '搬迁户台账',
    en: 'Households',
    subject: 'household',
    key: ['household_no'],
    mode: 'state',
    every: 'change',
    staleAfterDays: 400,
    departments: ['社区', '生态移民局'],
    sensitivity: 'sensitive',
    settlementVia: ['settlement_code'],
    note: 'yearly check of the whole list',
  },
  {
    household_no: text({ zh: '户编号', en: 'household number', required: 'auto', sensitivity: 'internal', aliases: ['户号', '家庭编号', '户编码', '档案编号', '搬迁户编号'], pattern: '^[0-9A-Z-]{4,20}$', auto: { next: 'settlement', prefix: '' }, unique: true }),
    head_name: text({ zh: '户主姓名', en: 'name of head', required: 'yes', sensitivity: 'personal', aliases: ['户主', '姓名'], maxLength: 50 }),
    head_id_no: idCard({ zh: '户主证件号码', en: 'identity number of head', required: 'yes', sensitivity: 'personal', aliases: ['户主身份证号', '户主身份证号码', '户主身份证', '户主公民身份号码', '证件号码', '身份证号', '身份证号码', '公民身份号码'], unique: 'status not in (\'5\',\'6\')', note: 'encrypted; found by blind index' }),
    origin_county: code('REGION', { zh: '迁出县', en: 'county of origin', required: 'yes', sensitivity: 'internal', aliases: ['迁出地', '迁出县市', '原籍县', '迁出地县'], acceptPrefix: true }),
    origin_address: text({ zh: '迁出乡镇村组', en: 'place of origin', required: 'yes', sensitivity: 'personal', aliases: ['迁出地址', '原住址', '迁出乡镇', '迁出村组'], maxLength: 200 }),
    whole_village: bool({ zh: '整寨搬迁', en: 'whole-village move', required: 'no', sensitivity: 'internal', aliases: ['是否整寨搬迁', '整村搬迁'] }),
    settlement_code: ref('settlement', { zh: '安置点', en: 'settlement', required: 'yes', sensitivity: 'public', aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'], by: ['settlement_code', 'settlement_name'] }),
    community_code: ref('street_community', { zh: '社区', en: 'community', required: 'yes', sensitivity: 'public', aliases: ['社区代码', '所属社区', '社区名称', '居委会'], by: ['area_code', 'name'], note: 'P 12-digit statistical area code' }),
    building_code: ref('building', { zh: '楼栋', en: 'building', required: 'yes', sensitivity: 'public', aliases: ['楼栋号', '栋号', '幢号', '楼号', '楼栋编码'], by: ['building_code', 'settlement_code and building_no'] }),
    unit_no: text({ zh: '单元', en: 'unit', required: 'no', sensitivity: 'personal', aliases: ['单元号'], maxLength: 10 }),
    room_no: text({ zh: '房号', en: 'room', required: 'no', sensitivity: 'personal', aliases: ['房间号', '室号', '门牌号'], maxLength: 10, words: ['a cell under 楼栋-单元-房号 is split at - into building_code, unit_no and room_no'] }),
    movein_date: date({ zh: '搬迁日期', en: 'move-in date', required: 'yes', sensitivity: 'internal', aliases: ['入住日期', '搬迁入住时间', '搬迁时间', '入住时间'], past: true }),
    move_year: int({ zh: '搬迁批次年度', en: 'year of the moving batch', required: 'yes', sensitivity: 'internal', aliases: ['搬迁年度', '批次年度', '年度'], min: 2016, max: 2030, note: 'S public: 2016 to 2019' }),
    household_type: code('HH_TYPE', { zh: '户类型', en: 'household type', required: 'yes', sensitivity: 'sensitive', aliases: ['户属性', '农户属性', '搬迁户类型', '是否脱贫户'], accept: { 是: '1', 建档立卡户: '1', 建档立卡贫困户: '1', 贫困户: '1', 同步搬迁户: '3', 随迁户: '3' } }),
    member_count: int({ zh: '家庭人口', en: 'members', required: 'yes', sensitivity: 'internal', aliases: ['家庭人口数', '家庭人数', '户籍人口', '人口数'], min: 1, max: 30, words: ['differs from the number of living persons of the household'] }),
    coliving_count: int({ zh: '共同生活人口', en: 'persons living together', required: 'yes', sensitivity: 'internal', aliases: ['共同生活人数', '常住人口', '共同生活成员数'], min: 1, max: 30, note: 'divisor of every per-head figure' }),
    labour_count: int({ zh: '劳动力数', en: 'persons able to work', required: 'yes', sensitivity: 'internal', aliases: ['劳动力人数', '劳动力'], min: 0, checks: ['labour_count <= member_count'] }),
    phone: phone({ zh: '联系电话', en: 'telephone', required: 'no', sensitivity: 'personal', aliases: ['电话', '手机号', '手机号码', '联系方式', '户主电话'] }),
    grid_worker: text({ zh: '网格员/楼栋长', en: 'grid worker or building leader', required: 'no', sensitivity: 'personal', aliases: ['网格员', '楼栋长', '包保人', '联系人'], maxLength: 50 }),
    status: code('HH_STATUS', { zh: '状态', en: 'state', required: 'yes', sensitivity: 'personal', aliases: ['户状态', '居住状态', '在住状态'] }),
    status_on: date({ zh: '状态日期', en: 'state since', required: 'no', sensitivity: 'internal', aliases: ['状态变更日期', '变更日期'], past: true, note: 'added: first day of the present state; empty = not stated' }),
    left_on: date({ zh: '销户日期', en: 'closed on', required: 'no', sensitivity: 'internal', aliases: ['迁出日期', '销户时间'], past: true, checks: ['left_on is null or status in (\'5\',\'6\')'], note: 'added; with movein_date and status it decides whether a household counts at T (facts.md section 1)' }),
  },
);
