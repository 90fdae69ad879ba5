/** Registers by settlements: a dot where it came in time, the days where it is late, a dash where it never came. */
import { Link } from '@tanstack/react-router';
import { type PointerEvent, useState } from 'react';
import type { DataHealth } from '#features/dataHealth/contract.ts';
import { departmentNames } from '../parts/departments.ts';
import { count, day, daysBetween } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './dataHealthPage.module.css';
import { dataHealthWords } from './dataHealthWords.ts';
import { RhythmWords } from './rhythmWords.tsx';

type Register = DataHealth['registers'][number];
type Delivery = Register['deliveries'][number];

export function DeliveryMatrix({ health, registers }: { readonly health: DataHealth; readonly registers: readonly Register[] }) {
  const say = useWords(dataHealthWords);
  const language = useLanguage();
  const [reading, setReading] = useState<string>();

  const sentenceOf = (register: Register, delivery: Delivery, settlement: string): string => {
    const names = { register: register[language], settlement };
    if (delivery.last === null) return say('cellNever', names);
    const last = `${day(delivery.last, language)}${delivery.nil ? ` (${say('nil')})` : ''}`;
    if (!delivery.late || delivery.staleSince === null) return say('cell', { ...names, last });
    return say('cellLate', { ...names, last, since: day(delivery.staleSince, language), count: daysBetween(delivery.staleSince, health.asOf) });
  };
  const readFrom = (event: PointerEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td[data-says]') : null;
    setReading(cell?.dataset['says']);
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keys. */}
      <section className={classes.frame} tabIndex={0} aria-label={say('title')}>
        <table className={classes.matrix} onPointerOver={readFrom}>
          <thead>
            <tr>
              <th scope="col" className={classes.corner}>
                {say('register')}
              </th>
              {health.settlements.map((settlement) => (
                <th key={settlement.code} scope="col" className={classes.settlement}>
                  <span title={settlement.name}>{settlement.name.replace(/安置点$/, '')}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {registers.map((register) => (
              <tr key={register.name}>
                <th scope="row" className={classes.register}>
                  <Link to="/registers/$name" params={{ name: register.name }} preload={false}>
                    {register[language]}
                  </Link>{' '}
                  <span className="quiet">{count(register.rows)}</span>
                  <small>
                    {departmentNames(register.departments, language)} · <RhythmWords register={register} />
                    {register.missingRows > 0 && ` · ${say('missingRows', { count: register.missingRows })}`}
                  </small>
                </th>
                {register.deliveries.map((delivery, index) => {
                  const settlement = health.settlements[index];
                  if (!settlement) return null;
                  const says = sentenceOf(register, delivery, settlement.name);
                  return (
                    <td key={settlement.code} className={classes.cell} data-says={says}>
                      <Mark delivery={delivery} asOf={health.asOf} />
                      <span className="heard">{says}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={`${classes.reading} no-print`}>{reading ?? <span className="quiet">{say('point')}</span>}</p>
    </>
  );
}

function Mark({ delivery, asOf }: { readonly delivery: Delivery; readonly asOf: string }) {
  const say = useWords(dataHealthWords);
  if (delivery.last === null)
    return (
      <span className={classes.never} aria-hidden="true">
        —
      </span>
    );
  if (delivery.late)
    return (
      <span className={classes.late} aria-hidden="true">
        {delivery.staleSince === null ? '!' : daysBetween(delivery.staleSince, asOf)}
      </span>
    );
  return (
    <span className={classes.onTime} aria-hidden="true">
      {delivery.nil ? say('nilMark') : '·'}
    </span>
  );
}
