/** What can be refused when a dump is written or restored. */
import { defineProblems } from '../problems/problem.ts';

export const problems = defineProblems('dump', {
  'not-a-dump': { kind: 'invalid', zh: '{file} 不是本程序的备份文件，或已损坏。', en: '{file} is not a dump of this program, or it is damaged.' },
  'cut-off': {
    kind: 'invalid',
    zh: '备份文件 {file} 不完整或被改动（{place}）。没有恢复任何数据。',
    en: 'The dump {file} is cut off or altered ({place}). Nothing was restored.',
  },
  'exists-already': { kind: 'conflict', zh: '文件 {file} 已存在。', en: 'The file {file} exists already.' },
  'cannot-write': { kind: 'invalid', zh: '不能写入 {file}（{reason}）。', en: 'Cannot write {file} ({reasonEn}).' },
  'other-structure': {
    kind: 'conflict',
    zh: '备份的数据库结构与本程序不同（{name}）。请用版本 {version} 的程序恢复，然后再升级。',
    en: 'The dump has another structure than this program ({name}). Restore it with version {version}, then upgrade.',
  },
  'other-keys': {
    kind: 'conflict',
    zh: '备份需要另外的密钥（版本 {version}），{file} 中没有。请先放好做备份时的密钥，再恢复到新的数据库。没有恢复任何数据。',
    en: 'The dump needs other keys (version {version}) than {file} holds. Put the keys of the time of the dump in place first, then restore into a new database. Nothing was restored.',
  },
  'drill-differs': {
    kind: 'broken',
    zh: '恢复演练不一致：备份 {file} 有 {rows} 行，恢复出 {restored} 行。',
    en: 'The restore drill differs: the backup {file} has {rows} rows, {restored} came back.',
  },
  'no-place': { kind: 'invalid', zh: '没有设置备份文件夹（ANJU_BACKUP）。', en: 'No folder for backups is set (ANJU_BACKUP).' },
  'keys-not-apart': {
    kind: 'invalid',
    zh: '备份密钥的文件夹 {keys} 须与 {other} 分开，不能相同也不能互相包含（ANJU_BACKUP_KEYS）。',
    en: 'The folder {keys} for the keys of backups has to lie apart from {other}: neither the same nor inside the other (ANJU_BACKUP_KEYS).',
  },
  'drill-unopened': {
    kind: 'broken',
    zh: '恢复演练：{file} 中有 {count} 个加密内容不能用密钥 {keys} 解密。',
    en: 'The restore drill: {count} sealed values of {file} do not open with the keys {keys}.',
  },
  'drill-figures': {
    kind: 'broken',
    zh: '恢复演练：由 {file} 重新评估的指标有 {count} 个与备份时不同（如 {example}）。',
    en: 'The restore drill: {count} figures evaluated from {file} differ from those at the backup (as {example}).',
  },
  'not-empty': {
    kind: 'conflict',
    zh: '数据库中已有数据（{table}）。请恢复到新的数据文件夹，或用 --replace 清空现有数据。',
    en: 'The database holds data already ({table}). Restore into a new data folder, or use --replace to remove what is there.',
  },
});
