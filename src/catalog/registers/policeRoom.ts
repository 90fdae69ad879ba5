/** R29 警务室台账: police rooms. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { refs } from '../kinds/refs.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const policeRoom = register(
  {
    no: 'R29',
    name: 'police_room',
    zh: '警务室台账',
    en: 'Police rooms',
    subject: 'facility',
    key: ['room_no'],
    mode: 'state',
    every: 'change',
    staleAfterDays: 400,
    departments: ['公安局'],
    sensitivity: 'internal',
    settlementVia: ['settlement_code'],
    note: 'S topic; others served in settlement_codes',
  },
  {
    room_no: text({ zh: '编号', en: 'room number', required: 'yes', sensitivity: 'public', aliases: ['警务室编号', '警务室编码'], maxLength: 20 }),
    name: text({ zh: '警务室名称', en: 'name', required: 'no', sensitivity: 'public', aliases: ['名称'], maxLength: 100, note: 'added' }),
    station: text({
      zh: '所属派出所',
      en: 'police station',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['派出所', '管辖派出所'],
      maxLength: 80,
    }),
    settlement_code: ref('settlement', {
      zh: '安置点',
      en: 'settlement',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'],
      by: ['settlement_code', 'settlement_name'],
    }),
    settlement_codes: refs('settlement', {
      zh: '服务安置点',
      en: 'other settlements served',
      required: 'no',
      sensitivity: 'public',
      aliases: ['覆盖安置点', '服务的安置点', '共享安置点'],
      by: ['settlement_code', 'settlement_name'],
      note: 'the home settlement is not repeated',
    }),
    opened_on: date({ zh: '建成日期', en: 'built on', required: 'yes', sensitivity: 'public', aliases: ['启用日期', '建成时间'], past: true }),
    officers: int({ zh: '民警', en: 'police officers', required: 'yes', sensitivity: 'internal', aliases: ['民警数', '民警人数'], min: 0 }),
    assistants: int({ zh: '辅警数', en: 'auxiliary police', required: 'yes', sensitivity: 'internal', aliases: ['辅警', '辅警人数'], min: 0 }),
    status: code('FAC_ST', { zh: '状态', en: 'state', required: 'yes', sensitivity: 'public', aliases: ['使用状态', '运行状态'] }),
  },
);
