/** What can be wrong with the audit chain, and what can be refused about the log. */
import { defineProblems, type ProblemData } from '#platform/problems/problem.ts';

/** What a check found, in both languages. */
export type Fault = ProblemData;

export const faults = defineProblems('audit', {
  'entry-altered': {
    kind: 'conflict',
    zh: '链上第 {seq} 环：第 {entry} 号审计记录被改动过。',
    en: 'Link {seq}: audit entry {entry} was altered.',
  },
  'entry-removed': {
    kind: 'conflict',
    zh: '链上第 {seq} 环：第 {entry} 号审计记录被删除。',
    en: 'Link {seq}: audit entry {entry} was removed.',
  },
  'entry-inserted': {
    kind: 'conflict',
    zh: '第 {entry} 号审计记录不在链上：它不是由本程序写入的，或它的链环被删除。',
    en: 'Audit entry {entry} stands in no link: this program did not write it, or its link was removed.',
  },
  'waiting-removed': {
    kind: 'conflict',
    zh: '第 {entry} 号审计记录在入链之前被删除。',
    en: 'Audit entry {entry} was removed before it was chained.',
  },
  'link-removed': { kind: 'conflict', zh: '链上缺第 {seq} 环：记录被删除或调换。', en: 'Link {seq} is missing: entries were removed or moved.' },
  'link-forged': {
    kind: 'conflict',
    zh: '链上第 {seq} 环（第 {entry} 号审计记录）与前一环不相接：链环被伪造或调换。',
    en: 'Link {seq} (audit entry {entry}) does not follow the one before: it was forged or moved.',
  },
  'beginning-removed': {
    kind: 'conflict',
    zh: '链的开头到第 {seq} 环被删除，而没有到期清理的记录。',
    en: 'The beginning of the chain up to link {seq} was removed, and no removal of expired entries tells of it.',
  },
  'tail-cut': {
    kind: 'conflict',
    zh: '链的末尾被截断：数据库之外记有第 {seq} 环，链上已没有。',
    en: 'The end of the chain was cut off: link {seq} is on record outside the database and no longer in the chain.',
  },
  'head-differs': {
    kind: 'conflict',
    zh: '链上第 {seq} 环与数据库之外所记的不同：链从某处起被重写。',
    en: 'Link {seq} differs from what is on record outside the database: the chain was written anew.',
  },
});

export const auditProblems = defineProblems('audit', {
  'too-young': {
    kind: 'conflict',
    zh: '审计记录至少保存 {months} 个月：只能清理 {day} 之前的记录。',
    en: 'Audit entries are kept for at least {months} months: only those before {day} can be removed.',
  },
  'no-head-in-backup': {
    kind: 'invalid',
    zh: '备份 {file} 中没有审计链的记录。',
    en: 'The backup {file} holds no head of the audit chain.',
  },
});
