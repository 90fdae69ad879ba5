/** What the items find about a household and its members in the month shown. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HouseholdFile } from '#features/households/contract.ts';
import { isNeutral, itemName } from '../items/itemName.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { LevelMark, levelOf, type ShownLevel, shownLevels } from '../parts/levelMark.tsx';
import { seen } from '../parts/seen.ts';
import classes from './householdPage.module.css';
import { householdWords } from './householdWords.ts';

const rank = (level: string): number => shownLevels.indexOf(levelOf(level) as ShownLevel);

export function HouseholdFindings({ findings }: { readonly findings: HouseholdFile['findings'] }) {
  const say = useWords(householdWords);
  const language = useLanguage();
  const { items } = useSuspenseQuery(itemsQuestion).data;
  const shown = findings.filter((finding) => rank(finding.level) >= 0).sort((one, other) => rank(one.level) - rank(other.level));
  return (
    <section>
      <h2>{say('findings')}</h2>
      {shown.length === 0 && <p className={classes.quietLine}>{say('noFindings')}</p>}
      <ul className={classes.findings}>
        {shown.map((finding) => {
          const name = itemName(items, finding.item, language);
          return (
            <li key={`${finding.item} ${finding.subject} ${finding.level} ${finding.warning}`}>
              <LevelMark level={levelOf(finding.level)} full />
              {finding.warning === null && isNeutral(finding.item) ? (
                <span>{name}</span>
              ) : finding.warning === null ? (
                <Link to="/items/$code" params={{ code: finding.item }} preload={false}>
                  {name}
                </Link>
              ) : (
                <Link to="/warnings/$id" params={{ id: String(finding.warning) }} preload={false}>
                  {name}
                </Link>
              )}
              {finding.person !== null && <span>{seen(finding.person, language)}</span>}
              {finding.isOver && <span className="small quiet">{say('isOver')}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
