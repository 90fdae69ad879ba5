/** All commands by name; a command's file is loaded when it is called. */
import type { AddCommand } from './command.ts';

/** Each file exports `command`, which adds itself to the program. */
export const commands: Readonly<Record<string, () => Promise<{ command: AddCommand }>>> = {
  start: () => import('./start.ts'),
  sample: () => import('./sample.ts'),
  import: () => import('./import.ts'),
  undo: () => import('./undo.ts'),
  evaluate: () => import('./evaluate.ts'),
  items: () => import('./items.ts'),
  findings: () => import('./findings.ts'),
  warnings: () => import('./warnings.ts'),
  'work-orders': () => import('./workOrders.ts'),
  visits: () => import('./visits.ts'),
  appeals: () => import('./appeals.ts'),
  figures: () => import('./figures.ts'),
  standard: () => import('./standard.ts'),
  user: () => import('./user.ts'),
  person: () => import('./person.ts'),
  roles: () => import('./roles.ts'),
  lifecycles: () => import('./lifecycles.ts'),
  glossary: () => import('./glossary.ts'),
  audit: () => import('./audit.ts'),
  dump: () => import('./dump.ts'),
  restore: () => import('./restore.ts'),
  backup: () => import('./backup.ts'),
  keys: () => import('./keys.ts'),
  doctor: () => import('./doctor.ts'),
  migration: () => import('./migration.ts'),
};
