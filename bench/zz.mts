import sql, { Sql } from 'sql-template-tag';
import { openPlace } from '/work/h-access/bench/prefecture.ts';
import { scoped, wholeScope } from '/work/h-access/src/features/areas/scope.ts';
import { householdFilter } from '/work/h-access/src/features/households/contract.ts';
import { pageOfHouseholds } from '/work/h-access/src/features/households/queries.ts';
import { pageOfWarnings } from '/work/h-access/src/features/warnings/queries.ts';
import { warningFilter } from '/work/h-access/src/features/warnings/contract.ts';
const place = await openPlace(20000, console.log);
const { database } = place.machine;
try {
  const { code, name } = await database.one<any>(sql`select settlement_code as code, head_name as name from household order by md5(household_no) limit 1`);
  const whole = await wholeScope(database);
  const scope = process.env.WHOLE ? whole : { ...whole, areas: [code], settlements: [code], everything: false };
  const sight = { day: '', health: scope, minors: scope, restricted: scope };
  const bound = scoped(database, scope);
  const explain = (on: any): any => {
    const q = async (statement: Sql) => {
      const plan = await on.query(sql`explain (analyze, costs ${new Sql(['off'], []) as any}, summary) ${statement}`.text ? new Sql([`explain (analyze, costs off, summary) ${statement.strings[0]}`, ...statement.strings.slice(1)], statement.values) : statement);
      console.log(plan.map((r: any) => r['QUERY PLAN']).join('\n'), '\n---');
      return on.query(statement);
    };
    return { ...bound, atOnce: (work: any) => on.atOnce ? on.atOnce((r: any) => work(explain(r))) : work(explain(on)), query: q, one: async (s: Sql) => (await q(s))[0] };
  };
  const free = { ...bound, atOnce: (work: any) => database.transaction(work, { readOnly: true }), query: (s: Sql) => database.transaction((t) => t.query(s), { readOnly: true }) };
  for (const [what, on] of [['BOUND', bound], ['FREE', free]] as const) {
    console.log(`======== ${what}`);
    const e = explain(on);
    if (process.env.W) await pageOfWarnings(e, warningFilter.parse({}));
    else await pageOfHouseholds(e, householdFilter.parse({}), process.env.TEXT ? { text: process.env.TEXT === '1' ? name.slice(0, 1) : name } : {}, sight);
  }
} finally { await place.machine.close(); }
