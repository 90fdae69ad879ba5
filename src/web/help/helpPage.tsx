/** Help: what the reader may do, how to read levels, the way of a warning, the keys, and the words of the trade. */
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { terms } from '#catalog/terms.ts';
import { Link } from '@tanstack/react-router';
import { useLanguage, useWords } from '../parts/language.ts';
import { LevelMark, type ShownLevel, shownLevels } from '../parts/levelMark.tsx';
import { useMe } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { isListed, systemPages, workPages } from '../parts/pages.ts';
import { partWords } from '../parts/partWords.ts';
import classes from './helpPage.module.css';
import { helpWords } from './helpWords.ts';

const meansOf = {
  red: 'meansRed',
  orange: 'meansOrange',
  yellow: 'meansYellow',
  blue: 'meansBlue',
  unknown: 'meansUnknown',
} as const satisfies Record<ShownLevel, string>;

/** The stages of a warning that ends well, in their order. */
const way = ['raised', 'signed', 'checked', 'handled', 'fed-back', 'reviewed', 'tracked', 'archived'] as const;

const keys = [
  ['/', 'keySlash'],
  ['?', 'keyHelp'],
  ['↑ ↓ ← →', 'keyArrows'],
  ['Enter', 'keyEnter'],
  ['Esc', 'keyEscape'],
] as const;

export function HelpPage() {
  const say = useWords(helpWords);
  const sayPart = useWords(partWords);
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  const me = useMe();
  return (
    <>
      <PageHead title={say('title')} note={say('note')} />
      <div className={classes.columns}>
        <section className={classes.part}>
          <h2>{say('work')}</h2>
          <p className={classes.note}>{say('workNote')}</p>
          <dl className={classes.pairs}>
            {[...workPages, ...systemPages]
              .filter((page) => isListed(me, page))
              .map(({ name, to }) => (
                <div key={name}>
                  <dt>
                    <Link to={to}>{sayPart(name)}</Link>
                  </dt>
                  <dd>{say(name)}</dd>
                </div>
              ))}
          </dl>
        </section>
        <div>
          <section className={classes.part}>
            <h2>{say('levels')}</h2>
            <dl className={classes.pairs}>
              {shownLevels.map((level) => (
                <div key={level}>
                  <dt>
                    <LevelMark level={level} full />
                  </dt>
                  <dd>{say(meansOf[level])}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section className={classes.part}>
            <h2>{say('way')}</h2>
            <ol className={classes.way}>
              {way.map((stage) => (
                <li key={stage}>{warningLifecycle.states[stage][language]}</li>
              ))}
            </ol>
            <p className={classes.note}>{say('wayNote')}</p>
          </section>
          <section className={classes.part}>
            <h2>{say('keys')}</h2>
            <dl className={classes.pairs}>
              {keys.map(([key, words]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{say(words)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section className={classes.part}>
            <h2>{say('more')}</h2>
            <p>{say('moreNote')}</p>
          </section>
        </div>
      </div>
      <section className={classes.part}>
        <h2>{say('terms')}</h2>
        <div className={classes.wide}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{say('word')}</th>
                <th scope="col">{say('english')}</th>
                <th scope="col">{say('means')}</th>
              </tr>
            </thead>
            {Object.values(terms).map((group) => (
              <tbody key={group.en}>
                <tr>
                  <th scope="rowgroup" colSpan={3}>
                    {group[language]}
                  </th>
                </tr>
                {group.terms.map((term) => (
                  <tr key={term.en}>
                    <th scope="row">{term[language]}</th>
                    <td lang={other === 'zh' ? 'zh-CN' : 'en'}>{term[other]}</td>
                    <td>{term.means[language]}</td>
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </div>
      </section>
    </>
  );
}
