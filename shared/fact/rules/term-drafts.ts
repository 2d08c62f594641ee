import { askClaim, keyTerm } from '../../english/claims.ts'
import { clauseDrafts } from './clause-drafts.ts'
import { actionDrafts } from './from-action.ts'
import { adviceDrafts } from './from-best-practice.ts'
import { isName } from '../../english/is-name.ts'
import { impersonal, isPersonal } from '../../english/impersonal.ts'
import { isNounToo } from '../../english/imperative.ts'
import { nounDrafts } from './noun-drafts.ts'
import { isActivity, isPlural } from '../../english/nouns.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { wordCount } from '../../basics/text.ts'
import { splitTopLevel } from '../../english/enumeration.ts'
import { isSentence } from '../../english/is-sentence.ts'
import { readClause } from '../../english/read-clause.ts'
import { thirdPersonBase } from '../../english/verbs.ts'
import { knownAsBase } from '../../english/verbs-only.ts'
import { dropRepeatedSubject } from '../../english/repeated-subject.ts'
import { splitSentences } from '../../english/sentences.ts'
import { type Shape, shapeOf } from '../../english/shape.ts'
import { cutTails } from './tails.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'
import { stress, onlyImportance, withoutPraise } from '../../english/praise.ts'
import { isUsedThing } from '../../english/used-things.ts'
import { wayOfWorking } from '../../english/noun-kinds.ts'
import { saidOfIt } from './said-of-it.ts'
import { followUp } from './follow-up.ts'

/** The facts that a text states about a term, by the text's grammar. */
export function termDrafts(term: string, text: string, statement: Statement): Draft[] {
  const [main, ...more] = splitSentences(text)
  const told = impersonal(main ?? '')
  const drafts = told === undefined ? actionDrafts(term, main ?? '') : mainDrafts(term, told, statement)
  return [...drafts, ...more.flatMap((sentence) => followUp(term, sentence))]
}

/** What is told about a term, without praise and without the term itself. */
interface Told {
  readonly term: string
  readonly text: string
  /** True where the text began with the term: "Caching: caching is …". */
  readonly repeated: boolean
  readonly statement: Statement
}

function mainDrafts(term: string, said: string, statement: Statement): readonly Draft[] {
  const told = isActivity(term) ? withoutPraise(said.replace(stress, '')) : said
  if (onlyImportance.test(trimEnd(told)) || (statement.section === 'trouble' && !defines.test(told)))
    return []
  const asked = claimDrafts(term, told, statement) ?? saidOfIt(term, told, statement)
  if (asked !== undefined) return asked
  const repeated = dropRepeatedSubject(term, told)
  // What its author says of themselves stays as they wrote it, and is doubted.
  const text = trimEnd(isPersonal(statement.full) ? (repeated ?? told) : withoutLead(repeated ?? told))
  // "They are structures that …" can only say what the term is, whatever the number of each.
  if (/^(?:it is|they are)\s/i.test(told) && explains.test(text))
    return [{ kind: 'definition', term, statement: text }]
  if (text === '' || comparesOrLinks.test(text)) return []
  if (tellsWhen(text)) return [{ kind: 'definition', term, statement: text }]
  if (isPlural(term) && bareDeed(text)) return [{ kind: 'effect', term, deed: null, statement: text }]
  return byShape[shapeIn(text)]({ term, text, repeated: repeated !== undefined, statement })
}

/** "They are whip-like structures", "refers to the view of the writer", "is the movement of …": what follows says what it is. */
const withoutLead = (text: string): string =>
  text.replace(
    /^(?:(?:it|they|this|these) (?:is|are|was|were|means?|refers? to)|(?:is|are|was|were) (?=(?:an?|the|any)\s)|(?:it )?refers? to|is defined as|defined as)\s+(?=\p{L})/iu,
    '',
  )

/** "The bank meets every six weeks": an article begins sentences too. */
function shapeIn(text: string): Shape {
  const shape = shapeOf(text)
  return shape === 'noun' && isSentence(text) ? 'clause' : shape
}

/** "Where a salt is molten", "When demand exceeds supply": the case that the term names. */
const tellsWhen = (text: string): boolean =>
  /^(?:when|where)\s/i.test(text) &&
  !/,\s(?:an?|he|it|one|she|the|they|this|you)\s/i.test(text) &&
  wordCount(text) >= 5 &&
  splitTopLevel(text).length < 3 &&
  readClause(text.replace(/^\S+\s/, '')) !== undefined

/** "Bind a metal at several points": a bare verb and its object below a plural. */
const bareDeed = (text: string): boolean =>
  shapeOf(text) === 'noun' &&
  knownAsBase(firstWord(text).toLowerCase()) === 'verb only' &&
  /^\p{L}+\s(?:an?|the|its|their|all|each|every)\s/iu.test(text)

const explains =
  /^(?!\p{L}+(?:ed|ing)\s)(?:[\p{L}’'-]+[, ]+(?:- )?){1,6}?(?:that|which|who|in which|where|of|for|from)\s/iu

/** Among troubles a label is a trouble, unless an article or a clause says what it is. */
const defines = /^(?:an?|any|the)\s|\s(?:that|which|who|whose|in which|when)\s/i

const comparesOrLinks = /\bvs\.?\b|https?:/i

/** "Caches lie" is a claim that the text explains; that "Caching is key" is praise. */
function claimDrafts(term: string, told: string, statement: Statement): readonly Draft[] | undefined {
  const claim = askClaim(term)
  // "Documentation is code: keep it current" orders; it does not say why.
  if (claim !== undefined && shapeOf(told) === 'imperative') return []
  if (claim !== undefined)
    return [{ kind: 'aspect', respect: { kind: 'asked', words: claim }, term, statement: trimEnd(told) }]
  const key = keyTerm(term)
  if (key === undefined) return undefined
  return shapeOf(told) === 'imperative' ? adviceDrafts(key, told, statement) : []
}

/** "Using Swagger for documentation", "speeding up reads". */
function gerundDrafts({ term, text, statement }: Told): readonly Draft[] {
  if (studies.test(text)) return []
  // Among advice "Tests: writing them early" is a duty; what it is told from makes it a fact.
  if (statement.section === 'practice' && !/\b(?:before|after|instead|rather|without|not)\b/i.test(text))
    return []
  const [, tool, use] = /^using\s+(.+?)\s+for\s+(.+)$/i.exec(text) ?? []
  if (tool !== undefined && use !== undefined) return usingDrafts(term, tool, use)
  return tellsUse(term, statement) ? purposeDrafts(term, text) : activityDrafts(term, text)
}

/** A gerund tells the use of a tool, and what is done in an activity; of several things it only tells what they serve. */
const tellsUse = (term: string, { path }: Statement): boolean =>
  isActivity(term) || isPlural(term) || wayOfWorking.test(term) || isUsedThing(term, path)

/** "Breaking up a firm" is what a demerger is. */
function activityDrafts(term: string, text: string): readonly Draft[] {
  const { core, drafts } = cutTails(term, text)
  return [{ kind: 'definition', term, statement: core }, ...drafts]
}

/** "Learning to deploy": what the author did with the term. */
const studies =
  /^(?:acquiring|deepening|exploring|familiari[sz]ing|gaining|getting|learning|mastering|practi[cs]ing|studying|understanding|working with)\b/i

/** "Used mainly for caching", "used as a cache". */
function usedDrafts({ term, text }: Told): readonly Draft[] {
  const bare = text
    .replace(/^\p{L}+(?:\s+(?:mainly|primarily|often|mostly|commonly|extensively))?\s+/iu, '')
    .replace(/^for\s+/i, '')
  return /^as\b/i.test(bare)
    ? [{ kind: 'purpose', use: 'role', term, statement: bare.replace(/^as\s+/i, '') }]
    : purposeDrafts(term, bare)
}

function purposeDrafts(term: string, text: string): readonly Draft[] {
  const { core, drafts } = cutTails(term, text)
  return [{ kind: 'purpose', use: 'purpose', term, statement: core }, ...drafts]
}

/** "Lets clients ask for fields, reducing traffic". */
function thirdDrafts({ term, text, statement }: Told): readonly Draft[] {
  // "Changes in the features of a people" is a noun: several things "change", they do not "changes".
  if (
    isPlural(term) &&
    /^\p{L}+\s(?:between|from|in|of)\s/u.test(text) &&
    isNounToo(thirdPersonBase(firstWord(text)) ?? '')
  )
    return nounDrafts(term, text, statement.path)
  const { core, drafts } = cutTails(term, text)
  return [{ kind: 'effect', term, deed: null, statement: core }, ...drafts]
}

/** "Ensure each column is atomic": advice, a name that begins like an order, or what the term asks for. */
function imperativeDrafts({ term, text, statement }: Told): readonly Draft[] {
  if (/^set up\b/i.test(text)) return []
  if (statement.section === 'practice') return adviceDrafts(term, text, statement)
  if (isNameLikeOrder(text)) return nounDrafts(term, text, statement.path)
  if (!isPlural(term)) return [orderedBy(term, text)]
  if (isNounToo(firstWord(term)) && term.includes(' ')) return []
  return [{ kind: 'effect', term, deed: null, statement: cutTails(term, text).core }]
}

/** "Test runner for …": its first word is a verb too, and no article follows. */
const isNameLikeOrder = (text: string): boolean =>
  isNounToo(firstWord(text)) && !/^\S+\s(?:an?|the|your|all|each|every)\s/i.test(text)

/** "For pruning roses"; "for each extra unit the gain falls" states a law, "for short stays, this costs most" more than a use. */
function forDrafts({ term, text }: Told): readonly Draft[] {
  if (/^for (?:each|every|any|all)\s.*[,\s](?:an?|the|its|there)\s/i.test(text))
    return [{ kind: 'definition', term, statement: text }]
  return /,\s(?:it|this|they|these)\s/i.test(text)
    ? []
    : [{ kind: 'purpose', use: 'purpose', term, statement: text.replace(/^for\s+/i, '') }]
}

/** What a text states about its term, by the shape of the text. */
const byShape: Readonly<Record<Shape, (told: Told) => readonly Draft[]>> = {
  noun: ({ term, text, statement }) => nounDrafts(term, text, statement.path),
  gerund: gerundDrafts,
  used: usedDrafts,
  for: forDrafts,
  infinitive: ({ term, text }) => [{ kind: 'purpose', use: 'purpose', term, statement: text }],
  third: thirdDrafts,
  imperative: imperativeDrafts,
  past: ({ term, text }) => actionDrafts(term, text),
  clause: ({ term, text, repeated, statement }) => clauseDrafts(term, text, repeated, statement),
  other: () => [],
}

/** "Using Swagger for documentation": the tool of an activity; for anything else what it serves. */
function usingDrafts(term: string, tool: string, use: string): Draft[] {
  return isActivity(term) && isName(tool)
    ? [{ kind: 'aspect', respect: { kind: 'tool' }, term, statement: tool }]
    : [
        {
          kind: 'purpose',
          use: 'purpose',
          term,
          statement: isActivity(term) ? `using ${tool} for ${use}` : use,
        },
      ]
}

/** "Ensure each column is atomic" is what the term ensures; any other order is what it asks one to do. */
function orderedBy(term: string, text: string): Draft {
  const ensured = /^ensures?\s+(?:that\s+)?(.+)$/i.exec(text)?.[1]
  return ensured === undefined
    ? { kind: 'effect', term, deed: { verb: 'ask', whom: 'you', follows: 'to do' }, statement: text }
    : { kind: 'effect', term, deed: { verb: 'ensure' }, statement: ensured }
}
