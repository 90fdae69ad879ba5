/** All hand-counted cases of settlements. */
import { table } from './scene.ts';
import { rows as governance } from './settlement/governance.ts';
import { rows as services } from './settlement/services.ts';
import { rows as work } from './settlement/work.ts';

export const cases = table('settlement', [...services, ...work, ...governance]);
