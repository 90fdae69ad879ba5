/** `anju evaluate`: facts, findings, indicators and warnings as of a day. */
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { checkSettlements } from '#features/evaluation/checkSettlements.ts';
import { dayInChina } from '#platform/clock/clock.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { readDay } from './day.ts';
import { type CommonOptions, printJson, say, startProgress } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface Options extends CommonOptions {
  readonly asOf?: string;
  readonly settlement?: string[];
}

export const command: AddCommand = (program) => {
  const evaluateCommand = addCommand(
    program,
    'evaluate',
    '评估：计算事实、监测结果、指标并更新预警',
    'evaluate: facts, findings, indicators, warnings',
  )
    .option('--as-of <date>', '评估日，默认今天 · the day, today by default', readDay)
    .option('--settlement <code...>', '只评估这些安置点 · only these settlements');
  evaluateCommand.action((options: Options) => {
    const today = dayInChina(new Date());
    if ((options.asOf ?? today) > today)
      evaluateCommand.error(`评估日不能晚于今天（${today}） · the day may not be after today (${today})`, { exitCode: 2 });
    return withHouse(evaluateCommand, options, async ({ database, clock }) => {
      const day = options.asOf ?? clock.today();
      if (options.settlement) await checkSettlements(database, options.settlement);
      const progress = startProgress('评估 evaluate', options);
      const started = Date.now();
      const outcome = await evaluate(database, {
        day,
        moment: momentOf(day, clock.now()),
        actor: commandActor(),
        ...(options.settlement ? { settlements: options.settlement } : {}),
        onProgress: (done, total) => progress.at(done, total),
      }).finally(() => progress.stop());
      const seconds = Math.round((Date.now() - started) / 100) / 10;
      if (options.json) printJson({ ...outcome, seconds });
      else {
        say(
          `已评估 ${outcome.settlements} 个安置点（截至 ${day}），用时 ${seconds} 秒。`,
          `Evaluated ${outcome.settlements} settlements as of ${day} in ${seconds} s.`,
        );
        if (outcome.leftAlone > 0) {
          say(
            `其中 ${outcome.leftAlone} 个安置点当月已有更晚的评估，未改动。`,
            `${outcome.leftAlone} settlements hold a later day of that month and were left as they are.`,
          );
        }
      }
    });
  });
};
