/** What `doctor` says about backups: whether they are made, whether their keys lie apart, and what the last drill found. */
import { keyFile } from '#platform/crypto/keySource.ts';
import type { Machine } from '#platform/machine.ts';
import type { Check } from '#platform/machineChecks.ts';
import sql from 'sql-template-tag';

const longest = 2 * 86_400_000;

export async function checkBackup({ database, settings, clock }: Machine): Promise<Check> {
  const { backup, keyText, keyFile: ownFile, dataFolder } = settings;
  if (backup === undefined) return { name: 'backup', ok: true, zh: '没有设置每日备份（ANJU_BACKUP）', en: 'no daily backups are set (ANJU_BACKUP)' };
  const last = await database.maybe<{
    at: string;
    key: string;
    after: { state: string; rows?: number; opened?: number; figures?: number; reason?: string };
  }>(sql`
    select at, object_key as key, after from audit_entry where verb = 'backups.drill' order by entry_id desc limit 1`);
  // Keys in a store or file of their own are apart already.
  const isApart = backup.keysFolder !== undefined || keyText !== undefined || (ownFile !== undefined && ownFile !== keyFile(dataFolder));
  const isFresh = last !== undefined && clock.now().getTime() - Date.parse(last.at) < longest;
  const keys = isApart
    ? { zh: '密钥另行存放', en: 'the keys lie apart' }
    : { zh: '密钥只在数据文件夹中，请设置 ANJU_BACKUP_KEYS', en: 'the keys lie in the data folder alone: set ANJU_BACKUP_KEYS' };
  const drill =
    last === undefined
      ? { zh: '还没有恢复演练', en: 'no restore drill yet' }
      : last.after.state === 'proven'
        ? {
            zh: `最近演练 ${last.at.slice(0, 16)}：${last.key} 恢复 ${last.after.rows} 行，解密 ${last.after.opened} 个，指标 ${last.after.figures} 个相同`,
            en: `last drill ${last.at.slice(0, 16)}: ${last.key}, ${last.after.rows} rows restored, ${last.after.opened} values opened, ${last.after.figures} figures the same`,
          }
        : {
            zh: `最近演练失败 ${last.at.slice(0, 16)}（${last.after.reason}）`,
            en: `the last drill failed ${last.at.slice(0, 16)} (${last.after.reason})`,
          };
  return {
    name: 'backup',
    ok: isApart && isFresh && last.after.state === 'proven',
    zh: `备份 ${backup.folder}：${keys.zh}；${drill.zh}`,
    en: `backups in ${backup.folder}: ${keys.en}; ${drill.en}`,
  };
}
