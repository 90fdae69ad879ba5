/** All hand-counted cases of persons. */
import { rows as benefits } from './person/benefits.ts';
import { rows as health } from './person/health.ts';
import { rows as insurance } from './person/insurance.ts';
import { rows as school } from './person/school.ts';
import { rows as work } from './person/work.ts';
import { table } from './scene.ts';

export const cases = table('person', [...work, ...insurance, ...school, ...health, ...benefits]);
