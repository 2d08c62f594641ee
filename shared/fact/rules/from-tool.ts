import { upTo, wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { splitTopLevel } from '../../english/enumeration.ts'
import { isActivity } from '../../english/nouns.ts'
import { shapeOf } from '../../english/shape.ts'
import { toGerund } from '../../english/verb-phrases.ts'
import { sameName } from './terms.ts'
import { pastBase } from '../../english/verbs.ts'
import type { Statement } from '../read/statement.ts'
import { isName } from '../../english/is-name.ts'

/** "API documentation with Swagger", "Implementing APIs with Graphene": named tools answer "Which tool …?". */
export function toolFor(text: string, { section, subject }: Statement): Draft[] | undefined {
  return section === 'practice' || section === 'trouble' ? undefined : toolIn(text, subject)
}

/** The same of one deed, wherever it is told: "added rate limiting using Gatekeeper". */
export function toolIn(text: string, subject: string): Draft[] | undefined {
  const [, task, tools] = /^(.{6,70}?)\s+(?:with|using|via|through)\s+(.{2,60})$/.exec(text) ?? []
  if (task === undefined || tools === undefined || isNoTask(task)) return undefined
  const names = namesIn(tools)
  if (names.length > 4 || !names.every(isName) || givesAway(names, task, subject)) return undefined
  const action = combines(task, text) ? undefined : actionOf(task)
  // "Async views with X" are made with it; what X is used for is an activity.
  if (action === undefined || !(isActivity(action) || shapeOf(action) === 'gerund')) return undefined
  const respect = names.length > 1 ? ({ kind: 'tools', names } as const) : ({ kind: 'tool' } as const)
  return [{ kind: 'aspect', term: action, respect, statement: tools }]
}

/** "Redis, caching", "the deployment", "security practices": more or less than one task. */
const isNoTask = (task: string): boolean =>
  /[,;:()]/.test(task) ||
  /\b(?:or|is|are|was|were)\b/i.test(task) ||
  (/\band\b/i.test(task) && shapeOf(task) !== 'noun') ||
  wordCount(task) > 7 ||
  wordCount(task) < 2 ||
  /^(?:an?|the)\s/i.test(task) ||
  pastBase(task.split(' ').at(-1) ?? '') !== undefined ||
  collection.test(task)

/** "Caching strategies". */
const collection =
  /\b(?:practices|principles|strategies|concepts|workflows|techniques|basics|skills|scenarios|patterns)$/i

/** "Redis and Celery", "Redis + Celery". */
const namesIn = (tools: string): string[] =>
  splitTopLevel(tools.replace(/,?\s+(?:and|or|&)\s+/g, ', ')).flatMap((name) => name.split(/\s+\+\s+/))

/** The task or the heading above it names the tool already. */
const givesAway = (names: readonly string[], task: string, subject: string): boolean =>
  names.some(
    (name) =>
      sameName(name, subject) ||
      sameName(upTo(name, /\s/), subject) ||
      task.toLowerCase().includes(name.toLowerCase()),
  )

/** "Integrating Django with Redis": what follows is the other half, no tool. */
const combines = (task: string, text: string): boolean =>
  /^using\s/i.test(task) || /^(?:integrat|connect|combin|compar|pair)\p{L}+\s.*\swith\s/iu.test(text)

/** The task as a question names it: "Documented the API" asks for "documenting the API". */
function actionOf(task: string): string | undefined {
  const studied = studying.exec(task)?.[1]
  if (studied !== undefined) return shapeOf(studied) === 'noun' ? studied : undefined
  const shape = shapeOf(task)
  if (shape === 'past') return toGerund(task)
  return shape === 'gerund' || shape === 'noun' ? task : undefined
}

const studying = /^(?:explored|learned|learnt|studied|practi[cs]ed|mastered|covered)\s+(?:about\s+)?(.+)$/i
