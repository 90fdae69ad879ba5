/** One settlement after a change: how long its evaluation takes, and how soon the warning stands once one row was sent. */
import { setTimeout as wait } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { platformActor } from '../src/features/audit/actor.ts';
import { evaluate } from '../src/features/evaluation/evaluate.ts';
import { evaluateRequested } from '../src/features/evaluation/evaluateRequested.ts';
import type { ImportHouse } from '../src/features/imports/importHouse.ts';
import { importRows, type JsonRow } from '../src/features/imports/importRows.ts';
import { undoImport } from '../src/features/imports/undoImport.ts';
import { openHouse } from '../src/main.ts';
import type { Database } from '../src/platform/database/database.ts';
import type { Bench, Figure } from './figure.ts';
import { lastDay, settlePrefecture, until } from './prefecture.ts';
import { percentile, seconds } from './timing.ts';

const wishedPeople = 5000;
const evaluations = 40;
const changes = 20;
const longestWait = 30;

/** A worker whose wages are paid, and the row that says otherwise. */
interface Worker {
  readonly person_no: string;
  readonly job_wish: string;
  readonly confirmed_type: string;
}

const unpaid = ({ person_no, job_wish, confirmed_type }: Worker): JsonRow => ({
  person_no,
  emp_status: '1',
  job_wish,
  confirmed_type,
  confirmed_on: until,
  arrears_days: 45,
});

export const settlement: Bench = {
  name: 'settlement',
  what: 'one settlement of about 5,000 people after one row was changed',
  async run(place): Promise<Figure[]> {
    await settlePrefecture(place);
    const { machine } = place;
    const { database } = machine;
    const house: ImportHouse = { ...machine, dataFolder: machine.settings.dataFolder, actor: platformActor };
    const { code, people } = await settlementNear(database, wishedPeople);
    const workers = await paidWorkers(database, code, evaluations + changes);
    const imports: number[] = [];
    const change = async (worker: Worker): Promise<void> => {
      const { import: id, changed } = await importRows(house, 'employment', [unpaid(worker)], { dataDate: until });
      if (id === null || changed !== 1) throw new Error(`the row of ${worker.person_no} changed nothing`);
      imports.push(id);
    };
    const takeBack = async (): Promise<void> => {
      for (let id = imports.pop(); id !== undefined; id = imports.pop()) await undoImport(house, id);
    };

    const evaluated: number[] = [];
    const noticed: number[] = [];
    const imported: number[] = [];
    try {
      for (const worker of workers.slice(changes)) {
        await change(worker);
        evaluated.push(1000 * (await seconds(() => evaluate(database, { ...lastDay, settlements: [code] }))));
      }
      await evaluateRequested(database, lastDay);
      const open = await openHouse(machine, { port: 0, version: 'bench' });
      try {
        for (const worker of workers.slice(0, changes)) {
          const start = performance.now();
          await change(worker);
          imported.push(performance.now() - start);
          await warningOf(database, worker.person_no);
          noticed.push(performance.now() - start);
        }
      } finally {
        await open.close();
      }
    } finally {
      await takeBack();
      await evaluateRequested(database, lastDay);
    }
    return [
      {
        name: `evaluation of ${people.toLocaleString('en')} people, p95 of ${evaluated.length}`,
        value: percentile(evaluated, 0.95),
        unit: 'ms',
        goal: { atMost: 300 },
      },
      { name: '· median', value: percentile(evaluated, 0.5), unit: 'ms' },
      {
        name: `one row sent until its warning stands, p95 of ${noticed.length}`,
        value: percentile(noticed, 0.95),
        unit: 'ms',
        goal: { atMost: 1000 },
      },
      { name: '· median', value: percentile(noticed, 0.5), unit: 'ms' },
      { name: '· of it the import of the row, median', value: percentile(imported, 0.5), unit: 'ms' },
    ];
  },
};

async function settlementNear(database: Database, wished: number): Promise<{ code: string; people: number }> {
  return database.one(sql`
    select settlement_code as code, count(*) as people from person group by 1 order by abs(count(*) - ${wished}::integer), 1 limit 1`);
}

async function paidWorkers(database: Database, code: string, wished: number): Promise<Worker[]> {
  const workers = await database.query<Worker>(sql`
    select person_no, job_wish, confirmed_type from employment
    join person_fact on subject_key = person_no and person_fact.settlement_code = employment.settlement_code
    where employment.settlement_code = ${code} and as_of = ${until}::date and employed and wage_arrears_days = 0 and arrears_days = 0 and not post_anomaly
      and not exists (select 1 from warning where warning.subject_key = person_no and item_code = 'C05')
    order by md5(person_no) limit ${wished}`);
  if (workers.length < wished) throw new Error(`only ${workers.length} workers of ${code} are paid`);
  return workers;
}

/** Waits until a person has an open warning of wage arrears. */
async function warningOf(database: Database, person: string): Promise<void> {
  const start = performance.now();
  for (;;) {
    const found = await database.query(sql`select 1 from warning where subject_key = ${person} and item_code = 'C05' and state = 'open'`);
    if (found.length > 0) return;
    if (performance.now() - start > 1000 * longestWait) throw new Error(`no warning for ${person} within ${longestWait} s`);
    await wait(5);
  }
}
