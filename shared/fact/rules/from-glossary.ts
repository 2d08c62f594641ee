import { wordCount } from '../../basics/text.ts'
import type { Note } from '../../note/note.ts'
import { groupBy } from '../../basics/group-by.ts'
import { isNounToo } from '../../english/imperative.ts'
import { impersonal } from '../../english/impersonal.ts'
import { labelKind } from '../../english/labels.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isActivity, isPlural } from '../../english/nouns.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { baseVerb, gerundBase, toGerundForm } from '../../english/verbs.ts'
import { isTerm } from '../../english/is-term.ts'
import type { Draft } from '../fact.ts'
import { namedByKind } from '../read/kind-above.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'
import { readTerm } from './terms.ts'

/** Lines of lists in which three and more explain a short term each: what stands there tells what the terms are. */
export function glossaryOf(note: Note, statements: readonly Statement[]): ReadonlySet<Statement> {
  // In a text about a course or project such lines tell what was done.
  const tells = note.blocks.some((block) => block.kind === 'heading' && isAboutTheDocument(block.line.text))
  if (tells) return new Set()
  const places = [...groupBy(statements, ({ path }) => path.join('\n')).values()]
  return new Set([...places, ...nestedLists(statements)].flatMap(explaining))
}

const nestedLists = (statements: readonly Statement[]): (readonly Statement[])[] =>
  statements.flatMap(({ items }) => (items.length === 0 ? [] : [items, ...nestedLists(items)]))

function explaining(siblings: readonly Statement[]): readonly Statement[] {
  const listed = siblings.filter(({ listed: own }) => own)
  const terms = listed.filter(isEntry)
  const most = terms.length >= 3 && terms.length * 2 > listed.length
  return most || (terms.length === 2 && listed.length === 2) ? terms : []
}

const isEntry = ({ label, text, section, path, leadIn }: Statement): boolean =>
  !advises.test(path.at(-1) ?? '') &&
  !advises.test(leadIn) &&
  label !== '' &&
  text !== '' &&
  wordCount(label) <= 4 &&
  section !== 'practice' &&
  section !== 'trouble' &&
  labelKind(label) === 'term' &&
  !label.includes('`')

/** Below such a heading a doing is advice, no explanation. */
const advises =
  /\b(?:advice|do'?s|exercises|guidelines?|habits?|how to|practices?|recommendations?|routines?|steps?|tips?|tricks?|ways? to)\b/i

/** "Projection: criticizing another person …", "Displacement: take out anger …" among terms explained in that way. */
export function fromGlossary(statement: Statement): Draft[] {
  const { label, text } = statement
  const [sentence = '', ...more] = splitSentences(text)
  const told = impersonal(trimEnd(sentence))
  const { term: named, aliases } = readTerm(label)
  const term = namedByKind(named, statement)
  if (told === undefined || wordCount(told) < 3 || wordCount(told) > 30 || !isTerm(term)) return []
  if ((more.length > 0 && !/[.!?]$/.test(sentence)) || baseVerb(firstWord(label)) !== undefined) return []
  const first = firstWord(told)
  const rest = told.slice(first.length)
  if (actsAlone(term, told)) return [{ kind: 'effect', term, aliases, deed: null, statement: told }]
  const base = activityBase(told)
  if (base === undefined || studied.test(base)) return []
  if (isActivity(term)) {
    const respect = { kind: 'asked', words: `what does ${lowerStart(term)} mean` } as const
    return [{ kind: 'aspect', term, aliases, respect, statement: `${toGerundForm(base)}${rest}` }]
  }
  const many = isPlural(term) && /\s\p{Ll}/u.test(term) && shapeOf(told) === 'gerund'
  return many ? [{ kind: 'effect', term, aliases, deed: null, statement: `${base}${rest}` }] : []
}

/** "Traffic class: classifies packets": below a singular a word in -s is a verb, unless what follows describes a noun. */
function actsAlone(term: string, told: string): boolean {
  const [first = '', next = ''] = told.split(' ')
  return (
    /^\p{L}\p{Ll}{2,}[^s\P{L}]s$/u.test(first) &&
    isPlural(first) &&
    !isPlural(term) &&
    (/^(?:an?|the|its|their|all|each|every|\p{Lu}[\p{L}\d]+)$/u.test(next) || isPlural(next))
  )
}

/** The verb of a text that tells a doing: "criticizing another person", "take out anger"; "cap on requests" tells none. */
function activityBase(told: string): string | undefined {
  const first = firstWord(told)
  const shape = shapeOf(told)
  if (shape === 'gerund') return gerundBase(first)
  const next = firstWord(told.slice(first.length).trimStart())
  return shape === 'imperative' &&
    !(isNounToo(first) && /^(?:by|for|from|in|of|on|that|to|until|which|with)$/i.test(next))
    ? baseVerb(first)
    : undefined
}

/** What an author did with the term, or means to do. */
const studied =
  /^(?:adopt|apply|build|consider|document|emphasize|ensure|explore|focus|follow|gain|implement|integrate|learn|leverage|maintain|manage|master|participate|practice|prioritize|set|struggle|study|understand|use|utilize|work|write)$/
