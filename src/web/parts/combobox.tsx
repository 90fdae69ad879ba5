/** A field that finds by typing: the hits below it are walked with the arrow keys and opened with Enter. */
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import classes from './combobox.module.css';

/** Something that a field finds. */
export interface Hit {
  readonly key: string;
  readonly title: string;
  readonly where: string;
  readonly open: () => void;
}

interface ComboboxParts {
  readonly label: string;
  /** What stands in the empty field; the label when absent. */
  readonly placeholder?: string;
  readonly find: (text: string) => readonly Hit[];
  /** Said where nothing is found. */
  readonly none?: string;
  readonly input?: RefObject<HTMLInputElement | null>;
  /** The key that brings the reader here. */
  readonly shortcut?: string;
}

export function Combobox({ label, placeholder = label, find, none, input: given, shortcut }: ComboboxParts) {
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const input = given ?? own;
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const wanted = text.trim();
  const hits = isOpen ? find(wanted) : [];
  const isShown = isOpen && (hits.length > 0 || (wanted !== '' && none !== undefined));

  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    setText('');
    setOpen(false);
    input.current?.blur();
    hit.open();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      setOpen(false);
      input.current?.blur();
    } else if (event.key === 'Enter') open(hits[chosen]);
    else if (event.key === 'ArrowDown') setChosen((chosen + 1) % Math.max(1, hits.length));
    else if (event.key === 'ArrowUp') setChosen((chosen + hits.length - 1) % Math.max(1, hits.length));
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.field}>
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={label}
        aria-expanded={isShown}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && hits.length > 0 ? `${id}-${chosen}` : undefined}
        aria-keyshortcuts={shortcut}
        placeholder={placeholder}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setChosen(0);
        }}
        onFocus={() => {
          setOpen(true);
          setChosen(0);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shortcut !== undefined && <kbd className={classes.key}>{shortcut}</kbd>}
      <div ref={list} id={`${id}-found`} className={classes.found} role="listbox" aria-label={label} hidden={!isShown}>
        {hits.map((hit, index) => (
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
        {isShown && hits.length === 0 && <p>{none}</p>}
      </div>
    </div>
  );
}
