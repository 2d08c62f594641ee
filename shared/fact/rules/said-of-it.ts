import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isNounOfMany } from '../../english/count-noun.ts'
import { isActivity, isPlural } from '../../english/nouns.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { shapeOf } from '../../english/shape.ts'
import { isPlainWord, lowerTitle } from '../../english/title-case.ts'
import { baseVerb, thirdPersonBase, toThirdPerson } from '../../english/verbs.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'

/** A term and what a line says of it: what it does, what brings it about, how it is reckoned, and not what it is. */
interface Said {
  readonly term: string
  readonly text: string
  readonly statement: Statement
}

type SaidCase = Case<Said, readonly Draft[]>

/** What a text that begins with a verb, a cause or a means states about its term; undefined for any other text. */
export const saidOfIt = (term: string, text: string, statement: Statement): readonly Draft[] | undefined =>
  firstAnswer(cases, { term, text: trimEnd(text), statement })

const spokenBare = (term: string): string => {
  const small = lowerTitle(lowerStart(term))
  return /^\p{Lu}\p{Ll}+$/u.test(small) && (isNounOfMany(small) || isPlainWord(small))
    ? small.toLowerCase()
    : small
}
const asked = (term: string, words: string, statement: string): Draft[] => [
  { kind: 'aspect', respect: { kind: 'asked', words }, term, statement },
]
const doesOf = (term: string): string => (isPlural(term) ? 'do' : 'does')

/** "Leads to frost damage": what it leads to. */
const leadsTo: SaidCase = ({ term, text }) => {
  const [, verb = '', result = ''] =
    /^(?:(?:it|this|they) )?(?:can |may |will |often |usually )?(leads? to|results? in|gives? rise to)\s(.+)$/i.exec(
      text,
    ) ?? []
  return result === '' || holdsMore(term, text)
    ? undefined
    : asked(
        term,
        `what ${doesOf(term)} ${spokenBare(term)} ${verb.toLowerCase().replace(/^(lead|result|give)s/, '$1')}`,
        result,
      )
}

/** "Helps keep the joints supple", "help prevent scurvy": a helper before a bare verb. */
const helps: SaidCase = ({ term, text }) => {
  const [, verb = '', next = ''] =
    /^(helps?|lets?|makes?|keeps?|gives?)\s(?:to\s)?(\p{Ll}+)\s/iu.exec(text) ?? []
  const fits = /s$/i.test(verb) ? thirdPersonBase(verb.toLowerCase()) !== undefined : isPlural(term)
  return verb === '' || !fits || (/^help/i.test(verb) && baseVerb(next) === undefined)
    ? undefined
    : shapeOf(text) === 'third' || wordCount(text) < 3
      ? undefined
      : [{ kind: 'effect', term, deed: null, statement: text }]
}

/** "This comes from too little iodine", "caused by a virus". */
const isCausedBy: SaidCase = ({ term, text }) => {
  const cause =
    /^(?:(?:it|this|these|they) (?:is |are )?|(?:is|are) )?(?:comes? from|(?:mainly |often |usually )?caused by|results? from|arises? from|due to|brought about by)\s(.+)$/i.exec(
      text,
    )?.[1]
  return cause === undefined || holdsMore(term, text) || !isTrouble(term)
    ? undefined
    : asked(
        term,
        `what causes ${isOneName(term) ? term.toLowerCase() : spokenBare(term)}`,
        trimEnd(cause.replace(/\.\s+(?:This|It|The)\s.*$/s, '')),
      )
}

/** What has a cause bears a noun's name: "rickets", "kidney failure". */
const isTrouble = (term: string): boolean =>
  wordCount(term) <= 3 &&
  shapeOf(term) === 'noun' &&
  !/^\p{L}+ly\s|\s(?:for|from|in|of|to|with)\s/iu.test(term)
const isOneName = (term: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(term)

/** "This will start each machine apart": the subject is the term. */
const willDo: SaidCase = ({ term, text }) => {
  const [, verb = '', rest = ''] =
    /^(?:this|it|they|these) will (?:also )?(\p{Ll}+)(\s.+)$/iu.exec(text) ?? []
  const several = isPlural(term)
  return baseVerb(verb) !== verb || verb === ''
    ? undefined
    : [{ kind: 'effect', term, deed: null, statement: `${several ? verb : toThirdPerson(verb)}${rest}` }]
}

/** "Density formula: mass / volume". */
const formula: SaidCase = ({ term, text }) => {
  const whose = /^(.+?)\s(?:formula|equation)$/i.exec(term)?.[1]
  return whose === undefined || !/\s[/×*÷+−=-]\s|\s(?:divided by|over|times|plus|minus)\s/.test(text)
    ? undefined
    : asked(term, `what is the formula for ${spokenBare(whose)}`, text)
}

/** "Integrity: checksums are used to ensure …", "Authentication: the sender is verified through a signature": the means. */
const byMeans: SaidCase = ({ term, text }) => {
  if (holdsMore(term, text) || wordCount(term) > 3 || isPlural(term)) return undefined
  if (
    /^(?:\p{L}[\p{L}-]*\s){1,6}?(?:\([^()]*\)\s)?(?:is|are) used to \p{Ll}+\s/iu.test(text) &&
    quality.test(term)
  )
    return asked(term, `how is ${spokenBare(term)} ensured`, text)
  return /\s(?:is|are) \p{Ll}+ed (?:by|through|using|with)\s/u.test(text) &&
    /^(?:the|an?|each|every|all)\s/i.test(text) &&
    protection.test(term)
    ? asked(term, `how is ${spokenBare(term)} done`, text)
    : undefined
}

const quality = /(?:ity|cy|ness)$/i
const protection = /(?:cation|rization|zation|ption)$/i

/** "Main functions" of what stands above: each says what that thing does. */
const partOfWhole: SaidCase = ({ term, text, statement: { path } }) => {
  const part = partsHeading.exec(cleanHeading(path.at(-1) ?? ''))?.[1]?.toLowerCase()
  if (part === undefined || wordCount(term) > 2 || shapeOf(text) !== 'imperative') return undefined
  const whole = cleanHeading(path.at(-2) ?? '')
  if (whole === '' || wordCount(whole) > 5 || /\bvs\b|[?:,&]|\sand\s/i.test(whole)) return []
  const bare = spokenBare(whole)
  const said =
    isActivity(bare) || isPlural(bare) || !/\s\p{Ll}+$/u.test(bare)
      ? bare
      : `the ${bare.replace(/^the\s/i, '')}`
  const verb = firstWord(text)
  if (verb.toLowerCase() === term.toLowerCase()) return []
  return asked(
    term,
    `what does the ${spokenBare(term)} ${part} of ${said} do`,
    baseVerb(verb.toLowerCase()) === undefined
      ? text
      : toThirdPerson(verb.toLowerCase()) + text.slice(verb.length),
  )
}

const partsHeading =
  /^(?:(?:main|key|core|basic|primary|typical|essential)\s)?(function|feature|role|component|stage|phase|step)s$/i

/** The term stands in the text: then the line speaks of more than the term. */
const holdsMore = (term: string, text: string): boolean =>
  ` ${text.toLowerCase()} `.includes(` ${term.toLowerCase()} `)

const cases: readonly SaidCase[] = [leadsTo, helps, isCausedBy, willDo, formula, byMeans, partOfWhole]
