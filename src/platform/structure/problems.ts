/** What can be refused when the structure of a database is compared with what is declared. */
import { defineProblems } from '../problems/problem.ts';

export const problems = defineProblems('structure', {
  unread: {
    kind: 'invalid',
    zh: '数据库结构中有不能比较的内容：{names}。请手工编写结构文件，并扩充 src/platform/structure/catalogue.ts。',
    en: 'The structure holds what cannot be compared: {names}. Write the migration by hand, and teach src/platform/structure/catalogue.ts to read it.',
  },
  undeclarable: {
    kind: 'invalid',
    zh: '所声明的结构建不起来：{reason}。请先改正声明。',
    en: 'What is declared cannot be made: {reason}. Mend the declaration first.',
  },
  unequal: {
    kind: 'broken',
    zh: '提出的结构文件没有得到所声明的结构，没有写入文件。仍不同：{names}。请手工编写这一步。',
    en: 'The proposed migration does not lead to what is declared; no file was written. Still different: {names}. Write this step by hand.',
  },
  refused: {
    kind: 'broken',
    zh: '提出的结构文件在空数据库上执行不了（{reason}），没有写入文件。请手工编写这一步。',
    en: 'The proposed migration cannot be applied to an empty database ({reason}); no file was written. Write this step by hand.',
  },
  'fill-unknown': {
    kind: 'invalid',
    zh: '--fill 指定的列 {column} 不需要填值。需要填值的列：{needed}。',
    en: '--fill names {column}, which needs no value. Columns that need one: {needed}.',
  },
  'name-wrong': {
    kind: 'invalid',
    zh: '文件名 {name} 不行：只能用小写英文字母、数字和连字符，例如 school-bus-registers。',
    en: 'The name {name} does not do: lower-case letters, digits and hyphens only, as school-bus-registers.',
  },
  'later-files': {
    kind: 'conflict',
    zh: '{name} 建立在第一个结构文件之上。重写第一个文件之前，请先删除它（只有从未发布过才可以）。',
    en: '{name} builds on the first migration. Remove it before the first one is rewritten, and only if it was never released.',
  },
});
