/** The levels of an item: the condition of each as a sentence with its thresholds. */
import type { ItemPage } from '#features/items/contract.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { itemWords } from './itemWords.ts';

export function ItemLevels({ item }: { readonly item: ItemPage }) {
  const say = useWords(itemWords);
  const language = useLanguage();
  return (
    <section>
      <h2>{say('levels')}</h2>
      <table>
        <thead className="heard">
          <tr>
            <th scope="col">{say('level')}</th>
            <th scope="col">{say('condition')}</th>
          </tr>
        </thead>
        <tbody>
          {item.levels.toReversed().map(({ level, used, rule, text }) => (
            <tr key={level}>
              <th scope="row">
                <LevelMark level={level} full />
              </th>
              <td className={used ? undefined : 'quiet'} title={used ? text : undefined}>
                {used ? inLanguage(rule, language) : say('notUsed')}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <LevelMark level="unknown" full />
            </th>
            <td>{say('unknownRule')}</td>
          </tr>
          <tr>
            <th scope="row" className="quiet small">
              {say('applies')}
            </th>
            <td className="small">{item.applies.zh === '总是成立' ? say('always') : inLanguage(item.applies, language)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
