/** Moves the focus among the cells of the board with the keys. */

/** A cell of the board: an area and an item. */
export interface ReadCell {
  readonly area: string;
  readonly item: string;
}

/** The cell of the board in which an element stands. */
export function cellAt(target: EventTarget): ReadCell | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('a[data-item]') : null;
  const { area, item } = cell?.dataset ?? {};
  return area !== undefined && item !== undefined ? { area, item } : undefined;
}

/** Moves from the focused cell as the key says; answers whether the key was for us. */
export function moveFocus(table: HTMLTableElement, key: string): boolean {
  const from = document.activeElement;
  if (!(from instanceof HTMLAnchorElement) || from.dataset['item'] === undefined) return false;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => [...row.querySelectorAll<HTMLAnchorElement>('a[data-item]')]);
  const y = rows.findIndex((row) => row.includes(from));
  const row = rows[y] ?? [];
  const x = row.indexOf(from);
  // An item that is not counted at the level of a row has no cell there.
  const below = (others: readonly HTMLAnchorElement[][]): HTMLAnchorElement | undefined =>
    others.flatMap((cells) => cells.filter((cell) => cell.dataset['item'] === from.dataset['item']))[0];
  const to = {
    ArrowRight: row[x + 1],
    ArrowLeft: row[x - 1],
    ArrowDown: below(rows.slice(y + 1)),
    ArrowUp: below(rows.slice(0, Math.max(0, y)).reverse()),
    Home: row[0],
    End: row.at(-1),
    PageUp: below(rows),
    PageDown: below(rows.toReversed()),
  }[key];
  if (!to) return key.startsWith('Arrow');
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}
