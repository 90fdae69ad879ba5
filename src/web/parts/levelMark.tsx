/** The mark of a warning level: its colour and always its word, so that nothing rests on the colour alone. */
import classes from './levelMark.module.css';
import { useWords } from './language.ts';
import { partWords } from './partWords.ts';

/** Levels from the worst down, with `unknown` after them. */
export const shownLevels = ['red', 'orange', 'yellow', 'blue', 'unknown'] as const;
export type ShownLevel = (typeof shownLevels)[number];

/** A level that came from the server as text. */
export function levelOf(text: string | null): ShownLevel | 'none' {
  return shownLevels.find((level) => level === text) ?? 'none';
}

/** The mark of a level: one character, or with `full` the whole word. */
export function LevelMark({ level, full = false }: { readonly level: ShownLevel | 'none'; readonly full?: boolean }) {
  const say = useWords(partWords);
  if (full || level === 'none') return <span className={`${classes.mark} ${classes.full} ${classes[level]}`}>{say(level)}</span>;
  return (
    <span className={`${classes.mark} ${classes[level]}`} title={say(level)}>
      <span aria-hidden="true">{say(`${level}Mark`)}</span>
      <span className="heard">{say(level)}</span>
    </span>
  );
}
