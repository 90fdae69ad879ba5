/** Facts of a person about public-welfare posts: facts.md section 3. */
import type { AsOf } from '../asOf.ts';
import { daysBetween, lastDayOfMonth, monthIndex } from '../calendar.ts';
import { type Definitions, type Fact, greatest, isBy, isOngoing } from '../facts.ts';
import type { Person } from '../subjects.ts';
import { allOf, anyOf, type Truth } from '../threeValued.ts';
import { isOneOf, number, type Row, text } from '../world.ts';
import { age, employmentOf, hasJob } from './work.ts';

/** The public posts that the person holds at T; null when the register is silent. */
function heldPosts(at: AsOf, person: Person): Row[] | null {
  const posts = at.delivered('public_post', person.settlement);
  if (posts === null) return null;
  return posts.filter((row) => text(row, 'person_no') === person.no && isBy(row, 'from_date', at.date) && isOngoing(row, 'to_date', at.date));
}

function holdsPost(at: AsOf, person: Person): Truth {
  const posts = heldPosts(at, person);
  return posts === null ? null : posts.length > 0;
}

function postArrearsDays(at: AsOf, person: Person): Fact {
  const posts = heldPosts(at, person);
  if (posts === null) return null;
  return greatest(posts.map((post) => Math.max(0, daysBetween(at.date, subsidyDue(post))))) ?? 0;
}

/** The last day of the second month after the last paid month, which is the month before `from_date` when none is paid. */
function subsidyDue(post: Row): string {
  const paid = text(post, 'last_paid_month');
  const lastPaid = paid === null ? monthIndex(text(post, 'from_date') ?? '') - 1 : monthIndex(paid);
  return lastDayOfMonth(lastPaid + 2);
}

/** Holds a post at 65 or older, or with more than 10 days of absence, or beside another job. */
function postAnomaly(at: AsOf, person: Person): Fact {
  const posts = heldPosts(at, person);
  const absences = posts?.map((post) => number(post, 'absent_days')).map((days) => (days === null ? null : days > 10));
  return allOf(holdsPost(at, person), anyOf(age(at, person) >= 65, ...(absences ?? [null]), hasAnotherJob(at, person)));
}

function hasAnotherJob(at: AsOf, person: Person): Truth {
  const employment = employmentOf(at, person);
  if (employment === null) return null;
  if (!hasJob(at, employment)) return false;
  return text(employment, 'emp_form') === null ? null : !isOneOf(employment, 'emp_form', '6');
}

export const postFacts: Definitions<Person> = {
  holds_post: holdsPost,
  post_arrears_days: postArrearsDays,
  post_anomaly: postAnomaly,
};
