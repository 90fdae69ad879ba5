/** Keeps, with each new warning, the register rows that stood behind it: which version, from which file, sheet and line. */
import { registers } from '#catalog/catalog.ts';
import type { Item, SubjectKind } from '#catalog/items/item.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { Transaction } from '#platform/database/database.ts';

/** At most this many rows of one register are kept with one warning, the newest first. */
const rowsOfRegister = 100;

const subjectRegisters: Readonly<Partial<Record<SubjectKind, string>>> = {
  school: 'school_no',
  clinic: 'org_no',
  facility: 'facility_no',
  dispute: 'case_no',
  appeal: 'appeal_no',
};

/** The field of a register that refers to another register, if it has one. */
function referenceTo(register: Register, target: string): string | undefined {
  return Object.entries(register.fields).find(([, field]) => field.kind.name === 'ref' && field.target === target)?.[0];
}

/** Condition under which a row of a register is about the subject of a warning (`raised`); undefined when it cannot be said. */
export function aboutSubject(kind: SubjectKind, register: Register): string | undefined {
  const name = register.name;
  const person = name === 'person' ? 'person_no' : referenceTo(register, 'person');
  const household = name === 'household' || name === 'person' ? 'household_no' : referenceTo(register, 'household');
  if (kind === 'person') {
    if (person) return `row.${person} = raised.subject_key`;
    return household ? `row.${household} = raised.household_no` : undefined;
  }
  if (kind === 'household') {
    if (household) return `row.${household} = raised.subject_key`;
    return person ? `row.${person} in (select person_no from person where person.household_no = raised.subject_key)` : undefined;
  }
  if (kind === 'settlement') {
    if (register.subject === 'person' || register.subject === 'household') return undefined;
    const shared = 'settlement_codes' in register.fields ? ' or raised.settlement_code = any(row.settlement_codes)' : '';
    return `(row.settlement_code = raised.settlement_code${shared})`;
  }
  if (name === kind) return `row.${subjectRegisters[kind]} = raised.subject_key`;
  const reference = referenceTo(register, kind);
  return reference ? `row.${reference} = raised.subject_key` : undefined;
}

/** Writes the evidence of the warnings in the temporary table `raised`. */
export async function keepEvidence(tx: Transaction, item: Item, day: string): Promise<void> {
  for (const name of item.registers) {
    const register = registers[name];
    const about = aboutSubject(item.subject, register);
    if (!about) continue;
    await tx.raw(`
      insert into warning_evidence (warning_id, settlement_code, register, row_id, data_date, import_id, sheet, line)
      select raised.warning_id, raised.settlement_code, '${name}', row.row_id, row.data_date, row.import_id, row.sheet, row.line
      from raised cross join lateral (
        select row_id, data_date, import_id, sheet, line from ${name} row
        where ${about} and row.data_date <= date '${day}'
        order by data_date desc, row_id limit ${rowsOfRegister}
      ) row
      on conflict do nothing`);
  }
}
