import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { atSpaces, contentStems, wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { trimEnd, withoutAsides } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { type Shape, isOrdering, shapeOf } from '../../english/shape.ts'
import { impersonal } from '../../english/impersonal.ts'
import { isNounToo } from '../../english/imperative.ts'
import { mannerOf } from './manner.ts'
import { toldBy } from '../../english/news.ts'
import { isOrder } from '../../english/order.ts'
import { baseVerb, thirdPersonBase } from '../../english/verbs.ts'
import type { Statement } from '../read/statement.ts'
import { splitReason } from '../../english/reason.ts'
import { colonList } from '../../english/advice-list.ts'
import { objectOf } from './advice-object.ts'
import { lower, lowerAction } from './lower-action.ts'

/** Advice without a term of its own: "Write tests early to catch bugs", "Test before deployment — saves time later". */
export function fromBestPractice(statement: Statement): Draft[] {
  if (statement.label !== '' || /[:：]$/.test(statement.text)) return []
  if (statement.leadIn !== '' && statement.section !== 'practice') return []
  const text = impersonal(splitSentences(statement.full)[0] ?? '')
  if (text === undefined) return []
  if (statement.section !== 'practice' && !statement.listed && !/\bbecause\b|\bso that\b/.test(text))
    return []
  if (!isOrdering(text)) return []
  return adviceDrafts('', text, statement)
}

/** An advice, with what several cases ask of it. */
interface Advice {
  readonly term: string
  readonly label: string
  /** The label as a deed, where it orders one: "Write tests early: …". */
  readonly title: string | undefined
  readonly text: string
  readonly shape: Shape
  /** The text without its reason. */
  readonly action: string
  readonly reason: string | undefined
  /** True below a heading of rules: elsewhere an order is a step of one procedure. */
  readonly isRule: boolean
}

type AdviceCase = Case<Advice, readonly Draft[]>

/** The facts in an advice: why it is given, how it is done, what it asks for. */
export function adviceDrafts(label: string, said: string, statement: Statement): Draft[] {
  const advice = readAdvice(label, said, statement)
  if (advice === undefined) return []
  const drafts = firstAnswer(cases, advice) ?? [...reasonDrafts(advice), ...deedDrafts(advice)]
  return [...drafts]
}

function readAdvice(label: string, said: string, statement: Statement): Advice | undefined {
  const text = trimEnd(withoutAsides(said))
  const parts = splitReason(text)
  const action = parts?.action ?? text
  const term = label !== '' ? label : objectOf(action, statement)
  if (term === '') return undefined
  const title = label !== '' && isOrder(label, said) ? lowerAction(label, statement) : undefined
  const isRule = statement.section === 'practice'
  return { term, label, title, text, shape: shapeOf(text), action, reason: parts?.reason, isRule }
}

/** "Write tests early: confidence": a name alone is no reason. */
const titledName: AdviceCase = ({ title, shape, text }) =>
  title !== undefined && shape === 'noun' && !mayAct(text) ? [] : undefined

/** "Write tests early: it saves time". */
const titledReason: AdviceCase = ({ title, shape, term, text }) =>
  title !== undefined && shape !== 'imperative' ? [why(term, title, text)] : undefined

/** "Tests: every change needs one" is a duty without a reason. */
const clause: AdviceCase = ({ shape }) => (shape === 'clause' ? [] : undefined)

/** "Prioritize security: validate inputs, manage secrets": some of many ways; only a reason is a fact. */
const list: AdviceCase = ({ label, term, text }) => {
  const listed = label === '' ? colonList(text) : undefined
  if (listed === undefined) return undefined
  return listed.reason === '' ? [] : [why(term, lower(listed.action), listed.reason)]
}

/** In order: the first case that knows an advice answers for it. */
const cases: readonly AdviceCase[] = [titledName, titledReason, clause, list]

function reasonDrafts({ term, label, title, action, reason }: Advice): readonly Draft[] {
  if (reason === undefined) return []
  // A short action that does not mention its own term says too little to be asked about.
  const vague = title === undefined && label !== '' && wordCount(action) < 4
  return vague
    ? [{ kind: 'purpose', use: 'purpose', term, statement: reason }]
    : [why(term, title ?? lower(action), reason)]
}

/** What is to be done is told by most advice in words that nobody doubts; a ban, a moment and a place are facts. */
function deedDrafts({ term, title, action, reason, isRule }: Advice): readonly Draft[] {
  // "Why release after the review?" tells when to.
  if (title === undefined)
    return isRule && (reason === undefined || !saysWhy(reason, action)) ? mannerOf(term, action) : []
  if (reason !== undefined || saysAgain(title, action)) return []
  if (isBan.test(title))
    return [{ kind: 'best_practice', asks: 'how', term, action: title, statement: action }]
  const named = setPhrase.exec(title)?.[1]
  return named === undefined
    ? []
    : [
        {
          kind: 'effect',
          term: named,
          deed: { verb: 'ask', whom: 'you', follows: 'to do' },
          statement: action,
        },
      ]
}

/** "Apply separation of concerns": the order names a principle, and what it says is what the principle means. */
const setPhrase =
  /^(?:adopt|apply|embrace|follow|implement|practi[cs]e|use)\s+(?:the\s)?(\p{L}[\p{L}-]*\s(?:as|by|in|of)\s(?!an?\s|the\s|your\s)\p{L}[\p{L}-]*)$/iu

const saysWhy = (reason: string, action: string): boolean => toldBy(reason, action).news.length >= 2

const isBan = /^(?:never|don['’]t|do not|avoid)\s/i

const why = (term: string, action: string, statement: string): Draft => ({
  kind: 'best_practice',
  asks: 'why',
  term,
  action,
  statement,
})

/** "Apply constraints: implement constraints" says nothing new but its verb. */
function saysAgain(title: string, action: string): boolean {
  const said = new Set(contentStems(title))
  return contentStems(action).filter((stem) => !said.has(stem)).length <= 1 && wordCount(action) <= 3
}

/** True when some word after the first can be a verb only: a reason is a sentence, not a list of things. */
function mayAct(text: string): boolean {
  return atSpaces(text)
    .slice(1)
    .some((word) => {
      const base = thirdPersonBase(word) ?? baseVerb(word)
      return base !== undefined && !isNounToo(base)
    })
}
