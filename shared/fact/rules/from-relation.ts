import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { groupBy } from '../../basics/group-by.ts'
import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { impersonal } from '../../english/impersonal.ts'
import { isTerm } from '../../english/is-term.ts'
import { isAdjectiveAlone, isLabelOnly } from '../../english/label-words.ts'
import { aspectOf, labelKind } from '../../english/labels.ts'
import { trimEnd } from '../../english/phrase.ts'
import {
  type Relation,
  hasOwnQuestion,
  linkOfRelation,
  mayBeThing,
  relationOf,
} from '../../english/relations.ts'
import { readClause } from '../../english/read-clause.ts'
import { splitLabel } from '../../english/split-label.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import type { Draft, ListCue } from '../fact.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'
import { itemText } from './from-list.ts'
import { readTerm } from './terms.ts'

/**
 * Labels with a text that name a relation of what stands above them. Where most labels of their list are terms, such a noun
 * is a term too: "Time complexity: growth of the number of steps" in a glossary.
 */
export function relationsOf(statements: readonly Statement[]): ReadonlySet<Statement> {
  const places = [...groupBy(statements, ({ path }) => path.join('\n')).values()]
  return new Set([...places, ...listsBelow(statements)].flatMap(relating))
}

const listsBelow = (statements: readonly Statement[]): (readonly Statement[])[] =>
  statements.flatMap(({ items }) => (items.length === 0 ? [] : [items, ...listsBelow(items)]))

function relating(siblings: readonly Statement[]): readonly Statement[] {
  const labelled = siblings.filter(({ label }) => label !== '')
  const related = labelled.filter(({ label }) => relationOf(label) !== undefined)
  const kin = labelled.filter(
    ({ label }) => relationOf(label) !== undefined || labelKind(label) !== 'term' || isLabelOnly(label),
  )
  return kin.length * 2 >= labelled.length ? related : related.filter(({ text }) => text === '')
}

/** A relation with what stands beside or below it. */
interface Related {
  readonly relation: Relation
  readonly text: string
  readonly items: readonly Statement[]
  readonly lines: readonly number[]
}

/** "Treatment: rest" below "Measles", "## Causes" above a paragraph: what is told belongs to the thing above. */
export function fromRelation(statement: Statement): Draft[] {
  if (statement.section === 'trouble' || statement.section === 'practice') return []
  const related = firstAnswer(layouts, statement)
  if (related === undefined) return []
  const topic = withoutRelation(topicOf(statement))
  if (topic === '' || !isTerm(topic) || wordCount(topic) > 7 || isAboutTheDocument(topic)) return []
  if (topic.toLowerCase().includes(related.relation.noun)) return []
  return related.text === '' ? listed(topic, related) : told(topic, related)
}

/** Where a note names a relation. */
type Layout = Case<Statement, Related>

/** "Treatment: rest". */
const besideLabel: Layout = ({ label, text, items, lines }) => {
  const relation = label === '' || hasOwnRule(label) ? undefined : relationOf(label)
  if (relation === undefined || (text !== '' && definesItself(relation, text))) return undefined
  return { relation, text, items, lines }
}

/** "Treatment" alone in its bullet, above what it is. */
const aboveItems: Layout = ({ label, full, items, lines }) => {
  const relation = label === '' && items.length > 0 ? relationOf(full) : undefined
  return relation === undefined || hasOwnRule(full) ? undefined : { relation, text: '', items, lines }
}

/** "## Function" and the paragraph below it. */
const belowHeading: Layout = ({ opens, listed: inList, label, full, path, items, lines }) => {
  const heading = cleanHeading(path.at(-1) ?? '')
  const relation = opens && !inList && label === '' && path.length > 1 ? relationOf(heading) : undefined
  if (relation === undefined || items.length > 0 || hasOwnRule(heading)) return undefined
  if (mayBeThing(relation.noun) && relation.many) return undefined
  return full.toLowerCase().includes(relation.noun) || definesItself(relation, full)
    ? undefined
    : { relation, text: full, items, lines }
}

/** Benefits, drawbacks and uses are asked for in words of their own. */
const hasOwnRule = (label: string): boolean =>
  aspectOf(label) !== undefined && !/^(?:function|role)$/i.test(label)

const layouts: readonly Layout[] = [besideLabel, aboveItems, belowHeading]

/** "Class: a blueprint for objects" defines a class. */
const definesItself = ({ noun, many, qualified }: Relation, text: string): boolean =>
  mayBeThing(noun) && !many && !qualified && /^(?:an?|any)\s|\s(?:that|which|who)\s/i.test(text)

/** "Gout" of "Management of gout". */
function withoutRelation(topic: string): string {
  const [, noun = '', thing = ''] =
    /^(\p{L}+(?: \p{L}+)?) (?:for|in|of) (?:an?\s|the\s)?(.+)$/iu.exec(topic) ?? []
  return relationOf(noun) === undefined ? topic : thing
}

/** The term right above, or the thing that the relations above belong to. */
function topicOf({ leadIn, whole, subject }: Statement): string {
  if (leadIn === '') return whole === '' ? subject : whole
  const { label } = splitLabel({ text: leadIn, lead: '' })
  const owner = label === '' ? leadIn : label
  if (relationOf(owner) !== undefined) return whole === '' ? subject : whole
  const { term } = readTerm(owner)
  const isName = shapeOf(term) === 'noun' && readClause(term) === undefined
  return label !== '' && labelKind(label) === 'term' && isName ? term : ''
}

/** One text: "What causes measles?" */
function told(topic: string, { relation, text }: Related): Draft[] {
  const statement = impersonal(trimEnd(splitSentences(text)[0] ?? ''))
  if (statement === undefined || /[:：?]$/.test(text) || saysNothing.test(statement)) return []
  if (asks.test(statement)) return []
  // "Signs" of a thing are no "list of …"; one cause is what causes it.
  const isOne = relation.many && /^an?\s/i.test(statement)
  if (isOne && (relation.qualified || !hasOwnQuestion(relation.noun))) return []
  const count = wordCount(statement)
  if (statement === '' || count > 24) return []
  const respect = { kind: 'named', name: isOne ? relation.noun : nameOf(relation), row: null } as const
  return [{ kind: 'aspect', respect, term: topic, statement }]
}

const nameOf = ({ noun, words, many, qualified }: Relation): string => (many || qualified ? words : noun)

/** "Does the frame contain data": a question in the place of an answer. */
export const asks = /^(?:can|did|do|does|should|will)\s(?:an?|each|every|he|it|she|the|they|this|we|you)\s/i

/** "Depends on the dose", "see below". */
const saysNothing =
  /^(?:depends?|varies|vary|see|none|unknown|n\/a|tbd|todo|various|many|several|same|as above|to do)\b|https?:/i

/** A list: one item answers like a text, several are recalled together. */
function listed(topic: string, { relation, items, lines }: Related): Draft[] {
  const told = items.map((item) => trimEnd(itemText(item)))
  const all = [...lines, ...items.flatMap((item) => item.lines)]
  const [only] = items
  // What stands a level deeper tells more than these names do.
  if (items.every(({ label, full, items: below }) => below.length > 0 && isGroup(label || full))) return []
  if (items.length === 1 && only !== undefined)
    return wordCount(only.full) > 20 || saysNothing.test(only.full) || only.items.length > 0
      ? []
      : [{ ...aspectOfOnly(topic, relation, only), lines: all }]
  if (told.length < 2 || told.length > 6 || new Set(told).size < told.length) return []
  if (told.some((item) => isLabelOnly(item) || isAdjectiveAlone(item))) return []
  if (told.some((item) => item === '' || wordCount(item) > 10 || /https?:|[?:]$/.test(item))) return []
  return [{ kind: 'list', term: topic, cue: cueOfRelation(relation, topic), items: told, lines: all }]
}

/** "Name the three causes of measles.", "How is measles treated?" */
export const cueOfRelation = (relation: Relation, topic: string): ListCue =>
  relation.many
    ? { kind: 'introduced', words: `${relation.words} ${linkOfRelation(relation.noun) ?? 'of'} ${topic}` }
    : { kind: 'related', name: nameOf(relation) }

/** "Exogenous", "Short-run", "pharma": names of groups. */
const isGroup = (name: string): boolean => wordCount(name) === 1 || isLabelOnly(name)

function aspectOfOnly(topic: string, relation: Relation, only: Statement): Draft {
  const respect = { kind: 'named', name: nameOf(relation), row: null } as const
  return { kind: 'aspect', respect, term: topic, statement: trimEnd(only.full) }
}
