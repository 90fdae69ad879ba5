/** R42 公共设备台账: lifts, fire systems and other devices. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const device = register(
  {
    no: 'R42',
    name: 'device',
    zh: '公共设备台账',
    en: 'Lifts, fire systems and other devices',
    subject: 'device',
    key: ['device_no'],
    mode: 'state',
    every: 'month',
    staleAfterDays: 62,
    departments: ['物业', '市场监管局', '消防'],
    sensitivity: 'public',
    settlementVia: ['settlement_code'],
    note: 'added; carries the inspection dates that B04 needs',
  },
  {
    device_no: text({
      zh: '设备编号',
      en: 'device number',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['设备编码', '电梯编号', '使用登记证号'],
      maxLength: 40,
    }),
    settlement_code: ref('settlement', {
      zh: '安置点',
      en: 'settlement',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'],
      by: ['settlement_code', 'settlement_name'],
    }),
    building_code: ref('building', {
      zh: '楼栋',
      en: 'building',
      required: 'no',
      sensitivity: 'public',
      aliases: ['楼栋号', '栋号', '幢号', '楼号', '楼栋编码'],
      by: ['building_code', 'settlement_code and building_no'],
    }),
    device_type: code('DEVICE', { zh: '设备类型', en: 'kind of device', required: 'yes', sensitivity: 'public', aliases: ['设备类别', '设备名称'] }),
    last_inspected_on: date({
      zh: '上次检验日期',
      en: 'last inspected on',
      required: 'no',
      sensitivity: 'public',
      aliases: ['检验日期', '检测日期'],
      past: true,
    }),
    inspection_due: date({
      zh: '下次检验日期',
      en: 'next inspection due on',
      required: 'no',
      sensitivity: 'public',
      aliases: ['检验到期日', '检验有效期至', '下次检测日期'],
      checks: ['inspection_due is null or last_inspected_on is null or inspection_due > last_inspected_on'],
      note: 'B04',
    }),
    keeper_org: text({
      zh: '维保单位',
      en: 'maintenance organisation',
      required: 'no',
      sensitivity: 'public',
      aliases: ['维护保养单位', '管理单位'],
      maxLength: 80,
    }),
    status: code('FAC_ST', { zh: '状态', en: 'state', required: 'yes', sensitivity: 'public', aliases: ['使用状态', '运行状态'] }),
  },
);
