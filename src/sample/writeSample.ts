/** Writes a make-believe prefecture into a folder, as the sheets that its departments would send, with a manifest of what to import in which order. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { registers } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import { type Day, isoDay, parseDay, todayInShanghai, civil } from './days.ts';
import type { Fault, Manifest, ManifestFile } from './manifest.ts';
import { planFor } from './plan.ts';
import { type Story, tellStory } from './prefectureStory.ts';
import { sources } from './registers/sources.ts';
import { formFor } from './sheets/form.ts';
import type { Source, SourceRow } from './sheets/source.ts';
import { writeSheet } from './sheets/writeSheet.ts';
import type { Named, Settlement } from './world.ts';

/** Fewer people than this make no prefecture of several settlements. */
export const smallestPrefecture = 1000;
/** Everyone has moved in and a year of history lies behind. */
export const earliestUntil = '2021-06-30';

/** What to write and where. */
export interface WriteSampleOptions {
  readonly out: string;
  readonly people?: number;
  readonly seed?: number;
  /** `YYYY-MM-DD`; today when absent. */
  readonly until?: string;
  /** Months of history. */
  readonly months?: number;
  /** Spoil a few rows in the ways of real sheets. */
  readonly faults?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** The clock, in milliseconds since 1970. */
  readonly now?: number;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly file: string;
}

/** A delivery to be written: one file, or a nil report when there is nothing in it. */
interface PlannedDelivery {
  readonly source: Source;
  readonly after: Day | undefined;
  readonly day: Day;
  readonly county: Named | undefined;
  /** A list from the first day of the source. */
  readonly first: boolean;
}

/** Above this size lists that change every month come every quarter. */
const largePrefecture = 100_000;

/** Writes all files and the manifest, and returns the manifest. The same options give the same bytes; only with `until` today does the clock play a part. */
export async function writeSample(options: WriteSampleOptions): Promise<Manifest> {
  if ((options.people ?? smallestPrefecture) < smallestPrefecture)
    throw new RangeError(`a prefecture of ${options.people} people is too small: at least ${smallestPrefecture} are needed`);
  const now = options.now ?? Date.now();
  const until = options.until === undefined ? todayInShanghai(now) : parseDay(options.until);
  const plan = planFor({
    people: options.people ?? 20_000,
    seed: options.seed ?? 1,
    until,
    months: options.months ?? 13,
    faults: options.faults ?? false,
    now,
  });
  await mkdir(options.out, { recursive: true });
  const story = tellStory(plan);
  const deliveries = planDeliveries(story);
  const files: ManifestFile[] = [];
  const faults: Fault[] = [];
  for (const [place, delivery] of deliveries.entries()) {
    const written = await deliver(story, delivery, place + 1, options.out);
    files.push(written.entry);
    faults.push(...written.faults);
    options.onProgress?.({ done: place + 1, total: deliveries.length, file: written.entry.file ?? delivery.source.register.zh });
  }
  const manifest: Manifest = {
    until: isoDay(until),
    seed: plan.seed,
    people: plan.people,
    goLive: isoDay(plan.goLive),
    files,
    ...(plan.faults && { faults }),
  };
  await writeFile(join(options.out, 'manifest.json'), `${JSON.stringify(manifest, undefined, 1)}\n`);
  return manifest;
}

function planDeliveries({ world }: Story): PlannedDelivery[] {
  const { timeline, people } = world.plan;
  return sources.flatMap((source) => {
    const days = source.days(timeline, people > largePrefecture);
    return days.flatMap((day, place): PlannedDelivery[] => {
      const one = { source, day, after: days[place - 1], first: place === 0 };
      return source.byCounty && place === 0 ? world.counties.map((county) => ({ ...one, county })) : [{ ...one, county: undefined }];
    });
  });
}

async function deliver(
  story: Story,
  delivery: PlannedDelivery,
  serial: number,
  out: string,
): Promise<{ entry: ManifestFile; faults: readonly Fault[] }> {
  const { source, after, day, county, first } = delivery;
  const { register } = source;
  const { plan, settlements } = story.world;
  const answersFor = settlements.filter(
    (settlement) => (county === undefined || settlement.county.code === county.code) && !isSilent(settlement, register, day, plan.until),
  );
  const covered = new Set(answersFor);
  const entry: ManifestFile = {
    register: register.name,
    dataDate: isoDay(day),
    mode: register.mode === 'state' && (source.wholeLists === 'all' || first) ? 'full' : 'changes',
    ...(register.settlementVia.length > 0 && { covers: answersFor.map(({ code }) => code) }),
  };
  const rows = ownRows(source.rows(story, after, day), covered)[Symbol.iterator]();
  const head = rows.next();
  if (head.done) return { entry: { ...entry, nil: true }, faults: [] };
  const department = register.departments[0] === '各部门' ? '政务服务' : (register.departments[0] ?? '');
  const form = formFor(source, county?.code ?? '', plan.seed);
  const file = `${String(serial).padStart(3, '0')}-${department}-${register.zh.replace(/[“”/()()]/g, '')}${county ? `-${county.name}` : ''}-${isoDay(day)}.${form.kind === 'xlsx' ? 'xlsx' : 'csv'}`;
  const written = await writeSheet({
    path: join(out, file),
    file,
    source,
    form,
    day,
    titles: titlesOf(register, department, county, day),
    rows: chained(head.value, rows),
    seed: plan.seed,
    faults: plan.faults,
  });
  return { entry: { file, ...entry, rows: written.rows }, faults: written.faults };
}

/** A department that fell silent for a settlement sends nothing for it any more, since long enough to be late. */
const isSilent = (settlement: Settlement, register: Register, day: Day, until: Day): boolean =>
  settlement.silent.has(register.name) && day > until - registers[register.name].staleAfterDays - 3;

function* ownRows(rows: Iterable<SourceRow>, covered: ReadonlySet<Settlement>): Generator<SourceRow> {
  for (const row of rows) if (row.settlement === undefined || covered.has(row.settlement)) yield row;
}

function* chained(first: SourceRow, rest: Iterator<SourceRow>): Generator<SourceRow> {
  yield first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

/** Senders of whom there are many. */
const grassRoots = new Set(['社区', '街道', '物业', '驻社区工作队', '保险承办机构']);

const titlesOf = (register: Register, department: string, county: Named | undefined, day: Day): string[] => [
  `${county?.name ?? '黔西南州'}${civil(day).year}年${civil(day).month}月${register.zh}`,
  `填报单位:${county ? county.name + department : grassRoots.has(department) ? `各${department}` : `州${department}`}　　数据截止:${isoDay(day)}`,
];
