/** Tells the stewards of a department, once a day, that registers of theirs are late in their area; only when some are newly so. */
import { registers } from '#catalog/catalog.ts';
import { roleOf, type RoleCode, roles } from '#catalog/roles.ts';
import { readAreaTree } from '#features/areas/areaTree.ts';
import type { NoticeSource } from '#features/notices/noticeSource.ts';
import { notify } from '#features/notices/notify.ts';
import sql from 'sql-template-tag';

interface Steward {
  account: number;
  area: string;
  department: string;
  told_at: string | null;
}

/** Roles that bring the registers of a department. */
const stewards = (Object.keys(roles) as RoleCode[]).filter((code) => roleOf(code).ofDepartment && roleOf(code).may.includes('data-health.read'));

export const tellLateRegisters: NoticeSource = {
  name: 'late-registers',
  tell: async (tx, day) => {
    const late = await tx.query<{ register: string; settlement_code: string; raised_at: string }>(sql`
      select register, settlement_code, raised_at from data_warning where cleared_on is null`);
    if (late.length === 0) return;
    const posts = await tx.query<Steward>(sql`
      select account_id as account, area_code as area, department,
        (select max(notice.made_at) from notice where kind = 'registers.late' and receivers @> jsonb_build_object('accounts', jsonb_build_array(account_id))) as told_at
      from account_grant join account using (account_id)
      where role = any(${stewards}::text[]) and department is not null and revoked_at is null and disabled_at is null
        and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
      order by account_id, grant_id`);
    // Stewards are given areas down to the street.
    const tree = await readAreaTree(tx, []);
    const above = new Map(late.map(({ settlement_code: code }) => [code, new Set(tree.pathTo(code).map((node) => node.code))]));
    const departmentsOf = new Map(Object.values(registers).map(({ name, departments }) => [name as string, departments as readonly string[]]));
    for (const account of new Set(posts.map((post) => post.account))) {
      const own = posts.filter((post) => post.account === account);
      const concerned = late.filter(({ register, settlement_code: settlement }) =>
        own.some(({ area, department }) => departmentsOf.get(register)?.includes(department) && above.get(settlement)?.has(area)),
      );
      const told = Date.parse(own[0]?.told_at ?? '1970-01-01');
      const fresh = concerned.filter(({ raised_at: at }) => Date.parse(at) > told).length;
      if (fresh === 0) continue;
      await notify(tx, {
        kind: 'registers.late',
        words: { count: concerned.length, fresh },
        to: { accounts: [account] },
        places: own.map(({ area }) => area),
        once: `${account} ${day}`,
      });
    }
  },
};
