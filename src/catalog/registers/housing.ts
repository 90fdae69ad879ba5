/** R03 住房与不动产台账: housing and title. */
import { bool } from '../kinds/bool.ts';
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { decimal } from '../kinds/decimal.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const housing = register(
  {
    no: 'R03',
    name: 'housing',
    zh: '住房与不动产台账',
    en: 'Housing and title',
    subject: 'housing',
    key: ['house_no'],
    mode: 'state',
    every: 'month',
    staleAfterDays: 62,
    departments: ['住建局', '自然资源局', '街道'],
    sensitivity: 'personal',
    settlementVia: ['settlement_code'],
    note: 'one row a dwelling; a dwelling may stand empty (household_no empty)',
  },
  {
    house_no: text({ zh: '房屋编号', en: 'dwelling number', required: 'auto', sensitivity: 'internal', aliases: ['房屋编码', '房源编号'], auto: { join: ['building_code', 'unit_no', 'room_no'], with: '-' }, unique: true }),
    settlement_code: ref('settlement', { zh: '安置点', en: 'settlement', required: 'yes', sensitivity: 'public', aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'], by: ['settlement_code', 'settlement_name'] }),
    building_code: ref('building', { zh: '楼栋', en: 'building', required: 'yes', sensitivity: 'public', aliases: ['楼栋号', '栋号', '幢号', '楼号', '楼栋编码'], by: ['building_code', 'settlement_code and building_no'] }),
    unit_no: text({ zh: '单元', en: 'unit', required: 'no', sensitivity: 'internal', aliases: ['单元号'], maxLength: 10 }),
    room_no: text({ zh: '房号', en: 'room', required: 'yes', sensitivity: 'internal', aliases: ['房间号', '室号', '门牌号'], maxLength: 10, words: ['a cell under 楼栋-单元-房号 is split at - into building_code, unit_no and room_no'] }),
    household_no: ref('household', { zh: '户编号', en: 'household', required: 'no', sensitivity: 'internal', aliases: ['户号', '家庭编号', '户编码', '户主证件号码', '户主身份证号', '户主身份证号码', '户主公民身份号码', '证件号码', '身份证号', '身份证号码', '公民身份号码'], by: ['household_no', 'head_id_no', 'member_id_no'], nameHeaders: ['户主姓名', '户主', '姓名'], note: 'an identity number may be the head\'s or any living member\'s' }),
    address: text({ zh: '房屋坐落', en: 'address', required: 'yes', sensitivity: 'personal', aliases: ['坐落', '房屋地址', '安置房地址'], maxLength: 200 }),
    area_m2: decimal(8, 2, { zh: '建筑面积', en: 'floor area', required: 'yes', sensitivity: 'internal', aliases: ['面积', '住房面积', '建筑面积(㎡)', '房屋面积'], min: 10, max: 400, note: 'square metres' }),
    area_per_head: decimal(6, 2, { zh: '人均面积', en: 'floor area a head', required: 'auto', sensitivity: 'internal', aliases: ['人均住房面积', '人均建筑面积'], calc: 'area_m2 / household.member_count', warns: ['area_per_head > 25'], note: 'GK 25 m² a head' }),
    agreement_no: text({ zh: '安置协议号', en: 'resettlement agreement', required: 'no', sensitivity: 'internal', aliases: ['协议编号', '安置协议编号'], maxLength: 40 }),
    cert_accept_date: date({ zh: '不动产申请受理日期', en: 'title application accepted on', required: 'no', sensitivity: 'internal', aliases: ['受理日期', '不动产受理日期', '受理时间'], past: true }),
    cert_no: text({ zh: '不动产权证号', en: 'title number', required: 'no', sensitivity: 'personal', aliases: ['不动产权证书号', '产权证号', '不动产证号'], maxLength: 60 }),
    cert_date: date({ zh: '发证日期', en: 'title issued on', required: 'no', sensitivity: 'internal', aliases: ['办证日期', '领证日期', '登记日期'], past: true, checks: ['cert_date is null or cert_accept_date is null or cert_date >= cert_accept_date'] }),
    title_dispute: bool({ zh: '权属争议', en: 'dispute blocks the title', required: 'auto', sensitivity: 'internal', aliases: ['产权争议', '是否有争议'], default: '0', note: 'added (B03): a dispute that blocks the title' }),
    occupancy: code('OCCUPANCY', { zh: '实际居住状态', en: 'occupancy', required: 'yes', sensitivity: 'personal', aliases: ['居住状态', '入住情况', '居住情况'] }),
    vacant_from: date({ zh: '空置起始日期', en: 'empty since', required: 'no', sensitivity: 'personal', aliases: ['空置时间', '空置起始时间'], past: true, checks: ['vacant_from is null or occupancy in (\'4\',\'5\')'], note: 'added: start of the present empty spell (B01)' }),
    vacancy_reason: code('VACANCY_REASON', { zh: '空置原因', en: 'reason of vacancy', required: 'no', sensitivity: 'personal', aliases: ['未入住原因'], note: 'added' }),
    checked_on: date({ zh: '最近核查日期', en: 'last checked on', required: 'yes', sensitivity: 'internal', aliases: ['核查日期', '核查时间', '核查日'], past: true }),
    hazard_level: code('HAZARD', { zh: '隐患等级', en: 'hazard level', required: 'no', sensitivity: 'internal', aliases: ['隐患级别', '安全隐患等级'], note: 'the worst open hazard of the dwelling' }),
    hazard_desc: text({ zh: '隐患描述', en: 'hazard', required: 'no', sensitivity: 'internal', aliases: ['隐患情况', '问题描述'], maxLength: 500 }),
    hazard_from: date({ zh: '隐患发现日期', en: 'hazard found on', required: 'no', sensitivity: 'internal', aliases: ['发现日期', '隐患发现时间'], past: true, checks: ['hazard_from is not null or coalesce(hazard_level,\'0\') = \'0\''] }),
    hazard_to: date({ zh: '整改完成日期', en: 'hazard removed on', required: 'no', sensitivity: 'internal', aliases: ['整改日期', '整改时间'], past: true, checks: ['hazard_to is null or hazard_to >= hazard_from'] }),
    old_house_removed: bool({ zh: '旧房拆除', en: 'old house removed', required: 'no', sensitivity: 'internal', aliases: ['旧房是否拆除', '拆旧情况'] }),
  },
);
