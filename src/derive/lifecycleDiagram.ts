/** A lifecycle as a diagram (mermaid) and a table of its moves, written from the declaration into docs/lifecycles.md. */
import { endsOf, type Lifecycle, statesOf } from '#catalog/lifecycles/lifecycle.ts';
import { lifecycles } from '#catalog/lifecycles/lifecycles.ts';

const idOf = (state: string): string => state.replaceAll('-', '_');

/** The states and the moves between them; moves that stay where they are stand in the table alone. */
function diagramOf(cycle: Lifecycle): string {
  const between = new Map<string, string[]>();
  for (const { from, verb, to } of cycle.moves) {
    if (to === 'stay') continue;
    for (const state of from) {
      const arrow = `${idOf(state)} --> ${idOf(to)}`;
      const names = between.get(arrow) ?? [];
      between.set(arrow, [...new Set([...names, cycle.verbs[verb]?.zh ?? verb])]);
    }
  }
  const lines = [
    'stateDiagram-v2',
    ...statesOf(cycle).map((state) => `  state "${cycle.states[state]?.zh} ${cycle.states[state]?.en}" as ${idOf(state)}`),
    `  [*] --> ${idOf(cycle.start)}`,
    ...[...between].map(([arrow, names]) => `  ${arrow}: ${names.join('、')}`),
    ...endsOf(cycle).map((state) => `  ${idOf(state)} --> [*]`),
  ];
  return ['```mermaid', ...lines, '```'].join('\n');
}

function tableOf({ moves, verbs, claims, states }: Lifecycle): string {
  const rows = moves.map(({ from, verb, to, given = {}, when = [], unless = [] }) => {
    const { zh, en, by, alsoBy, needs = {}, notBy } = verbs[verb] ?? { zh: verb, en: verb, by: 'platform' as const, alsoBy: undefined };
    const conditions = [
      ...Object.entries(given).map(([name, values]) => `${needs[name]?.zh ?? name} = ${values.join(', ')}`),
      ...when.map((claim) => claims[claim]?.zh ?? claim),
      ...unless.map((claim) => `非：${claims[claim]?.zh ?? claim}`),
      ...(notBy === undefined ? [] : [`不是“${verbs[notBy]?.zh}”的人`]),
    ];
    const asked = Object.values(needs).map((need) => `${need.zh}${need.optional || need.onlyWith ? '（可空）' : ''}`);
    return [
      from.map((state) => states[state]?.zh ?? state).join('、'),
      `${zh} ${en}`,
      to === 'stay' ? '—' : (states[to]?.zh ?? to),
      [by, ...(alsoBy === undefined ? [] : [alsoBy])]
        .map((who) => ({ platform: '系统', appellant: '诉求人' })[who as 'platform'] ?? `\`${who}\``)
        .join('、'),
      asked.join('、'),
      conditions.join('；'),
    ];
  });
  const head = ['from 从', 'verb 动作', 'to 到', 'by 权限', 'needs 须填', 'when 条件'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function clocksOf({ clocks, states }: Lifecycle): string {
  const rows = Object.values(clocks).map(({ zh, en, since, runsIn, escalatesTo = '' }) => [
    `${zh} ${en}`,
    since === 'start' ? '开始' : (states[since]?.zh ?? since),
    runsIn.map((state) => states[state]?.zh ?? state).join('、'),
    escalatesTo,
  ]);
  if (rows.length === 0) return '';
  const head = ['clock 时限', 'since 起算', 'runs in 计时环节', 'escalates to 逾期升级到'];
  return `\n\n${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`;
}

const sectionOf = (cycle: Lifecycle): string => `## ${cycle.zh} ${cycle.en}\n\n${diagramOf(cycle)}\n\n${tableOf(cycle)}${clocksOf(cycle)}`;

const begins = '<!-- printed by ./anju lifecycles --write from src/catalog/lifecycles -->';
const ends = '<!-- end of what is printed -->';

/** All lifecycles, one section each. */
export function printedLifecycles(): string {
  return lifecycles.map(sectionOf).join('\n\n');
}

/** A document with the lifecycles in their place, between the two marks. */
export function withLifecycles(document: string): string {
  const [start, end] = [document.indexOf(begins), document.indexOf(ends)];
  if (start < 0 || end < start) throw new Error('the document has no place for the lifecycles');
  return `${document.slice(0, start)}${begins}\n\n${printedLifecycles()}\n\n${document.slice(end)}`;
}
