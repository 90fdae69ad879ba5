/** One register: its rows in an area, and the fields that it asks for. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { RhythmWords } from '../dataHealth/rhythmWords.tsx';
import { departmentNames } from '../parts/departments.ts';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { useMe } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { NoSuchPage } from '../parts/refused.tsx';
import { RegisterFields } from './registerFields.tsx';
import { templateOf } from './registerListPage.tsx';
import classes from './registerListPage.module.css';
import { registersQuestion } from './registerQuestions.ts';
import { RegisterRows } from './registerRows.tsx';
import { registerWords } from './registerWords.ts';

const route = getRouteApi('/registers/$name');

export function RegisterPage() {
  const say = useWords(registerWords);
  const language = useLanguage();
  const { name } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const register = useSuspenseQuery(registersQuestion).data.find((candidate) => candidate.name === name);
  const { grants } = useMe();
  if (!register) return <NoSuchPage />;
  const isOwn = grants.some(({ department }) => department !== null && register.departments.includes(department));
  return (
    <>
      <PageHead
        title={register[language]}
        note={
          <>
            {register.no} · {departmentNames(register.departments, language)} · <RhythmWords register={register} />
          </>
        }
        help={[say('helpTemplate'), say('helpMask')]}
      >
        <span className={`${classes.actions} no-print`}>
          <May needs="imports.create">
            <Link className="button" to="/imports">
              {say('upload')}
            </Link>
          </May>
          <a className="button" href={templateOf(register)} download>
            {say('template')}
          </a>
        </span>
      </PageHead>
      <AreaTrail
        area={search.area}
        link={(area, place) => (
          <Link to="/registers/$name" params={{ name }} search={{ area }}>
            {place}
          </Link>
        )}
        choose={(area) => void navigate({ search: { area } })}
      />
      <RegisterRows name={name} isOwn={isOwn} search={search} turn={(page) => void navigate({ search: { ...search, page: String(page) } })} />
      <RegisterFields fields={register.fields} />
    </>
  );
}
