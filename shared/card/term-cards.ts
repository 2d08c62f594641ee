import { capitalise, contentStems, isFunctionWord, wordCount } from '../basics/text.ts'
import { isEveryday } from '../english/everyday-words.ts'
import { lauds } from '../english/news.ts'
import { isVerbForm } from '../english/verbs.ts'
import type { Deed, FactOf } from '../fact/fact.ts'
import { basic } from './kinds/basic.ts'
import { reverse } from './kinds/reverse.ts'
import { isGeneralNoun } from '../english/general-nouns.ts'
import { isActivity, isPlural } from '../english/nouns.ts'
import { didOnce, livedOnce, tellsPerson } from '../english/persons.ts'
import { trimEnd } from '../english/phrase.ts'
import { shapeOf } from '../english/shape.ts'
import { beforeRelative, isSentence } from '../english/is-sentence.ts'
import { isAdjectiveAlone, tellsKindApart } from '../english/label-words.ts'
import { readClause } from '../english/read-clause.ts'
import { toThirdPerson } from '../english/verbs.ts'
import { inField, inTool, inTopic, ofTool, placeOfTerm, placed } from './place-of-term.ts'
import { generalTerm, reason } from './lint-rule.ts'
import { answer, be, does, inner } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** "What is X?", and the way back where the definition fits one term only. */
export function definitionCards(fact: FactOf<'definition'>): Proposal[] {
  const { term } = fact
  const adjective = isAdjectiveAlone(term) || (tellsKindApart(term) && shapeOf(fact.statement) === 'gerund')
  const spoken = adjective ? fact.spoken.toLowerCase() : fact.spoken
  const statement = withoutLead(fact.statement)
  const back = answer(statement)
  if (fact.kindOf !== undefined) {
    const question = `What kind of ${fact.kindOf} ${be(spoken)} ${spoken}?`
    return [{ content: basic(question, back), accepted: fact.variants, score: 8 }]
  }
  const place = placeOfTerm(fact)
  const doubt =
    place === '' && isGeneralNoun(term) && contentStems(back).length < 4 ? { doubt: generalTerm } : {}
  const front = definitionFront(term, spoken, statement)
  const cards: Proposal[] = [
    {
      content: basic(placed(place, front), back),
      accepted: fact.variants.map(answer),
      score: 10,
      ...doubt,
      ...(onlyCounts.test(statement) && readClause(beforeRelative(statement)) === undefined
        ? { doubt: countsOnly }
        : {}),
    },
  ]
  const specific =
    /\b(?:that|which|where|in which|whose|when|by|without|from)\b/.test(back) &&
    contentStems(back.replace(vague, ' ')).length >= 5
  if (specific && wordCount(back) <= 18 && wordCount(term) <= 4 && !namesNothing(term, statement)) {
    cards.push({
      content: reverse(
        placed(place || ofTool(fact), `What is the term for “${trimEnd(inner(statement))}”?`),
        term,
      ),
      accepted: fact.aliases,
      score: 5,
      ...(tellsInSentence(term, statement) ? { doubt: tells } : doubt),
    })
  }
  return cards
}

/** "Body becomes resistant to insulin" of a disease; a process has no other definition than what happens in it. */
const tellsInSentence = (term: string, statement: string): boolean =>
  !isActivity(term) && readClause(beforeRelative(statement)) !== undefined

const tells = reason('told_in_sentence', 'A sentence tells something of a term and does not define it.')

/** "They are whip-like structures", "Refers to the view of the teller": the subject of another line, or the verb for all. */
function withoutLead(statement: string): string {
  const rest = /^(?:they are|it is|refers? to|is defined as|denotes?)\s+(.+)$/is.exec(statement)?.[1]
  return rest !== undefined && shapeOf(rest) === 'noun' ? rest : statement
}

/** "Four guarantees that a transaction gives": which they are is the question. */
const onlyCounts =
  /^(?:the\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?:\p{Ll}+\s){0,3}?\p{Ll}+s(?=$|[,;.]|\s(?:by|for|from|in|of|on|that|to|which|who|whose|with)\s)(?!.*:)/iu
const countsOnly = reason('counts_only', 'The answer counts and does not name.')

/** "Scalable architecture: structure that keeps a system working": a word of praise for what everyday words describe. */
function namesNothing(term: string, statement: string): boolean {
  const said = statement.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? []
  const plain = said.every((word) => isFunctionWord(word) || isEveryday(word) || isVerbForm(word))
  return plain && term.toLowerCase().split(' ').some(lauds)
}

/** The question by what the definition is: a sentence, a deed of somebody, a noun phrase. */
function definitionFront(term: string, spoken: string, statement: string): string {
  const [verb, ask] = [does(spoken), bareSpoken(spoken)]
  if ((isSentence(statement) || forEach.test(statement)) && statesSomething.test(term))
    return `What ${verb} ${spoken} state?`
  if (/^\p{Lu}/u.test(spoken) && (didOnce(statement) || (livedOnce(statement) && tellsPerson(statement))))
    return `Who ${isPlural(spoken) ? 'were' : 'was'} ${spoken}?`
  if (/^\p{Lu}/u.test(spoken) && tellsPerson(statement)) return `Who ${be(spoken)} ${spoken}?`
  const explains =
    (isSentence(statement) && !firstOrLast.test(statement)) ||
    /^(?:when|where)\s/i.test(statement) ||
    isAdjectiveAlone(term) ||
    (tellsKindApart(term) && (readClause(statement) !== undefined || shapeOf(statement) === 'gerund'))
  return explains ? `What ${verb} ${ask} mean?` : `What ${be(spoken)} ${spoken}?`
}

/** "Last ship they built": what ranks names a thing. */
const firstOrLast =
  /^(?:the\s)?(?:first|last|only|second|third|(?:earli|fast|great|high|larg|lat|long|low|old|short|small|strong|young)est)\s/iu

/** "The law of demand", "Hooke's law". */
const statesSomething =
  /\b(?:hypothesis|law|principle|rule|theorem|theory)$|^(?:the\s)?(?:\p{L}+\s)?(?:hypothesis|law|principle|theorem|theory) of\s/iu

/** "For each extra unit, the gain falls". */
const forEach = /^(?:for|with) (?:each|every|any|all)\s/i

/** Words that fit the description of anything. */
const vague = /\b(?:things?|something|stuff|easy|easier|easily|simple|simply|great|good|better|best)\b/gi

/** "What does TTL stand for?", and the way back unless its letters can be read off the question. */
export function expansionCards(fact: FactOf<'expansion'>): Proposal[] {
  const { term, statement } = fact
  const question = `What ${isPlural(term) ? 'do' : 'does'} ${term} stand for?`
  const cards: Proposal[] = [
    {
      content: basic(placed(inTool(fact) || inField(fact), question), statement),
      accepted: fact.variants,
      score: 12,
      ...(isMisspelled(term, statement) ? { doubt: spelledOtherwise } : {}),
    },
  ]
  if (isReadOff(term, statement) || showsLetters(term, statement) || isMisspelled(term, statement))
    return cards
  return [...cards, { content: reverse(`What is the abbreviation of “${statement}”?`, term), score: 8 }]
}

const spelledOtherwise = reason(
  'spelled_otherwise',
  'Its words are spelled in another order than its letters.',
)

/** "IRQ" from "interrupt request", "REST" from "Representational State Transfer", but not "XML": each word begins its own letters. */
function isReadOff(short: string, long: string): boolean {
  const words = long
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}'’]+/u)
    .map(lettersOf)
    .slice(0, 12)
  return readsOff(lettersOf(short.replace(/s$/, '')).slice(0, 10), words)
}

function readsOff(letters: string, [word, ...rest]: readonly string[]): boolean {
  if (letters === '') return true
  if (word === undefined) return false
  if (readsOff(letters, rest)) return true
  let used = 0
  for (const letter of word) {
    if (letter !== letters.charAt(used)) {
      if (used === 0) return false
      continue
    }
    used++
    if (readsOff(letters.slice(used), rest)) return true
  }
  return false
}

/** "Static RAM" shows half of SRAM. */
const showsLetters = (short: string, long: string): boolean =>
  long.split(/[^\p{L}\p{N}]+/u).some((word) => /^\p{Lu}{2,}$/u.test(word) && short.includes(word))

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** "MVT" as "Model-Template-View": the same first letters, in another order. */
function isMisspelled(short: string, long: string): boolean {
  const letters = lettersOf(short.replace(/s$/, ''))
  const words = long.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !isFunctionWord(word))
  const initials = words.map((word) => word.charAt(0).toLowerCase()).join('')
  const sorted = (text: string): string => [...text].sort().join('')
  return letters !== initials && sorted(letters) === sorted(initials)
}

/** "What does X ensure?", or "What does X do?" where the verb alone would tell nothing of what is wanted. */
export function effectCards(fact: FactOf<'effect'>): Proposal[] {
  const { deed, spoken, statement, variants } = fact
  if (deed?.verb === 'ask' && !demands.test(fact.term))
    return [
      { content: basic(`What ${does(spoken)} ${bareSpoken(spoken)} mean?`, answer(statement)), score: 8 },
    ]
  const kind = deed === null ? undefined : namedKind(deed, statement)
  if (deed !== null && kind !== undefined)
    return [
      {
        content: basic(`Which ${kind.noun} ${does(spoken)} ${spoken} ${deed.verb}?`, capitalise(kind.name)),
        score: 8,
      },
    ]
  const told = deed === null || asksPrecisely(deed) ? undefined : deedTold(deed, isPlural(spoken))
  const say = (text: string): string => answer(told === undefined ? text : `${told} ${text}`)
  const asked = `What ${does(spoken)} ${spoken} ${deed === null || told !== undefined ? 'do' : deedWords(deed)}?`
  return [
    {
      content: basic(placed(inTool(fact) || inTopic(fact), asked), say(statement)),
      accepted: variants.map(say),
      score: deed === null ? 9 : 8,
    },
  ]
}

/** What can demand something; anything else that is told by an order is what the order says. */
const demands = /(?:code|form|law|norm|policy|principle|rule|standard|theorem)$/i

/** Deeds that ask for one thing: "require", "replace", "allow clients to do". Of "improve" or "support" there is always more. */
const asksPrecisely = ({ verb, follows }: Deed): boolean =>
  follows !== undefined ||
  /^(?:ask|avoid|ensure|follow|guarantee|mean|need|prevent|replace|require|return|store|use)$/.test(verb)

/** "Reduces", "leads to": the deed as its own answer begins. */
const deedTold = ({ verb, particle }: Deed, several: boolean): string =>
  [several ? verb : toThirdPerson(verb), particle].filter((part) => part !== undefined).join(' ')

/** "follow the MVT pattern", "require Groff executable": the noun asks for the name before it. */
function namedKind(
  { verb, whom, particle, follows }: Deed,
  statement: string,
): { noun: string; name: string } | undefined {
  if (
    whom !== undefined ||
    particle !== undefined ||
    follows !== undefined ||
    !/^(?:follow|need|require|use)$/.test(verb)
  )
    return undefined
  const [, name, noun] =
    /^(?:an?\s|the\s)?((?:`[^`]+`|\p{Lu}[^\s,;]*)(?:\s\p{Lu}[^\s,;]*){0,2})\s(\p{Ll}{3,})$/u.exec(
      statement,
    ) ?? []
  return name === undefined || noun === undefined ? undefined : { noun, name }
}

/** "allow clients to do", "lead to". */
const deedWords = ({ verb, whom, particle, follows }: Deed): string =>
  [verb, whom, particle, follows].filter((part) => part !== undefined).join(' ')

/** A spoken term without its article. */
export const bareSpoken = (spoken: string): string => spoken.replace(/^an? /, '')
