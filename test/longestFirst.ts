/** The order in which test files start: those that take long first, so that none of them is left over at the end with the other workers idle. */
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By processor time, the longest first. */
const long = [
  'test/browser/pages.test.ts',
  'test/keys/rotation.test.ts',
  'src/platform/embedded/embedded.test.ts',
  'test/scenes/demo.test.ts',
  'test/access/fields.test.ts',
  'test/access/matrix.test.ts',
  'test/auditedRoutes.test.ts',
  'src/sample/figures.test.ts',
  'test/browser/visits.test.ts',
  'test/browser/signIn.test.ts',
  'test/browser/imports.test.ts',
  'test/browser/rights.test.ts',
  'test/browser/fields.test.ts',
  'test/browser/workOrders.test.ts',
  'test/browser/appeals.test.ts',
  'test/browser/notices.test.ts',
  'src/cli/start.test.ts',
  'src/platform/dump/dump.test.ts',
  'test/scenes/kills.test.ts',
  'test/notices/kills.test.ts',
  'test/secrets.test.ts',
];

/** Starts the files above first, in that order, and the others by their size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = long.indexOf(relative(this.ctx.config.root, moduleId));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
