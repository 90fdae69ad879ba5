/** `anju figures`: the published figures of a year, computed from the registers. */
import { InvalidArgumentError } from 'commander';
import { computeFigures } from '#features/figures/computeFigures.ts';
import { type AddCommand, addCommand } from './command.ts';
import { csvFormat, printCsv } from './csv.ts';
import { type CommonOptions, printJson } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface Options extends CommonOptions {
  readonly year?: number;
}

function readYear(text: string): number {
  if (!/^(19|20|21)\d{2}$/.test(text)) throw new InvalidArgumentError('请写四位年份 · write a year of four digits');
  return Number(text);
}

export const command: AddCommand = (program) => {
  const figures = addCommand(
    program,
    'figures',
    '公布数据复核：按台账计算某年公布的各项数字',
    'figures: the published numbers of a year, from the registers',
  )
    .option('--year <year>', '年份，默认今年 · the year, this year by default', readYear)
    .addOption(csvFormat());
  figures.action((options: Options) =>
    withHouse(figures, options, async ({ database, clock }) => {
      const values = await computeFigures(database, options.year ?? Number(clock.today().slice(0, 4)), clock.now());
      if (options.json) printJson(values);
      else
        printCsv(
          ['id', 'value'],
          values.map(({ id, value }) => ({ id, value })),
        );
    }),
  );
};
