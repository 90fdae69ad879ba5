/** How much work each building is, and who has it: for dividing the rounds. */
import { Link } from '@tanstack/react-router';
import type { RoundBuilding } from '#features/visits/roundContract.ts';
import { count } from '../parts/format.ts';
import { useWords } from '../parts/language.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

export function BuildingWork({ buildings }: { readonly buildings: readonly RoundBuilding[] }) {
  const say = useWords(visitWords);
  return (
    // A wide table is moved by keys too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable.
    <section className={classes.workload} tabIndex={0} aria-label={say('workload')}>
      <h2>{say('workload')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('buildingName')}</th>
            <th scope="col">{say('people')}</th>
            <th scope="col" className="number">
              {say('households')}
            </th>
            <th scope="col" className="number">
              {say('due')}
            </th>
            <th scope="col" className="number">
              {say('urgent')}
            </th>
            <th scope="col" className="number">
              {say('visitedLately')}
            </th>
          </tr>
        </thead>
        <tbody>
          {buildings.map((building) => (
            <tr key={building.code}>
              <th scope="row">
                <Link to="/visits" search={{ area: building.code }}>
                  {building.name}
                </Link>
              </th>
              <td>{building.people.length === 0 ? say('nobody') : building.people.join('、')}</td>
              <td className="number">{count(building.households)}</td>
              <td className="number">{count(building.due)}</td>
              <td className="number">{count(building.urgent)}</td>
              <td className="number">{count(building.visitedLately)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
