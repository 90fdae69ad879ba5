/** The standard (监测标准): all items under their aspects. */
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { departmentName } from '../parts/departments.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { useMay } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import classes from './itemListPage.module.css';
import { itemsQuestion, verdictsQuestion } from './itemQuestions.ts';
import { itemWords } from './itemWords.ts';
import { PrecisionLine } from './precisionLine.tsx';
import { subjectWord } from './subjectWord.ts';

export function ItemListPage() {
  const say = useWords(itemWords);
  const language = useLanguage();
  const { items, standardVersion } = useSuspenseQuery(itemsQuestion).data;
  const mayJudge = useMay('warnings.read');
  const verdicts = useQuery({ ...verdictsQuestion(undefined), enabled: mayJudge }).data?.rows ?? [];
  const aspects = [...new Set(items.map((item) => item.aspect))];
  return (
    <>
      <PageHead
        title={say('listTitle')}
        note={say('listNote', {
          aspects: aspects.length,
          items: items.length,
          version: standardVersion === 'declared' ? say('declared') : standardVersion,
        })}
        help={[say('helpList'), say('helpBasis')]}
      >
        <May needs="calendar.read">
          <Link className="button no-print" to="/calendar">
            {say('calendar')}
          </Link>
        </May>
      </PageHead>
      <div className={classes.list}>
        {aspects.map((aspect) => {
          const own = items.filter((item) => item.aspect === aspect);
          return (
            <section key={aspect} className={classes.aspect}>
              <h2>{own[0]?.aspectName[language]}</h2>
              <ul>
                {own.map((item) => (
                  <li key={item.code}>
                    <Link to="/items/$code" params={{ code: item.code }} className={classes.item}>
                      <span className={classes.code}>{item.code}</span>
                      <span>
                        <span className={classes.name}>{item.name[language]}</span>
                        <small>
                          {item.indicator.name[language]} · {subjectWord(say, item.subject)} · {departmentName(item.department, language)}
                        </small>
                        <PrecisionLine rows={verdicts.filter((row) => row.item === item.code)} />
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
