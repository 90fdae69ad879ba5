/** The subjects that an item finds at a level or unknown, in an area, as of the month shown: what a number on the board opens to. */
import type { Item, Level } from '#catalog/items/item.ts';
import { type SeenSubject, whyUnnamed, withheldFinding } from '#derive/decideShown.ts';
import { maskName } from '#derive/mask.ts';
import { unnamedWords } from '#derive/withheldWords.ts';
import { factTableName } from '#facts/factTables.ts';
import { heldTo, type ScopedDatabase } from '#features/areas/scope.ts';
import { neutralWords } from '#features/people/neutralWords.ts';
import { lookAt } from '#features/people/lookAt.ts';
import type { Sight, Subject } from '#features/people/sight.ts';
import { factsRead } from '#features/standards/itemRules.ts';
import { standardInForce } from '#features/standards/standardInForce.ts';
import { whySentence } from '#features/warnings/explain.ts';
import sql, { empty, raw } from 'sql-template-tag';
import type { SubjectPage } from './contract.ts';

interface SubjectRow {
  subject_key: string;
  level: Level | 'unknown';
  settlement_name: string | null;
  household_no: string | null;
  person_name: string | null;
  head_name: string | null;
  object_name: string | null;
  warning_id: number | null;
  facts: Record<string, boolean | number | null>;
}

interface SubjectOrder {
  readonly level?: string | undefined;
  readonly month?: string | undefined;
  readonly page: number;
  readonly size: number;
}

/** Facts that the item's sentence and rules name. */
function namedFacts(item: Item): string[] {
  const shown = [...item.why.zh.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return [...new Set([...shown.filter((name) => !name.startsWith('p_')), ...factsRead(item).map(({ name }) => name)])];
}

/** A page of subjects, the worst first; of an item about health those of whom the caller may see health data. */
export async function listSubjects(scope: ScopedDatabase, item: Item, order: SubjectOrder, sight: Sight): Promise<SubjectPage> {
  const database = item.about === 'health' ? heldTo(scope, sight.health, [item.department]) : scope;
  const { settlements, places } = database.scope;
  const isWithheld = settlements.length < scope.scope.settlements.length || places.length < scope.scope.places.length;
  const latest = await database.one<{ month: string | null }>(sql`
    select max(month) as month from evaluated_month where ${database.within('settlement_code')}`);
  const month = order.month ?? latest.month;
  if (month === null) return { month: null, total: 0, isWithheld, rows: [] };
  const where = sql`finding.month = ${month}::date and finding.item_code = ${item.code} and ${database.within('finding.settlement_code')}
    and ${database.withinItems('finding.item_code', 'finding.settlement_code')}
    and ${database.inPlace('finding')} ${order.level ? sql`and finding.level = ${order.level}` : empty}`;
  const { total } = await database.one<{ total: number }>(sql`select count(*)::integer as total from finding where ${where}`);
  const facts = namedFacts(item)
    .map((name) => `'${name}', facts.${name}`)
    .join(', ');
  const rows = await database.query<SubjectRow>(sql`
    select finding.subject_key, finding.level, settlement_name, facts.household_no, person.name as person_name, household.head_name,
      coalesce(school.name, clinic.name, facility.name) as object_name,
      warning.warning_id, jsonb_build_object(${raw(facts)}) as facts
    from (
      select * from finding where ${where}
      order by array_position(array['red', 'orange', 'yellow', 'blue', 'unknown'], level), settlement_code, subject_key
      limit ${order.size} offset ${(order.page - 1) * order.size}
    ) finding
    join ${raw(factTableName(item.subject))} facts
      on facts.settlement_code = finding.settlement_code and facts.month = finding.month and facts.subject_key = finding.subject_key
    left join settlement on settlement.settlement_code = finding.settlement_code
    left join household on household.household_no = facts.household_no
    left join person on ${raw(item.subject === 'person' ? 'true' : 'false')} and person.person_no = finding.subject_key
    left join school on ${raw(item.subject === 'school' ? 'true' : 'false')} and school.school_no = finding.subject_key
    left join clinic on ${raw(item.subject === 'clinic' ? 'true' : 'false')} and clinic.org_no = finding.subject_key
    left join facility on ${raw(item.subject === 'facility' ? 'true' : 'false')} and facility.facility_no = finding.subject_key
    left join warning on warning.item_code = finding.item_code and warning.subject_key = finding.subject_key and warning.state in ('open', 'recovering', 'unknown')
    order by array_position(array['red', 'orange', 'yellow', 'blue', 'unknown'], finding.level), finding.settlement_code, finding.subject_key`);
  const standard = await standardInForce(database, sight.day);
  const parameters = Object.fromEntries(Object.keys(item.params).map((name) => [name, standard.value(item, name, '')]));
  const subjectOf = (row: SubjectRow): Subject => ({ person: item.subject === 'person' ? row.subject_key : null, household: row.household_no });
  const look = await lookAt(database, sight, rows.map(subjectOf));
  return {
    month,
    total,
    isWithheld,
    rows: rows.map((row) => {
      const subject = look.of(subjectOf(row), { departments: [item.department] });
      const withheld = withheldFinding(item, subject);
      return {
        key: row.subject_key,
        name: nameOf(item, row, subject),
        household: row.household_no,
        settlement: row.settlement_name ?? '',
        level: row.level,
        warning: row.warning_id,
        why: withheld === null ? whySentence(item, row.level, row.facts, parameters) : neutralWords[withheld],
        withheld,
      };
    }),
  };
}

function nameOf(item: Item, row: SubjectRow, subject: SeenSubject): string {
  const unnamed = item.subject === 'person' || item.subject === 'household' ? whyUnnamed(subject) : null;
  if (unnamed !== null) return unnamedWords[unnamed].zh;
  if (item.subject === 'person') return row.person_name ? maskName(row.person_name) : row.subject_key;
  if (item.subject === 'household') return row.head_name ? `${maskName(row.head_name)}户` : row.subject_key;
  return (item.subject === 'settlement' ? row.settlement_name : row.object_name) ?? row.subject_key;
}
