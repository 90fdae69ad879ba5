/** The catalogue of the house is sound: `npm test` says what `./anju standard check` says. Each fault that a newcomer may make is named with its file and its spot. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeLists, items, registers } from '#catalog/catalog.ts';
import { b05HousingInsurance as b05 } from '#catalog/items/housing/b05HousingInsurance.ts';
import type { Example, Item } from '#catalog/items/item.ts';
import type { Register } from '#catalog/registers/register.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { checkItem } from './checkItem.ts';
import { checkRegister, fileOfRegister } from './checkRegister.ts';
import { checkStandard } from './checkStandard.ts';
import type { Fault } from './fault.ts';

test('the catalogue has no fault', () => {
  expect(checkStandard()).toEqual([]);
});

test('every register lies in the file that is called as it', () => {
  for (const name of Object.keys(registers)) expect(existsSync(projectPath(fileOfRegister(name))), name).toBe(true);
});

/** B05 with something in it that no compiler has seen. */
const spoilt = (change: object): Fault[] => checkItem({ ...b05, ...change } as Item);
/** B05 with its first example replaced. */
const withExample = (facts: object, expected = 'none'): Fault[] =>
  spoilt({ examples: [['insured', { ...b05.examples[0]?.[1], ...facts }, expected] as unknown as Example, ...b05.examples] });
const told = (faults: readonly Fault[]): string[] => faults.map(({ where, zh, en }) => `${where}: ${zh} ${en}`);

describe('an example', () => {
  test('that misspells a fact, whatever its result', () => {
    expect(told(withExample({ house_uninsured_dayz: 5 }))).toEqual([
      'items.B05.examples[0].house_uninsured_dayz: 没有事实 house_uninsured_dayz，是否指 house_uninsured_days？ There is no fact house_uninsured_dayz; did you mean house_uninsured_days?',
    ]);
  });
  test('that invents a fact', () => {
    expect(told(withExample({ rain: true }))).toEqual(['items.B05.examples[0].rain: 没有事实 rain。 There is no fact rain.']);
  });
  test('that gives a parameter: examples are decided with the declared ones', () => {
    expect(withExample({ p_blue: 5 }).map(({ where }) => where)).toEqual(['items.B05.examples[0].p_blue']);
  });
  test('whose fact has the wrong type', () => {
    expect(told(withExample({ house_claim_days: 1.5, house_claim_refused_unexplained: 0 }))).toEqual([
      'items.B05.examples[0].house_claim_days: house_claim_days 应为整数，示例写的是 1.5。 house_claim_days is a whole number; the example says 1.5.',
      'items.B05.examples[0].house_claim_refused_unexplained: house_claim_refused_unexplained 应为 true 或 false，示例写的是 0。 house_claim_refused_unexplained is true or false; the example says 0.',
    ]);
  });
  test('whose result is none', () => {
    expect(told(withExample({}, 'purple'))).toEqual([
      'items.B05.examples[0]: purple 不是结果。可写：blue、yellow、orange、red、none、unknown、not_applicable。 purple is no result. Taken are: blue, yellow, orange, red, none, unknown, not_applicable.',
    ]);
  });
  test('whose result is another', () => {
    expect(told(withExample({}, 'red'))).toEqual(['items.B05.examples[0]: “insured”应为 red，实为 none。 “insured” should be red, is none.']);
  });
  test('that is missing', () => {
    expect(told(spoilt({ examples: b05.examples.filter(([, , expected]) => expected !== 'unknown') }))).toEqual([
      'items.B05.examples: 缺少结果为 unknown 的示例。 No example shows unknown.',
    ]);
  });
});

describe('an item', () => {
  test('is named with its file', () => {
    const faults = checkStandard({ registers, codeLists, items: [...items, b05] });
    expect(new Set(faults.map(({ file, where }) => `${file} ${where}`))).toEqual(
      new Set(['src/catalog/items/housing/b05HousingInsurance.ts items.B05.code']),
    );
  });
  test('whose code has no aspect', () => {
    expect(told(spoilt({ code: 'Z05', aspect: 'Z' }))).toEqual([
      'items.Z05.code: Z05：没有方面 Z。编码以方面的字母开头：A、B、C、D、E、F、G。 Z05: There is no aspect Z. A code begins with the letter of an aspect: A, B, C, D, E, F, G.',
    ]);
  });
  test('that names what is not there', () => {
    const change = { registers: ['housing_insurence'], department: '保险承办机够', heldBackBy: ['ZZZ'], subject: b05.subject };
    expect(told(spoilt(change))).toEqual([
      'items.B05.department: 没有部门 保险承办机够，是否指 保险承办机构？ There is no department 保险承办机够; did you mean 保险承办机构?',
      'items.B05.registers[0]: 没有台账 housing_insurence，是否指 housing_insurance？ There is no register housing_insurence; did you mean housing_insurance?',
      'items.B05.heldBackBy[0]: 没有监测项 ZZZ。 There is no item ZZZ.',
    ]);
  });
  test('whose sentence misspells a fact, in the language in which it does', () => {
    expect(told(spoilt({ why: { ...b05.why, en: 'Uninsured {house_uninsured_day} days.' } }))).toEqual([
      'items.B05.why.en: 没有事实或参数 house_uninsured_day，是否指 house_uninsured_days？ There is no fact or parameter house_uninsured_day; did you mean house_uninsured_days?',
    ]);
  });
  test('whose rule is not sound: its examples are left alone', () => {
    expect(spoilt({ levels: { ...b05.levels, red: 'house_claim_dayz > 3' } }).map(({ where }) => where)).toEqual(['items.B05.levels.red:1:1']);
  });
});

describe('a register', () => {
  const { housing } = registers;
  const [field = '', declared] = Object.entries(housing.fields).find(([, { codes }]) => codes === 'OCCUPANCY') ?? [];

  test('whose field names no code list', () => {
    expect(told(checkRegister({ ...housing, fields: { ...housing.fields, [field]: { ...declared, codes: 'OCUPANCY' } } } as Register))).toEqual([
      `registers.housing.${field}: 没有代码表 OCUPANCY，是否指 OCCUPANCY？ There is no code list OCUPANCY; did you mean OCCUPANCY?`,
    ]);
  });
  test('whose department, key or way to the settlement is not there', () => {
    const faults = checkRegister({ ...housing, departments: ['住健局'], key: ['house'], settlementVia: ['house'] } as unknown as Register);
    expect(faults.map(({ file, where }) => `${file} ${where}`)).toEqual([
      'src/catalog/registers/housing.ts registers.housing.key[0]',
      'src/catalog/registers/housing.ts registers.housing.settlementVia[0]',
      'src/catalog/registers/housing.ts registers.housing.departments[0]',
    ]);
  });
  test('that is named and not listed, or listed and not named', () => {
    const { relapse_object: moved, ...others } = registers;
    const faults = checkStandard({
      registers: { ...others, nowhere: { ...moved, name: 'nowhere' } as unknown as Register },
      codeLists,
      items,
    });
    expect(faults.map(({ file, where, zh }) => `${file} ${where}: ${zh}`)).toEqual([
      'src/catalog/registers/registerNames.ts registers.nowhere: 台账 nowhere 已列入 src/catalog/catalog.ts，但这里没有它的名称。',
      'src/catalog/catalog.ts registers.relapse_object: 台账 relapse_object 已在 src/catalog/registers/registerNames.ts 中命名，但没有列入这里。',
    ]);
  });
});
