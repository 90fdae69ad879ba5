/** All kinds of open work that a post may have, as the rooms register them. */
import type { WorkSource } from './accounts/openWork.ts';
import { tokensAsWork } from './accounts/tokensAsWork.ts';
import { appealsAsWork } from './appeals/appealsAsWork.ts';
import { importsAsWork } from './imports/importsAsWork.ts';
import { ordersAsWork } from './workOrders/ordersAsWork.ts';

export const workSources: readonly WorkSource[] = [ordersAsWork, appealsAsWork, ...importsAsWork, tokensAsWork];
