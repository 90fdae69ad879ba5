/** An item on one sheet of text, as `anju standard show` prints it: what it watches, its levels, thresholds, sentences and SQL, and the file that declares it. */
import { departments } from '#catalog/departments.ts';
import { unitWords } from '#catalog/units.ts';
import type { ItemPage } from '#features/items/contract.ts';

interface Both {
  readonly zh: string;
  readonly en: string;
}

const inEnglish: Readonly<Record<string, string>> = departments;
const levelWords = { red: '红', orange: '橙', yellow: '黄', blue: '蓝' } as const;

/** Both sentences, each on a line of its own. */
const lines = ({ zh, en }: Both): string[] => [zh, en];
const part = (zh: string, en: string, text: readonly string[]): string => [`${zh} ${en}`, ...text.map((line) => `  ${line}`)].join('\n');

function levelLines({ level, rule, text }: ItemPage['levels'][number]): string[] {
  return [`${levelWords[level]} ${level}: ${text}`, ...lines(rule).map((line) => `  ${line}`)];
}

function parameterLine({ name, value, unit, zh, en }: ItemPage['parameters'][number]): string {
  const words = unitWords(unit);
  return `${name} = ${value} ${[...new Set([words.zh, words.en])].filter((word) => word !== '').join(' ')}  ${zh} · ${en}`;
}

function counted(facts: Readonly<Record<string, boolean | number | null>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${value ?? 'unknown'}`)
    .join(', ');
}

/** The sheet of an item. */
export function itemSheet(item: ItemPage): string {
  const head = [
    `${item.code} ${item.name.zh} · ${item.name.en}`,
    item.file,
    `${item.aspectName.zh} · ${item.aspectName.en} | ${item.subject} | ${item.department} · ${inEnglish[item.department] ?? item.department}`,
  ].join('\n');
  const parts = [
    part('适用', 'Concerns', lines(item.applies)),
    part(
      '分级条件',
      'Levels',
      item.levels
        .filter(({ used }) => used)
        .toReversed()
        .flatMap(levelLines),
    ),
    part('参数', 'Parameters', item.parameters.map(parameterLine)),
    part(
      '事实',
      'Facts',
      item.facts.map(({ name, zh, en, means }) => `${name}  ${zh} · ${en}: ${means}`),
    ),
    part('提示语', 'Said of a subject', lines(item.why)),
    part('解除', 'What clears it', lines(item.clears)),
    part('指标', 'Indicator', lines(item.indicator.name)),
    part(
      '台账',
      'Registers',
      item.registers.map(({ name, zh }) => `${name}  ${zh}`),
    ),
    part(
      '依据',
      'Basis',
      item.basis.map(({ mark, zh, en }) => `${mark}  ${zh} · ${en}`),
    ),
    part(
      '示例',
      'Examples',
      item.examples.map(({ name, facts, expected }) => `${expected}  ${name} (${counted(facts)})`),
    ),
    part('SQL', '(PostgreSQL)', item.sql.split('\n')),
  ];
  return `${[head, ...parts].join('\n\n')}\n`;
}
