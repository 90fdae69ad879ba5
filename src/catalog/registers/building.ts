/** R41 楼栋台账: buildings. */
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const building = register(
  {
    no: 'R41',
    name: 'building',
    zh: '楼栋台账',
    en: 'Buildings',
    subject: 'building',
    key: ['building_code'],
    mode: 'state',
    every: 'change',
    staleAfterDays: 400,
    departments: ['街道', '住建局'],
    sensitivity: 'public',
    settlementVia: ['settlement_code'],
    note: 'added; level building of the area tree',
  },
  {
    building_code: text({
      zh: '楼栋编码',
      en: 'building code',
      required: 'auto',
      sensitivity: 'public',
      aliases: ['楼栋代码', '幢编码'],
      pattern: '^(5223\\d{2}|5223Y1)A\\d{3}-[0-9A-Z]{1,8}$',
      auto: { join: ['settlement_code', 'building_no'], with: '-' },
      unique: true,
    }),
    settlement_code: ref('settlement', {
      zh: '安置点',
      en: 'settlement',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'],
      by: ['settlement_code', 'settlement_name'],
    }),
    building_no: text({
      zh: '楼栋号',
      en: 'building number in the settlement',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['栋号', '幢号', '楼号', '楼栋'],
      pattern: '^[0-9A-Z]{1,8}$',
      takeOff: ['号楼', '栋', '幢'],
      words: ['栋, 幢, 号楼 are taken off'],
    }),
    name: text({ zh: '楼栋名称', en: 'name', required: 'no', sensitivity: 'public', aliases: ['名称'], maxLength: 80 }),
    community_code: ref('street_community', {
      zh: '社区',
      en: 'community',
      required: 'no',
      sensitivity: 'public',
      aliases: ['社区代码', '所属社区', '社区名称', '居委会'],
      by: ['area_code', 'name'],
      note: 'P 12-digit statistical area code',
    }),
    units: int({ zh: '单元数', en: 'units', required: 'no', sensitivity: 'public', aliases: ['单元'], min: 1 }),
    floors: int({ zh: '层数', en: 'floors', required: 'no', sensitivity: 'public', aliases: ['楼层数'], min: 1 }),
    planned_households: int({
      zh: '户数',
      en: 'dwellings',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['套数', '住房套数', '设计户数'],
      min: 1,
    }),
    completed_on: date({ zh: '竣工日期', en: 'completed on', required: 'no', sensitivity: 'public', aliases: ['竣工时间', '建成日期'], past: true }),
  },
);
