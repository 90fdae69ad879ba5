/** Short texts cut from long ones. */

/** A slice of 13 characters or more keeps the whole text that it was cut from alive; joining and cutting makes a text of its own. */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
