/** Finds an area, an item or a household from any page; the key `/` brings the reader here. */
import { useEffect, useRef } from 'react';
import { Combobox } from './combobox.tsx';
import { useWords } from './language.ts';
import { partWords } from './partWords.ts';
import classes from './quickSearch.module.css';
import { useSearchHits } from './useSearchHits.ts';

export function QuickSearch() {
  const say = useWords(partWords);
  const input = useRef<HTMLInputElement>(null);
  const find = useSearchHits();
  useSlashKey(() => input.current?.focus());
  return (
    <search className={classes.search}>
      <Combobox label={say('search')} find={find} input={input} shortcut="/" />
    </search>
  );
}

function useSlashKey(act: () => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]') !== null;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
