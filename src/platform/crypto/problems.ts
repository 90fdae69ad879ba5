/** What can be wrong with keys and sealed values. */
import { defineProblems } from '../problems/problem.ts';

export const problems = defineProblems('crypto', {
  'keys-missing': {
    kind: 'broken',
    zh: '密钥文件 {file} 不存在。请把本数据库原来的密钥文件放到这里；只有全新的数据库才用 anju keys new 生成新密钥。',
    en: 'There is no key file {file}. Put the original key file of this database there; new keys (anju keys new) are only for a new database.',
  },
  'keys-exposed': {
    kind: 'broken',
    zh: '密钥文件 {file} 的权限是 {mode}，其他用户也能读取。请先改为 600（chmod 600）。',
    en: 'The key file {file} has mode {mode}: others can read it. Set it to 600 first (chmod 600).',
  },
  'keys-unreadable': {
    kind: 'broken',
    zh: '密钥 {file} 已损坏。请从保管处恢复；没有它，加密的数据无法读取。',
    en: 'The keys {file} are damaged. Restore them from where they are kept: without them the sealed data cannot be read.',
  },
  'keys-foreign': {
    kind: 'broken',
    zh: '{file} 不是本数据库的密钥，或缺少版本 {version}。请恢复原来的密钥。',
    en: '{file} does not hold the keys of this database, or lacks version {version}. Restore the original keys.',
  },
  'keys-behind': {
    kind: 'broken',
    zh: '数据已用新密钥（版本 {version}）加密，本进程还没有这个密钥。请更新密钥后重新启动。',
    en: 'The data are sealed with newer keys (version {version}) that this process does not have. Renew its keys and start it again.',
  },
  'keys-fixed': {
    kind: 'conflict',
    zh: '密钥来自环境变量 ANJU_KEYS，程序不能改写。请用 anju keys new 生成含新版本的密钥，放入密钥库，重新启动后再执行 anju keys rotate。',
    en: 'The keys come from ANJU_KEYS and cannot be changed here. Make keys with a further version by anju keys new, put them into the secret store, start again, then run anju keys rotate.',
  },
  'keys-used-up': {
    kind: 'conflict',
    zh: '密钥版本号（1–255）已用完。请先用 anju keys retire --forget 移除停用的版本。',
    en: 'The numbers of key versions (1–255) are used up. Remove retired versions with anju keys retire --forget first.',
  },
  'suite-unknown': {
    kind: 'invalid',
    zh: '没有密码套件“{suite}”。可用 aes（AES-256-GCM、HMAC-SHA-256）或 sm（国密 SM4、HMAC-SM3）。',
    en: 'There is no suite “{suite}”. There are aes (AES-256-GCM, HMAC-SHA-256) and sm (SM4, HMAC-SM3).',
  },
  'not-opened': {
    kind: 'broken',
    zh: '加密的内容无法打开：密钥不符，或内容已被改动。',
    en: 'Sealed content cannot be opened: the key does not fit, or the content was altered.',
  },
});
