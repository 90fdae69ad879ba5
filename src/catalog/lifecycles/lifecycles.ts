/** All lifecycles. */
import type { Lifecycle } from './lifecycle.ts';
import { appealLifecycle } from './appeal.ts';
import { warningLifecycle } from './warning.ts';
import { workOrderLifecycle } from './workOrder.ts';

export const lifecycles: readonly Lifecycle[] = [warningLifecycle, workOrderLifecycle, appealLifecycle];
