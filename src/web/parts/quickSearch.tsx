/** Finds an area, an item or a household from any page; the key `/` brings the reader here. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { ItemRow } from '#features/items/contract.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { areaName, pathTo, useAreas } from './areas.ts';
import { type Language, useLanguage, useWords } from './language.ts';
import { partWords } from './partWords.ts';
import classes from './quickSearch.module.css';

interface Hit {
  readonly key: string;
  readonly title: string;
  readonly where: string;
  readonly open: () => void;
}

const mostOfAKind = 8;

export function QuickSearch() {
  const say = useWords(partWords);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const hits = useHits(text.trim());
  const shown = isOpen && text.trim() !== '';
  useSlashKey(() => input.current?.focus());

  const open = (hit: Hit | undefined) => {
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
    <div className={classes.search} role="search">
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
      <kbd className={classes.key} aria-hidden="true">
        /
      </kbd>
      <ul id={`${id}-found`} className={classes.found} role="listbox" aria-label={say('search')} hidden={!shown}>
        {shown &&
          hits.map((hit, index) => (
            <li
              key={hit.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => open(hit)}
              onKeyDown={onKeyDown}
            >
              {hit.title}
              <small>{hit.where}</small>
            </li>
          ))}
      </ul>
    </div>
  );
}

function useHits(text: string): readonly Hit[] {
  const say = useWords(partWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const areas = useAreas();
  const items = useQuery(itemsQuestion).data?.items ?? [];
  if (text === '') return [];
  const wanted = text.toLowerCase();
  const places = areas
    .filter(
      (area) =>
        area.level !== 'community' && area.level !== 'building' && `${area.name} ${area.en ?? ''} ${area.code}`.toLowerCase().includes(wanted),
    )
    .slice(0, mostOfAKind)
    .map((area): Hit => {
      const above = pathTo(areas, area.code).at(-2);
      return {
        key: area.code,
        title: areaName(area, language),
        where: above ? areaName(above, language) : '',
        open: () => void navigate({ to: '/board', search: { area: area.code } }),
      };
    });
  const rules = items
    .filter((item) => matches(item, wanted))
    .slice(0, mostOfAKind)
    .map(
      (item): Hit => ({
        key: item.code,
        title: `${item.code} ${item.name[language]}`,
        where: item.aspectName[language],
        open: () => void navigate({ to: '/items/$code', params: { code: item.code } }),
      }),
    );
  const household: Hit = {
    key: 'household',
    title: say('searchHouseholds', { text }),
    where: '',
    open: () => void navigate({ to: '/households', search: { q: text } }),
  };
  return [...rules, ...places, household];
}

function matches(item: ItemRow, wanted: string): boolean {
  const languages: readonly Language[] = ['zh', 'en'];
  return item.code.toLowerCase().startsWith(wanted) || languages.some((language) => item.name[language].toLowerCase().includes(wanted));
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
