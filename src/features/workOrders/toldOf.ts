/** What of a move's inputs the audit log is told: codes, days and posts; never what was written in words, which may name people. */
import type { Lifecycle } from '#catalog/lifecycles/lifecycle.ts';
import type { Given } from '#catalog/lifecycles/move.ts';

/** The inputs without texts. */
export function toldOf(cycle: Lifecycle, verb: string, given: Given): Given {
  const needs = cycle.verbs[verb]?.needs ?? {};
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== undefined && needs[name]?.kind !== 'text'));
}
