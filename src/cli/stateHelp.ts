/** What the states of a lifecycle are called, below the help of a command that takes one. */
import { type Lifecycle, statesOf } from '#catalog/lifecycles/lifecycle.ts';

export function stateHelp(cycle: Lifecycle): string {
  const lines = statesOf(cycle).map((state) => `  ${state.padEnd(14)} ${cycle.states[state]?.zh} · ${cycle.states[state]?.en}`);
  return `\n状态 States:\n${lines.join('\n')}`;
}
