import { contentStems } from '../basics/text.ts'
import type { CardContent } from './card.ts'
import { rulesOf } from './kinds/card-kinds.ts'
import { wellFormed } from './lint-form.ts'
import { impersonal, placeIsSubject, rightQuestion, selfContained, subject } from './lint-question.ts'
import { type LintContext, type LintReason, type Rule, withoutPlace } from './lint-rule.ts'
import { lonelySign, platitude, runTogether } from './lint-substance.ts'

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
  const asked: readonly Rule<never>[] = context.written ? rules.lint.written : rules.lint.ours
  return asked.flatMap((rule) =>
    context.abroad !== true || !ofEnglish.has(rule) ? ((rule as Rule)(linted, context) ?? []) : [],
  )
}

/** "IPv4: 32 bits", "IPv6: 128 bits" on lines of their own: what is asked about gives nothing away. */
const withoutLabels = (back: string): string =>
  back.includes('\n') ? back.replace(/^(?!`)[^:\n`]{1,60}:\s/gm, '') : back

/** Rules that look for words of English. */
const ofEnglish: ReadonlySet<unknown> = new Set([
  impersonal,
  lonelySign,
  placeIsSubject,
  platitude,
  rightQuestion,
  runTogether,
  selfContained,
  subject,
  wellFormed,
])
