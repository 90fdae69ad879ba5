/** Where spreadsheets are dropped or chosen, with what may be stated about them; chosen ones are tried first, then stored. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useId, useRef, useState } from 'react';
import { fileSize } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { registersQuestion } from '../registers/registerQuestions.ts';
import classes from './importListPage.module.css';
import { importWords } from './importWords.ts';
import { bringIn, type UploadWishes } from './uploads.ts';

export function UploadForm() {
  const say = useWords(importWords);
  const language = useLanguage();
  const id = useId();
  const queries = useQueryClient();
  const registers = useQuery(registersQuestion).data ?? [];
  const [wishes, setWishes] = useState<UploadWishes>({ register: '', dataDate: '', mode: 'changes', dryRun: true });
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const take = (files: FileList | null) => {
    if (files) setChosen([...chosen, ...files]);
  };
  const bring = (dryRun: boolean) => {
    bringIn(chosen, { ...wishes, dryRun }, () => void queries.invalidateQueries());
    setChosen([]);
    // The button that was pressed is gone: who works by keys goes on from where files are chosen.
    input.current?.focus();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <section
      className={isOver ? `${classes.drop} ${classes.over} no-print` : `${classes.drop} no-print`}
      aria-label={say('title')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <p className={classes.dropLine}>
        {isOver ? (
          say('dropNow')
        ) : (
          <>
            {say('drop')}{' '}
            <label className={chosen.length > 0 ? `button ${classes.choose}` : `button primary ${classes.choose}`} htmlFor={id}>
              {say('choose')}
            </label>
          </>
        )}
        <input
          id={id}
          ref={input}
          className={classes.input}
          type="file"
          multiple
          accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.csv,.txt"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </p>
      <div className={classes.wishes}>
        <label>
          {say('register')}
          <select value={wishes.register} onChange={(event) => setWishes({ ...wishes, register: event.target.value })}>
            <option value="">{say('recognise')}</option>
            {registers.map((register) => (
              <option key={register.name} value={register.name}>
                {register[language]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('dataDate')}
          <input type="date" value={wishes.dataDate} onChange={(event) => setWishes({ ...wishes, dataDate: event.target.value })} />
          <span className="quiet">{say('dataDateHint')}</span>
        </label>
        <label>
          {say('mode')}
          <select value={wishes.mode} onChange={(event) => setWishes({ ...wishes, mode: event.target.value === 'full' ? 'full' : 'changes' })}>
            <option value="changes">{say('changes')}</option>
            <option value="full">{say('full')}</option>
          </select>
        </label>
      </div>
      {chosen.length > 0 && (
        <div className={classes.chosen}>
          <ul>
            {chosen.map((file, at) => (
              <li key={`${file.name} ${file.lastModified} ${file.size}`}>
                {file.name} <span className="quiet">{fileSize(file.size)}</span>{' '}
                <button
                  type="button"
                  className="plain"
                  aria-label={say('leaveOut', { file: file.name })}
                  title={say('leaveOut', { file: file.name })}
                  onClick={() => setChosen(chosen.filter((_, place) => place !== at))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
          <p className={classes.wishes}>
            <button type="button" className="primary" onClick={() => bring(true)}>
              {say('tryFirst')}
            </button>
            <button type="button" onClick={() => bring(false)}>
              {say('storeNow')}
            </button>
            <span className="small quiet">{say('tryHint')}</span>
          </p>
        </div>
      )}
      <p className={classes.hint}>{say('dropHint')}</p>
    </section>
  );
}
