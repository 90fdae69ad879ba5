/** R25 运行中断与巡检日志: service interruptions. */
import { bool } from '../kinds/bool.ts';
import { code } from '../kinds/code.ts';
import { datetime } from '../kinds/datetime.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const serviceLog = register(
  {
    no: 'R25',
    name: 'service_log',
    zh: '运行中断与巡检日志',
    en: 'Service interruptions',
    subject: 'facility',
    key: ['log_no'],
    mode: 'event',
    date: { field: 'from_at' },
    every: 'day',
    staleAfterDays: 7,
    departments: ['物业', '街道'],
    sensitivity: 'internal',
    settlementVia: ['settlement_code'],
    note: 'date: from_at; a day without interruption is reported as nil',
  },
  {
    log_no: text({ zh: '日志编号', en: 'log number', required: 'auto', sensitivity: 'internal', aliases: ['编号', '记录编号'], auto: { join: ['settlement_code', 'log_type', 'object_ref', 'from_at'], with: '-' }, unique: true, note: 'added as key' }),
    settlement_code: ref('settlement', { zh: '安置点', en: 'settlement', required: 'yes', sensitivity: 'public', aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'], by: ['settlement_code', 'settlement_name'] }),
    log_type: code('OUTAGE', { zh: '类型', en: 'kind', required: 'yes', sensitivity: 'internal', aliases: ['中断类型', '事件类型', '故障类型'] }),
    facility_no: ref('facility', { zh: '设施编号', en: 'facility', required: 'no', sensitivity: 'internal', aliases: ['设施', '设施名称'], by: ['facility_no', 'name'], checks: ['facility_no is not null or log_type <> \'10\''], note: 'one object field a row at most; none = the whole settlement' }),
    building_code: ref('building', { zh: '楼栋', en: 'building', required: 'no', sensitivity: 'public', aliases: ['楼栋号', '栋号', '幢号', '楼号', '楼栋编码'], by: ['building_code', 'settlement_code and building_no'] }),
    clinic_no: ref('clinic', { zh: '医疗机构编码', en: 'health institution', required: 'no', sensitivity: 'internal', aliases: ['医疗机构', '医疗机构名称'], by: ['org_no', 'name'], checks: ['clinic_no is not null or log_type <> \'9\''] }),
    device_no: ref('device', { zh: '设备编号', en: 'device', required: 'no', sensitivity: 'internal', aliases: ['设备', '设备编码', '电梯编号'], by: ['device_no'], checks: ['device_no is not null or log_type not in (\'7\',\'8\')'] }),
    object_ref: text({ zh: '对象', en: 'object', required: 'auto', sensitivity: 'internal', calc: 'coalesce(facility_no, clinic_no, device_no, building_code)', note: 'the one object of the row, for facts and joins; empty = the whole settlement' }),
    from_at: datetime({ zh: '开始', en: 'from', required: 'yes', sensitivity: 'internal', aliases: ['开始时间', '中断时间', '发生时间', '停用时间'], past: true }),
    to_at: datetime({ zh: '恢复时间', en: 'restored at', required: 'no', sensitivity: 'internal', aliases: ['结束时间', '修复时间'], past: true, checks: ['to_at is null or to_at >= from_at'], note: 'empty = still open' }),
    households: int({ zh: '影响户数', en: 'households affected', required: 'no', sensitivity: 'internal', aliases: ['受影响户数'], min: 0 }),
    announced: bool({ zh: '是否预告', en: 'announced before', required: 'auto', sensitivity: 'internal', aliases: ['是否提前公告', '计划内'], default: '0' }),
    announced_at: datetime({ zh: '预告时间', en: 'announced at', required: 'no', sensitivity: 'internal', aliases: ['公告时间'], checks: ['announced_at is null or (announced and announced_at <= from_at)'], note: 'added (A02: three days ahead)' }),
    accident: bool({ zh: '困人或事故', en: 'people trapped or accident', required: 'auto', sensitivity: 'internal', aliases: ['是否困人', '困人事故'], default: '0', note: 'added (B04)' }),
    action: text({ zh: '处置', en: 'action', required: 'no', sensitivity: 'internal', aliases: ['处置情况', '处理情况'], maxLength: 500 }),
  },
);
