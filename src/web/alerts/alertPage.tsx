/** How the house does (运行情况): jobs, the audit chain, messages, registers; what needs somebody says so. */
import { useSuspenseQuery } from '@tanstack/react-query';
import type { AlertState } from '#features/alerts/contract.ts';
import { count, moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { SystemTabs } from '../parts/systemTabs.tsx';
import classes from './alertPage.module.css';
import { alertsQuestion } from './alertQuestions.ts';
import { alertWords } from './alertWords.ts';

/** What is looked at, and whether its number means trouble. */
const looks = [
  ['jobsWaiting', false],
  ['unsealedLong', true],
  ['noticesWaiting', false],
  ['messagesWaiting', false],
  ['messagesGivenUp', true],
  ['lateRegisters', false],
] as const satisfies readonly (readonly [keyof AlertState, boolean])[];

export function AlertPage() {
  const say = useWords(alertWords);
  const language = useLanguage();
  const state = useSuspenseQuery(alertsQuestion).data;
  const { failedTasks } = state;
  const rows = [
    ...looks.map(([name, isTrouble]) => ({ name, number: state[name], isTrouble })),
    { name: 'failedTasks' as const, number: failedTasks.length, isTrouble: true },
  ];
  return (
    <>
      <PageHead title={say('title')} note={say('note')} help={[say('helpMetrics')]} />
      <SystemTabs />
      <table className={classes.list}>
        <thead>
          <tr>
            <th scope="col">{say('look')}</th>
            <th scope="col" className="number">
              {say('now')}
            </th>
            <th scope="col">{say('state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, number, isTrouble }) => (
            <tr key={name}>
              <th scope="row">{say(name)}</th>
              <td className="number">{count(number)}</td>
              <td className={isTrouble && number > 0 ? classes.ill : undefined}>{isTrouble ? say(number > 0 ? 'ill' : 'well') : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {failedTasks.length > 0 && (
        <table className={classes.list}>
          <thead>
            <tr>
              <th scope="col">{say('task')}</th>
              <th scope="col" className="number">
                {say('attempts')}
              </th>
              <th scope="col">{say('nextAt')}</th>
            </tr>
          </thead>
          <tbody>
            {failedTasks.map(({ task, attempts, nextAt }) => (
              <tr key={task}>
                <th scope="row" className="code">
                  {task}
                </th>
                <td className="number">{count(attempts)}</td>
                <td>{nextAt === null ? say('never') : moment(nextAt, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
