/** Code lists about people. */
import { codeList } from './codeList.ts';

export const sex = codeList('SEX', 'P GB/T 2261.1-2003', [
  ['0', '未知的性别', 'unknown'],
  ['1', '男', 'male'],
  ['2', '女', 'female'],
  ['9', '未说明的性别', 'not stated'],
]);

export const marital = codeList('MARITAL', 'P GB/T 2261.2-2003', [
  ['10', '未婚', 'never married'],
  ['20', '已婚', 'married'],
  ['21', '初婚', 'first marriage'],
  ['22', '再婚', 'remarried'],
  ['23', '复婚', 'remarried to the same spouse'],
  ['30', '丧偶', 'widowed'],
  ['40', '离婚', 'divorced'],
  ['90', '未说明', 'not stated'],
]);

export const health = codeList('HEALTH', 'GK GB/T 2261.3-2003, two-digit main codes', [
  ['10', '健康或良好', 'healthy or good'],
  ['20', '一般或较弱', 'fair or weak'],
  ['30', '有慢性病', 'chronic illness'],
  ['60', '残疾', 'disabled'],
]);

export const kinship = codeList('KINSHIP', 'GK GB/T 4761-2008, main codes and the in-law codes met in household sheets', [
  ['01', '本人', 'self'],
  ['02', '户主', 'head of household'],
  ['10', '配偶', 'spouse'],
  ['11', '夫', 'husband'],
  ['12', '妻', 'wife'],
  ['20', '子', 'son'],
  ['28', '女婿', 'son-in-law'],
  ['30', '女', 'daughter'],
  ['38', '儿媳', 'daughter-in-law'],
  ['40', '孙子女或外孙子女', 'grandchild'],
  ['50', '父母', 'parent'],
  ['60', '祖父母或外祖父母', 'grandparent'],
  ['70', '兄弟姐妹', 'sibling'],
  ['99', '其他', 'other'],
]);

export const education = codeList('EDUCATION', 'GK GB/T 4658-2006', [
  ['10', '研究生教育', 'postgraduate'],
  ['20', '大学本科', 'bachelor'],
  ['30', '大学专科', 'junior college'],
  ['40', '中等职业教育', 'secondary vocational'],
  ['60', '普通高中', 'senior secondary'],
  ['70', '初中', 'junior secondary'],
  ['80', '小学', 'primary'],
  ['90', '其他', 'other'],
]);

export const political = codeList('POLITICAL', 'GK GB/T 4762-1984', [
  ['01', '中共党员', 'CPC member'],
  ['02', '中共预备党员', 'CPC probationary member'],
  ['03', '共青团员', 'Communist Youth League member'],
  ['04', '民革党员', 'RCCK member'],
  ['05', '民盟盟员', 'CDL member'],
  ['06', '民建会员', 'CNDCA member'],
  ['07', '民进会员', 'CAPD member'],
  ['08', '农工党党员', 'CPWDP member'],
  ['09', '致公党党员', 'CZGP member'],
  ['10', '九三学社社员', 'Jiusan Society member'],
  ['11', '台盟盟员', 'TSL member'],
  ['12', '无党派民主人士', 'non-party democrat'],
  ['13', '群众', 'none'],
]);

export const ethnic = codeList('ETHNIC', 'P GB/T 3304-1991; the label without 族 is accepted too', [
  ['01', '汉族', 'Han'],
  ['02', '蒙古族', 'Mongol'],
  ['03', '回族', 'Hui'],
  ['04', '藏族', 'Zang'],
  ['05', '维吾尔族', 'Uygur'],
  ['06', '苗族', 'Miao'],
  ['07', '彝族', 'Yi'],
  ['08', '壮族', 'Zhuang'],
  ['09', '布依族', 'Buyei'],
  ['10', '朝鲜族', 'Chosen'],
  ['11', '满族', 'Man'],
  ['12', '侗族', 'Dong'],
  ['13', '瑶族', 'Yao'],
  ['14', '白族', 'Bai'],
  ['15', '土家族', 'Tujia'],
  ['16', '哈尼族', 'Hani'],
  ['17', '哈萨克族', 'Kazak'],
  ['18', '傣族', 'Dai'],
  ['19', '黎族', 'Li'],
  ['20', '傈僳族', 'Lisu'],
  ['21', '佤族', 'Va'],
  ['22', '畲族', 'She'],
  ['23', '高山族', 'Gaoshan'],
  ['24', '拉祜族', 'Lahu'],
  ['25', '水族', 'Sui'],
  ['26', '东乡族', 'Dongxiang'],
  ['27', '纳西族', 'Naxi'],
  ['28', '景颇族', 'Jingpo'],
  ['29', '柯尔克孜族', 'Kirgiz'],
  ['30', '土族', 'Tu'],
  ['31', '达斡尔族', 'Daur'],
  ['32', '仫佬族', 'Mulao'],
  ['33', '羌族', 'Qiang'],
  ['34', '布朗族', 'Blang'],
  ['35', '撒拉族', 'Salar'],
  ['36', '毛南族', 'Maonan'],
  ['37', '仡佬族', 'Gelao'],
  ['38', '锡伯族', 'Xibe'],
  ['39', '阿昌族', 'Achang'],
  ['40', '普米族', 'Pumi'],
  ['41', '塔吉克族', 'Tajik'],
  ['42', '怒族', 'Nu'],
  ['43', '乌孜别克族', 'Uzbek'],
  ['44', '俄罗斯族', 'Russ'],
  ['45', '鄂温克族', 'Ewenki'],
  ['46', '德昂族', 'Deang'],
  ['47', '保安族', 'Bonan'],
  ['48', '裕固族', 'Yugur'],
  ['49', '京族', 'Gin'],
  ['50', '塔塔尔族', 'Tatar'],
  ['51', '独龙族', 'Derung'],
  ['52', '鄂伦春族', 'Oroqen'],
  ['53', '赫哲族', 'Hezhen'],
  ['54', '门巴族', 'Monba'],
  ['55', '珞巴族', 'Lhoba'],
  ['56', '基诺族', 'Jino'],
  ['97', '其他', 'other', { note: 'P GB/T 3304-1991' }],
  ['98', '外国血统中国籍人士', 'Chinese citizen of foreign descent', { note: 'P GB/T 3304-1991' }],
]);

export const disability = codeList('DISABILITY', 'GK GB/T 26341-2010, category', [
  ['1', '视力残疾', 'visual'],
  ['2', '听力残疾', 'hearing'],
  ['3', '言语残疾', 'speech'],
  ['4', '肢体残疾', 'physical'],
  ['5', '智力残疾', 'intellectual'],
  ['6', '精神残疾', 'mental'],
  ['7', '多重残疾', 'multiple'],
]);

export const disabilityGrade = codeList('DISABILITY_GRADE', 'GK GB/T 26341-2010, grade', [
  ['1', '一级', 'grade 1 (most severe)'],
  ['2', '二级', 'grade 2'],
  ['3', '三级', 'grade 3'],
  ['4', '四级', 'grade 4'],
]);

export const idType = codeList('ID_TYPE', 'O', [
  ['1', '居民身份证', 'resident identity card'],
  ['2', '户口簿号', 'hukou booklet number'],
  ['3', '出生证', 'birth certificate'],
  ['4', '港澳台居住证', 'residence permit of Hong Kong, Macao and Taiwan residents'],
  ['5', '护照', 'passport'],
  ['9', '暂无', 'none yet'],
]);

export const labour = codeList('LABOUR', 'O', [
  ['1', '普通劳动力', 'ordinary labour'],
  ['2', '技能劳动力', 'skilled labour'],
  ['3', '弱劳动力或半劳动力', 'weak or half labour'],
  ['4', '丧失劳动力', 'lost working ability'],
  ['5', '无劳动力', 'none (child or old age)'],
]);

export const personTag = codeList('PERSON_TAG', 'O', [
  ['1', '低保', 'subsistence allowance'],
  ['2', '特困', 'extreme hardship'],
  ['3', '孤儿', 'orphan'],
  ['4', '事实无人抚养', 'de facto unsupported child'],
  ['5', '留守儿童', 'left-behind child'],
  ['6', '留守老人', 'left-behind elder'],
  ['7', '独居老人', 'elder living alone'],
  ['8', '困境儿童', 'child in difficulty'],
  ['9', '残疾', 'disabled'],
  ['10', '重病', 'severe illness'],
  ['11', '慢病', 'chronic illness'],
  ['12', '精神障碍', 'mental disorder', { note: 'O; restricted: shown to health and community roles only' }],
  ['13', '退役军人', 'veteran'],
  ['14', '孕产妇', 'pregnant or lying-in'],
  ['15', '大学毕业生', 'university graduate'],
  ['16', '现役军人', 'on active military service', { note: 'O; added: not due for basic medical insurance (E01)' }],
  ['17', '出国出境', 'abroad', { note: 'O; added: not due for basic medical insurance (E01)' }],
  ['18', '服刑羁押', 'in custody', { note: 'O; added: outside labour and service items' }],
]);

export const personEnd = codeList('PERSON_END', 'O', [
  ['1', '死亡', 'died'],
  ['2', '迁出', 'moved out'],
  ['3', '婚嫁', 'left by marriage'],
  ['4', '参军', 'joined the army'],
  ['9', '其他', 'other'],
]);

export const guardianSt = codeList('GUARDIAN_ST', 'O', [
  ['1', '父母监护', 'parents'],
  ['2', '亲属监护', 'relatives'],
  ['3', '委托照护', 'entrusted care'],
  ['4', '无人监护', 'nobody'],
]);

export const school = codeList('SCHOOL', 'O', [
  ['1', '学前', 'pre-school'],
  ['2', '小学', 'primary'],
  ['3', '初中', 'junior secondary'],
  ['4', '高中', 'senior secondary'],
  ['5', '中职', 'secondary vocational'],
  ['6', '大专及以上', 'college or above'],
  ['7', '送教上门', 'taught at home'],
  ['8', '未入学', 'not enrolled'],
  ['9', '不在学龄', 'not of school age'],
]);
