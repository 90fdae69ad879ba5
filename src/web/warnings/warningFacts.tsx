/** The values on which a warning stands, beside the thresholds in force when it was judged. */
import type { WarningFile } from '#features/warnings/contract.ts';
import { amount } from '../parts/format.ts';
import { fullWidth, inLanguage, useLanguage, useWords } from '../parts/language.ts';
import classes from './warningPage.module.css';
import { warningWords } from './warningWords.ts';

export function WarningFacts({ warning }: { readonly warning: WarningFile }) {
  const say = useWords(warningWords);
  const language = useLanguage();
  return (
    <>
      <section>
        <h2>{say('facts')}</h2>
        <table className={classes.facts}>
          <thead>
            <tr>
              <th scope="col">{say('fact')}</th>
              <th scope="col">{say('value')}</th>
              {language === 'zh' && <th scope="col">{say('means')}</th>}
            </tr>
          </thead>
          <tbody>
            {warning.facts.map((fact) => (
              <tr key={fact.name}>
                <th scope="row">{fact[language]}</th>
                <td className={classes.seen}>{amount(fact.value, fact.unit, language)}</td>
                {language === 'zh' && <td className="small">{fullWidth(fact.means)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {warning.parameters.length > 0 && (
        <section>
          <h2>{say('thresholds')}</h2>
          <dl className={classes.fields}>
            {warning.parameters.map((parameter) => (
              <div key={parameter.name}>
                <dt>{inLanguage(parameter, language)}</dt>
                <dd>{amount(parameter.value, parameter.unit, language)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
