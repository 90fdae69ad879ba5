/** What can be wrong with keys and sealed values. */
import { defineProblems } from '../problems/problem.ts';

export const problems = defineProblems('crypto', {
  'keys-exposed': {
    kind: 'broken',
    zh: '密钥文件 {file} 的权限是 {mode}，其他用户也能读取。请先改为 600（chmod 600）。',
    en: 'The key file {file} has mode {mode}: others can read it. Set it to 600 first (chmod 600).',
  },
  'keys-unreadable': {
    kind: 'broken',
    zh: '密钥文件 {file} 已损坏。请从备份恢复；没有它，加密的数据无法读取。',
    en: 'The key file {file} is damaged. Restore it from the backup: without it the sealed data cannot be read.',
  },
  'keys-foreign': {
    kind: 'broken',
    zh: '密钥文件 {file} 不是本数据库的密钥。请从备份恢复原来的密钥文件。',
    en: 'The key file {file} does not belong to this database. Restore the original key file from the backup.',
  },
  'not-opened': {
    kind: 'broken',
    zh: '加密的内容无法打开：密钥不符，或内容已被改动。',
    en: 'Sealed content cannot be opened: the key does not fit, or the content was altered.',
  },
});
