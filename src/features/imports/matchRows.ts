/** Finds what the staged rows mean: the rows that their references lead to, and the stored row that each of them is about. */
import { textLiteral } from '#derive/literal.ts';
import type { Queryable, Transaction } from '#platform/database/database.ts';
import { identifyingFields, identifyRows, listOwnRows, viewStated } from './identifyRows.ts';
import { queryText } from './importSql.ts';
import { referenceOrder, resolveReference } from './resolveReferences.ts';
import type { StagedField, StagePlan } from './stagePlan.ts';
import type { Staged } from './stageRows.ts';

/** Resolves references and tells which stored row each staged row is about. Answers the references inside the register. */
export async function matchRows(tx: Transaction, plan: StagePlan, staged: Staged, covers: readonly string[]): Promise<readonly StagedField[]> {
  await tx.raw('analyze stage');
  const { first, placed, own } = referenceOrder(plan);
  for (const one of first) await resolveReference(tx, plan, staged, one);
  for (const one of placed) {
    await findPlaces(tx, plan, covers);
    await resolveReference(tx, plan, staged, one);
  }
  await viewStated(tx, { fields: identifyingFields(plan).filter((one) => !own.includes(one)) });
  await identifyRows(tx, plan);
  if (own.length > 0) await listOwnRows(tx, plan);
  for (const one of own) await resolveReference(tx, plan, staged, one);
  await viewStated(tx, plan);
  return own;
}

/** `row_place`: the settlement inside which building numbers and names of communities are looked up. */
async function findPlaces(tx: Transaction, { register, places }: StagePlan, covers: readonly string[]): Promise<void> {
  const [key = ''] = register.key;
  const found = [
    ...(places.has('settlement_code') && register.fields.settlement_code?.kind.name === 'ref' ? ['ref_settlement_code.value'] : []),
    ...(places.has('community_code') && !('settlement_code' in register.fields) && (await tableExists(tx, 'ref_community_code'))
      ? ['ref_community_code.settlement_code']
      : []),
    'by_code.settlement_code',
    'by_name.settlement_code',
    ...(register.key.length === 1 && places.has(key) && register.fields[key]?.kind.name === 'text' ? ['stored.settlement_code'] : []),
    ...(covers.length === 1 ? [textLiteral(covers[0] ?? '')] : []),
  ];
  await tx.raw(`
    drop table if exists row_place;
    create temporary table row_place on commit drop as
    select s.x_n, coalesce(${found.join(', ')}) as settlement_code
    from stage s
    ${found.includes('ref_settlement_code.value') ? 'left join ref_settlement_code on ref_settlement_code.x_n = s.x_n' : ''}
    ${found.includes('ref_community_code.settlement_code') ? 'left join ref_community_code on ref_community_code.x_n = s.x_n' : ''}
    ${found.includes('stored.settlement_code') ? `left join ${register.name} stored on stored.${key} = s.${key}` : ''}
    left join settlement by_code on by_code.settlement_code = s.x_place
    left join (select settlement_name, min(settlement_code) as settlement_code from settlement group by 1 having count(*) = 1) by_name on by_name.settlement_name = s.x_place;
    analyze row_place`);
}

async function tableExists(tx: Queryable, name: string): Promise<boolean> {
  const [row] = await queryText<{ there: boolean }>(tx, `select to_regclass(${textLiteral(name)}) is not null as there`);
  return row?.there === true;
}
