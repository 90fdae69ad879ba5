/** A problem carries its code, its kind and both sentences, filled in. */
import { expect, expectTypeOf, test } from 'vitest';
import { AnjuProblem, defineProblems } from './problem.ts';

const problems = defineProblems('imports', {
  'column-missing': { kind: 'invalid', zh: '工作表“{sheet}”缺少列“{header}”', en: 'Sheet "{sheet}" has no column "{header}"' },
  'too-late': { kind: 'conflict', zh: '太晚了', en: 'Too late' },
});

test('thrown and as data it says the same', () => {
  const problem = problems['column-missing']({ sheet: '1', header: '姓名' });
  expect(problem).toBeInstanceOf(AnjuProblem);
  expect(problem.toJSON()).toEqual({
    code: 'imports.column-missing',
    kind: 'invalid',
    zh: '工作表“1”缺少列“姓名”',
    en: 'Sheet "1" has no column "姓名"',
    params: { sheet: '1', header: '姓名' },
  });
  expect(problems['column-missing'].data({ sheet: '1', header: '姓名' })).toEqual(problem.toJSON());
  expect(problems['too-late']().message).toBe('imports.too-late: Too late');
});

test('a parameter that the sentences name must be given', () => {
  expectTypeOf(problems['column-missing']).parameter(0).toEqualTypeOf<Readonly<Record<'sheet' | 'header', string | number>>>();
});
