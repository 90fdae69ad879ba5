/** Levels alone, from facts that are ready: our statement beside two engines for rules, on the same subjects and the same conditions. */
import sql, { raw } from 'sql-template-tag';
import { type SubjectKind, subjectKinds } from '../src/catalog/items/item.ts';
import { factTableName } from '../src/facts/factTables.ts';
import { subjectFacts } from '../src/facts/subjectFacts.ts';
import { levelColumn, levelledFacts } from '../src/features/evaluation/judgeStatement.ts';
import { textArrayLiteral } from '../src/derive/literal.ts';
import { monthOf } from '../src/features/evaluation/evaluate.ts';
import { slicesOf } from '../src/features/evaluation/slices.ts';
import { itemRules } from '../src/features/standards/itemRules.ts';
import { itemsOf, standardInForce } from '../src/features/standards/standardInForce.ts';
import type { Database } from '../src/platform/database/database.ts';
import { decideLevel } from '../src/rules/decideLevel.ts';
import { evaluateRule } from '../src/rules/evaluateRule.ts';
import type { Bench, Figure } from './figure.ts';
import type { FactRow, LevelEngine, State } from './levels/conditions.ts';
import { jsonRulesEngine } from './levels/jsonRules.ts';
import { zenEngine } from './levels/zenRules.ts';
import { lastDay, settlePrefecture } from './prefecture.ts';
import { seconds } from './timing.ts';

/** Subjects of a kind that the engines beside are asked about; the first of them warm the engines up. */
const sample = 3000;
const warmUp = 500;
const month = monthOf(lastDay.day);

/** Seconds that each kind takes on one connection, all slices one after another: the state of every item for every subject, counted where it is a level. */
async function levelAll(database: Database): Promise<Map<SubjectKind, number>> {
  const standard = await standardInForce(database, lastDay.day);
  const slices = await slicesOf(database, undefined, standard);
  const taken = new Map<SubjectKind, number>();
  for (const { county, settlements } of slices) {
    for (const kind of subjectKinds) {
      const items = itemsOf(kind);
      const where = `month = date '${month}' and settlement_code = any(${textArrayLiteral(settlements)})`;
      const levelled = levelledFacts(kind, items, (item, name) => standard.value(item, name, county), where);
      const counts = items.map((item) => `count(*) filter (where ${levelColumn(item)} > 0)`).join(', ');
      const all = raw(`select ${counts} from (${levelled}) levelled`);
      taken.set(kind, (taken.get(kind) ?? 0) + (await seconds(() => database.query(all))));
    }
  }
  return taken;
}

function inProcess(kind: SubjectKind, row: FactRow): Record<string, State> {
  const states = itemsOf(kind).map((item): [string, State] => {
    const { applies, levels } = itemRules(item);
    const values = { ...Object.fromEntries(Object.entries(item.params).map(([name, parameter]) => [name, parameter.default])), ...row };
    const of = (level: keyof typeof levels): boolean | null => evaluateRule(levels[level], values) as boolean | null;
    const found = { blue: of('blue'), yellow: of('yellow'), orange: of('orange'), red: of('red') };
    return [item.code, decideLevel(found, evaluateRule(applies, values) as boolean | null)];
  });
  return Object.fromEntries(states);
}

/** Seconds per row, once the engine has given the very states that the rules give. */
async function secondsPerRow(engine: LevelEngine, kind: SubjectKind, rows: readonly FactRow[]): Promise<number> {
  const decided = await engine.decide(rows.slice(0, warmUp));
  for (const [place, states] of decided.entries()) {
    for (const [item, state] of Object.entries(inProcess(kind, rows[place] ?? {}))) {
      if (states[item] !== state)
        throw new Error(`${engine.name} gives ${states[item]} for ${item}, the rules give ${state}: ${JSON.stringify(rows[place])}`);
    }
  }
  return (await seconds(() => engine.decide(rows))) / rows.length;
}

export const levels: Bench = {
  name: 'levels',
  what: 'levels alone, from facts that are ready, on one connection, beside engines for rules on the same subjects and conditions',
  async run(place): Promise<Figure[]> {
    await settlePrefecture(place);
    const { database } = place.machine;
    await levelAll(database);
    const ours = await levelAll(database);
    let [all, whole, json, zen] = [0, 0, 0, 0];
    const figures: Figure[] = [];
    for (const kind of subjectKinds) {
      const names = subjectFacts[kind].facts.map(({ name }) => name).join(', ');
      const { count } = await database.one<{ count: number }>(
        sql`select count(*) as count from ${raw(factTableName(kind))} where month = ${month}::date`,
      );
      const rows = await database.query<FactRow>(sql`
        select ${raw(names)} from ${raw(factTableName(kind))} where month = ${month}::date order by md5(subject_key) limit ${sample}`);
      if (rows.length === 0) continue;
      const own = ours.get(kind) ?? 0;
      const besideJson = await secondsPerRow(jsonRulesEngine(itemsOf(kind)), kind, rows);
      const besideZen = await secondsPerRow(zenEngine(itemsOf(kind)), kind, rows);
      all += count;
      whole += own;
      json += besideJson * count;
      zen += besideZen * count;
      if (count >= sample)
        figures.push(perRow(`${count.toLocaleString('en')} × ${kind}, ${itemsOf(kind).length} items`, own / count, besideJson, besideZen));
    }
    const total = perRow(`${all.toLocaleString('en')} subjects of all kinds`, whole / all, json / all, zen / all, true);
    return [{ name: 'all levels of the prefecture', value: whole, unit: 's' }, total, ...figures];
  },
};

function perRow(name: string, own: number, json: number, zen: number, isGoal = false): Figure {
  const baseline = (engine: string, value: number, atLeast: number): NonNullable<Figure['baselines']>[number] => ({
    name: engine,
    value: 1e6 * value,
    ratio: value / own,
    ...(isGoal && { goal: { atLeast } }),
  });
  return {
    name,
    value: 1e6 * own,
    unit: 'µs/row',
    baselines: [baseline('json-rules-engine (sample)', json, 100), baseline('zen-engine (sample, all cores)', zen, 50)],
  };
}
