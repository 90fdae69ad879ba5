/** Whom an order goes to: the chain of posts from the nearest to the household upwards, or the department of its items. */
import { registers } from '#catalog/catalog.ts';
import type { Item } from '#catalog/items/item.ts';
import type { RoleCode } from '#catalog/roles.ts';

/** A post to look for: a role in any of some areas, the nearest first, for a department where the role asks for it. */
export interface Post {
  readonly role: RoleCode;
  readonly areas: readonly string[];
  readonly department: string | null;
}

/** Where an order lies, from the building up; what is not known is left out. */
export interface OrderPlace {
  readonly building: string | null;
  readonly community: string | null;
  readonly settlement: string;
  readonly street: string | null;
  readonly county: string | null;
  readonly prefecture: string;
}

const chain = ['building_leader', 'grid_worker', 'community', 'street', 'county'] as const satisfies readonly RoleCode[];
const upward: Readonly<Record<(typeof chain)[number], readonly (keyof OrderPlace)[]>> = {
  building_leader: ['building'],
  grid_worker: ['building', 'community'],
  community: ['community', 'settlement'],
  street: ['street'],
  county: ['county'],
};

/** The posts to look for, the first that somebody holds is taken: from the nearest that an item names upwards; the department first where all items are a department's own. */
export function postsFor(items: readonly Item[], place: OrderPlace): readonly Post[] {
  const local = items.filter(({ owner }) => owner !== 'department').map(({ owner }) => chain.indexOf(owner as (typeof chain)[number]));
  const first = local.length === 0 ? chain.indexOf('community') : Math.min(...local);
  const near = chain.slice(first).map((role): Post => ({ role, areas: named(place, upward[role]), department: null }));
  return local.length === 0 ? [...departmentsOf(items).map((department) => postOf(department, place)), ...near] : near;
}

/** The departments whose items they are. */
function departmentsOf(items: readonly Item[]): readonly string[] {
  return [...new Set(items.filter(({ owner }) => owner === 'department').flatMap((item) => handlerOf(item) ?? []))].sort();
}

const insurer = '保险承办机构';

/** The department that handles what is an item's own: the insurer only brings claims, so that its items go to the department that keeps the same register. */
const handlerOf = (item: Item): string | undefined =>
  item.department !== insurer
    ? item.department
    : item.registers
        .map((name) => registers[name].departments)
        .find((keepers) => keepers.includes(insurer))
        ?.find((keeper) => keeper !== insurer);

const postOf = (department: string, place: OrderPlace): Post => ({
  role: 'department',
  areas: named(place, ['street', 'county', 'prefecture']),
  department,
});

const named = (place: OrderPlace, levels: readonly (keyof OrderPlace)[]): string[] => levels.flatMap((level) => place[level] ?? []);
