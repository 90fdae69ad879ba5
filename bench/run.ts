/** `npm run bench [-- NAME… --people N --json]`: runs the benchmarks and tells each figure beside its baseline and its goal, with the machine that it was measured on. */
import { parseArgs } from 'node:util';
import { type Bench, type Figure, tellFigure } from './figure.ts';
import { describeMachine } from './describeMachine.ts';
import { evaluation } from './evaluation.ts';
import { figures } from './figures.ts';
import { importCsv } from './importCsv.ts';
import { importXlsx } from './importXlsx.ts';
import { levels } from './levels.ts';
import { openPlace, wholePrefecture } from './prefecture.ts';
import { lists } from './lists.ts';
import { rowSecurity } from './rowSecurity.ts';
import { sealing } from './sealing.ts';
import { settlement } from './settlement.ts';

const benches: readonly Bench[] = [evaluation, levels, settlement, figures, lists, rowSecurity, importCsv, importXlsx, sealing];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { people: { type: 'string', default: String(wholePrefecture) }, json: { type: 'boolean', default: false } },
});
const people = Number(values.people);
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0 || !Number.isSafeInteger(people) || people < 1000) {
  process.stderr.write(
    `npm run bench [-- NAME… --people N --json]\nNAME: ${benches.map(({ name, what }) => `\n  ${name.padEnd(12)} ${what}`).join('')}\n`,
  );
  process.exit(2);
}

const print = values.json ? () => {} : (text: string) => process.stdout.write(`${text}\n`);
const place = await openPlace(people, (text) => process.stderr.write(`… ${text}\n`));
try {
  const machine = await describeMachine(place.machine.database);
  const description = Object.entries(machine).map(([name, value]) => `${name} ${value}`);
  print(`${description.join(' · ')}\n${people.toLocaleString('en')} people`);
  const measured: { bench: string; figures: readonly Figure[] }[] = [];
  for (const bench of positionals.length === 0 ? benches : benches.filter(({ name }) => positionals.includes(name))) {
    print(`\n${bench.name}: ${bench.what}`);
    const found = await bench.run(place);
    measured.push({ bench: bench.name, figures: found });
    for (const figure of found) print(tellFigure(figure));
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ machine, people, measured }, null, 2)}\n`);
} finally {
  await place.machine.close();
}
