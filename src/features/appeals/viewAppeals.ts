/** Shows appeals: a page of the list, and one appeal with its words, clocks, buttons, history and what is like it. */
import type { DeedShown, OfferShown } from '#derive/moveShown.ts';
import { registers } from '#catalog/catalog.ts';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { items } from '#catalog/catalog.ts';
import { clockReading } from '#derive/clocks/clockReading.ts';
import { codeWords } from '#derive/codeWords.ts';
import { decideShown, isHiddenMinor, type SeenSubject } from '#derive/decideShown.ts';
import { maskNumber } from '#derive/mask.ts';
import { unnamedWords, withheldWords } from '#derive/withheldWords.ts';
import { type Caller, may } from '#features/accounts/caller.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { lookAt } from '#features/people/lookAt.ts';
import { keepersOf, type Sight } from '#features/people/sight.ts';
import { showDeeds, showOffers } from '#features/workOrders/showMoves.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database } from '#platform/database/database.ts';
import { restrictedMark } from '#catalog/personRights.ts';
import sql from 'sql-template-tag';
import type { AppealClock, AppealFile, AppealFilter, AppealPage, AppealRow } from './contract.ts';
import { appealCase, type AppealCase } from './findAppeal.ts';
import { findSimilar } from './findSimilar.ts';
import { moverOf } from './moverOf.ts';
import { problems } from './problems.ts';
import {
  type AppealClockRecord,
  type AppealFileRecord,
  type AppealRecord,
  clocksOfAppeal,
  deedsOfAppeal,
  findAppeal,
  mergedInto,
  pageOfAppeals,
} from './queries.ts';
import { type Unit, unitsOf } from './units.ts';

/** Whoever looks: the scoped handle, what of health and minors they may see, who they are, and now. */
export interface Looking {
  readonly scope: ScopedDatabase;
  readonly sight: Sight;
  readonly caller: Caller;
  readonly now: Date;
}

const register = registers.appeal;
const words = (list: Parameters<typeof codeWords>[0], code: string | null) => (code === null ? null : codeWords(list, code));
const subjectOf = ({ person_no: person }: AppealRecord) => ({ person, household: null });

function rowOf(record: AppealRecord, seen: SeenSubject): AppealRow {
  const isShown = (field: string): boolean => decideShown(register, field, 'list', seen).shown === 'shown';
  return {
    no: record.appeal_no,
    state: record.state,
    nature: codeWords('NATURE', record.nature),
    channel: codeWords('CHANNEL', record.channel),
    track: codeWords('TRACK', record.track),
    urgency: codeWords('URGENCY', record.urgency ?? '3'),
    category: isShown('category') ? words('APPEAL_CATEGORY', record.category) : null,
    item: record.item_code,
    settlement: record.settlement_name ?? record.settlement_code,
    unit: record.handler_org,
    takenAt: record.taken_at ?? record.accepted_at,
    dueAt: record.due_at,
    closedAt: record.closed_at,
    result: words('APPEAL_RESULT', record.result),
    satisfaction: words('SATIS', record.satisfaction),
    marks: record.marks,
  };
}

/** A page of appeals inside the scope. */
export async function listAppeals({ scope, sight, now }: Looking, filter: AppealFilter): Promise<AppealPage> {
  const { rows, byState } = await pageOfAppeals(scope, filter, now);
  const look = await lookAt(scope, sight, rows.map(subjectOf));
  const open = new Set(['received', 'accepted', 'handling', 'answered', 'reviewing', 're-reviewing']);
  const counted = Object.entries(byState).filter(
    ([state]) => filter.state === 'all' || state === filter.state || (filter.state === 'open' && open.has(state)),
  );
  return {
    total: counted.reduce((sum, [, count]) => sum + count, 0),
    rows: rows.map((row) => rowOf(row, look.of(subjectOf(row), keepersOf(register)))),
    byState,
  };
}

/** One appeal with everything on it; throws `appeals.not-found` outside the scope. */
export async function viewAppeal(looking: Looking, database: Database, keys: Keys, no: string): Promise<AppealFile> {
  const { scope, sight, caller, now } = looking;
  const record = await findAppeal(scope, no, now);
  if (!record) throw problems['not-found']();
  const look = await lookAt(scope, sight, [subjectOf(record)]);
  const seen = look.of(subjectOf(record), keepersOf(register));
  const isWithheld = isHiddenMinor(seen);
  const standing = await appealCase(database, no, now);
  const units = (await unitsOf(database, [record.settlement_code])).get(record.settlement_code) ?? [];
  const deeds = await deedsOfAppeal(scope, no);
  const text = (value: string | null): string | null => (value === null || !isWithheld ? value : withheldWords.zh);
  return {
    ...rowOf(record, seen),
    row: record.row_id,
    content: text(record.content) ?? '',
    address: text(record.address),
    people: record.people,
    anonymous: record.anonymous ?? false,
    ...(await appellantOf(scope, keys, record, seen)),
    enteredBy: record.entered_by,
    units: standing.parties.map(({ part, party }) => ({ part, name: nameOf(units, party) })),
    extension: record.extend_to !== null && record.extension !== null ? { until: record.extend_to, state: record.extension } : null,
    returns: record.returns ?? 0,
    refusal: words('APPEAL_REFUSAL', record.refusal),
    told: text(record.told),
    elsewhere: text(record.elsewhere),
    reply: text(record.reply),
    repliedAt: record.replied_at,
    opinion: text(record.opinion),
    mainAppeal: record.repeat_of,
    mergedAppeals: await mergedInto(scope, no),
    warning: record.warning_id,
    mayWarn: record.item_code !== null && record.warning_id === null && may(caller, 'warnings.raise'),
    mayReplaceCode: may(caller, 'appeals.follow-up'),
    clocks: showClocks(await clocksOfAppeal(scope, no), now),
    deeds: showDeeds(appealLifecycle, deeds, isWithheld).map(inOwnWords),
    offers: offersFor(standing, caller, units),
    similar: isWithheld ? [] : await similarTo(scope, keys, record, now),
  };
}

const nameOf = (units: readonly Unit[], code: string): { zh: string; en: string } => {
  const unit = units.find((one) => one.code === code);
  return unit ? { zh: unit.zh, en: unit.en } : { zh: code, en: code };
};

/** Who appeals, as far as it may be seen. */
async function appellantOf(
  scope: ScopedDatabase,
  keys: Keys,
  record: AppealFileRecord,
  seen: SeenSubject,
): Promise<Pick<AppealFile, 'appellant' | 'person' | 'household' | 'contact'>> {
  const contact = record.contact === null ? null : maskNumber(keys.openText(Buffer.from(record.contact)));
  if (isHiddenMinor(seen)) return { appellant: unnamedWords.minor.zh, person: null, household: null, contact: null };
  if (seen.isRestricted) return { appellant: restrictedMark.zh, person: null, household: null, contact: null };
  const person =
    record.person_no === null
      ? undefined
      : await scope.maybe<{ name: string }>(
          sql`select name from person where person_no = ${record.person_no} and ${scope.within('settlement_code')}`,
        );
  const stated = record.appellant === null ? null : keys.openText(Buffer.from(record.appellant));
  return { appellant: person?.name ?? stated, person: record.person_no, household: record.household_no, contact };
}

const takenDown = { zh: '登记', en: 'taken down' };
const inOwnWords = (deed: DeedShown): DeedShown => (deed.verb === 'create' ? { ...deed, name: takenDown } : deed);

/** The buttons; a unit is chosen from those of the place. */
function offersFor(standing: AppealCase, caller: Caller, units: readonly Unit[]): OfferShown[] {
  const against = standing.parties.filter(({ part }) => part === 'against').map(({ party }) => party);
  const choices = units.filter(({ code }) => !against.includes(code)).map(({ code, zh, en }) => ({ code, zh, en }));
  return showOffers(appealLifecycle, standing, moverOf(caller, standing)).map((offer) => ({
    ...offer,
    needs: offer.needs.map((need) => (need.kind === 'unit' ? { ...need, choices } : need)),
  }));
}

function showClocks(clocks: readonly AppealClockRecord[], now: Date): AppealClock[] {
  const named = appealLifecycle.clocks;
  return clocks.map(({ clock, time_limit: limit, started_at: startedAt, due_at: dueAt, warn_at: warnAt, met_at: metAt }) => {
    const { zh, en } = named[clock as keyof typeof named] ?? { zh: clock, en: clock };
    const read = { startedAt: new Date(startedAt), dueAt: new Date(dueAt), warnAt: new Date(warnAt), metAt: metAt === null ? null : new Date(metAt) };
    return { clock, name: { zh, en }, limit, startedAt, dueAt, metAt, state: clockReading(read, now) };
  });
}

/** Items whose subject an appellant is: a warning of these can be raised from an appeal. */
export const itemsOfAppellants = items.filter(({ subject }) => subject === 'person' || subject === 'household');

async function similarTo(scope: ScopedDatabase, keys: Keys, record: AppealFileRecord, now: Date): Promise<AppealFile['similar']> {
  if (!['received', 'accepted', 'handling'].includes(record.state)) return [];
  return findSimilar(
    scope,
    keys,
    {
      settlement: record.settlement_code,
      content: record.content,
      address: record.address,
      personNo: record.person_no,
      contact: record.contact === null ? null : keys.openText(Buffer.from(record.contact)),
      no: record.appeal_no,
    },
    now,
  );
}
