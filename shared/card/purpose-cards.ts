import { capitalise, contentStems, wordCount } from '../basics/text.ts'
import { assertNever } from '../basics/brand.ts'
import type { FactOf } from '../fact/fact.ts'
import { basic } from './kinds/basic.ts'
import { listRecall } from './kinds/list-recall.ts'
import { isActivity, isPlural } from '../english/nouns.ts'
import { trimEnd, withoutAsides } from '../english/phrase.ts'
import { shapeOf } from '../english/shape.ts'
import { baseVerb, toGerundForm } from '../english/verbs.ts'
import { inTool, placed } from './place-of-term.ts'
import { answer, be, does, numberWord } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** A gerund or an infinitive answers what something is used for; an activity involves it. */
export function purposeCards(fact: FactOf<'purpose'>): Proposal[] {
  const { spoken, statement } = fact
  const accepted = fact.variants.map(answer)
  const shape = shapeOf(statement)
  const told =
    shape === 'imperative' ? `To ${statement.charAt(0).toLowerCase()}${statement.slice(1)}` : statement
  const card = (question: string, text: string, score = 8): Proposal => ({
    content: basic(question, answer(text)),
    accepted,
    score,
  })
  switch (fact.use) {
    case 'subject':
      return [card(`What ${be(spoken)} ${spoken} about?`, told)]
    case 'fit':
      return [card(`What ${be(spoken)} ${spoken} a good fit for?`, told)]
    case 'role':
      return [card(`What ${be(spoken)} ${spoken} used as?`, told)]
    case 'one_use':
      return [card(`What can ${spoken} be used for?`, asUse(statement)), ...usesCards(fact)]
    case 'purpose': {
      const key = /^`[^`]+`$/.test(fact.term) ? inTool(fact) : ''
      return [card(placed(key, purposeQuestion(fact)), told, 9), ...usesCards(fact)]
    }
    default:
      return assertNever(fact.use)
  }
}

function purposeQuestion({ term, spoken, statement }: FactOf<'purpose'>): string {
  const shape = shapeOf(statement)
  if (shape === 'infinitive' || shape === 'third' || shape === 'clause')
    return `What is the purpose of ${spoken}?`
  return shape === 'gerund' && (isActivity(term) || wayOfWorking.test(term))
    ? `What ${does(spoken)} ${spoken} involve?`
    : `What ${be(spoken)} ${spoken} used for?`
}

/** Names of ways to work: what they are about is what one does. */
const wayOfWorking =
  /\b(?:approach|contracts?|methods?|methodology|patterns?|principles?|techniques?|fixtures|testing)$/i

/** Notes that name different uses of one thing give a list of them. */
function usesCards({ statement, variants, term, spoken }: FactOf<'purpose'>): Proposal[] {
  const uses: string[] = []
  for (const text of [statement, ...variants].map((use) => trimEnd(withoutAsides(use)))) {
    const stems = contentStems(text)
    const isNew = uses.every((use) => sharedShare(contentStems(use), stems) <= 0.2)
    if (shapeOf(text) === 'gerund' && wordCount(text) <= 10 && stems.length >= 2 && isNew) uses.push(text)
  }
  if (uses.length < 2 || uses.length > 5) return []
  const count = numberWord(uses.length)
  const front = isActivity(term)
    ? `Name ${count} things that ${spoken} ${isPlural(spoken) ? 'involve' : 'involves'}.`
    : `Name ${count} uses of ${spoken}.`
  return [{ content: listRecall(front, uses.map(capitalise)), slot: 'uses', score: 7 }]
}

/** How much of the shorter text the longer one says too. */
function sharedShare(a: readonly string[], b: readonly string[]): number {
  const other = new Set(b)
  return a.filter((stem) => other.has(stem)).length / Math.max(1, Math.min(a.length, b.length))
}

/** "Designing schemas" from "to design schemas"; a deed with a second verb stays as it is. */
function asUse(text: string): string {
  const [, verb = '', rest = ''] = /^to (\p{Ll}+)(\s.+)$/u.exec(text) ?? []
  const second = /\b(?:and|or|then)\s+(?:\p{L}+ly\s+)?(\p{Ll}+)\s/u.exec(rest)?.[1] ?? ''
  return verb === '' || baseVerb(verb) !== verb || baseVerb(second) === second
    ? text
    : toGerundForm(verb) + rest
}
