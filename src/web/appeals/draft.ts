/** An appeal while it is being taken down, as texts, and the requests that come of it. */
import type { AppealOrder, SimilarOrder } from '#features/appeals/contract.ts';

export interface Draft {
  readonly settlement: string;
  readonly channel: string;
  readonly nature: string;
  readonly category: string;
  readonly track: string;
  readonly urgency: string;
  readonly content: string;
  readonly address: string;
  readonly name: string;
  readonly contact: string;
  readonly person: string;
  readonly people: string;
  readonly item: string;
  readonly against: string;
}

/** A request for help, by the rules of the house. */
export const emptyDraft = (settlement = '', channel = '1', person = ''): Draft => ({
  settlement,
  channel,
  nature: '2',
  category: '',
  track: '3',
  urgency: '3',
  content: '',
  address: '',
  name: '',
  contact: '',
  person,
  people: '',
  item: '',
  against: '',
});

const filled = (draft: Partial<Draft>): Partial<Draft> => Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== ''));

/** The whole of it; `repeats` is the number of the appeal that it says again. */
export function orderOf({ people, ...draft }: Draft, repeats: string | undefined): AppealOrder {
  return { ...filled(draft), ...(people !== '' && { people: Number(people) }), ...(repeats !== undefined && { repeats }) } as AppealOrder;
}

/** What similar ones are looked for by. */
export function comparedOf({ settlement, content, address, contact, person }: Draft): SimilarOrder {
  return filled({ settlement, content, address, contact, person }) as SimilarOrder;
}
