/** `anju items`: the numbers of every item, area by area, as of a day. */
import { areaNumbers } from '#features/boards/areaNumbers.ts';
import { readAreaTree } from '#features/areas/areaTree.ts';
import { withDay } from '#features/evaluation/dayShown.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { type AddCommand, addCommand } from './command.ts';
import { csvFormat, printCsv } from './csv.ts';
import { readDay } from './day.ts';
import { type CommonOptions, printJson } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface Options extends CommonOptions {
  readonly asOf?: string;
  readonly area?: string;
}

const shownLevels: readonly string[] = ['prefecture', 'county', 'street', 'settlement'];

export const command: AddCommand = (program) => {
  const items = addCommand(program, 'items', '各区域各监测项的指标', 'items: the indicators of every item by area')
    .option('--as-of <date>', '截至日，默认今天 · the day, today by default', readDay)
    .option('--area <code>', '只列这一区域 · only this area')
    .addOption(csvFormat());
  items.action((options: Options) =>
    withHouse(items, options, async ({ database, clock }) => {
      const day = options.asOf ?? clock.today();
      const tree = await readAreaTree(database);
      const areas = options.area
        ? [tree.get(options.area).code]
        : [...tree.nodes.values()].filter((node) => shownLevels.includes(node.level)).map((node) => node.code);
      const rows = await withDay(database, day, momentOf(day, clock.now()), (tx, month) => areaNumbers(tx, tree, month, areas));
      if (options.json) printJson(rows);
      else {
        printCsv(
          ['area', 'item', 'numerator', 'denominator', 'value', 'level', 'unknown'],
          rows.map(({ area, item, numerator, denominator, value, level, unknown }) => ({
            area,
            item,
            numerator,
            denominator,
            value,
            level,
            unknown,
          })),
        );
      }
    }),
  );
};
