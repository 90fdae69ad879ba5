/** The settlements for which a nil report is made: what each delivered last, and a tick. */
import { useState } from 'react';
import type { DataHealth } from '#features/dataHealth/contract.ts';
import { day, daysBetween } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './nilPage.module.css';
import { nilWords } from './nilWords.ts';

interface NilSettlementsParts {
  readonly health: DataHealth;
  readonly register: DataHealth['registers'][number];
  readonly dataDate: string;
  readonly isSending: boolean;
  readonly send: (covers: readonly string[]) => void;
}

export function NilSettlements({ health, register, dataDate, isSending, send }: NilSettlementsParts) {
  const say = useWords(nilWords);
  const language = useLanguage();
  const rows = health.settlements.map((settlement, at) => {
    const delivery = register.deliveries[at];
    return { ...settlement, delivery, isThere: delivery?.last != null && delivery.last >= dataDate };
  });
  const open = rows.filter(({ isThere }) => !isThere).map(({ code }) => code);
  // What was left out is kept, not what was ticked: rows that come due later are ticked by themselves.
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const chosen = open.filter((code) => !leftOut.has(code));
  const tick = (code: string, isTicked: boolean) => {
    const next = new Set(leftOut);
    if (isTicked) next.delete(code);
    else next.add(code);
    setLeftOut(next);
  };
  const stateOf = ({ delivery, isThere }: (typeof rows)[number]): string => {
    if (isThere) return say('already');
    if (!delivery || delivery.last === null) return say('never');
    return delivery.late && delivery.staleSince !== null ? say('lateDays', { count: daysBetween(delivery.staleSince, health.asOf) }) : say('onTime');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(chosen);
      }}
    >
      <table className={classes.settlements}>
        <thead>
          <tr>
            <th scope="col" className={classes.tick}>
              <input
                type="checkbox"
                aria-label={say('all')}
                checked={open.length > 0 && chosen.length === open.length}
                disabled={open.length === 0}
                onChange={(event) => setLeftOut(new Set(event.target.checked ? [] : open))}
              />
            </th>
            <th scope="col">{say('settlement')}</th>
            <th scope="col">{say('last')}</th>
            <th scope="col">{say('state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code} className={row.isThere ? 'quiet' : undefined}>
              <td className={classes.tick}>
                <input
                  id={`nil-${row.code}`}
                  type="checkbox"
                  checked={chosen.includes(row.code)}
                  disabled={row.isThere}
                  onChange={(event) => tick(row.code, event.target.checked)}
                />
              </td>
              <th scope="row">
                <label htmlFor={`nil-${row.code}`}>{row.name}</label>
              </th>
              <td>
                {row.delivery?.last == null ? '—' : day(row.delivery.last, language)}
                {row.delivery?.nil && <span className="small quiet"> {say('nil')}</span>}
              </td>
              <td className={row.delivery?.late && !row.isThere ? classes.late : undefined}>{stateOf(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.actions}>
        <button type="submit" className="primary" disabled={chosen.length === 0 || isSending}>
          {chosen.length === 0 ? say('sendNone') : say('send', { count: chosen.length })}
        </button>
      </p>
    </form>
  );
}
