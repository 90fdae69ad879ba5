/** The tables that keep facts: one a kind of subject, one row a subject and month, for the day evaluated last in the month. */
import { seenWithAppeal } from '#derive/seenWithAppeal.ts';
import type { Table } from '#derive/table.ts';
import type { SubjectFacts } from './fact.ts';
import { subjectFacts } from './subjectFacts.ts';

const columnTypes = { int: 'integer', double: 'double precision', bool: 'boolean' } as const;

/** Name of the table with the facts of a kind: `person_fact`. */
export const factTableName = (kind: string): string => `${kind}_fact`;

function factTable({ kind, facts }: SubjectFacts): Table {
  return {
    name: factTableName(kind),
    zh: `事实(${kind})`,
    columns: [
      { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
      { name: 'month', type: 'date', notNull: true, zh: '月份(首日)' },
      { name: 'subject_key', type: 'text', notNull: true, zh: '对象编号' },
      { name: 'household_no', type: 'text', zh: '户编号' },
      { name: 'community_code', type: 'text', zh: '社区(当日)' },
      { name: 'building_code', type: 'text', zh: '楼栋(当日)' },
      { name: 'as_of', type: 'date', notNull: true, zh: '评估日' },
      ...facts.map((fact) => ({ name: fact.name, type: columnTypes[fact.type], zh: fact.zh })),
    ],
    primaryKey: ['settlement_code', 'month', 'subject_key'],
    indexes: [{ columns: ['subject_key'] }],
    spread: 'settlement',
    ...(kind === 'appeal' && { seenOnlyWhere: seenWithAppeal('true', 'appeal_fact.subject_key') }),
  };
}

export const factTables: readonly Table[] = Object.values(subjectFacts).map(factTable);
