/** All daily looks for something to tell, as the rooms register them. */
import { tellEndingGrants } from './accounts/tellEndingGrants.ts';
import type { NoticeSource } from './notices/noticeSource.ts';
import { tellLateRegisters } from './warnings/tellLateRegisters.ts';

export const noticeSources: readonly NoticeSource[] = [tellEndingGrants, tellLateRegisters];
