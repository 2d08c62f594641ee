import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What a page does wrong by the rules of accessibility: each rule with the first place that breaks it. No page of ours has a
 * frame, so the checker stays in it; and only what is wrong is told, for that is a third of the work.
 */
export async function violationsOf(page: Page): Promise<readonly (readonly [string, string | undefined])[]> {
  const checker = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await checker.analyze()
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html] as const)
}
