/** `anju dump FILE`: writes everything but the keys into one file; the keys, where asked, into another beside it. */
import { basename, resolve } from 'node:path';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { headOfChain } from '#features/audit/heads.ts';
import { sealNow } from '#features/audit/sealer.ts';
import { keySource, makeKeys, readKeys, sourceName } from '#platform/crypto/keySource.ts';
import { writeDump } from '#platform/dump/dump.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { type CommonOptions, printJson, say, startProgress } from './terminal.ts';
import { readVersion } from './version.ts';
import { withHouse } from './withHouse.ts';

interface DumpOptions extends CommonOptions {
  readonly withKeys?: boolean;
}

export const command: AddCommand = (program) => {
  addCommand(program, 'dump <file>', '备份全部数据到一个文件（不含密钥）', 'write all data into one file (without the keys)')
    .option('--with-keys', '另把密钥写入 <file>.keys，请移到别处保管 · write the keys into <file>.keys, to be kept elsewhere')
    .action(async (file: string, options: DumpOptions, self) => {
      await withHouse(self, options, async (house) => {
        await appendAudit(house.database, commandActor(), { verb: 'backups.create', object: { kind: 'backup', key: basename(file) } });
        await sealNow({ database: house.database, dataFolder: house.settings.dataFolder, algorithm: house.settings.auditHash ?? 'sha256' });
        const progress = startProgress('备份 dump', options);
        const outcome = await writeDump(house, readVersion(), resolve(file), progress.at, async (tx) => ({
          auditHead: (await headOfChain(tx)) ?? null,
        })).finally(progress.stop);
        const source = keySource(house.settings);
        const keys = options.withKeys ? `${outcome.file}.keys` : sourceName(source);
        if (options.withKeys) makeKeys(keys, readKeys(source));
        if (options.json) return printJson({ ...outcome, keys });
        say(
          `已备份到 ${outcome.file}：${outcome.tables} 张表，${outcome.rows} 行。密钥 ${keys} 不在其中，请另行妥善保管：没有它，备份无法使用。`,
          `Dumped to ${outcome.file}: ${outcome.tables} tables, ${outcome.rows} rows. The keys ${keys} are not in it: keep them apart, since the dump is of no use without them.`,
        );
      });
    });
};
