/** Dispatches many waiting orders at once: first shown, with the load of everybody before and after, then done order by order. */
import { notify } from '#features/notices/notify.ts';
import { AnjuProblem } from '#platform/problems/problem.ts';
import type { Queryable } from '#platform/database/database.ts';
import { orderCase } from './findCases.ts';
import type { BatchAnswer } from './contract.ts';
import { chooseOwners, ordersToGive, type Owner, ownersOf } from './findOwners.ts';
import { moveQuietly, type WorkHouse } from './moveOrder.ts';
import { type MovedOrder, noticesOfMoves } from './noticesOfMoves.ts';

export interface BatchLine {
  readonly id: number;
  readonly no: string;
  readonly subject: string;
}

/** Dispatches the orders, or says what would happen; one that is refused does not hold up the others. */
export function batchDispatch(house: WorkHouse, lines: readonly BatchLine[], owner: number | undefined, isPreview: boolean): Promise<BatchAnswer> {
  const { database, clock } = house;
  return database.transaction(async (tx) => {
    const day = clock.today();
    const found = await chooseOwners(tx, await ordersToGive(tx, { orders: lines.map(({ id }) => id), neverReturned: false }), day);
    const loads = new Map<number, BatchAnswer['loads'][number]>();
    const answer: BatchAnswer['lines'] = [];
    const moves: MovedOrder[] = [];
    for (const line of lines) {
      const chosen = owner === undefined ? found.get(line.id) : await named(tx, line.id, owner, day);
      const { moved, refused, ...done } = await tryDispatch(tx, house, line.id, chosen ?? null, isPreview);
      answer.push({ ...line, ...done, refused });
      if (moved) moves.push(moved);
      if (chosen && refused === null) note(loads, chosen);
    }
    if (!isPreview) await notify(tx, ...noticesOfMoves(moves));
    return { lines: answer, loads: [...loads.values()].sort((a, b) => b.after - a.after) };
  });
}

async function named(tx: Queryable, order: number, owner: number, day: string): Promise<Owner | undefined> {
  return (await ownersOf(tx, await orderCase(tx, order, day, false), day)).find(({ account }) => account === owner);
}

async function tryDispatch(
  tx: Queryable,
  house: WorkHouse,
  id: number,
  owner: Owner | null,
  isPreview: boolean,
): Promise<{ owner: string | null; unit: string | null; refused: { zh: string; en: string } | null; moved?: MovedOrder }> {
  if (owner === null)
    return {
      owner: null,
      unit: null,
      refused: { zh: '这里没有人担任相应岗位，请逐张选择责任人。', en: 'Nobody holds a post for it here: choose somebody order by order.' },
    };
  const { name, unit } = owner;
  try {
    const moved = await moveQuietly(tx, house, id, 'dispatch', { owner: String(owner.account) }, isPreview);
    return { owner: name, unit, refused: null, moved };
  } catch (problem) {
    if (!(problem instanceof AnjuProblem)) throw problem;
    return { owner: name, unit, refused: { zh: problem.zh, en: problem.en } };
  }
}

/** Counts an order for somebody. */
function note(loads: Map<number, BatchAnswer['loads'][number]>, { account, name, unit, open }: Owner): void {
  const known = loads.get(account) ?? { name, unit, before: open, after: open };
  loads.set(account, { ...known, after: known.after + 1 });
}
