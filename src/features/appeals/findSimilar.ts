/** Finds appeals that may be about the same: of the same person or contact, at the same place, with similar words, at the settlement within 180 days. What it found and why is shown; a person decides. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { codeWords } from '#derive/codeWords.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import sql from 'sql-template-tag';
import { type AppealState, appealState } from './appealState.ts';
import type { SimilarAppeal } from './contract.ts';
import { contactDomain } from './enterAppeal.ts';
import { likeness } from './likeness.ts';
import { isSeenAppeal } from './seenAppeals.ts';

/** What is compared. */
export interface Compared {
  readonly settlement: string;
  readonly content: string;
  readonly address: string | null;
  readonly personNo: string | null;
  readonly contact: string | null;
  /** The appeal itself, where it is stored already. */
  readonly no?: string;
}

interface Candidate {
  appeal_no: string;
  state: AppealState;
  accepted_at: string;
  nature: string;
  content: string;
  address: string | null;
  is_same_person: boolean;
  is_same_contact: boolean;
}

const withinDays = 180;
/** Less in common is chance. */
const leastTold = 10;
const aMonth = 30 * 86_400_000;
const mostCompared = 1_000;
const mostShown = 8;
/** Words alone must be this alike; less is enough where the person or place is the same, and none where the person came within a month. */
const alike = { alone: 0.5, atPlace: 0.3, ofPerson: 0.15 };

export async function findSimilar(
  scope: ScopedDatabase,
  keys: Keys,
  { settlement, content, address, personNo, contact, no }: Compared,
  now: Date,
): Promise<SimilarAppeal[]> {
  const contacts = contact ? keys.blindIndexes(contactDomain, contact) : [];
  const candidates = await scope.query<Candidate>(sql`
    select appeal.appeal_no, ${appealState} as state, accepted_at, nature, content, address, coalesce(person_no = ${personNo}, false) as is_same_person,
      coalesce(contact_index = any(${contacts}::bytea[]), false) as is_same_contact
    from appeal left join appeal_case using (appeal_no)
    where ${isSeenAppeal(scope)} and appeal.settlement_code = ${settlement} and accepted_at > ${now}::timestamptz - make_interval(days => ${withinDays}::integer)
      and appeal.appeal_no is distinct from ${no ?? null}
    order by accepted_at desc limit ${mostCompared}`);
  const place = placeText(address);
  return candidates
    .flatMap((one): SimilarAppeal[] => {
      const words = likeness(content, one.content);
      const isPerson = one.is_same_person || one.is_same_contact;
      const isPlace = place !== '' && placeText(one.address) === place;
      const isRecent = Date.parse(one.accepted_at) > now.getTime() - aMonth;
      const needed = isPerson && isRecent ? 0 : isPerson ? alike.ofPerson : isPlace ? alike.atPlace : alike.alone;
      if (words < needed) return [];
      const percent = Math.round(words * 100);
      return [
        {
          no: one.appeal_no,
          state: one.state,
          takenAt: one.accepted_at,
          nature: codeWords('NATURE', one.nature),
          content: one.content,
          likeness: percent,
          because: [
            ...(one.is_same_person ? [{ zh: '同一诉求人', en: 'same person' }] : []),
            ...(one.is_same_contact ? [{ zh: '同一联系方式', en: 'same contact' }] : []),
            ...(isPlace ? [{ zh: '同一地点', en: 'same place' }] : []),
            ...(percent >= leastTold ? [{ zh: `文字相似${percent}%`, en: `words ${percent}% alike` }] : []),
          ],
        },
      ];
    })
    .sort((a, b) => b.because.length - a.because.length || b.likeness - a.likeness)
    .slice(0, mostShown);
}

const placeText = (address: string | null): string => (address ?? '').normalize('NFKC').replace(/[\s,，.。、]/g, '');
