import { contentStems, wordCount } from '../../basics/text.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { trimEnd } from '../../english/phrase.ts'
import { shapeOf } from '../../english/shape.ts'
import { knownAsBase } from '../../english/verbs-only.ts'
import { isDeterminer, isPreposition } from '../../english/word-classes.ts'
import type { Cloze, Draft } from '../fact.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import { topicFor } from '../read/sentence.ts'
import type { Statement } from '../read/statement.ts'
import { contrastIn } from '../../english/contrast-words.ts'
import { dateDrafts } from './from-date.ts'
import { topicBeside } from './sentence-question.ts'

/** Where a line without a whole clause is asked. */
interface Place {
  readonly by: Cloze['by']
  readonly at: number
  readonly text: string
}

/** A line in note form, "first fleet 1788 to found a colony": asked for its year, its number, or which way it goes. */
export function fromTelegraphic(statement: Statement): Draft[] {
  if (statement.label !== '' || !statement.listed || statement.items.some(({ items }) => items.length > 0))
    return []
  const parts = statement.full.split(/(?<=\p{L}{2}[.)]?)\.\s+|;\s+/u).slice(0, 4)
  for (const [i, part] of parts.entries()) {
    // A later part that begins with its deed goes on about the subject of the first.
    if (i > 0 && /^\p{L}+ed\b/u.test(part)) continue
    const found = drafts(trimEnd(part), statement)
    if (found.length > 0) return found
  }
  return []
}

function drafts(text: string, statement: Statement): Draft[] {
  const count = wordCount(text)
  if (count < 4 || count > 26 || !isMatter(text)) return []
  const [, year = '', event = ''] = /^(1[0-9]\d\d|20[0-2]\d)\s*[-–—:]?\s+(\p{L}.+)$/u.exec(text) ?? []
  if (year !== '') {
    const dated = dateDrafts(year, event)
    return dated.length > 0 ? dated : [yearBefore(year, event)]
  }
  const place = yearIn(text) ?? contrastAfter(text) ?? resultOf(text) ?? numberIn(text)
  if (place === undefined) return []
  const topic = topicFor(statement, 0)
  const rest = text.slice(0, place.at) + text.slice(place.at + place.text.length)
  if (contentStems(rest).length < 3) return []
  const lead = topicBeside(topic, rest, place.text)
  if (
    lead === '' &&
    (/^(?!United\b)\p{L}+ed\s/u.test(text) ||
      /^(?:past|third)$/.test(shapeOf(unordered(text))) ||
      contentStems(rest).length < 5)
  )
    return []
  return [
    {
      kind: 'cloze',
      by: place.by,
      term: topic === '' ? text.split(' ').slice(0, 5).join(' ') : topic,
      sentence: [
        { kind: 'text', text: (lead === '' ? '' : `${lead}: `) + text.slice(0, place.at) },
        { kind: 'gap', text: place.text },
        { kind: 'text', text: text.slice(place.at + place.text.length) },
      ],
      hidden: [place.text],
    },
  ]
}

/** "1606 first landing on the coast": a line that begins with its year. */
const yearBefore = (year: string, event: string): Draft => ({
  kind: 'cloze',
  by: 'number',
  term: event.split(' ').slice(0, 5).join(' '),
  sentence: [
    { kind: 'gap', text: year },
    { kind: 'text', text: `: ${event}` },
  ],
  hidden: [year],
})

/** No order, question, remark or line of the writer's own doings. */
const isMatter = (text: string): boolean =>
  !/[?!`|{}\\]|https?:|\$|\b(?:this|these|those|you|your|todo|tbd|page|chapter|slide|lecture|week|exam|assignment|see|above|below(?! (?:the|an?)\b)|fig|figure|table)\b|^(?:it|they|he|she)\b/i.test(
    text.replace(/\b(?:above|below) (?=\p{L})/giu, ''),
  ) &&
  !isPersonal(text) &&
  !isAboutTheDocument(text) &&
  !/^(?:imperative|gerund)$/.test(shapeOf(unordered(text))) &&
  !isOrder(unordered(text))

/** "last garrisons left": what number or time it has is no verb before it. */
const unordered = (text: string): string =>
  text.replace(/^(?:the )?(?:early|first|last|late|main|only|second|third)\s/i, '')

/** "Preheat the oven to 220 °C": a verb before its object. */
function isOrder(text: string): boolean {
  const [first = '', second = ''] = text.toLowerCase().split(/[\s,]+/)
  const known = knownAsBase(first)
  if (/^(?:the|an?|your)$/.test(second) && !isPreposition(first) && !isDeterminer(first)) return true
  return (
    known === 'verb only' ||
    (known !== undefined && (isDeterminer(second) || isPreposition(second) || second === 'and'))
  )
}

/** The only year: a place may hold another number, no other year. */
function yearIn(text: string): Place | undefined {
  const all = [
    ...text.matchAll(
      /(?<![\p{L}\p{N}.,/-])(?:1[0-9]\d\d|20[0-2]\d)(?:s|[-–]\d\d(?:\d\d)?)?(?![\p{L}\p{N}%/-]|[.,]\d)/gu,
    ),
  ]
  const [found] = all
  if (found === undefined || all.length > 1) return undefined
  const before = text.slice(0, found.index)
  // "(Grice 1975)" cites; "1200 people" counts.
  if (/\([^)]*$/.test(before) && /^[^(]{0,12}\)/.test(text.slice(found.index + found[0].length)))
    return undefined
  if (/^ (?:\p{Ll}+s|million|people|men|women)\b/u.test(text.slice(found.index + found[0].length)))
    return undefined
  return { by: 'number', at: found.index, text: found[0] }
}

/** "If a floor is set above the price = binding": the word that turns the meaning. */
function contrastAfter(text: string): Place | undefined {
  if (!/^(?:if|when|where)\b/i.test(text)) return undefined
  const found = contrastIn(text)
  return found === undefined ? undefined : { by: 'object', ...found }
}

/** "If two varieties are understood by all -> dialect": what follows from the condition. */
function resultOf(text: string): Place | undefined {
  const [, condition = '', told = ''] =
    /^((?:if|when)\b.+?\s(?:->|=>|→|⇒|=|==)\s)(\p{L}[\p{L} -]*)$/iu.exec(text) ?? []
  return told === '' || wordCount(told) > 3 || condition.toLowerCase().includes(told.toLowerCase())
    ? undefined
    : { by: 'object', at: condition.length, text: told }
}

/** The only number of the line, where it counts or measures something. */
function numberIn(text: string): Place | undefined {
  const all = [...text.matchAll(/\d[\d.,]*\d|\d/gu)]
  const found =
    /(?<![\p{L}\p{N}.,/#:_+-])(?:\d[\d,.]*k?(?:[-–]\d[\d,.]*k?)?)(?=\s?(?:%|°|percent\b|million\b|billion\b|thousand\b|years?\b|days?\b|weeks?\b|months?\b|hours?\b|minutes?\b|seconds?\b|times\b|(?:[kmµn]?(?:g|m|s|l|L|V|W|A|J|Hz|mol)|mm|cm|km|kg|mmHg|ms|MB|GB|KB|bits?|bytes?|kcal)\b|(?:\p{Ll}+ ){0,2}\p{Ll}{3,}s\b))/u.exec(
      text,
    )
  if (found === null || all.length > (/[-–]/.test(found[0]) ? 2 : 1) || /^[0-3]$/.test(found[0]))
    return undefined
  if (/^[\d.]+\s?\)|^\d+\.$/.test(text) || (found.index === 0 && /^\d{1,2}$/.test(found[0]))) return undefined
  if (/\p{Lu}\p{L}*\s$/u.test(text.slice(0, found.index)) && !/^\d{1,3}%/.test(text.slice(found.index)))
    return undefined
  return { by: 'number', at: found.index, text: found[0] }
}
