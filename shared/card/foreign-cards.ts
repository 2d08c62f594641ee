import { capitalise } from '../basics/text.ts'
import type { Abroad, Fact, FactOf, Named } from '../fact/fact.ts'
import { trimEnd } from '../english/phrase.ts'
import { frames } from '../language/frames.ts'
import { type FramedLanguage, isFramed } from '../language/language.ts'
import { lengthInWords, sharesWord } from '../language/words-of.ts'
import { basic } from './kinds/basic.ts'
import { reverse } from './kinds/reverse.ts'
import { clozeCards } from './written-cards.ts'
import type { Proposal } from './proposal.ts'

/**
 * The questions of a fact in another language: in its own words where its frames are known, else the two sides as they
 * are. Undefined for what is asked in no words but the author's.
 */
export function foreignCards(fact: Fact, abroad: Abroad): Proposal[] | undefined {
  if (fact.kind === 'question')
    return fact.sides.kind === 'defined' ? definedCards(fact, fact.sides.named, abroad) : undefined
  if (fact.kind === 'expansion')
    return [
      { content: basic(expansionFront(fact, abroad), fact.statement), accepted: fact.variants, score: 12 },
    ]
  if (fact.kind === 'cloze') return clozeCards(fact).map((proposal) => withTopic(proposal, abroad))
  return fact.kind === 'aspect' && fact.respect.kind === 'named'
    ? [cellCard(fact, fact.respect.name, abroad)]
    : undefined
}

/** "Was versteht man unter …?", and the way back where the meaning is told at some length without its term. */
function definedCards(fact: FactOf<'question'>, named: Named | null, abroad: Abroad): Proposal[] {
  const { term, statement, variants, aliases } = fact
  const { tongue, topic } = abroad
  const meaning = capitalise(trimEnd(statement))
  const forward = isFramed(tongue) ? framed(term, named, tongue) : `${term} = ?`
  const cards: Proposal[] = [
    { content: basic(below(topic, forward, abroad), meaning), accepted: variants, score: 10 },
  ]
  const tooShort = lengthInWords(statement) < fewestTold && !term.startsWith('`')
  if (tooShort || sharesWord(term, statement)) return cards
  const question = isFramed(tongue)
    ? below(topic, frames[tongue].whichTerm(trimEnd(statement)), abroad)
    : trimEnd(statement)
  return [...cards, { content: reverse(question, term), accepted: aliases, score: 5 }]
}

/** A shorter meaning fits other terms as well; what a key does is short. */
const fewestTold = 4

function framed(term: string, named: Named | null, language: FramedLanguage): string {
  const { whatIs, whatMeans } = frames[language]
  if (named !== null) return whatIs(named.words, named.plural)
  return isLetters.test(term) ? whatIs(term, false) : whatMeans(term)
}

/** "H.245", "VoIP": such a name needs no article. */
const isLetters = /^[\p{Lu}\d][\p{L}\d.+-]*[\p{Lu}\d][\p{L}\d.+-]*$/u

const expansionFront = ({ term }: FactOf<'expansion'>, { tongue }: Abroad): string =>
  isFramed(tongue) ? frames[tongue].standsFor(term) : `${term} = ?`

/** "Eiche: Blattform?" */
function cellCard(
  { term, statement, variants }: FactOf<'aspect'>,
  respect: string,
  abroad: Abroad,
): Proposal {
  const { tongue, topic } = abroad
  const asked = isFramed(tongue) ? frames[tongue].ofRow(term, respect) : `${term}: ${respect}?`
  const front = topic === '' ? asked : `${topic} – ${asked}`
  return { content: basic(front, capitalise(trimEnd(statement))), accepted: variants, score: 9 }
}

/** The sentence with the topic that it belongs to, unless it names it itself. */
function withTopic(proposal: Proposal, abroad: Abroad): Proposal {
  const { content } = proposal
  if (content.kind !== 'cloze' || sharesWord(abroad.topic, `${content.before} ${content.after}`))
    return proposal
  return { ...proposal, content: { ...content, before: below(abroad.topic, content.before, abroad) } }
}

function below(topic: string, question: string, { tongue }: Abroad): string {
  if (topic === '' || question.toLowerCase().includes(topic.toLowerCase())) return question
  return isFramed(tongue) ? frames[tongue].below(topic, question) : `${topic}: ${question}`
}
