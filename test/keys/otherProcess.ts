/** Another process on the same database and keys: goes on with rounds of work on a series of people until it is told to stop; without a series it changes the keys. */
import { platformActor } from '#features/audit/actor.ts';
import { sealedData } from '#features/sealedData.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import { keySource } from '#platform/crypto/keySource.ts';
import { openDatabase } from '#platform/database/database.ts';
import { rotate } from '#platform/rotation/rotate.ts';
import { type Expected, importPeople, oneRound } from './load.ts';

const [url = '', dataFolder = '', series = ''] = process.argv.slice(2);
const settings = { dataFolder, hosts: [] };
const house = {
  actor: platformActor,
  database: openDatabase(url, 4),
  keys: openKeys(keySource(settings)),
  clock: jumpableClock('2024-06-30'),
  dataFolder,
  close: async () => {},
};

if (series === '') {
  await rotate({ ...house, settings }, sealedData, { onProgress: (done) => process.send?.({ done }) });
} else {
  const expected: Expected = new Map();
  let isStopped = false;
  process.once('message', () => {
    isStopped = true;
  });
  await importPeople(house, Number(series), 0, 20, 0, expected);
  for (let round = 1; !isStopped; round += 1) {
    await oneRound(house, Number(series), round, expected);
    process.send?.({ round });
  }
  process.send?.({ expected: [...expected] });
}
await house.database.close();
process.disconnect();
