/** What is open with a post: each room that knows open work registers how to list it, and how it goes to a successor. */
import type { Queryable } from '#platform/database/database.ts';
import type { Looker } from '#features/areas/hiddenAppeal.ts';
import type { Grant } from './caller.ts';

/** The holder of a post. */
export interface PostHolder {
  readonly account: number;
  readonly login: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Settlements that the grants reach. */
  readonly settlements: readonly string[];
  /** As which parties of an appeal the post counts. */
  readonly parties: readonly string[];
}

/** One piece of open work in words. */
export interface WorkLine {
  readonly zh: string;
  readonly en: string;
}

/** A kind of open work. */
export interface WorkSource {
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  /** All of it that is open with a post, as far as whoever looks may know of it. */
  list(database: Queryable, holder: PostHolder, looker: Looker): Promise<readonly WorkLine[]>;
  /** Where work names its keeper: makes it the successor's. Work that is seen by area goes along with the grants. */
  handOver?(tx: Queryable, from: number, to: number): Promise<number>;
}
