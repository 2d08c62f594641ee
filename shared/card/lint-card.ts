import { contentStems } from '../basics/text.ts'
import type { CardContent } from './card.ts'
import { rulesOf } from './kinds/card-kinds.ts'
import { type LintContext, type LintReason, withoutPlace } from './lint-rule.ts'

/** The mechanical rules for a good card. Clean cards are ready; a card with a reason waits for its owner. */
export function lintCard(content: CardContent, context: LintContext): LintReason[] {
  const rules = rulesOf(content)
  const [front, back] = [rules.front(content), rules.back(content)]
  const linted = {
    content,
    front,
    back,
    question: contentStems(withoutPlace(front)),
    answer: contentStems(withoutLabels(back)),
  }
  return (context.written ? rules.lint.written : rules.lint.ours).flatMap(
    (rule) => rule(linted, context) ?? [],
  )
}

/** "IPv4: 32 bits", "IPv6: 128 bits" on lines of their own: what is asked about gives nothing away. */
const withoutLabels = (back: string): string =>
  back.includes('\n') ? back.replace(/^(?!`)[^:\n`]{1,60}:\s/gm, '') : back
