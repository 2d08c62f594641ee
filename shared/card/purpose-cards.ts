import { assertNever } from '../basics/brand.ts'
import type { FactOf } from '../fact/fact.ts'
import { basic } from './kinds/basic.ts'
import { isActivity, isPlural } from '../english/nouns.ts'
import { shapeOf } from '../english/shape.ts'
import { baseVerb, toGerundForm } from '../english/verbs.ts'
import { inTool, placed } from './place-of-term.ts'
import { bareSpoken } from './term-cards.ts'
import { answer, be, does } from './wording.ts'
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
      return [card(`What can ${spoken} be used for?`, asUse(statement))]
    case 'purpose': {
      const key = inTool(fact)
      const question = purposeQuestion(fact)
      return question === undefined ? [] : [card(placed(key, question), told, 9)]
    }
    default:
      return assertNever(fact.use)
  }
}

function purposeQuestion({ term, spoken, statement }: FactOf<'purpose'>): string | undefined {
  const shape = shapeOf(statement)
  const several = isPlural(spoken) && /\s(?:and|&|\+)\s/.test(spoken)
  if (shape === 'infinitive' || shape === 'third' || shape === 'clause')
    return several ? undefined : `What is the purpose of ${spoken}?`
  if (shape !== 'gerund' || !(isActivity(term) || wayOfWorking.test(term)))
    return `What ${be(spoken)} ${spoken} used for?`
  return several || sharedDeed.test(statement)
    ? undefined
    : `What ${does(spoken)} ${bareSpoken(spoken)} mean?`
}

/** Names of ways to work: what they are about is what one does. */
const wayOfWorking =
  /\b(?:approach|contracts?|methods?|methodology|patterns?|principles?|techniques?|fixtures|testing)$/i

/** Deeds that any activity shares: they tell what was worked on, not what the activity is. */
const sharedDeed =
  /^(?:achieving|adopting|applying|building|creating|delivering|designing|developing|doing|ensuring|enhancing|exploring|focusing|following|implementing|improving|integrating|learning|leveraging|maintaining|making|managing|mastering|optimizing|planning|practicing|promoting|understanding|using|utilizing|working)\s/i

/** "Designing schemas" from "to design schemas"; a deed with a second verb stays as it is. */
function asUse(text: string): string {
  const [, verb = '', rest = ''] = /^to (\p{Ll}+)(\s.+)$/u.exec(text) ?? []
  const second = /\b(?:and|or|then)\s+(?:\p{L}+ly\s+)?(\p{Ll}+)\s/u.exec(rest)?.[1] ?? ''
  return verb === '' || baseVerb(verb) !== verb || baseVerb(second) === second
    ? text
    : toGerundForm(verb) + rest
}
