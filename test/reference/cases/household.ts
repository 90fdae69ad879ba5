/** All hand-counted cases of households. */
import { rows as dwelling } from './household/dwelling.ts';
import { rows as income } from './household/income.ts';
import { rows as support } from './household/support.ts';
import { rows as work } from './household/work.ts';
import { table } from './scene.ts';

export const cases = table('household', [...work, ...dwelling, ...income, ...support]);
