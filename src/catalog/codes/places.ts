/** Code lists about places and settlements. */
import { codeList } from './codeList.ts';

export const areaLevel = codeList('AREA_LEVEL', 'O', [
  ['prefecture', '州', 'prefecture'],
  ['county', '县(市、新区)', 'county'],
  ['street', '街道(乡镇)', 'street'],
  ['settlement', '安置点', 'settlement'],
  ['community', '社区', 'community'],
  ['building', '楼栋', 'building'],
]);

export const region = codeList('REGION', 'P GB/T 2260', [
  ['110000', '北京市', 'Beijing'],
  ['120000', '天津市', 'Tianjin'],
  ['130000', '河北省', 'Hebei'],
  ['140000', '山西省', 'Shanxi'],
  ['150000', '内蒙古自治区', 'Inner Mongolia'],
  ['210000', '辽宁省', 'Liaoning'],
  ['220000', '吉林省', 'Jilin'],
  ['230000', '黑龙江省', 'Heilongjiang'],
  ['310000', '上海市', 'Shanghai'],
  ['320000', '江苏省', 'Jiangsu'],
  ['330000', '浙江省', 'Zhejiang'],
  ['340000', '安徽省', 'Anhui'],
  ['350000', '福建省', 'Fujian'],
  ['360000', '江西省', 'Jiangxi'],
  ['370000', '山东省', 'Shandong'],
  ['410000', '河南省', 'Henan'],
  ['420000', '湖北省', 'Hubei'],
  ['430000', '湖南省', 'Hunan'],
  ['440000', '广东省', 'Guangdong'],
  ['450000', '广西壮族自治区', 'Guangxi'],
  ['460000', '海南省', 'Hainan'],
  ['500000', '重庆市', 'Chongqing'],
  ['510000', '四川省', 'Sichuan'],
  ['520000', '贵州省', 'Guizhou'],
  ['530000', '云南省', 'Yunnan'],
  ['540000', '西藏自治区', 'Tibet'],
  ['610000', '陕西省', 'Shaanxi'],
  ['620000', '甘肃省', 'Gansu'],
  ['630000', '青海省', 'Qinghai'],
  ['640000', '宁夏回族自治区', 'Ningxia'],
  ['650000', '新疆维吾尔自治区', 'Xinjiang'],
  ['710000', '台湾省', 'Taiwan'],
  ['810000', '香港特别行政区', 'Hong Kong'],
  ['820000', '澳门特别行政区', 'Macao'],
  ['522300', '黔西南布依族苗族自治州', 'Qianxinan Prefecture'],
  ['522301', '兴义市', 'Xingyi'],
  ['522302', '兴仁市', 'Xingren', { note: 'GK since 2018; earlier 522322 兴仁县' }],
  ['522323', '普安县', "Pu'an"],
  ['522324', '晴隆县', 'Qinglong'],
  ['522325', '贞丰县', 'Zhenfeng'],
  ['522326', '望谟县', 'Wangmo'],
  ['522327', '册亨县', 'Ceheng'],
  ['522328', '安龙县', 'Anlong'],
  ['5223Y1', '义龙新区', 'Yilong New Area', { note: 'O local code: no national code exists; must stay editable' }],
  [
    '522322',
    '兴仁县(旧)',
    'Xingren (old county code)',
    {
      validTo: '2018-12-31',
      note: 'GK replaced by 522302 in 2018 (day not verified); still the prefix of older identity numbers; accepted on import for dates up to valid_to',
    },
  ],
]);

export const resettleMode = codeList('RESETTLE_MODE', 'O', [
  ['1', '县城集中', 'county town'],
  ['2', '州府集中', 'prefecture town'],
  ['3', '中心集镇', 'market town'],
  ['4', '园区', 'industrial park'],
  ['5', '农村集中', 'rural cluster'],
  ['6', '分散', 'scattered'],
]);

export const settlementSt = codeList('SETTLEMENT_ST', 'O', [
  ['1', '在用', 'in use'],
  ['2', '撤并', 'merged or closed'],
]);

export const sizeClass = codeList('SIZE_CLASS', 'O by planned persons', [
  ['1', '800人以下', 'under 800 persons'],
  ['2', '800至2999人', '800 to 2,999 persons'],
  ['3', '3000至9999人', '3,000 to 9,999 persons'],
  ['4', '10000人以上', '10,000 persons or more'],
]);
