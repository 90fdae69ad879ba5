/** `anju keys`: which versions of the keys there are and what is sealed with them; new versions, everything sealed anew, old versions retired. Never shows a key but where one is made. */
import { changeKeys, retireKeys } from '#features/keys/changeKeys.ts';
import { sealedData } from '#features/sealedData.ts';
import { keySource, makeKeys, readKeys } from '#platform/crypto/keySource.ts';
import { type KeySet, withNewVersion, writtenKeys } from '#platform/crypto/keyText.ts';
import { suiteNamed, suiteTitles } from '#platform/crypto/suite.ts';
import { countSealed } from '#platform/rotation/countSealed.ts';
import { readSettings, type Settings, uploadsFolder } from '#platform/settings/settings.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { type CommonOptions, print, printJson, say, startProgress } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface KeyOptions extends CommonOptions {
  readonly suite?: string;
  readonly forget?: boolean;
  readonly out?: string;
  readonly first?: boolean;
}

const mostListed = 20;
const suiteWords = '密码套件 aes 或 sm（国密）· suite: aes, or sm (SM4, SM3)';
const forgetWords =
  '从密钥文件中移除旧版本，此前的备份将无法读取 · remove old versions from the key file: backups made before cannot be read any more';

export const command: AddCommand = (program) => {
  const keys = addCommand(program, 'keys', '密钥：版本、套件、各版本加密的数量', 'keys: versions, suites, how much is sealed with which');
  keys.action((options: KeyOptions) => withHouse(keys, options, async (house) => show(house, options)));
  const whole = (): KeyOptions => keys.opts();

  addCommand(
    keys,
    'rotate',
    '更换密钥并重新加密全部数据（可在服务运行时执行，可中断后再次执行）',
    'change the keys and seal everything anew, while the server serves; may be broken off and run again',
  )
    .option('--suite <suite>', suiteWords)
    .option('--forget', forgetWords)
    .action((own: KeyOptions, self) => {
      const options = { ...whole(), ...own };
      return withHouse(self, options, async (house) => {
        const progress = startProgress('更换密钥 rotate', options);
        const report = await changeKeys(
          { ...house, actor: commandActor() },
          {
            ...(options.suite !== undefined && { suite: suiteNamed(options.suite) }),
            forget: options.forget === true,
            onProgress: progress.at,
          },
        ).finally(progress.stop);
        if (options.json) return printJson(report);
        say(
          `现用密钥版本 ${report.version}（${suiteTitles[report.suite]}）：重新加密 ${report.renewed} 个值、${report.uploads} 个文件。`,
          `Keys of version ${report.version} (${suiteTitles[report.suite]}): ${report.renewed} values and ${report.uploads} files sealed anew.`,
        );
        tellRetired(report.retired, house.settings);
        const { length } = report.unopened;
        if (length === 0) return;
        const some = report.unopened.slice(0, mostListed).join('\n  ');
        say(
          `${length} 个值或文件无法打开，保持原样；旧密钥没有停用。请从备份恢复它们，或删除后再执行：\n  ${some}`,
          `${length} values or files cannot be opened and stay as they are; no version was retired. Restore them from a backup or remove them, then run this again.`,
        );
      });
    });

  addCommand(keys, 'retire', '停用不再使用的旧版本', 'retire the versions that nothing is sealed with any more')
    .option('--forget', forgetWords)
    .action((own: KeyOptions, self) => {
      const options = { ...whole(), ...own };
      return withHouse(self, options, async (house) => {
        const retired = await retireKeys({ ...house, actor: commandActor() }, options.forget);
        if (options.json) printJson({ retired });
        else tellRetired(retired, house.settings);
      });
    });

  addCommand(
    keys,
    'new',
    '生成密钥（含现有版本和一个新版本），供密钥文件或密钥库使用',
    'make keys (those at hand and a new version) for a key file or a secret store',
  )
    .option('--suite <suite>', suiteWords)
    .option('--first', '全新的密钥，不含现有版本 · the first keys of a new database')
    .option('--out <file>', '写入文件，否则输出 · into this file, else on the output')
    .action((own: KeyOptions) => {
      const options = { ...whole(), ...own };
      const settings = readSettings(options);
      const made = withNewVersion(options.first ? undefined : readKeys(keySource(settings)), suiteOf(options, settings));
      if (options.out === undefined) print(writtenKeys(made));
      else makeKeys(options.out, made);
    });
};

function suiteOf({ suite }: KeyOptions, settings: Settings): KeySet['current']['suite'] {
  return suite === undefined ? (settings.suite ?? 'aes') : suiteNamed(suite);
}

async function show({ database, keys, settings }: Parameters<Parameters<typeof withHouse>[2]>[0], { json }: KeyOptions): Promise<void> {
  const { values, uploads } = await countSealed(database, sealedData.columns, uploadsFolder(settings.dataFolder));
  const versions = keys.versions.map((one) => ({
    ...one,
    current: one.version === keys.version,
    values: values.get(one.version) ?? 0,
    uploads: uploads.get(one.version) ?? 0,
  }));
  if (json) return printJson({ versions });
  for (const { version, suite, made, retired, current, values: count, uploads: files } of versions) {
    const [zh, en] = current ? ['现用', 'seals'] : retired ? [`${retired} 停用`, `retired ${retired}`] : ['旧版本', 'older'];
    print(`${version}  ${suiteTitles[suite]}  ${made ?? ''}\n   ${zh}：${count} 个值，${files} 个文件 · ${en}: ${count} values, ${files} files\n`);
  }
}

function tellRetired(retired: readonly number[], { keyText }: Settings): void {
  if (retired.length === 0) return;
  const list = retired.join('、');
  if (keyText === undefined)
    say(
      `版本 ${list} 已停用。更换前的备份仍需要它们，请连同新密钥一起另行保管。`,
      `Version ${list} is retired. Backups made before still need it: keep it apart, together with the new keys.`,
    );
  else
    say(
      `数据不再使用版本 ${list}。更换前的备份仍需要它们；不再需要时可从密钥库移除。`,
      `No data use version ${list} any more. Backups made before still need it; remove it from the secret store when they do not.`,
    );
}
