/** What can keep the embedded PostgreSQL server from running, said so that an administrator knows what to do. */
import { defineProblems } from '../problems/problem.ts';

export const problems = defineProblems('embedded', {
  held: {
    kind: 'broken',
    zh: '数据文件夹 {folder} 正由进程 {pid} 使用（{command}，自 {since} 起）。请先停止它，或用 --data 指定另一个文件夹。',
    en: 'The data folder {folder} is held by process {pid} ({command}, since {since}). Stop it first, or name another folder with --data.',
  },
  busy: {
    kind: 'broken',
    zh: '等待进程 {pid} 启动或停止数据文件夹 {folder} 的数据库已超过 {minutes} 分钟，放弃等待。',
    en: 'Gave up after {minutes} minutes: process {pid} is still starting or stopping the database of the data folder {folder}.',
  },
  'disk-full': {
    kind: 'broken',
    zh: '磁盘空间不足：{folder} 所在磁盘只剩 {free} MB。请腾出空间后重试，已提交的数据没有丢失。',
    en: 'The disk is full: {free} MB left where {folder} lies. Free some space and try again; what was committed is safe.',
  },
  'no-rights': {
    kind: 'broken',
    zh: '没有权限读写 {folder}（{reason}）。请更改该文件夹的权限，或用 --data 或 ANJU_DATA 指定可写的文件夹。',
    en: 'No right to read and write {folder} ({reasonEn}). Change its permissions, or name a writable folder with --data or ANJU_DATA.',
  },
  'other-owner': {
    kind: 'broken',
    zh: '数据库文件夹 {folder} 属于用户 {owner}，当前用户 {user} 不能打开。请以该用户（或 root）运行，或用 --data 指定另一个文件夹。',
    en: 'The database folder {folder} belongs to user {owner}; user {user} cannot open it. Run as that user (or root), or name another folder with --data.',
  },
  unreachable: {
    kind: 'broken',
    zh: '数据库以用户 {user} 运行，但它到达不了 {folder}：上级文件夹没有放行（chmod o+x）。',
    en: 'The database runs as user {user}, which cannot reach {folder}: a folder above it does not let others pass (chmod o+x).',
  },
  'no-switch-user': {
    kind: 'broken',
    zh: 'PostgreSQL 不允许以 root 运行，而本环境不允许切换到用户 {user}（{reason}）。请以普通用户运行，或设置 ANJU_DATABASE_URL。',
    en: 'PostgreSQL refuses to run as root and this environment forbids switching to user {user} ({reasonEn}). Run as an ordinary user, or set ANJU_DATABASE_URL.',
  },
  'unsupported-platform': {
    kind: 'broken',
    zh: '没有适用于本系统（{platform}）的内置 PostgreSQL。请安装 PostgreSQL 15 至 18，并设置 ANJU_DATABASE_URL。',
    en: 'There is no embedded PostgreSQL for this system ({platform}). Install PostgreSQL 15 to 18 and set ANJU_DATABASE_URL.',
  },
  'other-version': {
    kind: 'broken',
    zh: '数据库文件夹 {folder} 由 PostgreSQL {found} 建立，而本程序带的是 {ours}。请用旧程序 dump，再用新程序 restore 到新文件夹。',
    en: 'The database folder {folder} was made by PostgreSQL {found}, but this program brings {ours}. Dump with the old program and restore into a new folder.',
  },
  'password-lost': {
    kind: 'broken',
    zh: '找不到数据库口令文件 {file}。请从备份恢复它。',
    en: 'The database password file {file} is missing. Restore it from the backup.',
  },
  'did-not-start': {
    kind: 'broken',
    zh: '数据库没有启动。日志 {log} 的最后几行：\n{tail}',
    en: 'The database did not start. Last lines of {log}:\n{tail}',
  },
  'did-not-stop': {
    kind: 'broken',
    zh: '数据库进程 {pid} 在 {seconds} 秒内没有停止。',
    en: 'The database process {pid} did not stop within {seconds} seconds.',
  },
});
