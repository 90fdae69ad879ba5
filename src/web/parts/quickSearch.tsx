/** Finds an area, an item or a household from any page; the key `/` brings the reader here. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useWords } from './language.ts';
import { partWords } from './partWords.ts';
import classes from './quickSearch.module.css';
import { type SearchHit, useSearchHits } from './useSearchHits.ts';

export function QuickSearch() {
  const say = useWords(partWords);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const hits = useSearchHits(text.trim());
  const shown = isOpen && text.trim() !== '';
  useSlashKey(() => input.current?.focus());

  const open = (hit: SearchHit | undefined) => {
    if (!hit) return;
    hit.open();
    setText('');
    setOpen(false);
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      setOpen(false);
      input.current?.blur();
    } else if (event.key === 'Enter') open(hits[chosen]);
    else if (event.key === 'ArrowDown') setChosen((chosen + 1) % hits.length);
    else if (event.key === 'ArrowUp') setChosen((chosen + hits.length - 1) % hits.length);
    else return;
    event.preventDefault();
  };

  return (
    <search className={classes.search}>
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={say('search')}
        aria-expanded={shown}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${id}-${chosen}` : undefined}
        aria-keyshortcuts="/"
        placeholder={say('search')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setChosen(0);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd className={classes.key}>/</kbd>
      <div id={`${id}-found`} className={classes.found} role="listbox" aria-label={say('search')} hidden={!shown}>
        {shown &&
          hits.map((hit, index) => (
            <div
              key={hit.key}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => open(hit)}
              onKeyDown={onKeyDown}
            >
              {hit.title}
              <small>{hit.where}</small>
            </div>
          ))}
      </div>
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
