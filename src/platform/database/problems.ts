/** What can be wrong between this program and the database that it was given. */
import { defineProblems } from '../problems/problem.ts';

export const problems = defineProblems('database', {
  'migration-changed': {
    kind: 'broken',
    zh: '数据库结构文件 {name} 与已执行的版本不同。已执行的文件不能修改，请新增一个文件。',
    en: 'The migration {name} differs from what was applied. An applied file must not change: add a new one.',
  },
  'migration-failed': {
    kind: 'broken',
    zh: '数据库结构文件 {name} 没有执行成功（{reason}）。数据库没有任何改动：请继续使用原来的程序，并把这条信息告知开发者。',
    en: 'The migration {name} could not be applied ({reason}). Nothing was changed in the database: go on with the program that you had, and tell its developers.',
  },
  'in-use': {
    kind: 'broken',
    zh: '本程序要更新数据库结构（{names}），但旧版本的程序还在使用这个数据库。请先停止它，再启动本程序。没有任何改动。',
    en: 'This program has to update the structure of the database ({names}), which a program of the old version still uses. Stop that one first, then start this one. Nothing was changed.',
  },
  'migration-unknown': {
    kind: 'broken',
    zh: '数据库已执行 {name}，但本程序没有这个文件：数据库属于更新的版本，请升级程序。',
    en: 'The database has applied {name}, which this program does not have: the database belongs to a newer version. Upgrade the program.',
  },
  'migration-late': {
    kind: 'broken',
    zh: '结构文件 {name} 排在已执行的 {last} 之前。新文件的编号必须更大。',
    en: 'The migration {name} sorts before {last}, which is applied. A new file needs a higher number.',
  },
  'unsupported-server': {
    kind: 'broken',
    zh: '数据库服务器是 PostgreSQL {version}，支持的版本是 15 至 18。',
    en: 'The database server is PostgreSQL {version}; supported are 15 to 18.',
  },
  'not-reached': {
    kind: 'broken',
    zh: '连接不上数据库服务器 {server}（{reason}）。请检查 ANJU_DATABASE_URL，以及服务器是否在运行。',
    en: 'The database server {server} cannot be reached ({reasonEn}). Check ANJU_DATABASE_URL, and whether the server runs.',
  },
  'disk-full': {
    kind: 'broken',
    zh: '数据库所在磁盘已满，这次操作没有保存。请腾出空间后重试，已保存的数据没有丢失。',
    en: 'The disk of the database is full; this was not saved. Free some space and try again: what was saved before is safe.',
  },
  lost: {
    kind: 'broken',
    zh: '与数据库的连接中断，这次操作没有保存。请重试；已保存的数据没有丢失。',
    en: 'The connection to the database was lost; this was not saved. Try again: what was saved before is safe.',
  },
  'wrong-encoding': {
    kind: 'broken',
    zh: '数据库的编码是 {encoding}，必须是 UTF8。',
    en: 'The database has the encoding {encoding}; it must be UTF8.',
  },
});
