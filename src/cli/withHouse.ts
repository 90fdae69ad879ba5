/** Opens the house for one command: the database of a running `start`, or one started for the duration of the command. */
import type { Command } from 'commander';
import { sealNow } from '#features/audit/sealer.ts';
import { seedCalendar } from '#features/calendar/calendar.ts';
import { type Machine, openMachine } from '#platform/machine.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { carryForward } from './carryForward.ts';
import { calledAs } from './command.ts';
import { onSignals } from './signals.ts';
import type { CommonOptions } from './terminal.ts';

/** Runs the work with the house open and closes it again, also when the person interrupts. */
export async function withHouse<T>(command: Command, options: CommonOptions, work: (house: Machine) => Promise<T>): Promise<T> {
  const opening = openMachine(readSettings(options), { role: 'command', command: calledAs(command, options), ...carryForward });
  const stopListening = onSignals(async () => (await opening.catch(() => undefined))?.abandon());
  const house = await opening;
  try {
    await prepareStandard(house);
    return await work(house);
  } finally {
    stopListening();
    await sealOf(house);
    await house.close();
  }
}

/** What a command did is chained when it ends, also where no server runs. A database that is lost ended the command itself. */
async function sealOf({ database, settings }: Machine): Promise<void> {
  await sealNow({ database, dataFolder: settings.dataFolder, algorithm: settings.auditHash ?? 'sha256' }).catch(() => {});
}

/** Fills what the standard needs before anything is evaluated; does nothing when it is there. */
export async function prepareStandard({ database }: Machine): Promise<void> {
  await database.transaction((tx) => seedCalendar(tx));
}
