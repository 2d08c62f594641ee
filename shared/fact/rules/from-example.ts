import { isFunctionWord, upTo, wordCount } from '../../basics/text.ts'
import { asidesIn } from '../../english/asides.ts'
import type { Draft } from '../fact.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { labelKind } from '../../english/labels.ts'
import { isName, isOwnName } from '../../english/is-name.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import { isAcronym } from './terms.ts'
import { isVerbForm } from '../../english/verbs.ts'
import { topicOf } from '../../english/topics.ts'
import type { Statement } from '../read/statement.ts'
import { kindBefore } from '../../english/kind-before.ts'
import { areNames, bearsNames, membersOf } from '../../english/members.ts'
import { partition } from '../../english/closed-sets.ts'

/** Words before a list of members, with the list. */
interface Found {
  readonly before: string
  readonly list: string
  /** True where the author says that there are others: "such as a, b". */
  readonly open: boolean
}

/**
 * Members of a kind in parentheses or after "such as": "NoSQL databases (MongoDB, Redis)". Names can be asked what they
 * are; other members are a fact only where they are all that there are.
 */
export function fromExample(statement: Statement): Draft[] {
  const text = statement.full
  const found = [...inParentheses(text), ...afterColon(statement), ...afterSuchAs(text)]
  return [...found.flatMap((one) => memberDraft(one, statement)), ...optionsOf(statement)]
}

const inParentheses = (text: string): Found[] =>
  asidesIn(text, 'example').map(({ before, inside }) => ({
    before,
    list: inside,
    open: /\betc\b/i.test(inside) || !text.includes(`(${inside}`),
  }))

/** "Used tools: Redis, Celery". */
function afterColon({ label, full: text }: Statement): Found[] {
  if (label !== '' || !text.includes(':')) return []
  const [, before, list] = /^([^:]{6,60}):\s+([^:]+)$/.exec(text) ?? []
  return before !== undefined && list !== undefined && applied.test(before)
    ? [{ before, list, open: true }]
    : []
}

const applied = /^(?:applied|used|implemented|learned|explored|use|apply|know)\b/i

/** "databases such as PostgreSQL and MySQL". */
function afterSuchAs(text: string): Found[] {
  if (!/\s(?:such as|like|including|in terms of)\s/i.test(text) || /\bvs\b/i.test(text)) return []
  const [, before, rest] =
    /^(.{4,}?),?\s+(?:such as|like|including|in terms of)\s+(.+)$/i.exec(text.replace(/\([^()]*\)/g, '')) ??
    []
  if (before === undefined || rest === undefined) return []
  // "orchestrating containers, including pods": the members are of the whole, not of the object.
  if (/\b\p{L}+ing\s+\p{L}+$/u.test(before) && text.startsWith(`${before}, including`)) return []
  return [{ before, list: upTo(rest, afterMembers), open: true }]
}

/** What ends a list of members in running text. */
const afterMembers =
  /[.;]|\s(?:to|for|that|which|when|while|in order|in|on|so|because|with|by|using)\s|,?\s+and\s+(?=\p{Ll}+ing\b)/u

/** The fact that some kind has these members, when a question could name the kind. */
function memberDraft({ before, list, open }: Found, statement: Statement): Draft[] {
  const items = membersOf(list)
  if (items === undefined || restricted.test(before) || ofTheAuthor(statement.full) || isMeasure.test(before))
    return []
  if (statement.section === 'trouble') return []
  const kind = kindBefore(before)
  // "GitHub Actions (CI, CD)": the bracket explains a name.
  if (isOwnName(kind)) return []
  if (kind === '') return wholeTopic(before, items)
  const named = areNames(items, kind)
  if (general.test(kind)) return named ? ofOwner(kind, items, statement) : []
  // "Products (water, salt)" of anything: one plain word says too little of names.
  if (named && wordCount(kind) === 1 && !isAcronym(kind) && !bearsNames.test(kind)) return []
  if (isVague(kind, statement) || (!named && (open || !partition.test(kind)))) return []
  return [ofKind(kind, items, statement)]
}

function wholeTopic(before: string, items: readonly string[]): Draft[] {
  const term = optionsFor(before, items)
  return term === '' ? [] : [{ kind: 'example', term, cue: { kind: 'options' }, items }]
}

function ofOwner(noun: string, items: readonly string[], { label, subject }: Statement): Draft[] {
  const term = label !== '' && labelKind(label) === 'term' ? label : subject
  return term === '' || isAboutTheDocument(term)
    ? []
    : [{ kind: 'example', term, cue: { kind: 'general', noun }, items }]
}

/** One plain word is no kind of its own where nothing above it says which. */
function isVague(kind: string, { subject, section }: Statement): boolean {
  if (wordCount(kind) !== 1 || isAcronym(kind)) return false
  return subject === '' || section === 'trouble' || isAboutTheDocument(subject) || wordCount(subject) > 3
}

function ofKind(kind: string, items: readonly string[], { subject }: Statement): Draft {
  const placed = wordCount(kind) === 1 && subject !== '' && !isAcronym(kind)
  const owner = !placed && topicOf(subject) !== undefined ? subject : ''
  const named = owner === '' || kind.toLowerCase().includes(owner.toLowerCase())
  const link = /(?:frameworks|libraries|tools)$/i.test(kind) ? 'for' : 'in'
  return {
    kind: 'example',
    term: placed ? `${kind} (${subject})` : kind,
    cue: { kind: 'named', words: named ? kind : `${kind} ${link} ${owner}` },
    items,
  }
}

/** "MongoDB, Redis, or Neo4j": names to choose from for the subject. */
function optionsOf({ full: text, subject }: Statement): Draft[] {
  if (subject === '' || !/,\s+or\s/.test(text)) return []
  const options =
    /^((?:`[^`]+`|\p{Lu})[^.:;()]{4,70}?,\s+(?:or)\s+(?:`[^`]+`|\p{Lu}\S*(?:\s\p{Lu}\S*)?))(?:\s+\p{Ll}+)?$/u.exec(
      trimEnd(text),
    )?.[1]
  const items = options === undefined ? undefined : membersOf(options)
  return items !== undefined && items.length >= 3 && items.every(isName) && areNames(items, subject)
    ? [{ kind: 'example', term: subject, cue: { kind: 'options' }, items }]
    : []
}

/** "Frequently accessed queries (…)": without what restricts them the kind is another one. */
const restricted = /(?<!\p{L})\p{L}{2,30}ly\s+\p{L}{2,30}ed\s+\p{L}{2,40}(?:,?\s*\(?(?:e\.g\.?,?)?)?$/u

/** "over 15 meters (…)": what is so long, no kind of meters. */
const isMeasure = /\d\S*\s\p{L}+\s*\(?(?:e\.g\.?,?)?$/u

const ofTheAuthor = (text: string): boolean => isPersonal(text) && isAboutTheDocument(text)

/** Kinds so general that only their owner makes them a question. */
const general = /^(?:tools|libraries|frameworks|platforms|packages|services|technologies)$/i

/** "Message queues and task processing (Celery, RabbitMQ)": names after a whole topic are options for it. */
function optionsFor(before: string, items: readonly string[]): string {
  const topic = trimEnd(before)
  const plainTopic =
    wordCount(topic) >= 2 &&
    wordCount(topic) <= 5 &&
    !/[,;:–—]|\b(?:is|are|the|that|with|using|for|in)\b/i.test(topic)
  return plainTopic &&
    areNames(items, '') &&
    !isFunctionWord(firstWord(topic)) &&
    !items.some((item) => /^\d/.test(item)) &&
    !isVerbForm(topic.split(' ')[0] ?? '') &&
    !/\b(?:apps?|projects?|sites?|tables?|models?|systems?|clones?|platforms?)$/i.test(topic)
    ? topic
    : ''
}
