import { capitalise, normaliseTerm } from '../basics/text.ts'
import { rulesOf } from '../card/kinds/card-kinds.ts'
import { withoutPlace } from '../card/lint-rule.ts'
import { firstWord } from '../english/phrase.ts'
import { shapeOf } from '../english/shape.ts'
import { baseVerb, toThirdPerson } from '../english/verbs.ts'
import type { QuizCard } from './quiz-card.ts'

/** Such words tell the answer, or turn "true" into a puzzle. */
const tellingWords = /\b(?:not|no|never|always|only|none|all|every|cannot|without|nor)\b|n't\b/i
const mostWords = 30

/**
 * A card's question and an answer as one statement, or null when none can be made without guessing at grammar, or when
 * it would hold a negation or an absolute word.
 */
export function trueFalseStatement(card: QuizCard, answer: string): string | null {
  const value = answer.trim().replace(/[.;]$/, '')
  const statement = rulesOf(card.content).quiz.fill(card.content, value) ?? fromQuestion(card, value)
  if (statement === null || tellingWords.test(statement) || statement.split(/\s+/).length > mostWords)
    return null
  return `${statement.charAt(0).toUpperCase()}${statement.slice(1)}`.replace(/[.;:]?$/, '.')
}

type Pattern = readonly [question: RegExp, toStatement: (found: string[], value: string) => string | null]

// Where the grammar of an answer is not known it stands in quotes, which is right for any.
const patterns: readonly Pattern[] = [
  [/^What do(?:es)? (.+) stand for\?$/, ([term = ''], value) => `${term} stands for “${unquoted(value)}”`],
  [
    /^What is the abbreviation of “(.+)”\?$/,
    ([text = ''], value) => `“${text}” is abbreviated as “${unquoted(value)}”`,
  ],
  [
    /^What is the term for “(.+)”\?$/,
    ([text = ''], value) => `“${unquoted(value)}” is the term for “${text}”`,
  ],
  [/^What (?:is|are) (.+) used for\?$/, ([term = ''], value) => using(term, value)],
  [/^What can (.+) be used for\?$/, ([term = ''], value) => using(term, value)],
  [/^What is the purpose of (.+)\?$/, ([term = ''], value) => purpose(term, value)],
  [
    /^What (?:is|are) good practice for (.+)\?$/,
    ([term = ''], value) => `Good practice for ${term}: ${lowered(value)}`,
  ],
  [/^What do(?:es)? (.+) mean\?$/, ([term = ''], value) => defined(term, value)],
  [/^What do(?:es)? (.+) allow you to do\?$/, ([term = ''], value) => allowing(term, value)],
  [/^What do(?:es)? (.+) (\p{Ll}+)\?$/u, ([term = '', verb = ''], value) => doing(term, verb, value)],
  [/^How can (.+) be (\p{L}+)\?$/u, ([subject = '', verb = ''], value) => solving(subject, verb, value)],
  [/^Why (.+)\?$/, ([action = ''], value) => reason(action, value)],
  [/^Which is one of the (.+)\?$/, ([list = ''], value) => `“${unquoted(value)}” is one of the ${list}`],
]

/** What is asked of a tool or in a theory is stated of it: "On macOS, the purpose of … is …". */
function fromQuestion(card: QuizCard, value: string): string | null {
  const bare = withoutPlace(card.front)
  const statement = fromBare({ ...card, front: bare.charAt(0).toUpperCase() + bare.slice(1) }, value)
  if (statement === null || bare === card.front) return statement
  return card.front.slice(0, card.front.length - bare.length) + statement.replace(/^The /, 'the ')
}

function fromBare(card: QuizCard, value: string): string | null {
  for (const [question, toStatement] of patterns) {
    const found = question.exec(card.front)
    if (found !== null) return toStatement(found.slice(1), value)
  }
  const term = /^What (?:is|are) (.+)\?$/.exec(card.front)?.[1]
  return term !== undefined && isConcept(term, card) ? defined(term, value) : null
}

function isConcept(term: string, card: QuizCard): boolean {
  return [card.concept, ...card.conceptAliases].map(normaliseTerm).includes(normaliseTerm(term))
}

function defined(term: string, value: string): string | null {
  return isPhrase(value)
    ? `“${unquoted(term.replace(/^(?:an?|the)\s+(?=\S)/i, ''))}” is defined as “${unquoted(capitalise(value))}”`
    : null
}

function using(term: string, value: string): string | null {
  const shape = shapeOf(value)
  return shape === 'gerund' || shape === 'noun' ? `${term} can be used for ${lowered(value)}` : null
}

function purpose(term: string, value: string): string | null {
  return shapeOf(value) === 'infinitive' ? `The purpose of ${term} is ${lowered(value)}` : null
}

function allowing(term: string, value: string): string | null {
  return shapeOf(value) === 'imperative' ? `With ${term} you can ${lowered(value)}` : null
}

function doing(term: string, verb: string, value: string): string | null {
  if (baseVerb(verb) === undefined || verb === 'do' || !isPhrase(value)) return null
  return `${term} ${/[^s]s$/.test(term) ? verb : toThirdPerson(verb)} ${lowered(value)}`
}

function solving(subject: string, verb: string, value: string): string | null {
  return /^by \p{L}+ing\b/iu.test(value) ? `${subject} can be ${verb} ${lowered(value)}` : null
}

/** "Why keep dependencies updated?" with "To patch …": only a plain action and a plain purpose make one sentence. */
function reason(action: string, value: string): string | null {
  if (baseVerb(firstWord(action)) === undefined || shapeOf(value) !== 'infinitive') return null
  return `The reason to ${action} is ${lowered(value)}`
}

function isPhrase(value: string): boolean {
  const shape = shapeOf(value)
  return shape === 'noun' || shape === 'gerund'
}

/** Without the capital of a sentence's start; a name or an acronym keeps its own. */
function lowered(value: string): string {
  const first = firstWord(value)
  const isPlain = /^\p{Lu}\p{Ll}*$/u.test(first) && isOrdinary(first)
  return isPlain ? value.charAt(0).toLowerCase() + value.slice(1) : value
}

/** A word of the language rather than a name: a verb form, an article, or a noun by its ending. */
function isOrdinary(word: string): boolean {
  const shape = shapeOf(`${word} the`)
  return (
    /^(?:a|an|the|to|by|with|for|from|through|in|on|of)$/i.test(word) ||
    shape === 'gerund' ||
    shape === 'imperative' ||
    /(?:tion|sion|ment|ance|ence|ity|ness|ing|ed|al|ive|able|ous)s?$/i.test(word)
  )
}

function unquoted(value: string): string {
  return value.replace(/[“”"]/g, '')
}
