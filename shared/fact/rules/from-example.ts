import { upTo, wordCount } from '../../basics/text.ts'
import { asidesIn } from '../../english/asides.ts'
import type { Draft } from '../fact.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { trimEnd } from '../../english/phrase.ts'
import { labelKind } from '../../english/labels.ts'
import { isName } from '../../english/is-name.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import { isAcronym } from './terms.ts'
import { isVerbForm } from '../../english/verbs.ts'
import { topicOf } from '../../english/topics.ts'
import type { Statement } from '../read/statement.ts'
import { kindBefore } from '../../english/kind-before.ts'
import { membersOf } from '../../english/members.ts'

/** Members of a kind in parentheses or after "such as": "NoSQL databases (MongoDB, Redis)". */
export function fromExample(statement: Statement): Draft[] {
  const drafts: Draft[] = []
  const text = statement.full
  const add = (before: string, list: string): void => {
    const kind = kindBefore(before)
    const items = membersOf(list)
    if (items === undefined || restricted.test(before) || ofTheAuthor(text)) return
    const about =
      statement.label !== '' && labelKind(statement.label) === 'term' ? statement.label : statement.subject
    if (kind === '') {
      const whole = optionsFor(before, items)
      if (whole !== '') drafts.push({ kind: 'example', term: whole, cue: { kind: 'options' }, items })
      return
    }
    if (general.test(kind)) {
      if (about !== '' && !isAboutTheDocument(about))
        drafts.push({
          kind: 'example',
          term: about,
          cue: { kind: 'general', noun: kind },
          items,
        })
      return
    }
    if (
      wordCount(kind) === 1 &&
      !isAcronym(kind) &&
      (statement.subject === '' || statement.section === 'trouble' || isAboutTheDocument(statement.subject))
    )
      return
    if (wordCount(kind) === 1 && !isAcronym(kind) && wordCount(statement.subject) > 3) return
    const term =
      wordCount(kind) === 1 && statement.subject !== '' && !isAcronym(kind)
        ? `${kind} (${statement.subject})`
        : kind
    const owner = term === kind && topicOf(statement.subject) !== undefined ? statement.subject : ''
    const named = owner === '' || kind.toLowerCase().includes(owner.toLowerCase())
    drafts.push({
      kind: 'example',
      term,
      cue: {
        kind: 'named',
        words: named
          ? kind
          : `${kind} ${/(?:frameworks|libraries|tools)$/i.test(kind) ? 'for' : 'in'} ${owner}`,
      },
      items,
    })
  }
  for (const { before, inside } of asidesIn(text, 'example')) add(before, inside)
  const colon = statement.label === '' && text.includes(':') ? /^([^:]{6,60}):\s+([^:]+)$/.exec(text) : null
  if (
    colon?.[1] !== undefined &&
    colon[2] !== undefined &&
    /^(?:applied|used|implemented|learned|explored|use|apply|know)\b/i.test(colon[1])
  )
    add(colon[1], colon[2])
  const such = /\s(?:such as|like|including|in terms of)\s/i.test(text)
    ? /^(.{4,}?),?\s+(?:such as|like|including|in terms of)\s+(.+)$/i.exec(text.replace(/\([^()]*\)/g, ''))
    : null
  if (such?.[1] !== undefined && such[2] !== undefined && !/\bvs\b/i.test(text)) {
    const list = upTo(
      such[2],
      /[.;]|\s(?:to|for|that|which|when|while|in order|in|on|so|because|with|by|using)\s|,?\s+and\s+(?=\p{Ll}+ing\b)/u,
    )
    // "orchestrating containers, including pods": the members are of the whole, not of the object.
    const ofWhole = /\b\p{L}+ing\s+\p{L}+$/u.test(such[1]) && text.startsWith(`${such[1]}, including`)
    if (!ofWhole) add(such[1], list)
  }
  const options = /,\s+or\s/.test(text)
    ? /^((?:`[^`]+`|\p{Lu})[^.:;()]{4,70}?,\s+(?:or)\s+(?:`[^`]+`|\p{Lu}\S*(?:\s\p{Lu}\S*)?))(?:\s+\p{Ll}+)?$/u.exec(
        trimEnd(text),
      )?.[1]
    : undefined
  const names = options === undefined ? undefined : membersOf(options)
  if (names !== undefined && names.length >= 3 && names.every(isName) && statement.subject !== '') {
    drafts.push({
      kind: 'example',
      term: statement.subject,
      cue: { kind: 'options' },
      items: names,
    })
  }
  return drafts
}

/** "Frequently accessed queries (…)": without what restricts them the kind is another one. */
const restricted = /(?<!\p{L})\p{L}{2,30}ly\s+\p{L}{2,30}ed\s+\p{L}{2,40}(?:,?\s*\(?(?:e\.g\.?,?)?)?$/u

const ofTheAuthor = (text: string): boolean => isPersonal(text) && isAboutTheDocument(text)

/** Kinds so general that only their owner makes them a question. */
const general =
  /^(?:advantages|benefits|strengths|drawbacks|disadvantages|limitations|features|concepts|principles|practices|techniques|strategies|tools|libraries|frameworks|technologies|components|methods|approaches|mechanisms|types|levels|layers|patterns)$/i

/** "Message queues and task processing (Celery, RabbitMQ)": names after a whole topic are options for it. */
function optionsFor(before: string, items: readonly string[]): string {
  const topic = trimEnd(before)
  const plainTopic =
    wordCount(topic) >= 2 &&
    wordCount(topic) <= 5 &&
    !/[,;:–—]|\b(?:is|are|the|that|with|using|for|in)\b/i.test(topic)
  return plainTopic &&
    items.every((item) => /^[`\p{Lu}]/u.test(item)) &&
    !isVerbForm(topic.split(' ')[0] ?? '') &&
    !/\b(?:apps?|projects?|sites?|tables?|models?|systems?|clones?|platforms?)$/i.test(topic)
    ? topic
    : ''
}
