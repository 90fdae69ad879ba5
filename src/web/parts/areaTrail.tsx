/** Where the page stands in the area tree, with the way up and a choice of the parts below. */
import type { ReactNode } from 'react';
import { areaName, partsOf, pathTo, useAreas, wholePrefecture } from './areas.ts';
import classes from './areaTrail.module.css';
import { useLanguage, useWords } from './language.ts';
import { partWords } from './partWords.ts';

interface AreaTrailParts {
  readonly area: string | undefined;
  /** A link of the page to itself for another area. */
  readonly link: (code: string, name: string) => ReactNode;
  readonly choose: (code: string) => void;
}

export function AreaTrail({ area = wholePrefecture, link, choose }: AreaTrailParts) {
  const say = useWords(partWords);
  const language = useLanguage();
  const areas = useAreas();
  const path = pathTo(areas, area);
  const parts = partsOf(areas, area);
  return (
    <nav aria-label={say('area')}>
      <ol className={classes.trail}>
        {path.map((step) => (
          <li key={step.code}>
            {step.code === area ? (
              <span className={classes.here} aria-current="true">
                {areaName(step, language)}
              </span>
            ) : (
              link(step.code, areaName(step, language))
            )}
          </li>
        ))}
        {parts.length > 0 && (
          <li className="no-print">
            <select aria-label={say('narrowTo')} value="" onChange={(event) => choose(event.target.value)}>
              <option value="">{say('allParts')}</option>
              {parts.map((part) => (
                <option key={part.code} value={part.code}>
                  {areaName(part, language)}
                </option>
              ))}
            </select>
          </li>
        )}
      </ol>
    </nav>
  );
}
