/** R02 搬迁人口台账: persons. */
import { code } from '../kinds/code.ts';
import { codes } from '../kinds/codes.ts';
import { date } from '../kinds/date.ts';
import { idCard } from '../kinds/idCard.ts';
import { phone } from '../kinds/phone.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const person = register(
  {
    no: 'R02',
    name: 'person',
    zh: '搬迁人口台账',
    en: 'Persons',
    subject: 'person',
    key: ['person_no'],
    mode: 'state',
    every: 'change',
    staleAfterDays: 400,
    departments: ['社区', '公安局'],
    sensitivity: 'sensitive',
    settlementVia: ['household_no'],
    note: 'living member at T: end_date empty or after T',
  },
  {
    person_no: text({ zh: '人员编号', en: 'person number', required: 'auto', sensitivity: 'internal', aliases: ['人员编码', '个人编号', '编号'], pattern: '^[0-9A-Z-]{4,20}$', auto: { next: 'platform', prefix: 'P' }, unique: true }),
    household_no: ref('household', { zh: '户编号', en: 'household', required: 'yes', sensitivity: 'internal', aliases: ['户号', '家庭编号', '户编码', '户主证件号码', '户主身份证号', '户主身份证号码', '户主公民身份号码'], by: ['household_no', 'head_id_no'], nameHeaders: ['户主姓名', '户主'] }),
    name: text({ zh: '姓名', en: 'name', required: 'yes', sensitivity: 'personal', aliases: ['人员姓名', '家庭成员姓名', '成员姓名'], maxLength: 50 }),
    id_type: code('ID_TYPE', { zh: '证件类型', en: 'kind of identity paper', required: 'auto', sensitivity: 'internal', aliases: ['证件种类'], default: '1' }),
    id_no: idCard({ zh: '证件号码', en: 'identity number', required: 'no', sensitivity: 'personal', aliases: ['身份证号', '公民身份号码', '身份证号码', '身份证', '证件号', '居民身份证号码'], unique: true, checks: ['id_no is not null or id_type in (\'3\',\'9\')'], words: ['with id_type 1, birth_date and sex in the sheet agree with id_no'], note: 'encrypted; a newborn without a number may be empty; another id_type allows other characters' }),
    sex: code('SEX', { zh: '性别', en: 'sex', required: 'auto', sensitivity: 'personal', words: ['digit 17 of id_no when id_type is 1 (odd = 1, even = 2), else as given'] }),
    birth_date: date({ zh: '出生日期', en: 'date of birth', required: 'auto', sensitivity: 'personal', aliases: ['出生年月', '出生年月日', '生日', '出生时间'], past: true, words: ['digits 7 to 14 of id_no when id_type is 1, else as given'] }),
    ethnic: code('ETHNIC', { zh: '民族', en: 'ethnic group', required: 'yes', sensitivity: 'personal', aliases: ['族别'] }),
    relation: code('KINSHIP', { zh: '与户主关系', en: 'relation to head', required: 'yes', sensitivity: 'personal', aliases: ['与户主的关系', '家庭关系', '关系', '成员关系'], accept: { 长子: '20', 次子: '20', 儿子: '20', 长女: '30', 次女: '30', 女儿: '30', 妻子: '12', 丈夫: '11', 孙子: '40', 孙女: '40', 父亲: '50', 母亲: '50', 兄弟: '70' } }),
    marital: code('MARITAL', { zh: '婚姻状况', en: 'marital status', required: 'no', sensitivity: 'personal', aliases: ['婚姻', '婚姻状态'] }),
    education: code('EDUCATION', { zh: '文化程度', en: 'education', required: 'no', sensitivity: 'personal', aliases: ['学历', '受教育程度'], accept: { 文盲: '90', 半文盲: '90', 大专: '30', 本科及以上: '20', 中专: '40', 高中: '60' } }),
    political: code('POLITICAL', { zh: '政治面貌', en: 'political status', required: 'no', sensitivity: 'personal' }),
    health: code('HEALTH', { zh: '健康状况', en: 'health', required: 'no', sensitivity: 'sensitive', aliases: ['身体状况', '健康状态'] }),
    labour_ability: code('LABOUR', { zh: '劳动能力', en: 'ability to work', required: 'yes', sensitivity: 'personal', aliases: ['劳动技能', '劳动力类型', '劳动能力状况'] }),
    special_tags: codes('PERSON_TAG', { zh: '特殊身份', en: 'special groups', required: 'no', sensitivity: 'sensitive', aliases: ['人员类别', '特殊人群', '特殊群体', '人群类别'], note: 'code 12 restricted to health and community roles' }),
    school_status: code('SCHOOL', { zh: '在校状态', en: 'at school', required: 'no', sensitivity: 'personal', aliases: ['在校生状况', '在校情况', '就学状态'] }),
    phone: phone({ zh: '联系电话', en: 'telephone', required: 'no', sensitivity: 'personal', aliases: ['手机号', '手机号码', '本人电话'], note: 'added' }),
    guardian: ref('person', { zh: '监护人', en: 'guardian', required: 'no', sensitivity: 'personal', aliases: ['监护人证件号码', '监护人身份证号', '监护人身份证号码'], by: ['person_no', 'id_no'], nameHeaders: ['监护人姓名'] }),
    guardian_status: code('GUARDIAN_ST', { zh: '监护状况', en: 'guardianship', required: 'no', sensitivity: 'sensitive', aliases: ['监护类型', '监护情况'], note: 'added: empty guardian is no statement; code 4 says that there is none' }),
    joined_on: date({ zh: '增加日期', en: 'member since', required: 'no', sensitivity: 'internal', aliases: ['新增日期', '增员日期'], past: true, note: 'added: empty = since the move' }),
    end_date: date({ zh: '去世/迁出日期', en: 'left or died on', required: 'no', sensitivity: 'personal', aliases: ['减少日期', '减员日期', '死亡日期'], past: true }),
    end_reason: code('PERSON_END', { zh: '减少原因', en: 'reason of leaving', required: 'no', sensitivity: 'personal', aliases: ['减员原因'], checks: ['(end_date is null) = (end_reason is null)'], note: 'added' }),
  },
);
