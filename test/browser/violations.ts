/** What the accessibility check finds on a page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/**
 * All violations of a page, or of a part of it.
 * Every rule runs; what passes is not listed, which takes more than half of the time, and as no page holds frames the check needs no page beside it.
 */
export async function violationsOf(page: Page, part?: string): Promise<Violations> {
  const check = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  return (await (part === undefined ? check : check.include(part)).analyze()).violations;
}

/** The violations that keep somebody from using the page, each with the first place where it stands. */
export async function seriousOf(page: Page): Promise<string[]> {
  const serious = (await violationsOf(page)).filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}
