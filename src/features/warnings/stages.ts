/** Groups of stages, read from the lifecycle: in hand, and followed by the data. */
import { endsOf, type StateOf, statesOf } from '#catalog/lifecycles/lifecycle.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import sql, { raw, type Sql } from 'sql-template-tag';

export type Stage = StateOf<typeof warningLifecycle>;

/** Stages that the data still reach: a relapse or a rise comes back to the same warning. */
export const followedStages: readonly Stage[] = statesOf(warningLifecycle).filter((stage) => !endsOf(warningLifecycle).includes(stage));
/** Stages in which somebody has to do something before the warning is cleared. */
export const inHandStages: readonly Stage[] = followedStages.filter((stage) => stage !== 'tracked' && stage !== 'false-alarm');

const among = (stages: readonly Stage[]): Sql => sql`warning.stage in (${raw(stages.map((stage) => `'${stage}'`).join(', '))})`;
/** Condition that a warning is followed: there is at most one for an item and subject. */
export const isFollowed = among(followedStages);
/** Condition that a warning is in hand: it stands, whatever the data say. */
export const isInHand = among(inHandStages);
