import { singular } from '../basics/text.ts'
import { withArticle } from './article.ts'
import {
  areCountedInitials,
  countOfDefined,
  isCommonNoun,
  isCountedPhrase,
  isNounOfMany,
} from './count-noun.ts'
import { isEveryday } from './everyday-words.ts'
import { isPlural } from './nouns.ts'
import { didOnce, tellsOnePerson, tellsPerson } from './persons.ts'
import { isListedWord, isPlainWord, isProperName, lowerTitle } from './title-case.ts'
import { gerundBase, isVerbForm } from './verbs.ts'

/** How a writer uses words in running text: the best evidence of how a question says them. */
export interface Usage {
  /** Words that stand in small letters, in the singular. */
  readonly small: ReadonlySet<string>
  /** Words with a capital inside sentences: names. */
  readonly names: ReadonlySet<string>
  /** Phrases behind "a" or "an". */
  readonly counted: ReadonlySet<string>
  /** Phrases behind "the". */
  readonly definite: ReadonlySet<string>
  /** Words that open a sentence as its subject without an article, in lower case. */
  readonly subjects: ReadonlySet<string>
}

/** What the same writer says of a term elsewhere. */
export interface Told {
  readonly definition?: string
  /** True where it stands in a list of people. */
  readonly amongPeople?: boolean
  /** What its letters stand for. */
  readonly spelledOut?: string
}

/**
 * A term as it stands in a question: "a branch", "the N+1 problem", "an API", "erosion", "GraphQL". A capital goes that only
 * stood for a beginning; an article comes where the writer puts one, or else where English asks for one.
 */
export function sayTerm(term: string, usage: Usage, told: Told = {}): string {
  const aside = /^([^`()“"]{2,})(\s\([^()]*\))$/.exec(term)
  if (aside !== null) return sayTerm(aside[1] ?? '', usage, told) + (aside[2] ?? '')
  if (/[`()“"]/.test(term)) return term
  const own = /^(?:An?|The)\s+(?=\p{Ll})/iu.exec(term)?.[0]
  if (own !== undefined) return own.toLowerCase() + term.slice(own.length)
  if (namesPerson(term, usage, told)) return term
  const said = lowered(term, usage, told)
  return term.split(' ').length > 5 || isPlural(said) || /['’]s?\s|_/.test(said)
    ? said
    : `${articleOf(said, usage, told)}${said}`
}

/** "Echo: a nymph whom Zeus punished": a name, unless the note writes the word small or counts it as one of many. */
function namesPerson(term: string, usage: Usage, { definition = '', amongPeople }: Told): boolean {
  if (!/^\p{Lu}\p{Ll}+(?:\s\p{Lu}\S*){0,3}$/u.test(term) || !tellsPerson(definition)) return false
  const key = singular(term.toLowerCase())
  if (usage.counted.has(term) || usage.counted.has(term.toLowerCase())) return false
  if (term.includes(' ') || usage.names.has(key)) return true
  return !usage.small.has(key) && (amongPeople === true || tellsOnePerson(definition) || didOnce(definition))
}

/** Without the capitals of a title or of a line's beginning. */
function lowered(term: string, usage: Usage, { definition = '' }: Told): string {
  const parts = term.split(' ')
  const sentenceCase = parts.length > 1 && parts.slice(1).every((word) => /^[\p{Ll}\d(-]/u.test(word))
  if (parts.length > 5 && !sentenceCase) return term
  const isHeardSmall = (word: string): boolean => usage.small.has(singular(word.toLowerCase()))
  const isSmall = (word: string): boolean => {
    const key = singular(word.toLowerCase())
    if (usage.small.has(key)) return true
    if (usage.names.has(key) || isProperName(word)) return false
    if (sentenceCase && byPerson.test(parts.at(-1) ?? '') && parts.length === 2) return isPlainBefore(word)
    if (sentenceCase || isListedWord(word)) return sentenceCase || parts.length === 1
    return parts.length === 1 && isCommonNoun(word, definition, usage.subjects.has(word.toLowerCase()))
  }
  const small = parts
    .map((word) => (/^\p{Lu}[\p{Ll}-]+$/u.test(word) && isSmall(word) ? word.toLowerCase() : word))
    .join(' ')
  if (ofHistory.test(term) && !parts.some(isHeardSmall)) return term
  if (small === small.toLowerCase() || sentenceCase) return small
  const isPlain = (word: string): boolean => isSmall(word) || isPlainWord(word) || isNounOfMany(word)
  return parts.length > 1 &&
    isNounOfMany(parts.at(-1) ?? '') &&
    parts.every(isPlain) &&
    !parts.some((word) => isNamed(word, usage))
    ? term.toLowerCase()
    : lowerTitle(term)
}

/** Before "effect", "law" or "cycle" a capital may be a person's: "Doppler effect", "Substitution effect". */
const isPlainBefore = (word: string): boolean =>
  isListedWord(word) || isEveryday(word) || isNounOfMany(word) || adjective.test(word) || isVerbForm(word)

const adjective = /(?:able|al|ant|ary|ed|ent|ful|ible|ic|ive|less|ory|ous|ular)$/

const isNamed = (word: string, { names }: Usage): boolean =>
  isProperName(word) || names.has(singular(word.toLowerCase())) || /^\p{Lu}{2}|\p{Ll}\p{Lu}|\d/u.test(word)

/** "a ", "the " or nothing. */
function articleOf(said: string, usage: Usage, told: Told): string {
  if (usage.counted.has(said)) return article(said)
  if ((isNamelike(said) && usage.definite.has(said)) || isOnlyOne(said)) return 'the '
  if (/^\p{Lu}{2,6}\d?$/u.test(said))
    return areCountedInitials(told.spelledOut ?? '', told.definition ?? '') ? article(said) : ''
  if (/^\d/.test(said)) return ''
  // "Hashing" is done; "a building" and "a meeting" are words of every day.
  if (/^\p{Ll}+ing$/u.test(said) && gerundBase(said) !== undefined && !isEveryday(said)) return ''
  // "The boiling point of the mixture": what follows tells which one.
  const ofThe = /^\p{Ll}[\p{Ll} -]*?(?=\sof the\s)/u.exec(said)?.[0]
  if (ofThe !== undefined && isCountedPhrase(ofThe)) return 'the '
  const bare = !/\s(?:of|in|for|with|on|to|by|from|at|per|and|or|that|which|as|vs\.?|versus)\s/.test(said)
  const count =
    /^\p{Ll}/u.test(said) && bare
      ? countOfDefined(said, told.definition ?? '', usage.subjects.has(said))
      : undefined
  if (count === 'mass') return ''
  const phrase = said.includes(' ') && /\s[\p{Ll}-]+$/u.test(said) && bare && isCountedPhrase(said)
  return count === 'one' || phrase ? article(said) : ''
}

/** Initials, and words with a capital to their end: of other words "the" only points back to what was named before. */
const isNamelike = (said: string): boolean => /^\p{Lu}/u.test(said) && !/(?:^|\s)\p{Ll}\S*$/u.test(said)

const article = (said: string): string => withArticle(said).slice(0, -said.length)

/**
 * True for a law, a problem or a number in a row, of which there is one by its name: "the Doppler effect", "the N+1
 * problem", "the second law of thermodynamics", "the greatest common divisor".
 */
function isOnlyOne(said: string): boolean {
  const [head = '', ...tail] = said.split(/\s(?=(?:of|for|in)\s)/)
  const words = head.split(' ')
  const last = words.at(-1) ?? ''
  if (tail.length > 0 && named.test(last)) return true
  if (ofHistory.test(head)) return true
  if (words.length < 2) return false
  if (ranked.test(words[0] ?? '') && /^[\p{Ll}-]+$/u.test(last) && isCountedPhrase(head)) return true
  if (alwaysNamed.test(last) || (last === 'law' && !fieldOfLaw.test(words.at(-2) ?? ''))) return true
  const before = words.slice(0, -1).filter((word) => !isProperName(word))
  return before.some((word) => /^\p{Lu}\S*\p{Ll}|\d/u.test(word))
    ? namedByName.test(last)
    : before.some((word) => /^\p{Lu}{2}/u.test(word)) && namedByInitials.test(last)
}

/** What is one of a kind once its name stands before it, whatever the name: "the placebo effect". */
const alwaysNamed = /^(?:dilemma|effect|fallacy|paradox|principle|theorem)$/i

/** "Criminal law", "contract law": no law, but all that there are in a field. */
const fieldOfLaw =
  /(?:al|ic|ory|ive|ate)$|^(?:bankruptcy|case|church|civil|common|company|competition|contract|copyright|criminal|employment|english|family|insurance|islamic|labou?r|land|maritime|military|patent|property|state|tax|tort|trade)$/i

/** What is one of a kind where a proper name or a number stands before it: "the Turing test", but "a unit test". */
const namedByName =
  /^(?:amendment|approximation|bias|conjecture|constant|criterion|curve|cycle|distribution|doctrine|equation|equilibrium|experiment|formula|hierarchy|hypothesis|inequality|law|lemma|method|model|number|problem|process|pyramid|ratio|reaction|relation|relationship|rule|sequence|series|syndrome|system|test|theory|transform|triangle)$/i

/** What is mostly named for a person. */
const byPerson =
  /^(?:conjecture|constant|curve|cycle|distribution|effect|equation|equilibrium|inequality|lemma|method|number|paradox|principle|process|reaction|relation|syndrome|test|theorem|transform|triangle)$/

/** Acts, wars and ages with capitals to the end: "the Cold War", "the Clean Air Act". */
const ofHistory =
  /^(?:\p{Lu}[\p{L}'’-]*\s)+(?:Act|Age|Amendment|Army|Court|Dynasty|Empire|Era|Pact|Revolution|Treaty|War)$/u

/** "The OSI model", but "an HTTP method". */
const namedByInitials = /^(?:law|model|problem)$/i

/** "The law of demand", "the theory of mind": what stands after "of" tells which one. */
const named =
  /^(?:center|centre|doctrine|duty|hypothesis|law|method|paradox|principle|problem|rule|speed|theorem|theory)$/i

/** Numbers in a row and superlatives. */
const ranked =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|(?:great|small|larg|long|short|high|low|fast|slow|near|close|clos|few|late|earli|old|young|strong|weak|simpl)est|least|best|worst)$/i
