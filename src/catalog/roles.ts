/** Who uses Anju: each role with what it may do, at which levels of the area tree it is given, and which roles its holders may give to others. */
import type { AreaLevel } from './areas/areas.ts';
import type { Permission } from './permissions.ts';

/** A role; with an area, a department where it applies, and dates it becomes a grant. */
export interface Role {
  readonly zh: string;
  readonly en: string;
  /** Levels of the areas for which it is given. */
  readonly levels: readonly AreaLevel[];
  /** It holds only for the registers and items of one department, which the grant names. */
  readonly ofDepartment?: true;
  /** Keeps the house and sees no household: it goes with no other role, and one person holds at most one of the three. */
  readonly administers?: true;
  readonly may: readonly Permission[];
  /** For those who import: the largest file that they may send, in megabytes, and how many of their files may be on their way at once. */
  readonly uploads?: { readonly megabytes: number; readonly atOnce: number };
  /** Roles that its holder may give, inside the holder's own area and department. */
  readonly gives: readonly string[];
  /** Roles that it may give while nobody holds them, so that a new house can begin. */
  readonly namesFirst?: readonly string[];
}

const looks: readonly Permission[] = ['areas.read', 'boards.read', 'items.read', 'calendar.read'];
const seesPeople: readonly Permission[] = ['households.read', 'warnings.read', 'findings.read', 'registers.read'];
const brings: readonly Permission[] = ['imports.read', 'imports.create', 'imports.mend'];
const visits: readonly Permission[] = ['visits.read', 'visits.write'];
const worksOnOrders: readonly Permission[] = ['work-orders.read', 'work-orders.handle'];
const leadsOrders: readonly Permission[] = [
  ...worksOnOrders,
  'work-orders.export',
  'work-orders.dispatch',
  'work-orders.review',
  'warnings.raise',
  'warnings.silent',
  'warnings.clear',
];
const decidesOrders: readonly Permission[] = [
  'work-orders.approve',
  'work-orders.arbitrate',
  'warnings.approve',
  'warnings.silence',
  'warnings.supervise',
];
const takesAppeals: readonly Permission[] = ['appeals.read', 'appeals.create'];
const leadsAppeals: readonly Permission[] = [
  ...takesAppeals,
  'appeals.export',
  'appeals.accept',
  'appeals.handle',
  'appeals.contribute',
  'appeals.follow-up',
];
const decidesAppeals: readonly Permission[] = ['appeals.approve', 'appeals.review', 'appeals.accusations'];
const answersRights: readonly Permission[] = ['person-rights.read', 'person-rights.export', 'person-rights.correct', 'person-rights.restrict'];
const erases: readonly Permission[] = ['person-rights.erase', 'person-rights.confirm'];
const leads: readonly Permission[] = [
  ...looks,
  ...seesPeople,
  ...brings,
  ...answersRights,
  ...leadsOrders,
  ...visits,
  'visits.settle',
  ...leadsAppeals,
  'imports.confirm',
  'imports.undo',
  'data-health.read',
  'figures.read',
  'warnings.export',
  'boards.compare',
  'people.reveal',
  'people.health',
  'people.minors',
  'grants.read',
  'grants.change',
];

/** All roles by their code. Residents have no account: they follow an appeal by its number and code. */
export const roles = {
  prefecture: {
    zh: '州级主管',
    en: 'prefecture lead',
    levels: ['prefecture'],
    may: [
      ...leads,
      ...erases,
      ...decidesOrders,
      ...decidesAppeals,
      'appeals.re-review',
      'settings.read',
      'settings.change',
      'calendar.change',
      'calendar.local',
    ],
    uploads: { megabytes: 512, atOnce: 6 },
    gives: ['prefecture', 'county', 'department', 'street', 'community', 'grid_worker', 'building_leader', 'work_team', 'insurer'],
  },
  county: {
    zh: '县级主管',
    en: 'county',
    levels: ['county'],
    may: [...leads, ...erases, ...decidesOrders, ...decidesAppeals, 'settings.read', 'calendar.local'],
    uploads: { megabytes: 512, atOnce: 4 },
    gives: ['county', 'department', 'street', 'community', 'grid_worker', 'building_leader', 'work_team'],
  },
  department: {
    zh: '部门数据管理员',
    en: 'department steward',
    levels: ['prefecture', 'county', 'street'],
    ofDepartment: true,
    may: [
      ...looks,
      ...seesPeople,
      ...brings,
      ...worksOnOrders,
      'appeals.read',
      'appeals.handle',
      'appeals.contribute',
      'warnings.raise',
      'warnings.silent',
      'imports.undo',
      'data-health.read',
      'people.health',
      'people.minors',
    ],
    uploads: { megabytes: 512, atOnce: 4 },
    gives: [],
  },
  street: {
    zh: '街道',
    en: 'street',
    levels: ['street'],
    may: [...leads, 'warnings.silence', 'warnings.supervise'],
    uploads: { megabytes: 128, atOnce: 3 },
    gives: ['street', 'community', 'grid_worker', 'building_leader', 'work_team'],
  },
  community: {
    zh: '社区',
    en: 'community',
    levels: ['settlement', 'community'],
    may: [
      ...looks,
      ...seesPeople,
      ...brings,
      ...leadsOrders,
      ...visits,
      'visits.settle',
      ...leadsAppeals,
      'imports.undo',
      'data-health.read',
      'warnings.export',
      'people.reveal',
      'people.health',
      'people.minors',
      'grants.read',
      'grants.change',
    ],
    uploads: { megabytes: 64, atOnce: 2 },
    gives: ['grid_worker', 'building_leader'],
  },
  work_team: {
    zh: '驻社区工作队',
    en: 'resident work team',
    levels: ['settlement', 'community'],
    may: [...looks, ...seesPeople, ...worksOnOrders, ...visits, ...takesAppeals, 'warnings.raise', 'people.minors'],
    gives: [],
  },
  grid_worker: {
    zh: '网格员',
    en: 'grid worker',
    levels: ['community', 'building'],
    may: [...looks, ...seesPeople, ...worksOnOrders, ...visits, ...takesAppeals, 'warnings.raise', 'people.minors'],
    gives: [],
  },
  building_leader: {
    zh: '楼栋长',
    en: 'building leader',
    levels: ['building'],
    may: [...looks, ...worksOnOrders, ...visits, 'appeals.create', 'households.read', 'warnings.read', 'warnings.raise', 'findings.read'],
    gives: [],
  },
  insurer: {
    zh: '保险承办机构',
    en: 'insurer',
    levels: ['prefecture', 'county'],
    ofDepartment: true,
    may: ['areas.read', 'registers.read', ...brings],
    uploads: { megabytes: 256, atOnce: 2 },
    gives: [],
  },
  system_administrator: {
    zh: '系统管理员',
    en: 'system administrator',
    levels: ['prefecture'],
    administers: true,
    may: [
      'accounts.change',
      'accounts.link',
      'grants.read',
      'grants.change',
      'areas.read',
      'calendar.read',
      'settings.read',
      'alerts.read',
      'webhooks.read',
      'webhooks.change',
    ],
    gives: [],
    namesFirst: ['security_administrator', 'audit_administrator'],
  },
  security_administrator: {
    zh: '安全管理员',
    en: 'security administrator',
    levels: ['prefecture'],
    administers: true,
    may: ['areas.read', 'accounts.link', 'grants.read', 'grants.change'],
    gives: [
      'prefecture',
      'county',
      'department',
      'street',
      'community',
      'grid_worker',
      'building_leader',
      'work_team',
      'insurer',
      'system_administrator',
      'security_administrator',
      'audit_administrator',
    ],
  },
  audit_administrator: {
    zh: '审计管理员',
    en: 'audit administrator',
    levels: ['prefecture'],
    administers: true,
    may: ['areas.read', 'grants.read', 'audit.read', 'audit.export', 'alerts.read'],
    gives: [],
  },
} as const satisfies Readonly<Record<string, Role>>;

/** The code of a role. */
export type RoleCode = keyof typeof roles;

/** The role of a code as the general shape. */
export const roleOf = (code: RoleCode): Role => roles[code];

/** Whether a text is the code of a role. */
export const isRole = (code: string): code is RoleCode => Object.hasOwn(roles, code);

/** What everybody may who has signed in. */
export const everybodyMay: readonly Permission[] = ['account.own', 'notices.read'];
