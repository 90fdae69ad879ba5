/** What the server refused, said in place beside the field or button. */
import { Refusal } from './ask.ts';
import { inLanguage, useLanguage } from './language.ts';
import classes from './problemLine.module.css';

export function ProblemLine({ error }: { readonly error: unknown }) {
  const language = useLanguage();
  if (error === null || error === undefined) return null;
  const problem = error instanceof Refusal ? error.problem : undefined;
  return (
    <p className={classes.line} role="alert">
      {problem ? inLanguage(problem, language) : String(error)}
      {problem?.issues?.map((issue) => (
        <span key={issue.path}>
          {' '}
          {issue.path} {issue.message}
        </span>
      ))}
    </p>
  );
}
