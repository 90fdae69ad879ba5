/** Computes the published figures for a year: as of its last day, from the registers and nothing else. */
import { aspects, items, registers } from '#catalog/catalog.ts';
import { registerAsOf } from '#derive/registerAsOf.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { Database, Queryable } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import { momentOf } from '#features/evaluation/moment.ts';
import { reachOf } from '#facts/reachOf.ts';
import { roundHalfAway } from '#derive/roundHalfAway.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import { refreshStatistics } from '#platform/database/statistics.ts';
import { goLiveOf } from '#features/standards/settings.ts';
import type { Figure, FigureDay } from './figure.ts';
import { figures, incomePerHead } from './figures.ts';

/** A figure with its value: null when there is nothing to compute it from. */
export interface FigureValue extends Omit<Figure, 'formula' | 'reads'> {
  readonly value: string | null;
  /** Whether the value agrees with the printed one by its comparison; null without a value. */
  readonly holds: boolean | null;
  /** Subjects left out because they are unknown. */
  readonly unknown?: number;
}

const order = [
  'income_per_head',
  'income_growth',
  'income_growth_lead',
  'schools_built',
  'clinics_built',
  'teachers_assigned',
  'medical_assigned',
  'employment_insurance_paid',
  'employment_insurance_people',
  'one_job_per_household',
  'hukou_moved',
  'without_hukou_and_permit',
  'dibao_converted',
  'housing_insurance_people',
  'housing_insurance_paid',
  'teacher_posts_moved',
  'medical_moved',
  'streets_new',
  'communities_new',
  'party_general_branches',
  'party_branches',
  'work_teams',
  'work_team_cadres',
  'police_rooms',
  'safety_groups',
  'chat_groups',
  'building_leaders',
  'aspects',
  'items',
  'appeals_handled',
];

type Head = Omit<FigureValue, 'value' | 'holds' | 'unknown'>;

const growth: Head = {
  id: 'income_growth',
  zh: '易地搬迁脱贫人口人均纯收入增速',
  en: 'growth of net income per head',
  printed: 17.68,
  unit: '%',
  comparison: 'exact',
  decimals: 2,
  note: 'rounded after the division',
};
const lead: Head = {
  id: 'income_growth_lead',
  zh: '比全州脱贫人口人均纯收入增速高',
  en: 'growth above that of all people lifted out of poverty',
  printed: 0.81,
  unit: 'percentage points',
  comparison: 'exact',
  decimals: 2,
  note: 'rounded after the subtraction',
};
const oneJob: Head = {
  id: 'one_job_per_household',
  zh: '“一户一人以上”就业目标',
  en: 'households with at least one job',
  printed: 100,
  unit: '% of households',
  comparison: 'exact',
  decimals: 2,
  note: 'unknown households are left out and shown beside',
};
const aspectCount: Head = {
  id: 'aspects',
  zh: '纳入监测预警的方面',
  en: 'aspects watched',
  printed: 7,
  unit: 'aspects',
  comparison: 'exact',
  decimals: 0,
  note: '',
};
const itemCount: Head = {
  id: 'items',
  zh: '纳入监测预警的内容',
  en: 'items watched',
  printed: 34,
  unit: 'items',
  comparison: 'exact',
  decimals: 0,
  note: '',
};

/** SQL with the registers as of the day in front of a formula. */
function overRegisters(reads: readonly RegisterName[], day: string, formula: string): string {
  const sources = reads.map((name) => `${name} as (${registerAsOf(registers[name], day)})`);
  return `with ${sources.join(', ')} select (${formula})::numeric`;
}

const lastDay = (year: number): string => `${year}-12-31`;

/** All figures of a year as of 31 December (or of another day of it), in the order of the document; a sum over no rows is empty. */
export async function computeFigures(database: Database, year: number, now: Date, day = lastDay(year)): Promise<FigureValue[]> {
  const goLive = await goLiveOf(database);
  const at: FigureDay = { day, year, goLive };
  // Each of the three reads whole registers, and none waits for another.
  const parts = await Promise.all([counts(database, at), incomes(database, at), householdsWithJob(database, day, now)]);
  return [
    ...parts.flat(),
    { ...aspectCount, value: String(aspects.length), holds: aspects.length === 7 },
    { ...itemCount, value: String(items.length), holds: items.length === 34 },
  ].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

async function counts(database: Queryable, at: FigureDay): Promise<FigureValue[]> {
  const values: FigureValue[] = [];
  for (const { formula, reads, ...head } of figures) values.push(await shown(database, head, overRegisters(reads, at.day, formula(at))));
  return values;
}

/** The income a head with its growth; each year's is read once, for it is the dearest of all. */
async function incomes(database: Queryable, at: FigureDay): Promise<FigureValue[]> {
  const { formula, reads, ...head } = incomePerHead;
  const perHead = async (of: FigureDay): Promise<string> => {
    const { value } = await database.one<{ value: string | null }>(sql`select (${raw(overRegisters(reads, of.day, formula(of)))})::text as value`);
    return `${value ?? 'null'}::numeric`;
  };
  const own = await perHead(at);
  const before = await perHead({ ...at, day: lastDay(at.year - 1), year: at.year - 1 });
  const growthSql = `100.0 * (${own} / ${before} - 1)`;
  const reference = `(with reference_series as (${registerAsOf(registers.reference_series, at.day)}) select value from reference_series
    where series = 'poverty_lifted_income_growth' and area = '522300' and period = '${at.year}')`;
  return [
    await shown(database, head, `select ${own}`),
    await shown(database, growth, `select ${growthSql}`),
    await shown(database, lead, `select ${growthSql} - ${reference}`),
  ];
}

async function shown(database: Queryable, head: Head, statement: string): Promise<FigureValue> {
  const row = await database.one<{ value: string | null }>(
    sql`select trim_scale(round((${raw(statement)}), ${head.decimals}::integer))::text as value`,
  );
  return { ...head, value: row.value, holds: row.value === null ? null : agrees(head, Number(row.value)) };
}

/** Whether a value agrees with the printed one. */
function agrees({ printed, comparison }: Head, value: number): boolean {
  const decimals = String(printed).split('.')[1]?.length ?? 0;
  if (comparison === 'at_least') return value >= printed;
  if (comparison === 'about') return Math.abs(value - printed) <= 0.05 * printed;
  return value.toFixed(decimals) === printed.toFixed(decimals);
}

/** Settlements whose household facts are computed in one statement. */
const settlementsAtOnce = 8;

interface JobCounts {
  withJob: number;
  willing: number;
  unknown: number;
}

/** The household facts of the day over all settlements, read as if every register had been delivered: freshness plays no part in figures. */
async function householdsWithJob(database: Database, day: string, now: Date): Promise<FigureValue> {
  await refreshStatistics(database);
  const codes = (await database.query<{ code: string }>(sql`select settlement_code as code from settlement order by 1`)).map((row) => row.code);
  const sum: JobCounts = { withJob: 0, willing: 0, unknown: 0 };
  for (let at = 0; at < codes.length; at += settlementsAtOnce) {
    const settlements = codes.slice(at, at + settlementsAtOnce);
    const facts = subjectFacts.household.sql({
      day,
      moment: momentOf(day, now),
      settlements,
      reach: await reachOf(database, settlements),
      evenSilent: true,
    });
    const part = await database.one<JobCounts>(sql`
      select (count(*) filter (where has_job))::integer as "withJob", (count(*) filter (where has_job or has_seeker))::integer as willing,
        (count(*) filter (where has_job is null or (not has_job and has_seeker is null)))::integer as unknown
      from (${raw(facts)}) facts where able_count > 0`);
    sum.withJob += part.withJob;
    sum.willing += part.willing;
    sum.unknown += part.unknown;
  }
  const value = sum.willing === 0 ? null : (100 * sum.withJob) / sum.willing;
  return {
    ...oneJob,
    value: value === null ? null : String(roundHalfAway(value, oneJob.decimals)),
    unknown: sum.unknown,
    holds: value === null ? null : agrees(oneJob, value),
  };
}
