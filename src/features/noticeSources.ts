/** All daily looks for something to tell, as the rooms register them. */
import { tellEndingGrants } from './accounts/tellEndingGrants.ts';
import type { NoticeSource } from './notices/noticeSource.ts';
import { tellLateRegisters } from './warnings/tellLateRegisters.ts';
import { tellRed } from './warnings/tellRed.ts';
import { tellClimbed } from './workOrders/tellClimbed.ts';
import { tellStillRed } from './workOrders/tellStillRed.ts';
import { tellWaitingOrders } from './workOrders/tellWaitingOrders.ts';

export const noticeSources: readonly NoticeSource[] = [tellEndingGrants, tellLateRegisters, tellWaitingOrders, tellStillRed, tellClimbed, tellRed];
