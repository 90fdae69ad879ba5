/** Moving a warning and a work order by hand: what is asked for, who may, and why not. */
import { describe, expect, it } from 'vitest';
import type { Permission } from '../permissions.ts';
import type { ClaimOf, ClockOf, StateOf, VerbOf } from './lifecycle.ts';
import { move, type Moved, type Mover, offersOf } from './move.ts';
import { warningLifecycle } from './warning.ts';
import { workOrderLifecycle } from './workOrder.ts';

const now = new Date('2024-01-08T03:00:00Z');
const since = new Date('2024-01-05T03:00:00Z');
const by = (account: number, ...permissions: Permission[]): Mover => ({ account, may: (permission) => permissions.includes(permission) });
const worker = by(1, 'work-orders.handle');

describe('a warning', () => {
  const signed = { state: 'signed', since } as const;

  it('goes where the verdict says', () => {
    const verdict = (given: Record<string, string>): unknown => move(warningLifecycle, signed, 'check', worker, now, given);
    expect(verdict({ verdict: '1', note: '两人都没有工作' })).toMatchObject({ to: 'checked', stops: ['check'] });
    expect(verdict({ verdict: '2', note: '已就业' })).toMatchObject({ to: 'handled', stops: ['check', 'measures'] });
    expect(verdict({ verdict: '3', falseReason: '2', note: '在浙江务工' })).toMatchObject({
      to: 'false-alarm',
      stops: ['check', 'measures', 'close'],
    });
    expect(verdict({ verdict: '4', note: '本人不在' })).toMatchObject({ to: 'signed', stops: [] });
  });

  it('asks for the reason of a false alarm, and for none otherwise', () => {
    expect(move(warningLifecycle, signed, 'check', worker, now, { verdict: '3', note: '在外' })).toMatchObject({
      kind: 'invalid',
      zh: '请填写“误报原因”。',
    });
    expect(move(warningLifecycle, signed, 'check', worker, now, { verdict: '1', falseReason: '1', note: '在家' })).toMatchObject({ kind: 'invalid' });
    expect(move(warningLifecycle, signed, 'check', worker, now, { verdict: '7', note: '在家' })).toMatchObject({ kind: 'invalid' });
  });

  it('is cleared by what the data say, not by will', () => {
    const clear = (...claims: ClaimOf<typeof warningLifecycle>[]): unknown =>
      move(warningLifecycle, { state: 'reviewed', since, claims }, 'clear', by(2, 'warnings.clear'), now);
    expect(clear('steps-done')).toMatchObject({ kind: 'conflict', zh: expect.stringContaining('须先：数据达到解除条件') });
    expect(clear('data-recovered')).toMatchObject({ kind: 'conflict', zh: expect.stringContaining('解除程序') });
    expect(clear('data-recovered', 'steps-done')).toMatchObject({ is: 'moved', to: 'tracked' });
  });

  it('is silenced to a day that comes', () => {
    const until = (day: string): unknown => move(warningLifecycle, signed, 'silence', by(2, 'warnings.silence'), now, { reason: '1', until: day });
    expect(until('2024-01-08')).toMatchObject({ kind: 'invalid' });
    expect(until('2024-02-30')).toMatchObject({ kind: 'invalid' });
    expect(until('2024-01-09')).toMatchObject({ is: 'moved', to: 'signed' });
  });

  it('is not moved by the platform where people decide, nor by people where the data do', () => {
    expect(move(warningLifecycle, signed, 'check', 'platform', now, { verdict: '1', note: '-' })).toMatchObject({ kind: 'not-allowed' });
    expect(move(warningLifecycle, { state: 'tracked', since }, 'relapse', worker, now)).toMatchObject({ kind: 'not-allowed' });
  });
});

type OfOrders = typeof workOrderLifecycle;

describe('a work order', () => {
  it('stops no clock of its own: those of its warnings run on when it is returned', () => {
    const verb: VerbOf<OfOrders> = 'return';
    const moved = move(workOrderLifecycle, { state: 'signed', since }, verb, worker, now, { reason: '2', evidence: '户籍' });
    expect(moved as Moved<StateOf<OfOrders>, ClockOf<OfOrders>>).toMatchObject({ to: 'waiting', stops: [], starts: [] });
  });

  it('comes back once, then the county decides, then it stays', () => {
    const back = (...claims: ClaimOf<typeof workOrderLifecycle>[]): unknown =>
      move(workOrderLifecycle, { state: 'signed', since, claims }, 'return', worker, now, { reason: '1', evidence: '三定方案' });
    expect(back()).toMatchObject({ to: 'waiting' });
    expect(back('returned-before')).toMatchObject({ to: 'disputed' });
    expect(back('returned-before', 'arbitrated')).toMatchObject({ kind: 'conflict', zh: '不能“退单”：已经裁决，不能再退。' });
  });

  it('is reviewed by another person than who finished it', () => {
    const review = (account: number): unknown =>
      move(workOrderLifecycle, { state: 'finished', since, doneBy: { finish: 1 } }, 'review', by(account, 'work-orders.review'), now);
    expect(review(1)).toMatchObject({ kind: 'conflict', zh: expect.stringContaining('须由另一人办理') });
    expect(review(2)).toMatchObject({ to: 'reviewed' });
  });

  it('never stands before the moment that went before, even when the machine’s clock is set back', () => {
    const early = new Date('2024-01-01T00:00:00Z');
    expect(move(workOrderLifecycle, { state: 'dispatched', since }, 'sign', worker, early)).toMatchObject({ at: since });
  });

  it('shows a button that has to wait, with the reason', () => {
    const offers = offersOf(workOrderLifecycle, { state: 'signed', since }, { account: 1, may: (permission) => permission === 'work-orders.handle' });
    expect(offers.map(({ verb, blocked }) => [verb, blocked === null])).toEqual([
      ['return', true],
      ['extend', true],
      ['finish', false],
    ]);
  });
});
