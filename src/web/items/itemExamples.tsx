/** The examples of an item: facts in, level out. */
import type { ItemPage } from '#features/items/contract.ts';
import { amount } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { LevelMark, levelOf } from '../parts/levelMark.tsx';
import { itemWords } from './itemWords.ts';

export function ItemExamples({ item }: { readonly item: ItemPage }) {
  const say = useWords(itemWords);
  const language = useLanguage();
  const factOf = new Map(item.facts.map((fact) => [fact.name, fact]));
  return (
    <section>
      <h2>{say('examples')}</h2>
      <p className="quiet small">{say('examplesNote')}</p>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('result')}</th>
              <th scope="col">{say('given')}</th>
              {language === 'en' && <th scope="col">{say('example')}</th>}
            </tr>
          </thead>
          <tbody>
            {item.examples.map((example) => (
              <tr key={example.name}>
                <td>
                  {example.expected === 'not_applicable' ? (
                    <span className="quiet">{say('notApplicable')}</span>
                  ) : (
                    <LevelMark level={levelOf(example.expected)} full />
                  )}
                </td>
                <td>
                  {Object.entries(example.facts)
                    .map(([name, value]) => `${factOf.get(name)?.[language] ?? name} ${amount(value, factOf.get(name)?.unit ?? '', language)}`)
                    .join(language === 'zh' ? '，' : '; ')}
                </td>
                {language === 'en' && <td className="quiet small">{example.name}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
