/** The read-only view of a register: its fields without the sealed ones, the dates and source of each row, nobody whose data are restricted, and no appeal that is not for all to see. */
import type { Register } from '#catalog/registers/register.ts';
import { subjectField } from './personRefs.ts';
import { commonColumns } from './registerTables.ts';
import { isKeptAppeal } from './seenWithAppeal.ts';
import type { View } from './view.ts';

/** Condition that a person is restricted: whoever reads the views answers for no requests. */
export const isRestricted = (person: string): string => `exists (select from person_restriction where person_restriction.person_no = ${person})`;

/** Condition that the head of a row of `household` is restricted. */
const isHeadRestricted =
  'exists (select from person_restriction join person using (person_no) where person.id_no_index = household.head_id_no_index)';

/** View `bi.<register>` over the current rows. */
export function registerView(register: Register): View {
  const open = Object.entries(register.fields).filter(([, field]) => !field.kind.sealed);
  const common = commonColumns(register).filter(({ name }) => !(name in register.fields) && !['sheet', 'line', 'stored_at'].includes(name));
  const subject = subjectField(register);
  return {
    name: register.name,
    zh: register.zh,
    columns: [
      ...open.map(([name, field]) => ({ name, zh: field.zh, sql: name === subject ? name : withoutRestricted(register, name) })),
      ...common.map(({ name, zh }) => ({ name, zh, sql: name })),
    ],
    from: fromOf(register, subject),
  };
}

function fromOf({ name }: Register, subject: string | undefined): string {
  if (name === 'appeal') return `appeal where not ${isKeptAppeal('appeal.appeal_no')}`;
  return subject === undefined ? name : `${name} where not ${isRestricted(`${name}.${subject}`)}`;
}

/** A column as it is read: empty where it names somebody restricted or an appeal that is kept back, or tells of a restricted head. */
function withoutRestricted(register: Register, name: string): string {
  const field = register.fields[name];
  const column = `${register.name}.${name}`;
  if (field?.about === 'head') return `case when not ${isHeadRestricted} then ${column} end`;
  if (field?.target === 'appeal') return `case when not ${isKeptAppeal(column)} then ${column} end`;
  if (field?.target !== 'person') return name;
  if (field.kind.name === 'refs')
    return `case when ${column} is not null then array(select named.person_no from unnest(${column}) with ordinality as named (person_no, place) where not ${isRestricted('named.person_no')} order by place) end`;
  return `case when not ${isRestricted(column)} then ${column} end`;
}
