/** The merged cells of a worksheet, as its tags name them. */
import { columnOfReference, rowOfReference } from '../columnLetter.ts';
import { fileProblems } from '../problems.ts';
import type { Merge } from '../sheets.ts';
import { attribute } from '../xmlScanner.ts';

/** A sheet with more is not a table. */
const mostMerges = 200_000;

/** Collects them. */
export class MergeList {
  readonly list: Merge[] = [];

  /** Takes the attributes of a tag `mergeCell`. */
  add(attributes: string): void {
    const [from = '', to = from] = (attribute(attributes, 'ref') ?? '').split(':');
    this.list.push({ top: rowOfReference(from), left: columnOfReference(from), bottom: rowOfReference(to), right: columnOfReference(to) });
    if (this.list.length > mostMerges) throw fileProblems['too-large']({ what: `> ${mostMerges} merged cells` });
  }
}
