/** What can be refused when keys are changed. */
import { defineProblems } from '../problems/problem.ts';

export const problems = defineProblems('rotation', {
  'runs-already': {
    kind: 'conflict',
    zh: '另一个进程正在更换密钥。',
    en: 'Another process is changing the keys.',
  },
  'still-sealed': {
    kind: 'conflict',
    zh: '还有 {values} 个加密值和 {uploads} 个文件使用旧密钥，不能停用。请先执行 anju keys rotate。',
    en: '{values} values and {uploads} files are still sealed with older keys, which cannot be retired. Run anju keys rotate first.',
  },
});
