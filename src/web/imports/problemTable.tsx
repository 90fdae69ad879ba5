/** Problems of an import: the cell, what became of the row, what is wrong and what to do. */
import type { ImportFile } from '#features/imports/contract.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import classes from './importListPage.module.css';
import { importWords } from './importWords.ts';

const effects = { refused: 'effectRefused', aside: 'effectAside', marked: 'effectMarked' } as const;
const wouldBe = { refused: 'wouldRefused', aside: 'wouldAside', marked: 'wouldMarked' } as const;

type Problem = ImportFile['problems'][number];

interface ProblemTableParts {
  readonly problems: readonly Problem[];
  /** Nothing was stored: it tells what would become of the rows. */
  readonly isTrial?: boolean;
  /** Opens a row that came back or waits, where it can be mended. */
  readonly mend?: (row: Pick<Problem, 'sheet' | 'line'>) => void;
}

export function ProblemTable({ problems, isTrial = false, mend }: ProblemTableParts) {
  const say = useWords(importWords);
  const language = useLanguage();
  return (
    <table className={classes.problems}>
      <thead>
        <tr>
          <th scope="col">{say('cell')}</th>
          <th scope="col">{say('column')}</th>
          <th scope="col">{say('what')}</th>
          <th scope="col">{say('effect')}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the problems of an import never change their order.
          <tr key={index}>
            <td className={classes.cell}>
              {problem.column === null
                ? say('rowAt', { sheet: problem.sheet + 1, line: problem.line })
                : say('cellAt', { sheet: problem.sheet + 1, column: problem.column, line: problem.line })}
            </td>
            <td>{problem.header}</td>
            <td>{inLanguage(problem, language)}</td>
            <td className={classes.effect}>
              {say((isTrial ? wouldBe : effects)[problem.effect])}{' '}
              {mend && problem.effect !== 'marked' && isFirstOfRow(problems, index) && (
                <button type="button" className="plain no-print" onClick={() => mend(problem)}>
                  {say('mend')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isFirstOfRow(problems: readonly Problem[], index: number): boolean {
  const own = problems[index];
  return problems.findIndex((problem) => problem.effect !== 'marked' && problem.sheet === own?.sheet && problem.line === own.line) === index;
}
