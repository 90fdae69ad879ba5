/** Finds an area, an item or a household from any page; the key `/` brings the reader here. */
import { useRef } from 'react';
import { Combobox } from './combobox.tsx';
import { useWords } from './language.ts';
import { partWords } from './partWords.ts';
import classes from './quickSearch.module.css';
import { useKey } from './useKey.ts';
import { useSearchHits } from './useSearchHits.ts';

export function QuickSearch() {
  const say = useWords(partWords);
  const input = useRef<HTMLInputElement>(null);
  const find = useSearchHits();
  useKey('/', () => input.current?.focus());
  return (
    <search className={classes.search}>
      <Combobox label={say('search')} find={find} input={input} shortcut="/" />
    </search>
  );
}
