/** What shows that the visit was made: notes, the place, photos, and the signature of the household. */
import { useId, useState } from 'react';
import { useWords } from '../parts/language.ts';
import type { Draft } from './draft.ts';
import { SignaturePad } from './signaturePad.tsx';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

interface EvidencePartParts {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly photos: readonly File[];
  readonly setPhotos: (photos: readonly File[]) => void;
}

const mostPhotos = 10;

export function EvidencePart({ draft, change, photos, setPhotos }: EvidencePartParts) {
  const say = useWords(visitWords);
  const id = useId();
  const [isLost, setLost] = useState(false);
  const takePlace = () =>
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        setLost(false);
        change({ place: `${coords.longitude.toFixed(6)},${coords.latitude.toFixed(6)}` });
      },
      () => setLost(true),
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  return (
    <section className={classes.part}>
      <div className={classes.field}>
        <label htmlFor={`${id}-note`}>{say('note')}</label>
        <textarea id={`${id}-note`} rows={3} maxLength={2000} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
      </div>
      <div className={classes.actions}>
        <span className={classes.label}>{say('place')}</span>
        <button type="button" onClick={takePlace}>
          {say('takePlace')}
        </button>
        <span aria-live="polite">{isLost ? say('placeFailed') : draft.place}</span>
      </div>
      {draft.outcome === 'met' && (
        <>
          <div className={classes.field}>
            <label htmlFor={`${id}-photos`}>
              {say('photos')} {photos.length > 0 && say('photosOf', { count: photos.length })}
            </label>
            <input
              id={`${id}-photos`}
              type="file"
              accept="image/jpeg,image/png"
              multiple
              onChange={(event) => setPhotos([...(event.target.files ?? [])].slice(0, mostPhotos))}
            />
          </div>
          <SignaturePad value={draft.signature} change={(signature) => change({ signature })} />
        </>
      )}
    </section>
  );
}
