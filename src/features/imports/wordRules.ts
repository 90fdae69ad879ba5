/** The rules that the specification states in words because they reach beyond a cell: each in one place, by the field that it belongs to. */
import { type AppealLimit, usualAppealLimits } from '#catalog/appealLimits.ts';
import { areas } from '#catalog/catalog.ts';
import { birthDateOf, sexOf } from '#catalog/kinds/identityNumber.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { PlaceNames } from './placeNames.ts';
import { rowProblems } from './problems.ts';
import { erase, type RowDraft, troubleOf } from './rowDraft.ts';
import type { ProblemData } from '#platform/problems/problem.ts';

/** The row as a rule sees it while it is read; one view serves row after row. */
export class ReadRow {
  row: RowDraft | undefined;
  readonly #places: ReadonlyMap<string, number>;

  /** `places`: of each field among the values of a row. */
  constructor(places: ReadonlyMap<string, number>) {
    this.#places = places;
  }

  /** Value of a field, undefined when the row says nothing (or orders to erase). */
  get(field: string): unknown {
    const value = this.row?.values[this.#places.get(field) ?? -1];
    return value === erase ? undefined : value;
  }

  set(field: string, value: unknown): void {
    const place = this.#places.get(field);
    if (place !== undefined && this.row) this.row.values[place] = value;
  }

  refuse(field: string, problem: ProblemData): void {
    this.row?.troubles.push(troubleOf('refused', field, problem));
  }
}

/** A rule in words, carried out where it can be: in the cell, in the row, or in the merged rows in the database. */
export interface WordRule {
  /** Another text for the cell, before its kind reads it. */
  readonly cell?: (text: string, places: PlaceNames) => string;
  /** Works on the row once its cells are read. */
  readonly row?: (row: ReadRow) => void;
  /** Fields that `row` fills when the sheet states one of `when`. */
  readonly fills?: { readonly when: readonly string[]; readonly fields: readonly string[] };
  /** SQL expression over the merged row `m` for a value that the sheet left empty. */
  readonly fill?: string;
  /** SQL over merged rows `m` and the versions before them `b`: rows for which it is true are refused or marked. */
  readonly refuseWhen?: { readonly sql: string; readonly problem: ProblemData };
  readonly markWhen?: { readonly sql: string; readonly problem: ProblemData };
}

const counties = new Set(areas.filter(({ level }) => level === 'county').map(({ code }) => code));
const residentCard = '1';

/** SQL of a limit of appeals in force: what the prefecture set, else as declared. */
const term = (limit: AppealLimit): string =>
  `coalesce((select value ->> '${limit}' from setting where name = 'appeal_limits'), '${usualAppealLimits[limit]}')`;

/** SQL of the day that is so many working days after the acceptance, by the calendar of all and the local days of the county. */
const workingDayAfter = `(select everywhere.day from calendar_day everywhere left join local_day here on here.day = everywhere.day and here.county_code = (
    select coalesce(street.county_code, settlement.county_code) from settlement left join street_community street on street.area_code = settlement.street_code and street.level = 'street'
    where settlement.settlement_code = m.settlement_code)
  where everywhere.day > accepted_on and coalesce(here.working, everywhere.working) order by everywhere.day offset greatest(amount, 1) - 1 limit 1)`;

/** By `register.field`. */
export const wordRules: Readonly<Record<string, WordRule>> = {
  // by: area_code|name of street_community
  'settlement.street_code': { cell: (text, places) => (/\d/.test(text) ? text : (places.streetCode(text.normalize('NFKC').trim()) ?? text)) },
  // check_words: an area of level county
  'settlement.county_code': {
    row: (row) => {
      const code = row.get('county_code');
      if (typeof code === 'string' && !counties.has(code)) row.refuse('county_code', rowProblems['not-a-county'].data({ field: '所在县' }));
    },
  },
  // calc_words and check_words: sex and date of birth follow from the number of a resident card, and must agree with it
  'person.id_no': {
    fills: { when: ['id_no'], fields: ['sex', 'birth_date'] },
    row: (row) => {
      const number = row.get('id_no');
      if (typeof number !== 'string' || (row.get('id_type') ?? residentCard) !== residentCard) return;
      const [birthDate, sex] = [birthDateOf(number), sexOf(number)];
      if ((row.get('birth_date') ?? birthDate) !== birthDate) row.refuse('birth_date', rowProblems['birth-date-differs'].data());
      if ((row.get('sex') ?? sex) !== sex) row.refuse('sex', rowProblems['sex-differs'].data());
      row.set('birth_date', birthDate);
      row.set('sex', sex);
    },
  },
  'person.sex': {
    refuseWhen: {
      sql: "b.id_no is not null and m.id_no_index = b.id_no_index and m.id_type = '1' and b.id_type = '1' and m.sex is distinct from b.sex",
      problem: rowProblems['sex-differs'].data(),
    },
  },
  'person.birth_date': {
    refuseWhen: {
      sql: "b.id_no is not null and m.id_no_index = b.id_no_index and m.id_type = '1' and b.id_type = '1' and m.birth_date is distinct from b.birth_date",
      problem: rowProblems['birth-date-differs'].data(),
    },
  },
  // warn_words: differs from the number of living persons of the household
  'household.member_count': {
    markWhen: {
      sql: `m.member_count <> (
        select nullif(count(*), 0) from person p
        where p.household_no = m.household_no and (p.end_date is null or p.end_date > m.data_date) and p.missing_since is null)`,
      problem: rowProblems['members-differ'].data(),
    },
  },
  // accept: 栋, 幢, 号楼 are taken off by the field itself (takeOff)
  'building.building_no': {},
  // accept: 楼栋-单元-房号 is a header of its own (headers.ts), divided where rows are read
  'household.room_no': {},
  'housing.room_no': {},
  // README section 16.9: limits by track, nature and urgency, as they are set; a limit in days ends with that day
  'appeal.due_at': {
    fill: `(select case substring(term from '[a-z]+$')
        when 'h' then m.accepted_at + amount * interval '1 hour'
        else (case substring(term from '[a-z]+$') when 'd' then accepted_on + amount else ${workingDayAfter} end + time '23:59:59') at time zone 'Asia/Shanghai'
      end
      from (select *, substring(term from '^[0-9]+')::integer as amount, (m.accepted_at at time zone 'Asia/Shanghai')::date as accepted_on from (select case
        when m.urgency = '1' then ${term('answer-danger')}
        when m.urgency = '2' then ${term('answer-urgent')}
        when m.track = '2' then ${term('answer-petition')}
        when m.track = '3' then ${term('answer-internal')}
        when m.nature = '1' then ${term('answer-question')}
        when m.nature = '2' then ${term('answer-help')}
        else ${term('answer-complaint')} end as term) chosen) counted)`,
  },
};

/** The rules of a register. */
export function wordRulesOf(register: Register): readonly WordRule[] {
  return Object.keys(register.fields)
    .map((name) => wordRules[`${register.name}.${name}`])
    .filter((rule) => rule !== undefined);
}
