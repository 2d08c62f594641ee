import { wordCount } from '../basics/text.ts'
import type { FactOf } from '../fact/fact.ts'
import { trimEnd } from '../english/phrase.ts'
import { isPresentClause } from '../english/present-clause.ts'
import { shapeOf } from '../english/shape.ts'
import { withoutProject } from '../fact/read/subject.ts'
import { fromGerund } from '../english/verb-phrases.ts'
import { conditionOf, isCompound, saysSentence, withoutVerdict } from './problem-text.ts'
import { inner, numberWord } from './wording.ts'

/** How a problem stands in a question. */
export interface AskedProblem {
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

/** The question about a problem: its description made a task or a condition, else its short name. */
export function askProblem(fact: FactOf<'problem_solution'>): AskedProblem {
  const described = withoutProject(trimEnd(withoutVerdict(fact.problem)))
  const title = withoutProject(trimEnd(fact.term))
  return askDescribed(described, title, described !== trimEnd(fact.problem)) ?? askTitle(title, fact)
}

function askDescribed(described: string, title: string, reworded: boolean): AskedProblem | undefined {
  if (described === '' || wordCount(described) > 20) return undefined
  const task = taskOf(described)
  if (task !== undefined) return task
  if (saysSentence(described)) {
    const now = conditionOf(described)
    return now === undefined ? undefined : askWhen(now, title === described ? undefined : title)
  }
  return title === described || title === '' || reworded
    ? { question: `How can ${inner(described)} be handled?`, topic: inner(described), by: true }
    : undefined
}

function askTitle(title: string, fact: FactOf<'problem_solution'>): AskedProblem {
  const name = title.split(' ').length === 2 && /^\p{Lu}\S*\s\p{Lu}/u.test(title)
  const task = name ? undefined : taskOf(title)
  if (task !== undefined) return task
  if (saysSentence(title)) return askWhen(conditionOf(title) ?? inner(title), undefined)
  const said = spokenTitle(title, fact)
  return trouble.test(title)
    ? { question: `How can ${said} be handled?`, topic: said, by: true }
    : { question: `What helps with ${said}?`, topic: said, by: false }
}

/** "Managing state" is something one does. */
function taskOf(text: string): AskedProblem | undefined {
  if (isCompound(text) || shapeOf(text) !== 'gerund' || isPresentClause(text)) return undefined
  const base = fromGerund(inner(text))
  return base === undefined ? undefined : { question: `How can you ${base}?`, topic: inner(text), by: true }
}

const askWhen = (now: string, title: string | undefined): AskedProblem => ({
  question: `What can you do when ${now}?`,
  topic: title === undefined ? `when ${now}` : inner(title),
  by: false,
})

const trouble =
  /issue|problem|bottleneck|error|conflict|fail|complex|inconsisten|slow|lack|debt|barrier|vulnerab|difficult|delay|leak|stampede|n\+1|limit|abuse|crash|duplicat|missing|broken|poor|large|heavy|attack|injection|bug|race|deadlock/i

/** The title as the note's own voice writes it inside a sentence, without an article. */
function spokenTitle(title: string, fact: FactOf<'problem_solution'>): string {
  const said = fact.spoken.replace(/^(?:an?|the) (?=\p{Ll})/u, '')
  return title === fact.term && said !== title && title.toLowerCase() === said.toLowerCase()
    ? said
    : inner(title)
}
