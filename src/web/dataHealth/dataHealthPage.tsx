/** Data health (数据质量): each register by settlement: when it last came, and since when it is late. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { departmentName } from '../parts/departments.ts';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { count, day } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { useNarrow } from '../parts/useNarrow.ts';
import classes from './dataHealthPage.module.css';
import { dataHealthQuestion } from './dataHealthQuestions.ts';
import { dataHealthWords } from './dataHealthWords.ts';
import { DeliveryList } from './deliveryList.tsx';
import { DeliveryMatrix } from './deliveryMatrix.tsx';

const route = getRouteApi('/data-health');

export function DataHealthPage() {
  const say = useWords(dataHealthWords);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const health = useSuspenseQuery(dataHealthQuestion(search)).data;
  const isNarrow = useNarrow();
  const departments = [...new Set(health.registers.flatMap((register) => register.departments))];
  const ofDepartment = health.registers.filter((register) => search.department === undefined || register.departments.includes(search.department));
  const shown = ofDepartment.filter((register) => search.late === undefined || register.late + register.never > 0);
  const sum = (pick: (register: (typeof shown)[number]) => number): number => ofDepartment.reduce((total, register) => total + pick(register), 0);
  return (
    <>
      <PageHead title={say('title')} note={say('asOf', { day: day(health.asOf, language) })} help={[say('helpWhat'), say('point'), say('helpNil')]}>
        <May needs="imports.create">
          <Link className="button no-print" to="/imports/nil" search={{ area: search.area }}>
            {say('toNil')}
          </Link>
        </May>
      </PageHead>
      <div className={classes.bar}>
        <AreaTrail
          area={search.area}
          link={(area, name) => (
            <Link to="/data-health" search={{ ...search, area }}>
              {name}
            </Link>
          )}
          choose={(area) => void navigate({ search: { ...search, area } })}
        />
        <label>
          {say('department')}
          <select
            value={search.department ?? ''}
            onChange={(event) => void navigate({ search: { ...search, department: event.target.value || undefined }, replace: true })}
          >
            <option value="">{say('allDepartments')}</option>
            {departments.map((department) => (
              <option key={department} value={department}>
                {departmentName(department, language)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={search.late !== undefined}
            onChange={(event) => void navigate({ search: { ...search, late: event.target.checked ? '1' : undefined }, replace: true })}
          />
          {say('onlyLate')}
        </label>
      </div>
      {health.settlements.length === 0 ? (
        <div className="empty">
          <h2>{say('noSettlements')}</h2>
          <p>{say('noSettlementsHint')}</p>
          <Link to="/imports">{say('toImports')}</Link>
        </div>
      ) : (
        <>
          <p className={classes.summary}>
            {say('summary', {
              all: count(ofDepartment.length * health.settlements.length),
              late: count(sum(({ late }) => late)),
              never: count(sum(({ never }) => never)),
            })}
          </p>
          {shown.length === 0 ? (
            <p className="empty">{say('nothingLate')}</p>
          ) : isNarrow ? (
            <DeliveryList registers={shown} />
          ) : (
            <DeliveryMatrix health={health} registers={shown} />
          )}
        </>
      )}
    </>
  );
}
