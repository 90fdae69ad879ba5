/** Checks the examples of an item: each is decided in process, and together they show every level that is used, a quiet case and an unknown one. */
import { type Example, findings, type Item, levels } from '#catalog/items/item.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import { decideExample } from './decideExample.ts';
import { noSuch } from './fault.ts';

type Spot = { readonly where: string; readonly zh: string; readonly en: string };

/** The faults of the examples of an item whose rules are sound. */
export function checkExamples(item: Item): Spot[] {
  const shown = new Set(item.examples.map(([, , expected]) => expected));
  const wanted = [...levels.filter((level) => item.levels[level] !== 'false'), 'none', 'unknown'] as const;
  return [
    ...item.examples.flatMap((example, index) => checkExample(item, example).map((spot) => ({ ...spot, where: `examples[${index}]${spot.where}` }))),
    ...wanted
      .filter((finding) => !shown.has(finding))
      .map((finding) => ({ where: 'examples', zh: `缺少结果为 ${finding} 的示例。`, en: `No example shows ${finding}.` })),
  ];
}

/** An example that names what is not there is not decided: its result would mislead. */
function checkExample(item: Item, [name, given, expected]: Example): Spot[] {
  const spots = [...Object.entries(given).flatMap(([fact, value]) => checkGiven(item, fact, value)), ...checkExpected(expected)];
  if (spots.length > 0) return spots;
  const found = decideExample(item, given);
  return found === expected
    ? []
    : [{ where: '', zh: `“${name}”应为 ${expected}，实为 ${found}。`, en: `“${name}” should be ${expected}, is ${found}.` }];
}

function checkGiven(item: Item, name: string, value: boolean | number | null): Spot[] {
  const { facts } = subjectFacts[item.subject];
  const fact = facts.find((candidate) => candidate.name === name);
  const where = `.${name}`;
  if (!fact) return [{ where, ...noSuch({ kind: { zh: '事实', en: 'fact' }, name, names: facts.map((known) => known.name) }) }];
  const fits =
    value === null ||
    (fact.type === 'bool' ? typeof value === 'boolean' : typeof value === 'number' && (fact.type === 'double' || Number.isInteger(value)));
  return fits
    ? []
    : [
        {
          where,
          zh: `${name} 应为${typeWords[fact.type].zh}，示例写的是 ${value}。`,
          en: `${name} is ${typeWords[fact.type].en}; the example says ${value}.`,
        },
      ];
}

const typeWords = {
  bool: { zh: ' true 或 false', en: 'true or false' },
  int: { zh: '整数', en: 'a whole number' },
  double: { zh: '数', en: 'a number' },
} as const;

function checkExpected(expected: string): Spot[] {
  if (findings.some((finding) => finding === expected)) return [];
  return [
    {
      where: '',
      zh: `${expected} 不是结果。可写：${findings.join('、')}。`,
      en: `${expected} is no result. Taken are: ${findings.join(', ')}.`,
    },
  ];
}
