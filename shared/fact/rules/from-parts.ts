import { normaliseText, wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { splitEnumeration } from '../../english/enumeration.ts'
import { isActivity, isPlural } from '../../english/nouns.ts'
import { trimEnd } from '../../english/phrase.ts'
import { shapeOf } from '../../english/shape.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'

/** A line that only enumerates below its subject: "Serializers, views, and routers" are parts, activities are techniques. */
export function fromParts(statement: Statement): Draft[] {
  const { subject, section, label, listed, leadIn } = statement
  if (!listed || label !== '' || leadIn !== '' || subject === '' || wordCount(subject) > 3) return []
  if (section === 'trouble' || section === 'practice' || isAboutTheDocument(subject)) return []
  const text = trimEnd(statement.full)
  const items = splitEnumeration(text) ?? []
  if (items.length < 3 || items.length > 6 || /[(:;–—/]/.test(text) || !items.every(isBareNoun)) return []
  if (items.some((item) => normaliseText(item).includes(normaliseText(subject)))) return []
  const plurals = items.filter((item) => isPlural(item)).length
  const noun =
    plurals * 2 > items.length ? 'parts' : plurals === 0 && items.every(isActivity) ? techniques(subject) : ''
  return noun === '' ? [] : [{ kind: 'list', term: subject, cue: { kind: 'enumerated', noun }, items }]
}

const techniques = (subject: string): string => (isActivity(subject) ? 'techniques' : 'features')

/** At most three words, none of them a verb's object or a topic to study. */
function isBareNoun(item: string): boolean {
  const words = item.split(' ')
  return (
    words.length <= 3 &&
    shapeOf(item) === 'noun' &&
    !words.slice(0, -1).some((word) => isPlural(word)) &&
    !/\b(?:and|or|for|of|with|in|to|basics|best|concepts|fundamentals|principles|practices|advanced|other)\b/i.test(
      item,
    )
  )
}
