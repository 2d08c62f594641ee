import { contentStems, wordCount } from '../basics/text.ts'
import { isEveryday } from '../english/everyday-words.ts'
import { isGeneralNoun } from '../english/general-nouns.ts'
import { isAdjectiveAlone, tellsKindApart } from '../english/label-words.ts'
import { lowerStart } from '../english/lower-start.ts'
import { namesTopic } from '../english/names-concept.ts'
import { isActivity, isPlural } from '../english/nouns.ts'
import { lowerTitle } from '../english/title-case.ts'
import type { Fact } from '../fact/fact.ts'
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
  const own = /^`[^`]+`$/.test(term) || (!/[\p{Lu}`]/u.test(spoken) && wordCount(term) === 1)
  const topic =
    source === undefined || others.length > 0 || !own
      ? undefined
      : (ofFolder(source.file) ?? ofHeadings(source.heading))
  return topic === undefined || topic.named.test(term) ? '' : `${topic.lead.replace(/^With /, 'In ')}, `
}

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
      tellsKindApart(topic)
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
