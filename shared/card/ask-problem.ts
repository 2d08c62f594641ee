import { upTo, wordCount } from '../basics/text.ts'
import type { FactOf } from '../fact/fact.ts'
import { trimEnd } from '../english/phrase.ts'
import { isPresentClause } from '../english/present-clause.ts'
import { shapeOf } from '../english/shape.ts'
import { isActivity } from '../english/nouns.ts'
import { withoutProject } from '../fact/read/subject.ts'
import { fromGerund } from '../english/verb-phrases.ts'
import { conditionOf, isCompound, saysSentence, withoutVerdict } from './problem-text.ts'
import { inner, numberWord } from './wording.ts'

/** How a problem stands in a question. */
export interface AskedProblem {
  /** A task that one wants to do, a trouble that one wants to be rid of, a condition, or what one wants to have. */
  readonly kind: 'task' | 'trouble' | 'condition' | 'need'
  readonly question: string
  /** What the ways of a list are for: a task, a trouble, or "when …". */
  readonly topic: string
  /** True when the question asks how, so that "By adding …" answers it. */
  readonly by: boolean
}

/** "Name two ways to manage state" for a task, "… to deal with slow queries" for a trouble, or what one does when. */
export function nameWays(count: number, topic: string): string {
  const named = `Name ${numberWord(count)}`
  if (topic.startsWith('when ')) return `${named} things that help ${topic}.`
  const task = isCompound(topic) || shapeOf(topic) !== 'gerund' ? undefined : fromGerund(topic)
  return `${named} ways to ${task ?? `deal with ${topic}`}.`
}

/**
 * The question about a problem: its description made a task or a condition, else its short name; undefined where it is
 * so broad that a hundred things would help.
 */
export function askProblem(fact: FactOf<'problem_solution'>): AskedProblem | undefined {
  const described = withoutProject(trimEnd(withoutVerdict(fact.problem)))
  const title = withoutProject(trimEnd(fact.term))
  const reworded = described !== trimEnd(fact.problem)
  return askDescribed(described, title, reworded ? undefined : fact) ?? askTitle(title, fact)
}

function askDescribed(
  described: string,
  title: string,
  fact: FactOf<'problem_solution'> | undefined,
): AskedProblem | undefined {
  if (described === '' || wordCount(described) > 20) return undefined
  const task = taskOf(described)
  if (task !== undefined) return task
  if (saysSentence(described)) {
    // "Builds would fail": it happened once, to the writer.
    if (/\bwould\b/i.test(described)) return undefined
    // "…, which invites race conditions" goes on from the condition.
    const now = conditionOf(upTo(said(described, fact), /,\s(?:which|so|making|causing|leading)\s/))
    return now === undefined ? undefined : askWhen(now)
  }
  const own = title === described || title === '' || fact === undefined
  return own && !isBroad(described) ? askNoun(said(described, fact), true) : undefined
}

function askTitle(title: string, fact: FactOf<'problem_solution'>): AskedProblem | undefined {
  const name = title.split(' ').length === 2 && /^\p{Lu}\S*\s\p{Lu}/u.test(title)
  const task = name ? undefined : taskOf(title)
  if (task !== undefined) return task
  if (/\bwould\b/i.test(title)) return undefined
  if (saysSentence(title)) return askWhen(conditionOf(title) ?? said(title, fact))
  return isBroad(title) ? undefined : askNoun(said(title, fact), trouble.test(title))
}

/** A trouble is handled; an activity or a quality that was worked on is wanted. */
function askNoun(named: string, isTrouble: boolean): AskedProblem {
  // "API error handling" is handled by nobody: the errors are.
  const bare = isTrouble ? named.replace(/(\p{L}+(?:or|re|ure|ion|ict|ug|eak))\shandling$/u, '$1s') : named
  const topic = /\d\S*\s.*problem(?!s)/.test(bare) ? `the ${bare}` : bare
  if (isWanted(headOf(topic)) && !trouble.test(topic))
    return { kind: 'need', question: `What can you use for ${topic}?`, topic, by: false }
  return isTrouble
    ? { kind: 'trouble', question: `How can ${topic} be handled?`, topic, by: true }
    : { kind: 'trouble', question: `What helps with ${topic}?`, topic, by: false }
}

/** "Background processing", "styling consistency"; no "inconsistency". */
const isWanted = (head: string): boolean => {
  const last = head.split(' ').at(-1) ?? ''
  return (
    (isActivity(head) || /(?:acy|ance|ence|ency|ety|ity|ness|ship)$/i.test(last)) &&
    !/^(?:dis|il|im|in(?!t)|ir|mis|un)/i.test(last)
  )
}

/** What stands before the words that narrow it: "memory" of "memory that runs out". */
const headOf = (problem: string): string =>
  upTo(problem, /\s(?:for|in|of|with|on|to|from|at|under|across|between|that|which|when|while|due|because)\s/)

/** "Deployment issues", "complex integrations", "learning curve": which trouble it is, is left open. */
function isBroad(problem: string): boolean {
  const head = headOf(problem)
  if (/\d|['’]s\s/.test(head)) return false
  if (/^(?:complex|complicated|difficult)\s/i.test(problem) && wordCount(head) <= 4) return true
  return (
    wordCount(head) <= 4 &&
    /(?:^|\s)(?:barriers?|causes?|challenges?|complexit(?:y|ies)|concerns?|curves?|difficult(?:y|ies)|hurdles?|issues?|obstacles?|problems?|reasons?|struggles?|troubles?)$/i.test(
      head,
    )
  )
}

/** "Managing state" is something one does. */
function taskOf(text: string): AskedProblem | undefined {
  if (isCompound(text) || shapeOf(text) !== 'gerund' || isPresentClause(text)) return undefined
  const base = fromGerund(inner(text))
  const kind = /^(?:avoid|deal|fix|handle|prevent|reduce|resolve|solve|survive)\s/.test(base ?? '')
    ? 'trouble'
    : 'task'
  return base === undefined
    ? undefined
    : { kind, question: `How can you ${base}?`, topic: inner(text), by: true }
}

const askWhen = (now: string): AskedProblem => ({
  kind: 'condition',
  question: `What can you do when ${now}?`,
  topic: `when ${now}`,
  by: false,
})

const trouble =
  /\b(?:un|in|im|mis)?(?:issue|problem|bottleneck|error|conflict|fail|complex|inconsisten|slow|lack|debt|barrier|vulnerab|difficult|delay|leak|stampede|n\+1|limit|abuse|crash|duplicat|missing|broken|poor|large|heavy|attack|injection|bug(?!g)|race|deadlock)/i

/** A problem as the note's own voice writes it inside a sentence, without an article. */
function said(problem: string, fact: FactOf<'problem_solution'> | undefined): string {
  const own = (fact?.spoken ?? '').replace(/^(?:an?|the) (?=\p{Ll})/u, '')
  return problem === fact?.term && own !== problem && problem.toLowerCase() === own.toLowerCase()
    ? own
    : inner(problem)
}
