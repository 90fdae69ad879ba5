/** Where the page stands in the area tree, with the way up and a choice of the parts below. What lies above the reader's own areas is named only. */
import type { ReactNode } from 'react';
import type { AreaRow } from '#features/areas/contract.ts';
import { areaName, type Deepest, findAreas, partsOf, pathTo, placeAbove, useAreas, useOwnAreas } from './areas.ts';
import classes from './areaTrail.module.css';
import { Combobox, type Hit } from './combobox.tsx';
import { useLanguage, useWords } from './language.ts';
import { partWords } from './partWords.ts';

const mostFound = 30;

interface AreaTrailParts {
  /** How far down the page can be narrowed; to the settlement when not said. */
  readonly deepest?: Deepest;
  /** When absent, the page shows all of the reader's own areas. */
  readonly area: string | undefined;
  /** A link of the page to itself for another area. */
  readonly link: (code: string, name: string) => ReactNode;
  readonly choose: (code: string) => void;
}

export function AreaTrail({ area: named, deepest = 'settlement', link, choose }: AreaTrailParts) {
  const say = useWords(partWords);
  const language = useLanguage();
  const areas = useAreas();
  const own = useOwnAreas();
  const area = named ?? (own.length === 1 ? own[0] : undefined);
  const path = area === undefined ? [] : pathTo(areas, area);
  const firstOwn = path.findIndex(({ code }) => own.includes(code));
  // Somebody with several areas goes from one to the other here.
  const others = areas.filter(({ code }) => own.includes(code) && !path.some((step) => step.code === code));
  const parts = [...(area === undefined ? [] : partsOf(areas, area, deepest)), ...others];
  const inside = area === undefined ? own : [area, ...others.map(({ code }) => code)];
  const hitOf = (found: AreaRow): Hit => ({
    key: found.code,
    title: areaName(found, language),
    where: found.parent === area ? '' : placeAbove(areas, found, language),
    open: () => choose(found.code),
  });
  return (
    <nav aria-label={say('area')}>
      <ol className={classes.trail}>
        {area === undefined && (
          <li>
            <span className={classes.here} aria-current="true">
              {say('allOwn')}
            </span>
          </li>
        )}
        {path.map((step, at) => (
          <li key={step.code}>
            {step.code === area ? (
              <span className={classes.here} aria-current="true">
                {areaName(step, language)}
              </span>
            ) : at < firstOwn ? (
              <span className="quiet">{areaName(step, language)}</span>
            ) : (
              link(step.code, areaName(step, language))
            )}
          </li>
        ))}
        {parts.length > 0 && (
          <li className={`${classes.parts} no-print`}>
            <Combobox
              label={say('narrowTo')}
              placeholder={say('partsOf', { count: parts.length })}
              none={say('noPart')}
              find={(text) =>
                (text === '' ? parts : findAreas(areas, text, mostFound, inside, deepest).filter(({ code }) => code !== area)).map(hitOf)
              }
            />
          </li>
        )}
      </ol>
    </nav>
  );
}
