/** The page of an item: its trend and list in an area, then everything that it is made of. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { isCountedAt } from '../boards/boardColumns.ts';
import { departmentName } from '../parts/departments.ts';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { ItemClearing } from './itemClearing.tsx';
import { ItemData } from './itemData.tsx';
import { ItemExamples } from './itemExamples.tsx';
import { ItemLevels } from './itemLevels.tsx';
import classes from './itemPage.module.css';
import { ItemPrecision } from './itemPrecision.tsx';
import { itemQuestion } from './itemQuestions.ts';
import { ItemSource } from './itemSource.tsx';
import { ItemSubjects } from './itemSubjects.tsx';
import { ItemTrend } from './itemTrend.tsx';
import { itemWords } from './itemWords.ts';
import { subjectWord } from './subjectWord.ts';

const route = getRouteApi('/items/$code');

export function ItemPage() {
  const say = useWords(itemWords);
  const language = useLanguage();
  const { code } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const item = useSuspenseQuery(itemQuestion(code)).data;
  return (
    <>
      <PageHead
        title={`${item.code} ${item.name[language]}`}
        note={`${item.aspectName[language]} · ${subjectWord(say, item.subject)} · ${departmentName(item.department, language)}`}
        help={[say('helpLevels'), say('helpUnknown'), say('helpBasis')]}
      />
      <div className={classes.trail}>
        <AreaTrail
          area={search.area}
          deepest={isCountedAt('building', item) ? 'building' : 'settlement'}
          link={(area, name) => (
            <Link to="/items/$code" params={{ code }} search={{ ...search, area, page: undefined }}>
              {name}
            </Link>
          )}
          choose={(area) => void navigate({ search: { ...search, area, page: undefined } })}
        />
      </div>
      <div className={classes.columns}>
        <div className={classes.main}>
          <ItemTrend item={item} area={search.area} />
          <ItemSubjects code={code} search={search} />
        </div>
        <div className={classes.side}>
          <ItemLevels item={item} />
          <ItemClearing item={item} />
          <May needs="warnings.read">
            <ItemPrecision code={code} area={search.area} />
          </May>
        </div>
      </div>
      <div className={classes.columns}>
        <div className={classes.main}>
          <ItemData item={item} />
          <ItemExamples item={item} />
        </div>
        <div className={classes.side}>
          <ItemSource item={item} />
        </div>
      </div>
    </>
  );
}
