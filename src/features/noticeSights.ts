/** What is held back from some people, by kind of object, as the rooms register it. */
import { appealSight } from './appeals/appealSight.ts';
import type { NoticeSights } from './notices/noticeSight.ts';
import { orderSight } from './workOrders/orderSight.ts';

export const noticeSights: NoticeSights = { appeal: appealSight, 'work-order': orderSight };
