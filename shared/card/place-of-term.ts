import { contentStems, wordCount } from '../basics/text.ts'
import { isEveryday } from '../english/everyday-words.ts'
import { fieldOf } from '../english/fields.ts'
import type { Topic } from '../english/topics.ts'
import { cleanHeading } from '../note/clean-text.ts'
import type { SourceQuote } from '../note/note.ts'
import { isGeneralNoun } from '../english/general-nouns.ts'
import { isAdjectiveAlone, tellsKindApart } from '../english/label-words.ts'
import { lowerStart } from '../english/lower-start.ts'
import { namesTopic } from '../english/names-concept.ts'
import { isActivity, isPlural } from '../english/nouns.ts'
import { lowerTitle } from '../english/title-case.ts'
import { type Fact, statementOf } from '../fact/fact.ts'
import { ofFolder, ofHeadings } from '../fact/read/name-topic.ts'
import { isAboutTheDocument, subjectOf } from '../fact/read/subject.ts'

const theory =
  /\s(?:algorithm|law|matrix|method|model|paradox|principle|protocol|rule|standard|theorem|theory)$/i
const letters = /^([\p{Lu}]{3,6})(?:\s(?:properties|principles))?$/u

/** "In the CAP theorem, " for what only its theory calls so: consistency means something else in ACID. */
export function inTheory({ term, spoken, sources }: Fact): string {
  const heading = sources[0]?.heading ?? []
  const subject = subjectOf(heading).replace(/^the\s+/i, '')
  if (subject === '' || wordCount(term) > 2 || /[\p{Lu}`\d]/u.test(spoken) || sources.length > 1) return ''
  if (subject.toLowerCase().includes(term.toLowerCase())) return ''
  const short = letters.exec(subject)?.[1]
  if (short !== undefined) return `In ${short}, `
  return theory.test(subject) &&
    /\p{Lu}\p{Lu}|^\p{Lu}\S*['’]s?\s|\s\p{Lu}/u.test(subject) &&
    wordCount(subject) <= 4
    ? `In ${/['’]s?\s/.test(subject) ? '' : 'the '}${subject}, `
    : ''
}

/** "In PostgreSQL, " for a plain word or a key that one note tells about, in the folder or below the heading of a tool. */
export function inTool({ term, spoken, sources }: Fact): string {
  const [source, ...others] = sources
  if (source === undefined || others.length > 0) return ''
  const bare = spoken.replace(/^(?:an?|the) /, '')
  const own = /^`[^`]+`$/.test(term) || (!/[\p{Lu}`]/u.test(bare) && wordCount(term) === 1)
  const topic = own
    ? (ofFolder(source.file) ?? ofHeadings(source.heading))
    : holdsInitials(bare)
      ? toolOf(source)
      : undefined
  return topic === undefined || topic.named.test(term) ? '' : lead(topic)
}

/** The tool that a whole note is about, for what could go by another name elsewhere. */
export function ofTool(fact: Fact): string {
  const [source, ...others] = fact.sources
  const topic = source === undefined || others.length > 0 ? undefined : toolOf(source)
  return topic === undefined || topic.named.test(`${fact.term} ${statementOf(fact)}`) ? '' : lead(topic)
}

const lead = (topic: Topic): string => `${topic.lead.replace(/^With /, 'In ')}, `

/** Initials below "SQL injection" need not be a matter of SQL: the folder or the title must name the tool. */
const toolOf = ({ file, heading }: SourceQuote): Topic | undefined =>
  ofFolder(file) ?? ofHeadings(heading.slice(0, 1))

/** "ER", "SDL", "F expression". */
const holdsInitials = (bare: string): boolean => /^\p{Lu}{2,5}s?$|^\p{Lu}\s/u.test(bare)

/** "In database design, " for two or three letters, or for a word that everyone uses, below the name of a field. */
export function inField(fact: Fact): string {
  const { term, topic, sources } = fact
  const isShort = /^\p{Lu}{2,3}$/u.test(term) || (wordCount(term) === 1 && isEveryday(term))
  if (!isShort || sources.length > 1) return ''
  const names = topic.map(cleanHeading)
  const title = cleanHeading(sources[0]?.heading[0] ?? '')
  // A bare "Design" or "Testing" inside a note is a part of it.
  const field = names
    .filter((name, i) => i === 0 || name === title || name.includes(' '))
    .map(fieldOf)
    .findLast((name) => name !== undefined)
  if (field === undefined) return ''
  const told = new Set(contentStems(`${term} ${statementOf(fact)}`.replaceAll('-', ' ')))
  return contentStems(field).some((stem) => told.has(stem)) ? '' : `In ${field}, `
}

/** Where a term is called so, the nearest that can be named. */
export const placeOfTerm = (fact: Fact): string =>
  inTheory(fact) || inTool(fact) || inField(fact) || inTopic(fact)
/**
 * "In IPv6 transition mechanisms, " or "Distributed system: " for a word that means something else wherever it stands:
 * "translation", "site".
 */
export function inTopic({ term, sources }: Fact): string {
  const [source, ...others] = sources
  if (source === undefined || others.length > 0 || !meansMany(term)) return ''
  const own = contentStems(term)
  for (let depth = source.heading.length; depth > 0; depth--) {
    const topic = bareTopic(subjectOf(source.heading.slice(0, depth)))
    if (
      topic === '' ||
      !namesTopic(topic) ||
      wordCount(topic) > 5 ||
      isAboutTheDocument(topic) ||
      tellsKindApart(topic) ||
      partOfNote.test(topic)
    )
      continue
    if (contentStems(topic).some((stem) => own.includes(stem))) continue
    const said = lowerTitle(topic)
    return isPlural(said) || isActivity(said) || /(?:ics|logy|ism|ity)$/.test(said)
      ? `In ${lowerStart(said)}, `
      : `${topic}: `
  }
  return ''
}

/** "Year 9 revision", "supply and demand": a part of the note, or more than one thing. */
const partOfNote =
  /\d|[?.!;]|\b(?:vs|versus|and|or|chapter|exam|lecture|revision|syllabus|unit|week|year)\b|[&/]/i

/** "Assets" of "Types of assets (2)". */
const bareTopic = (heading: string): string =>
  heading
    .replace(/\s*\([^()]*\)$/, '')
    .replace(
      /^(?:basics|classes|examples?|forms|history|kinds|methods|overview|principles|reasons?|types) (?:for|of) /i,
      '',
    )

/** One word of everyday English. */
const meansMany = (term: string): boolean =>
  /^\p{L}[\p{Ll}-]+$/u.test(term) &&
  (isGeneralNoun(term) || isEveryday(term.toLowerCase()) || isAdjectiveAlone(term))

/** A question with the place that it holds in. */
export const placed = (place: string, question: string): string =>
  place === '' ? question : `${place}${question.charAt(0).toLowerCase()}${question.slice(1)}`
