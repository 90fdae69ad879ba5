/** Whom an appeal concerns as it moves: those who accept it, the unit that has it in hand, those who decide. Who of them may know of it is asked when they are told; the one complained about never may. */
import type { Given } from '#catalog/lifecycles/move.ts';
import type { Permission } from '#catalog/permissions.ts';
import { dayInChina, timeInChina } from '#derive/clocks/chinaTime.ts';
import type { Holders, NoticeOrder, Receivers } from '#features/notices/notify.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { AppealClockName, AppealState, AppealVerb } from './appealState.ts';
import type { AppealCase } from './findAppeal.ts';

/** An appeal as it was, and what was done with it. */
export interface MovedAppeal {
  readonly appeal: Pick<AppealCase, 'no' | 'settlement' | 'unit' | 'extendTo' | 'doneBy' | 'kind'>;
  readonly verb: AppealVerb;
  readonly to: AppealState;
  readonly given: Given;
  /** The account, and the absent one for whom it acted; nobody where the appellant did it. */
  readonly by: readonly number[];
  /** The nearest area that holds it. */
  readonly place: string;
}

/** The nearest area that holds an appeal: where its person lives, or its settlement. */
export async function placeOfAppeal(tx: Queryable, no: string): Promise<string> {
  const { place } = await tx.one<{ place: string }>(sql`
    select coalesce(building_code, community_code, appeal.settlement_code) as place from appeal left join person using (person_no) where appeal_no = ${no}`);
  return place;
}

/** What is to be told of a move. */
export function noticesOfAppeal(move: MovedAppeal): NoticeOrder[] {
  const told = tellings[move.verb]?.(move) ?? [];
  return Array.isArray(told) ? told : [told];
}

/** A new appeal; whoever took it down knows of it. */
export function noticeOfEntry(
  appeal: Pick<AppealCase, 'no' | 'settlement'> & { readonly urgency: string },
  place: string,
  by: readonly number[],
): NoticeOrder {
  return {
    ...aboutAppeal(appeal),
    kind: isPressing(appeal.urgency) ? 'appeals.entered-urgent' : 'appeals.entered',
    to: { holders: { knows: by } },
    places: [place],
  };
}

/** An open appeal that an import brought. */
export interface BroughtAppeal {
  readonly no: string;
  readonly settlement: string;
  /** The nearest area that accepts it, and its name. */
  readonly area: string;
  readonly place: string;
  readonly nature: string;
  readonly urgency: string;
  /** Its time to answer was over when it came. */
  readonly isLate: boolean;
}

/** What imports brought, counted by place; an accusation by itself, for those who see it. */
export function noticesOfBrought(brought: readonly BroughtAppeal[]): NoticeOrder[] {
  const counted = new Map<string, BroughtAppeal[]>();
  const alone: NoticeOrder[] = [];
  for (const one of brought) {
    if (one.nature === accusation) alone.push({ ...aboutAppeal(one), kind: 'appeals.brought-one', to: { holders: {} }, places: [one.area] });
    else {
      const key = `${one.area} ${isPressing(one.urgency)}`;
      counted.set(key, [...(counted.get(key) ?? []), one]);
    }
  }
  const together = [...counted.values()].flatMap((some): NoticeOrder[] => {
    const [first] = some;
    if (!first) return [];
    const { place, area, settlement, urgency } = first;
    const words = { place, count: some.length, late: some.filter(({ isLate }) => isLate).length };
    return [{ kind: isPressing(urgency) ? 'appeals.brought-urgent' : 'appeals.brought', words, to: { holders: {} }, places: [area], settlement }];
  });
  return [...together, ...alone];
}
const accusation = '4';
const isPressing = (urgency: string): boolean => urgency === '1' || urgency === '2';

/** Whoever has to act before a clock is over: the unit in charge, and for acceptance and reviews those who do them. */
export function noticeOfSoon(appeal: AppealCase, clock: AppealClockName, due: Date, place: string): NoticeOrder {
  const words = { appeal: appeal.no, clock, due: `${dayInChina(due)} ${timeInChina(due)}` };
  return { ...aboutAppeal(appeal), kind: 'appeals.clock-soon', words, ...whoActs(appeal, clock, place) };
}

function whoActs(appeal: AppealCase, clock: AppealClockName, place: string): To {
  const permission = acts[clock];
  return permission === undefined ? unitOf(appeal, appeal.unit, place, []) : { to: { holders: { permission } }, places: [place] };
}
const acts: Readonly<Partial<Record<AppealClockName, Permission>>> = {
  accept: 'appeals.accept',
  review: 'appeals.review',
  're-review': 'appeals.re-review',
};

/** Whoever should have acted, and the office to which a missed clock goes, or the next above that may know of it. */
export function noticesOfMissed(appeal: AppealCase, clock: AppealClockName, place: string, office: string): NoticeOrder[] {
  const about = { ...aboutAppeal(appeal), words: { appeal: appeal.no, clock } };
  return [
    { ...about, kind: 'appeals.overdue', ...whoActs(appeal, clock, place) },
    { ...about, kind: 'appeals.escalated', to: { holders: {} }, places: [office] },
  ];
}

/** What every notice about an appeal says of it. */
export const aboutAppeal = ({ no, settlement }: Pick<AppealCase, 'no' | 'settlement'>) => ({
  words: { appeal: no },
  settlement,
  object: { kind: 'appeal', key: no },
});

/** Where a unit (`area:…`, `department:…`) is found, but for those of it who know already; where there is none, those who accept appeals. */
function unitOf({ settlement }: Pick<AppealCase, 'settlement'>, unit: string | null, place: string, knows: readonly number[]): To {
  const [kind, name] = [unit?.split(':')[0], unit?.slice(unit.indexOf(':') + 1) ?? ''];
  if (kind === 'department') return { to: { holders: { permission: 'appeals.handle', departments: [name], knows } }, places: [settlement] };
  if (kind === 'area') return { to: { holders: { permission: 'appeals.handle', knows } }, places: [name] };
  return { to: { holders: { permission: 'appeals.accept', knows } }, places: [place] };
}
type To = { readonly to: Receivers; readonly places: readonly string[] };

const about = ({ appeal }: MovedAppeal) => aboutAppeal(appeal);
const others = (move: MovedAppeal, permission?: Holders['permission']): To => ({
  to: { holders: { except: move.by, ...(permission && { permission }) } },
  places: [move.place],
});
const toUnit = (move: MovedAppeal, unit: string | null): To => unitOf(move.appeal, unit, move.place, move.by);
const toAsker = (move: MovedAppeal): To => ({
  to: { accounts: move.appeal.doneBy.extend === null ? [] : [move.appeal.doneBy.extend], andDeputies: true, except: move.by },
  places: [move.place],
});
const again = (move: MovedAppeal): NoticeOrder => ({ ...about(move), kind: 'appeals.again', ...toUnit(move, move.appeal.unit) });
const contested = (move: MovedAppeal): NoticeOrder[] =>
  move.appeal.unit === null ? [] : [{ ...about(move), kind: 'appeals.contested', ...toUnit(move, move.appeal.unit) }];

const tellings: Readonly<Partial<Record<AppealVerb, (move: MovedAppeal) => NoticeOrder | NoticeOrder[]>>> = {
  reconsider: (move) => noticeOfEntry({ ...move.appeal, urgency: move.appeal.kind.urgency }, move.place, move.by),
  dispatch: (move) => ({ ...about(move), kind: 'appeals.assigned', ...toUnit(move, move.given.unit ?? null) }),
  transfer: (move) => [
    { ...about(move), kind: 'appeals.assigned', ...toUnit(move, move.given.unit ?? null) },
    ...(move.appeal.unit === null || move.appeal.unit === move.given.unit
      ? []
      : [{ ...about(move), kind: 'appeals.passed-on' as const, ...toUnit(move, move.appeal.unit) }]),
  ],
  join: (move) => ({ ...about(move), kind: 'appeals.joined', ...toUnit(move, move.given.unit ?? null) }),
  contribute: (move) => ({ ...about(move), kind: 'appeals.contributed', ...toUnit(move, move.appeal.unit) }),
  return: (move) => ({ ...about(move), kind: 'appeals.returned', ...others(move) }),
  extend: (move) => ({
    ...about(move),
    kind: 'appeals.extension-asked',
    words: { appeal: move.appeal.no, day: move.given.until ?? '' },
    ...others(move),
  }),
  grant: (move) => ({
    ...about(move),
    kind: 'appeals.extension-granted',
    words: { appeal: move.appeal.no, day: move.appeal.extendTo ?? '' },
    ...toAsker(move),
  }),
  deny: (move) => ({ ...about(move), kind: 'appeals.extension-denied', ...toAsker(move) }),
  reply: (move) => ({ ...about(move), kind: 'appeals.answered', ...others(move) }),
  'send-back': again,
  're-open': again,
  review: (move) => (move.to === 'handling' ? again(move) : []),
  'ask-review': (move) => [{ ...about(move), kind: 'appeals.review-asked', ...others(move) }, ...contested(move)],
  'ask-re-review': (move) => [{ ...about(move), kind: 'appeals.review-asked', ...others(move, 'appeals.re-review') }, ...contested(move)],
  withdraw: (move) => (move.appeal.unit === null ? [] : { ...about(move), kind: 'appeals.withdrawn', ...toUnit(move, move.appeal.unit) }),
};
