/** R28 驻社区工作队台账: resident work teams. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const workTeam = register(
  {
    no: 'R28',
    name: 'work_team',
    zh: '驻社区工作队台账',
    en: 'Resident work teams',
    subject: 'team member',
    key: ['team_no', 'staff_no'],
    mode: 'state',
    every: 'quarter',
    staleAfterDays: 184,
    departments: ['组织部', '农业农村局'],
    sensitivity: 'personal',
    settlementVia: ['community_code'],
    note: 'S topic',
  },
  {
    team_no: text({
      zh: '工作队编号',
      en: 'team number',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['工作队编码', '队编号'],
      maxLength: 20,
    }),
    sender_org: text({
      zh: '派出单位',
      en: 'sending organisation',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['派驻单位', '选派单位'],
      maxLength: 80,
    }),
    community_code: ref('street_community', {
      zh: '社区',
      en: 'community',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['社区代码', '所属社区', '社区名称', '居委会', '驻点社区'],
      by: ['area_code', 'name'],
      note: 'P 12-digit statistical area code',
    }),
    staff_no: text({
      zh: '队员编号',
      en: 'member number',
      required: 'auto',
      sensitivity: 'internal',
      aliases: ['干部编号', '人员编号'],
      maxLength: 40,
      auto: { join: ['team_no', 'member_name'], with: '-' },
    }),
    member_name: text({
      zh: '队员',
      en: 'member',
      required: 'yes',
      sensitivity: 'personal',
      mask: 'name',
      aliases: ['队员姓名', '姓名', '干部姓名'],
      maxLength: 50,
      note: 'added',
    }),
    role: code('TEAM_ROLE', { zh: '职务', en: 'role', required: 'yes', sensitivity: 'internal', aliases: ['队内职务', '职位'] }),
    from_date: date({
      zh: '起始日期',
      en: 'from',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['驻村起始日期', '到岗日期', '选派日期'],
      past: true,
    }),
    to_date: date({
      zh: '结束日期',
      en: 'to',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['离岗日期', '驻村结束日期'],
      checks: ['to_date is null or to_date >= from_date'],
      note: 'current at T: from_date <= T and (to_date empty or after T)',
    }),
    days_in_month: int({
      zh: '月在岗天数',
      en: 'days on duty in the month',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['在岗天数', '驻村天数'],
      min: 0,
      max: 31,
      warns: ['days_in_month < 20'],
      note: 'of the month of the data date',
    }),
  },
);
