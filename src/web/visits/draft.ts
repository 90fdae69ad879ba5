/** A visit while it is being written: what the form holds, and the order that it becomes. */
import type { VisitForm, VisitOrder } from '#features/visits/contract.ts';
import { newClientId } from './clientId.ts';

export interface FoundDraft {
  readonly item: string;
  readonly subject: string;
  readonly level: VisitOrder['found'][number]['level'];
  readonly note: string;
}

export interface Draft {
  readonly client: string;
  /** Local time as the field writes it: 2024-07-01T10:00. */
  readonly at: string;
  readonly outcome: VisitOrder['outcome'];
  readonly method: VisitOrder['method'];
  readonly met: readonly string[];
  /** Children seen or not, and who came to harm. */
  readonly childrenMet: readonly string[];
  readonly incidents: readonly string[];
  readonly occupancy: string;
  readonly nextTry: string;
  readonly note: string;
  readonly place: string;
  readonly signature: string;
  /** Verb and inputs by warning. */
  readonly deeds: Readonly<Record<number, { readonly verb: string; readonly given: Readonly<Record<string, string>> }>>;
  readonly found: readonly FoundDraft[];
  /** By `register key field` each value, with the version of the field that was on the screen when it was written. */
  readonly answers: Readonly<Record<string, { readonly value: string; readonly base: string }>>;
}

/** An empty visit, now. */
export function newDraft(): Draft {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  return {
    client: newClientId(),
    at: local,
    outcome: 'met',
    method: '1',
    met: [],
    childrenMet: [],
    incidents: [],
    occupancy: '',
    nextTry: '',
    note: '',
    place: '',
    signature: '',
    deeds: {},
    found: [],
    answers: {},
  };
}

/** The place of an answer in a draft. */
export const answerKey = (register: string, key: string, field: string): string => `${register} ${key} ${field}`;

/** The visit as it is sent. */
export function orderOf(draft: Draft, form: VisitForm, photos: number): Partial<VisitOrder> {
  const base = {
    client: draft.client,
    household: form.household,
    at: new Date(draft.at).toISOString(),
    outcome: draft.outcome,
    method: draft.method,
    ...(draft.note.trim() !== '' && { note: draft.note }),
    ...(draft.place !== '' && { place: draft.place }),
  };
  if (draft.outcome === 'nobody-home') return { ...base, ...(draft.nextTry !== '' && { nextTry: draft.nextTry }) };
  const children = form.members.filter(({ isAtRisk }) => isAtRisk);
  return {
    ...base,
    met: [...new Set([...draft.met, ...draft.childrenMet])],
    children: children.map(({ no }) => ({
      person: no,
      met: draft.childrenMet.includes(no),
      ...(draft.incidents.includes(no) && { incident: true }),
    })),
    ...(draft.occupancy !== '' && { occupancy: draft.occupancy }),
    ...(draft.signature !== '' && { signature: draft.signature }),
    photos,
    // A draft may be older than the form: what is offered no more is not on the screen and is not sent.
    deeds: form.warnings.flatMap(({ id, offers }) => {
      const { verb, given } = draft.deeds[id] ?? {};
      return given !== undefined && offers.some((offer) => offer.verb === verb)
        ? [{ warning: id, verb: verb as VisitOrder['deeds'][number]['verb'], given }]
        : [];
    }),
    found: draft.found.filter(({ item, note }) => item !== '' && note.trim() !== '').map((one) => ({ ...one })),
    answers: form.questions.flatMap(({ register, key, fields }) =>
      fields.flatMap(({ name }) => {
        const { value = '', base = '' } = draft.answers[answerKey(register, key, name)] ?? {};
        return value.trim() === '' ? [] : [{ register, key, field: name, value: value.trim(), base }];
      }),
    ),
  };
}
