/** R00 安置点台账: settlements. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { point } from '../kinds/point.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const settlement = register(
  {
    no: 'R00',
    name: 'settlement',
    zh: '安置点台账',
    en: 'Settlements',
    subject: 'settlement',
    key: ['settlement_code'],
    mode: 'state',
    every: 'change',
    staleAfterDays: 400,
    departments: ['生态移民局'],
    sensitivity: 'public',
    settlementVia: ['settlement_code'],
    note: 'S topic; level settlement of the area tree; street_code gives its parent',
  },
  {
    settlement_code: text({ zh: '安置点编码', en: 'settlement code', required: 'yes', sensitivity: 'public', aliases: ['安置点代码', '安置区编码', '编码'], pattern: '^(5223\\d{2}|5223Y1)A\\d{3}$', checks: ['substr(settlement_code,1,6) = county_code'], note: 'O six-digit county code + A + three digits; must stay editable: codes already in use are not known' }),
    settlement_name: text({ zh: '安置点名称', en: 'settlement name', required: 'yes', sensitivity: 'public', aliases: ['安置点', '安置区名称', '安置区', '集中安置点'], maxLength: 80 }),
    residential_area: text({ zh: '新市民居住区', en: 'new-citizen residential area', required: 'no', sensitivity: 'public', aliases: ['居住区', '新市民居住区名称'], maxLength: 80, note: 'N 68 settlements lie in 36 新市民居住区; kept so that both can be counted' }),
    county_code: code('REGION', { zh: '所在县', en: 'county', required: 'yes', sensitivity: 'public', aliases: ['县', '县市', '县(市、新区)', '所属县', '县区'], words: ['an area of level county'] }),
    street_code: text({ zh: '街道代码', en: 'street code', required: 'yes', sensitivity: 'public', aliases: ['街道', '所属街道', '街道(乡镇)', '乡镇街道'], pattern: '^\\d{9}$', by: ['area_code', 'name of street_community'], note: 'P 9-digit statistical area code; parent of the settlement in the area tree' }),
    resettle_mode: code('RESETTLE_MODE', { zh: '安置方式', en: 'mode of resettlement', required: 'yes', sensitivity: 'public', aliases: ['安置类型', '安置形式'] }),
    size_class: code('SIZE_CLASS', { zh: '规模档', en: 'size class', required: 'auto', sensitivity: 'public', aliases: ['规模', '安置规模'], calc: 'case when planned_persons < 800 then \'1\' when planned_persons < 3000 then \'2\' when planned_persons < 10000 then \'3\' else \'4\' end' }),
    planned_households: int({ zh: '设计户数', en: 'planned households', required: 'yes', sensitivity: 'public', aliases: ['规划户数', '安置户数'], min: 1 }),
    planned_persons: int({ zh: '设计人数', en: 'planned persons', required: 'yes', sensitivity: 'public', aliases: ['规划人数', '安置人数'], min: 1, checks: ['planned_persons >= planned_households'] }),
    building_count: int({ zh: '楼栋数', en: 'buildings', required: 'yes', sensitivity: 'public', aliases: ['栋数', '幢数'], min: 1 }),
    first_movein_date: date({ zh: '首批入住日期', en: 'first move-in date', required: 'yes', sensitivity: 'public', aliases: ['入住时间', '首批入住时间', '搬迁入住时间'], past: true }),
    location: point({ zh: '中心坐标', en: 'centre point', required: 'no', sensitivity: 'public', aliases: ['坐标', '经纬度'], note: 'CGCS2000, longitude then latitude, decimal degrees' }),
    lead_org: text({ zh: '牵头单位', en: 'lead organisation', required: 'yes', sensitivity: 'public', aliases: ['责任单位', '主管单位'], maxLength: 80 }),
    status: code('SETTLEMENT_ST', { zh: '状态', en: 'state', required: 'auto', sensitivity: 'public', aliases: ['使用状态'], default: '1' }),
  },
);
