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
  const to = {
    ArrowRight: row[x + 1],
    ArrowLeft: row[x - 1],
    ArrowDown: rows[y + 1]?.[x],
    ArrowUp: rows[y - 1]?.[x],
    Home: row[0],
    End: row.at(-1),
    PageUp: rows[0]?.[x],
    PageDown: rows.at(-1)?.[x],
  }[key];
  if (!to) return key.startsWith('Arrow');
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}
