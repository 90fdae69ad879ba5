/** Shows what may be done with a case, and what was done, in words: read from the lifecycle. */
import { codeLists, registers } from '#catalog/catalog.ts';
import type { ClockOf, Lifecycle, Need } from '#catalog/lifecycles/lifecycle.ts';
import { type Mover, offersOf, type Standing } from '#catalog/lifecycles/move.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { clockReading } from '#derive/clocks/clockReading.ts';
import { codeWords } from '#derive/codeWords.ts';
import type { DeedShown, NeedShown, OfferShown } from '#derive/moveShown.ts';
import type { ClockShown } from './contract.ts';
import type { ClockRecord, DeedRecord } from './queries.ts';

const departments = [...new Set(Object.values(registers).flatMap((register) => register.departments))].sort();

function choicesOf({ kind, list }: Need): NeedShown['choices'] {
  if (kind === 'department') return departments.map((name) => ({ code: name, zh: name, en: name }));
  return list ? codeLists[list].entries.map(({ code, zh, en }) => ({ code, zh, en })) : [];
}

/** Whether some line of the table takes a value of a verb. */
const isTaken = ({ moves }: Lifecycle, verb: string, name: string, value: string): boolean =>
  moves.some((line) => line.verb === verb && (line.given?.[name]?.includes(value) ?? true));

/** The buttons of a case for a person. */
export function showOffers(cycle: Lifecycle, standing: Standing, mover: Exclude<Mover, 'platform'>): OfferShown[] {
  return offersOf(cycle, standing, mover).map(({ verb, blocked }) => ({
    verb,
    zh: cycle.verbs[verb]?.zh ?? verb,
    en: cycle.verbs[verb]?.en ?? verb,
    outcome: cycle.verbs[verb]?.outcome ?? null,
    needs: Object.entries(cycle.verbs[verb]?.needs ?? {}).map(([name, need]) => ({
      name,
      zh: need.zh,
      en: need.en,
      kind: need.kind,
      optional: need.optional ?? false,
      onlyWith: need.onlyWith ? { ...need.onlyWith } : null,
      choices: choicesOf(need).filter(({ code }) => isTaken(cycle, verb, name, code)),
    })),
    blocked: blocked && { zh: blocked.zh, en: blocked.en },
  }));
}

const extraWords: Readonly<Record<string, { zh: string; en: string }>> = {
  raised: { zh: '登记预警', en: 'raised by people' },
  'clock-soon': { zh: '临期提醒', en: 'reminded' },
};

/** What was done, with codes in words; `isWithheld` keeps what was written to those who may see it. */
export function showDeeds(cycle: Lifecycle, deeds: readonly DeedRecord[], isWithheld: boolean): DeedShown[] {
  return deeds.map(({ verb, happened_at: at, done_by: by, unit, from_state: from, to_state: to, given }) => {
    const said = cycle.verbs[verb];
    return {
      verb,
      name: { zh: said?.zh ?? extraWords[verb]?.zh ?? verb, en: said?.en ?? extraWords[verb]?.en ?? verb },
      at,
      by,
      unit,
      from: wordsOf(cycle, from),
      to: wordsOf(cycle, to),
      given: isWithheld ? [] : Object.entries(given ?? {}).map(([name, value]) => showGiven(said?.needs?.[name], name, value)),
    };
  });
}

const wordsOf = ({ states }: Lifecycle, state: string): { zh: string; en: string } => ({
  zh: states[state]?.zh ?? state,
  en: states[state]?.en ?? state,
});

const namesOfGiven: Readonly<Record<string, { zh: string; en: string }>> = {
  clock: { zh: '时限', en: 'clock' },
  to: { zh: '升级到', en: 'escalated to' },
  source: { zh: '发现途径', en: 'source' },
  note: { zh: '说明', en: 'note' },
  from: { zh: '并自工单', en: 'from order' },
};
const levelsAbove: Readonly<Record<string, { zh: string; en: string }>> = {
  street: { zh: '街道', en: 'street' },
  county: { zh: '县级', en: 'county' },
  prefecture: { zh: '州级', en: 'prefecture' },
};

function showGiven(need: Need | undefined, name: string, value: string): DeedShown['given'][number] {
  const { zh, en } = need ?? namesOfGiven[name] ?? { zh: name, en: name };
  if (need?.list) return { zh, en, value: codeWords(need.list, value) };
  if (name === 'source') return { zh, en, value: codeWords('CLUE', value) };
  if (name === 'clock') return { zh, en, value: clockName(value) };
  return { zh, en, value: levelsAbove[value] ?? { zh: value, en: value } };
}

const clockName = (clock: string): { zh: string; en: string } => {
  const found = warningLifecycle.clocks[clock as ClockOf<typeof warningLifecycle>];
  return { zh: found?.zh ?? clock, en: found?.en ?? clock };
};

const clockOrder = Object.keys(warningLifecycle.clocks);

/** The clocks of a warning in their order, each as it stands now. */
export function showClocks(clocks: readonly ClockRecord[], now: Date): ClockShown[] {
  const read = (moment: string | null): Date | null => (moment === null ? null : new Date(moment));
  return [...clocks]
    .sort((a, b) => clockOrder.indexOf(a.clock) - clockOrder.indexOf(b.clock))
    .map(({ clock, time_limit: limit, started_at: startedAt, due_at: dueAt, warn_at: warnAt, met_at: metAt }) => ({
      clock,
      name: clockName(clock),
      limit,
      startedAt,
      dueAt,
      metAt,
      state: clockReading({ startedAt: new Date(startedAt), dueAt: read(dueAt), warnAt: read(warnAt), metAt: read(metAt) }, now),
    }));
}
