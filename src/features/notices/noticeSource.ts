/** What a room looks for once a day to tell somebody of it: grants that end, registers that do not come. */
import type { Transaction } from '#platform/database/database.ts';

/** A daily look of a room. */
export interface NoticeSource {
  readonly name: string;
  /** Tells what there is to tell at a day of China, which is now. What was told before is not told again. */
  tell(tx: Transaction, day: string, now: Date): Promise<void>;
}
