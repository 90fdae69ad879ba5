/** R26 党组织台账: party bodies. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const partyBody = register(
  {
    no: 'R26',
    name: 'party_body',
    zh: '党组织台账',
    en: 'Party bodies',
    subject: 'organisation',
    key: ['party_no'],
    mode: 'state',
    every: 'quarter',
    staleAfterDays: 184,
    departments: ['组织部'],
    sensitivity: 'personal',
    settlementVia: ['settlement_code'],
    note: 'S topic',
  },
  {
    party_no: text({
      zh: '组织编码',
      en: 'party body number',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['党组织编码', '组织编号'],
      maxLength: 20,
    }),
    name: text({ zh: '名称', en: 'name', required: 'yes', sensitivity: 'internal', aliases: ['党组织名称', '组织名称'], maxLength: 100 }),
    party_type: code('PARTY', { zh: '类别', en: 'kind', required: 'yes', sensitivity: 'internal', aliases: ['组织类别', '党组织类别'] }),
    parent: ref('party_body', {
      zh: '上级组织',
      en: 'parent body',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['上级党组织', '隶属党组织'],
      by: ['party_no', 'name'],
    }),
    settlement_code: ref('settlement', {
      zh: '安置点',
      en: 'settlement',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'],
      by: ['settlement_code', 'settlement_name'],
    }),
    founded_on: date({
      zh: '成立日期',
      en: 'founded on',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['成立时间', '批准成立日期'],
      past: true,
    }),
    closed_on: date({
      zh: '撤销日期',
      en: 'closed on',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['撤销时间'],
      past: true,
      note: 'added: a body counts at T when founded_on <= T and closed_on is empty or after T',
    }),
    secretary: text({
      zh: '书记',
      en: 'secretary',
      required: 'no',
      sensitivity: 'personal',
      mask: 'name',
      aliases: ['党组织书记', '书记姓名'],
      maxLength: 50,
    }),
    members: int({ zh: '党员数', en: 'members', required: 'yes', sensitivity: 'internal', aliases: ['党员人数'], min: 0 }),
  },
);
