/** Code lists about work and business. */
import { codeList } from './codeList.ts';

export const emp = codeList('EMP', 'O', [
  ['1', '就业', 'employed'],
  ['2', '未就业有意愿', 'not employed, willing'],
  ['3', '未就业无意愿', 'not employed, unwilling'],
  ['4', '不具备能力', 'unable'],
  ['5', '退出', 'left the labour force'],
]);

export const empForm = codeList('EMP_FORM', 'O', [
  ['1', '县内企业', 'enterprise inside the county'],
  ['2', '帮扶车间', 'assistance workshop'],
  ['3', '县内灵活', 'flexible work inside the county'],
  ['4', '省内县外', 'in the province, outside the county'],
  ['5', '省外', 'outside the province'],
  ['6', '公益岗', 'public-welfare post'],
  ['7', '自主创业', 'own business'],
]);

export const empExempt = codeList('EMP_EXEMPT', 'O why a person cannot take work now', [
  ['1', '在校就读', 'in school'],
  ['2', '照料重病或失能家人', 'caring for a severely ill or disabled relative'],
  ['3', '照料婴幼儿', 'caring for an infant'],
  ['4', '孕产期', 'pregnancy or childbirth'],
  ['5', '服役或服刑', 'in service or custody'],
  ['9', '其他', 'other'],
]);

export const contract = codeList('CONTRACT', 'O', [
  ['1', '固定期限', 'fixed term'],
  ['2', '无固定期限', 'open-ended'],
  ['3', '以完成任务为期限', 'by task'],
  ['4', '劳务', 'service contract'],
  ['5', '无', 'none'],
]);

export const wish = codeList('WISH', 'O', [
  ['1', '强', 'strong'],
  ['2', '一般', 'moderate'],
  ['3', '无', 'none'],
  ['4', '拒绝', 'refuses offers'],
]);

export const trade = codeList('TRADE', 'O short list; full occupation list is open', [
  ['1', '家政服务', 'housekeeping'],
  ['2', '养老护理', 'elder care'],
  ['3', '育婴保育', 'infant care'],
  ['4', '中式烹饪', 'cooking'],
  ['5', '缝纫刺绣', 'sewing and embroidery'],
  ['6', '电工焊工', 'electrician or welder'],
  ['7', '建筑工', 'construction'],
  ['8', '驾驶', 'driving'],
  ['9', '种养技术', 'farming technique'],
  ['10', '电商直播', 'e-commerce'],
  ['11', '保安保洁', 'security and cleaning'],
  ['99', '其他', 'other'],
]);

export const post = codeList('POST', 'O', [
  ['1', '保洁', 'cleaning'],
  ['2', '保安', 'security'],
  ['3', '护学', 'school guard'],
  ['4', '公共设施管护', 'facility upkeep'],
  ['5', '养老照护', 'elder care'],
  ['6', '网格协管', 'grid assistant'],
  ['9', '其他', 'other'],
]);

export const empDiff = codeList('EMP_DIFF', 'O', [
  ['1', '脱贫', 'lifted out of poverty'],
  ['2', '搬迁', 'relocated'],
  ['3', '低收入', 'low income'],
  ['4', '零就业家庭', 'zero-employment household'],
  ['5', '残疾', 'disabled'],
  ['6', '大龄', 'older worker'],
  ['9', '其他', 'other'],
]);

export const trip = codeList('TRIP', 'O', [
  ['1', '返岗直通车', 'direct return-to-work coach'],
  ['2', '点对点', 'point to point'],
  ['3', '东西部协作', 'east-west cooperation'],
  ['4', '季节性', 'seasonal'],
]);

export const transport = codeList('TRANSPORT', 'O', [
  ['1', '包车', 'chartered coach'],
  ['2', '火车', 'train'],
  ['3', '飞机', 'plane'],
  ['4', '自行', 'own way'],
]);

export const returnReason = codeList('RETURN', 'O', [
  ['1', '失业', 'lost job'],
  ['2', '春节', 'Spring Festival'],
  ['3', '照料', 'family care'],
  ['4', '伤病', 'injury or illness'],
  ['5', '创业', 'to start a business'],
  ['9', '其他', 'other'],
]);

export const founder = codeList('FOUNDER', 'O', [
  ['1', '大学毕业生', 'university graduate'],
  ['2', '返乡务工', 'returned migrant worker'],
  ['9', '其他', 'other'],
]);

export const support = codeList('SUPPORT', 'O', [
  ['1', '贷款贴息', 'interest subsidy'],
  ['2', '场地减免', 'rent relief'],
  ['3', '补贴', 'subsidy'],
  ['4', '培训', 'training'],
  ['5', '税费减免', 'tax relief'],
]);

export const entity = codeList('ENTITY', 'O', [
  ['1', '正常', 'operating'],
  ['2', '停业', 'suspended'],
  ['3', '注销', 'closed'],
  ['4', '筹建', 'being set up'],
]);

export const project = codeList('PROJECT', 'O', [
  ['1', '帮扶车间', 'assistance workshop'],
  ['2', '产业基地', 'production base'],
  ['3', '家庭作坊', 'family workshop'],
  ['4', '弹性岗位企业', 'flexible-post enterprise'],
  ['5', '园区企业', 'park enterprise'],
]);

export const industry = codeList('INDUSTRY', 'GK GB/T 4754-2017, sections', [
  ['A', '农、林、牧、渔业', 'agriculture, forestry, animal husbandry and fishery'],
  ['B', '采矿业', 'mining'],
  ['C', '制造业', 'manufacturing'],
  ['D', '电力、热力、燃气及水生产和供应业', 'electricity, heat, gas and water'],
  ['E', '建筑业', 'construction'],
  ['F', '批发和零售业', 'wholesale and retail'],
  ['G', '交通运输、仓储和邮政业', 'transport, storage and post'],
  ['H', '住宿和餐饮业', 'accommodation and catering'],
  ['I', '信息传输、软件和信息技术服务业', 'information transmission, software and IT'],
  ['J', '金融业', 'finance'],
  ['K', '房地产业', 'real estate'],
  ['L', '租赁和商务服务业', 'leasing and business services'],
  ['M', '科学研究和技术服务业', 'scientific research and technical services'],
  ['N', '水利、环境和公共设施管理业', 'water, environment and public facilities'],
  ['O', '居民服务、修理和其他服务业', 'resident services, repair and other services'],
  ['P', '教育', 'education'],
  ['Q', '卫生和社会工作', 'health and social work'],
  ['R', '文化、体育和娱乐业', 'culture, sports and entertainment'],
  ['S', '公共管理、社会保障和社会组织', 'public administration, social security and social organisations'],
  ['T', '国际组织', 'international organisations'],
]);
