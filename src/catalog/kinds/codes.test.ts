/** How cells of codes and sets of codes are read: one line a case. */
import { describe, expect, it } from 'vitest';
import type { CodeListName } from '../codes/codeListNames.ts';
import { codeLists } from '../codes/codeLists.ts';
import { code } from './code.ts';
import { codes } from './codes.ts';
import type { CellValue, Field, FieldOptions } from './kind.ts';

const options: FieldOptions = { zh: '代码', en: 'code', required: 'no', sensitivity: 'internal' };

function reading(field: Field, cell: CellValue | string, on = '2024-01-31'): unknown {
  const given: CellValue = typeof cell === 'string' ? { text: cell, kind: 'text' } : cell;
  const found = field.kind.read(given, field, { header: '', on, today: '2024-01-31' });
  if (found.is === 'problem') return found.problem.code;
  return found.is === 'value' ? found.value : found.is;
}

describe('one code', () => {
  it.each<[CodeListName, string, string]>([
    ['SEX', '1', '1'],
    ['SEX', '男', '1'],
    ['SEX', '1 男', '1'],
    ['SEX', '1-男', '1'],
    ['SEX', '1.男', '1'],
    ['SEX', '1、男', '1'],
    ['SEX', '1男', '1'],
    ['SEX', '１　男', '1'],
    ['SEX', '1.0', '1'],
    ['SEX', '1 女', 'cell.code-and-label-differ'],
    ['SEX', '男性', 'cell.unknown-code'],
    ['SEX', '3', 'cell.unknown-code'],
    ['SEX', '无', 'cell.unknown-code'],
    ['SEX', '/', 'empty'],
    ['SEX', '-', 'empty'],
    ['SEX', '#清空', 'erase'],
    ['HAZARD', '无', '0'],
    ['CONTRACT', '无', '5'],
    ['ETHNIC', '汉', '01'],
    ['ETHNIC', '布依', '09'],
    ['ETHNIC', '布依族', '09'],
    ['ETHNIC', '1', '01'],
    ['ETHNIC', '9 布依族', '09'],
    ['ETHNIC', '97', '97'],
    ['KINSHIP', '2', '02'],
    ['GRADE', '1', '1'],
    ['INDUSTRY', 'a', 'A'],
    ['INDUSTRY', '农、林、牧、渔业', 'A'],
    ['ITEM', 'A01“十个一”设施配套到位率', 'A01'],
    ['ITEM', 'c01', 'C01'],
    ['SIZE_CLASS', '1 800人以下', '1'],
    ['SIZE_CLASS', '800人以下', '1'],
    ['AREA_LEVEL', '县（市、新区）', 'county'],
    ['REF_SERIES', 'minimum_wage', 'minimum_wage'],
    ['INCOME_ITEM', '工资性', '10'],
  ])('%s: %s', (list, cell, expected) => expect(reading(code(list, options), cell)).toBe(expected));

  it('takes the synonyms of the field, without spaces and in full width', () => {
    const relation = code('KINSHIP', { ...options, accept: { 长子: '20', 妻子: '12' } });
    expect(reading(relation, '长子')).toBe('20');
    expect(reading(relation, '长 子')).toBe('20');
    expect(reading(relation, '妻子')).toBe('12');
    expect(reading(code('KINSHIP', options), '长子')).toBe('cell.unknown-code');
  });

  it('takes number cells', () => {
    expect(reading(code('ETHNIC', options), { text: '1', kind: 'number', number: 1 })).toBe('01');
    expect(reading(code('REGION', options), { text: '522301', kind: 'number', number: 522301 })).toBe('522301');
  });

  it('asks that the code be valid on the date of the row', () => {
    const object = code('OBJ_TYPE', options);
    expect(reading(object, '1', '2025-12-31')).toBe('1');
    expect(reading(object, '1', '2026-01-01')).toBe('cell.code-not-valid');
    expect(reading(object, '脱贫不稳定户', '2026-01-01')).toBe('cell.code-not-valid');
    expect(reading(object, '4', '2025-12-31')).toBe('cell.code-not-valid');
    expect(reading(object, '4', '2026-01-01')).toBe('4');
    expect(reading(code('REGION', options), '522322', '2018-12-31')).toBe('522322');
    expect(reading(code('REGION', options), '522322', '2019-01-01')).toBe('cell.code-not-valid');
  });

  it('names the codes that are taken when there are few', () => {
    const field = code('SEX', options);
    const found = field.kind.read({ text: '男性', kind: 'text' }, field, { header: '', on: '2024-01-31', today: '2024-01-31' });
    expect(found).toMatchObject({ problem: { zh: expect.stringContaining('1 男、2 女'), en: expect.stringContaining('1 male; 2 female') } });
  });

  it('writes a label that leads back to its code, for every code of every list', () => {
    for (const list of Object.values(codeLists)) {
      const field = code(list.name, options);
      for (const entry of list.entries) {
        const on = entry.validTo ?? entry.validFrom ?? '2024-01-31';
        expect(reading(field, field.kind.write(entry.code, field), on), `${list.name} ${entry.code}`).toBe(entry.code);
        expect(reading(field, `${entry.code} ${entry.zh}`, on), `${list.name} ${entry.code}`).toBe(entry.code);
      }
    }
  });
});

describe('regions by prefix', () => {
  const field = code('REGION', { ...options, acceptPrefix: true });
  it.each([
    ['522301', '522301'],
    ['兴义市', '522301'],
    ['兴义', '522301'],
    ['522401', '520000'],
    ['440300', '440000'],
    ['441900', '440000'],
    ['990000', 'cell.unknown-code'],
    ['522301001', '522301'],
    ['522301001001', '522301'],
    ['5223Y1', '5223Y1'],
    ['贵州省贵阳市', '520000'],
    ['贵州贵阳', '520000'],
    ['贵州省 兴义市', '522301'],
    ['贵州省黔西南州兴义市桔山街道', '522301'],
    ['贵州省黔西南布依族苗族自治州望谟县', '522326'],
    ['黔西南州兴义市', '522301'],
    ['黔西南布依族苗族自治州', '522300'],
    ['黔西南州', '522300'],
    ['义龙新区', '5223Y1'],
    ['义龙', '5223Y1'],
    ['广东省东莞市', '440000'],
    ['广东', '440000'],
    ['浙江宁波', '330000'],
    ['浙江省-宁波市', '330000'],
    ['广西南宁', '450000'],
    ['内蒙古呼和浩特', '150000'],
    ['新疆维吾尔自治区', '650000'],
    ['上海', '310000'],
    ['吉林市', '220000'],
    ['四川省普安镇', '510000'],
    ['兴仁镇', 'cell.unknown-code'],
    ['海南州共和县', 'cell.unknown-code'],
    ['河南蒙古族自治县', 'cell.unknown-code'],
    ['东莞', 'cell.unknown-code'],
    ['外地', 'cell.unknown-code'],
    ['无', 'cell.unknown-code'],
    ['522322', 'cell.code-not-valid'],
    ['兴仁县', '522302'],
    ['贵州省兴仁县', '522302'],
    ['兴仁县真武山街道', '522302'],
  ])('%s', (cell, expected) => expect(reading(field, cell)).toBe(expected));

  it('keeps the old county while it was listed', () => {
    expect(reading(field, '兴仁县', '2018-12-31')).toBe('522322');
    expect(reading(field, '贵州省兴仁县', '2018-12-31')).toBe('522322');
    expect(reading(field, '522322', '2018-12-31')).toBe('522322');
    expect(reading(field, '兴仁市', '2018-12-31')).toBe('522302');
  });

  it('does not guess where the field does not say so', () => {
    expect(reading(code('REGION', options), '广东省东莞市')).toBe('cell.unknown-code');
    expect(reading(code('REGION', options), '522401')).toBe('cell.unknown-code');
  });
});

describe('sets of codes', () => {
  const field = codes('PERSON_TAG', options);
  it.each<[string, unknown]>([
    ['1', ['1']],
    ['低保', ['1']],
    ['1、9', ['1', '9']],
    ['9,1', ['1', '9']],
    ['9，1；12', ['1', '9', '12']],
    ['残疾/低保/残疾', ['1', '9']],
    ['低保\r\n9 残疾', ['1', '9']],
    ['1、、9、', ['1', '9']],
    ['1、-', ['1']],
    ['/', 'empty'],
    ['、', 'empty'],
    ['', 'empty'],
    ['无', 'empty'],
    ['1、20', 'cell.unknown-code'],
    ['1 残疾', 'cell.code-and-label-differ'],
    ['#清空', 'erase'],
  ])('%s', (cell, expected) => expect(reading(field, cell)).toEqual(expected));

  it('writes labels with 、', () => expect(field.kind.write(['1', '9'], field)).toBe('低保、残疾'));
});
