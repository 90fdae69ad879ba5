/** All lifecycles. */
import type { Lifecycle } from './lifecycle.ts';
import { warningLifecycle } from './warning.ts';
import { workOrderLifecycle } from './workOrder.ts';

export const lifecycles: readonly Lifecycle[] = [warningLifecycle, workOrderLifecycle];
