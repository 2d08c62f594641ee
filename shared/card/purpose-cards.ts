import { assertNever } from '../basics/brand.ts'
import type { FactOf } from '../fact/fact.ts'
import { basic } from './kinds/basic.ts'
import { isActivity, isPlural } from '../english/nouns.ts'
import { sharedDeed, wayOfWorking } from '../english/noun-kinds.ts'
import { shapeOf } from '../english/shape.ts'
import { baseVerb, toGerundForm } from '../english/verbs.ts'
import { inTool, placed } from './place-of-term.ts'
import { bareSpoken } from './term-cards.ts'
import { answer, be, does } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** A gerund or an infinitive answers what something is used for; an activity involves it. */
export function purposeCards(fact: FactOf<'purpose'>): Proposal[] {
  const { spoken, statement } = fact
  const accepted = [statement, ...fact.variants].map(answer)
  const card = (question: string, text: string, score = 8): Proposal => ({
    content: basic(question, answer(text)),
    accepted,
    score,
  })
  switch (fact.use) {
    case 'subject':
      return [card(`What ${be(spoken)} ${spoken} about?`, asInfinitive(statement))]
    case 'fit':
      return [card(`What ${be(spoken)} ${spoken} a good fit for?`, asInfinitive(statement))]
    case 'role':
      return [card(`What ${be(spoken)} ${spoken} used as?`, asInfinitive(statement))]
    case 'one_use':
      return [card(`What can ${spoken} be used for?`, asUse(statement))]
    case 'purpose': {
      // Another note may tell the use where the first one tells what was worked on.
      const told = [statement, ...fact.variants]
      const asked =
        firstOf(told, (text) => purposeQuestion(fact, text)) ??
        firstOf(told, (text) => aimQuestion(fact, text))
      return asked === undefined ? [] : [card(placed(inTool(fact), asked.question), asked.told, 9)]
    }
    default:
      return assertNever(fact.use)
  }
}

/** "To store rows" from "store rows". */
const asInfinitive = (text: string): string =>
  shapeOf(text) === 'imperative' ? `To ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text

/** A question with its answer. */
interface Asked {
  readonly question: string
  readonly told: string
}

/** What a use is asked with; undefined where it only tells what was worked on. */
function purposeQuestion({ term, spoken }: FactOf<'purpose'>, statement: string): Asked | undefined {
  const shape = shapeOf(statement)
  const told = asInfinitive(statement)
  const several = joinsSeveral(spoken)
  if (shape === 'infinitive' || shape === 'third' || shape === 'clause')
    return several ? undefined : { question: `What is the purpose of ${spoken}?`, told }
  if (shape !== 'gerund' || !(isActivity(term) || wayOfWorking.test(term)))
    return { question: `What ${be(spoken)} ${spoken} used for?`, told }
  return several || sharedDeed.test(statement)
    ? undefined
    : { question: `What ${does(spoken)} ${bareSpoken(spoken)} mean?`, told }
}

/** "Implementing caches to reduce latency" tells at least what the activity is for. */
function aimQuestion({ spoken }: FactOf<'purpose'>, statement: string): Asked | undefined {
  const [, aim, verb = ''] = /\s(to (\p{Ll}+)\s.+)$/u.exec(statement) ?? []
  return aim === undefined || baseVerb(verb) === undefined || joinsSeveral(spoken)
    ? undefined
    : { question: `What is the purpose of ${spoken}?`, told: aim }
}

const joinsSeveral = (spoken: string): boolean => isPlural(spoken) && /\s(?:and|&|\+)\s/.test(spoken)

/** The first answer that is one. */
function firstOf<Answer>(
  texts: readonly string[],
  ask: (text: string) => Answer | undefined,
): Answer | undefined {
  for (const text of texts) {
    const found = ask(text)
    if (found !== undefined) return found
  }
  return undefined
}

/** "Designing schemas" from "to design schemas"; a deed with a second verb stays as it is. */
function asUse(text: string): string {
  const [, verb = '', rest = ''] = /^to (\p{Ll}+)(\s.+)$/u.exec(text) ?? []
  const second = /\b(?:and|or|then)\s+(?:\p{L}+ly\s+)?(\p{Ll}+)\s/u.exec(rest)?.[1] ?? ''
  return verb === '' || baseVerb(verb) !== verb || baseVerb(second) === second
    ? text
    : toGerundForm(verb) + rest
}
