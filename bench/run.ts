/** `npm run bench [-- NAME… --people N --json]`: runs the benchmarks and tells each figure beside its goal, with the machine that it was measured on. */
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { evaluation } from './evaluation.ts';
import { type Bench, type Figure, tellFigure } from './figure.ts';
import { sealing } from './sealing.ts';

const benches: readonly Bench[] = [evaluation, sealing];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { people: { type: 'string', default: '338506' }, json: { type: 'boolean', default: false } },
});
const chosen = positionals.length === 0 ? benches : benches.filter(({ name }) => positionals.includes(name));
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  process.stderr.write(`no such benchmark: ${unknown.join(', ')}; there are ${benches.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}

const machine = {
  processor: cpus()[0]?.model ?? '',
  cores: availableParallelism(),
  memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  system: `${process.platform} ${process.arch}`,
};
const measured: { bench: string; figures: readonly Figure[] }[] = [];
if (!values.json) process.stdout.write(`${Object.values(machine).join(' · ')}\n`);
for (const bench of chosen) {
  const figures = await bench.run({ people: Number(values.people) });
  measured.push({ bench: bench.name, figures });
  if (!values.json) process.stdout.write(`\n${bench.name}: ${bench.what}\n${figures.map((figure) => `  ${tellFigure(figure)}\n`).join('')}`);
}
if (values.json) process.stdout.write(`${JSON.stringify({ machine, measured }, null, 2)}\n`);
