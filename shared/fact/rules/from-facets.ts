import { normaliseText, wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import type { Draft, ListCue } from '../fact.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { isPlural } from '../../english/nouns.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { isOnlyRelation, relationOf } from '../../english/relations.ts'
import { isPast } from '../../english/shape.ts'
import { gerundBase } from '../../english/verbs.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'
import { subjectOf } from '../read/subject.ts'
import { itemText } from './from-list.ts'
import { cueOfRelation } from './from-relation.ts'

const facet =
  /^(?:(?:main|key|some)\s+)?(advantages?|disadvantages?|pros|cons|benefits?|drawbacks?|downsides?|strengths?|weaknesses|limitations?)(?:\(s\))?(?:\s*(?:[:：–—-]|of|for|to)\s*(?:using\s+)?(.+))?$/i

/** What a heading says that the list below it is: "drawbacks" of something. */
interface Named {
  readonly cue: ListCue
  readonly subject: string
}

const introducedBy = (words: string): ListCue => ({ kind: 'introduced', words })

/** A list below "Disadvantage(s): X", below "Cons" under X, or below "Causes of X": how many it has, and which. */
export function fromFacets(statements: readonly Statement[]): { draft: Draft; lines: readonly number[] }[] {
  const path = statements[0]?.path ?? []
  const heading = cleanHeading(path.at(-1) ?? '')
  const named = facetOf(path) ?? relatedBy(heading, path) ?? membersOf(heading)
  if (named === undefined || named.subject === '' || isAboutTheDocument(named.subject)) return []
  const { items, lines } = listedBelow(statements)
  const hasLead = statements.some(({ listed: own, items: below }) => !own && below.length > 0)
  if (hasLead && relatedBy(heading, path) !== undefined) return []
  if (named.cue.kind === 'related' && statements.some(({ label, text }) => label !== '' && text !== ''))
    return []
  if (items.length < 2 || items.length > 5 || !items.every(isShort)) return []
  if (new Set(items.map(normaliseText)).size < items.length) return []
  return [{ draft: { kind: 'list', term: named.subject, cue: named.cue, items }, lines }]
}

function facetOf(path: readonly string[]): Named | undefined {
  const found = facet.exec(cleanHeading(path.at(-1) ?? ''))
  if (found?.[1] === undefined) return undefined
  const subject = (found[2] ?? subjectOf(path.slice(0, -1))).trim()
  return { cue: introducedBy(`${nameOf(found[1])} of ${subject}`), subject }
}

/** "## Causes" and "## Treatment" below the heading whose causes and treatment they are. */
function relatedBy(heading: string, path: readonly string[]): Named | undefined {
  const relation = path.length > 1 && isOnlyRelation(heading) ? relationOf(heading) : undefined
  if (relation === undefined) return undefined
  const subject = subjectOf(path.slice(0, -1))
  return { cue: cueOfRelation(relation, subject), subject }
}

/** "Causes of the famine": a plural and what it belongs to; how many there are, only the note decides. */
function membersOf(heading: string): Named | undefined {
  const [, members = '', subject = ''] =
    /^(?:The )?((?:\p{L}+ ){0,2}?\p{L}+s) of (?:an?\s|the\s)?(.+)$/iu.exec(heading) ?? []
  if (members === '' || !isPlural(members) || wordCount(subject) > 5) return undefined
  if (open.test(members) || gerundBase(firstWord(members)) !== undefined || /\b(?:the|an?)\s/i.test(members))
    return undefined
  const words = members.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
  return { cue: introducedBy(`${words} of ${subject}`), subject }
}

/** Plurals of which a note tells a few, as they came to mind. */
const open =
  /\b(?:applications|basics|concepts|consequences|effects|examples|facts|fundamentals|ideas|impacts|implications|instances|issues|lessons|methods|notes|operations|practices|problems|questions|results|samples|techniques|terms|thoughts|tips|topics|uses|ways)$/i

/** The items of the list, or the bold words of a paragraph that stands there alone. */
function listedBelow(statements: readonly Statement[]): {
  items: readonly string[]
  lines: readonly number[]
} {
  const listed = statements.flatMap((statement) =>
    statement.listed ? [statement] : statement.items.length > 0 ? statement.items : [],
  )
  // "Two hypotheses on flight:" introduces the members and is none.
  if (listed.some(({ full }) => /[:：]\s*$/.test(full))) return { items: [], lines: [] }
  if (listed.length > 0)
    return {
      items: listed.map((item) => trimEnd(itemText(item))),
      lines: listed.flatMap(({ lines }) => lines),
    }
  const [only, ...more] = statements
  if (only === undefined || more.length > 0) return { items: [], lines: [] }
  return { items: only.strong.map(trimEnd), lines: only.lines }
}

/** Each item is a few words: no story, no address. */
const isShort = (item: string): boolean =>
  item !== '' && wordCount(item) <= 10 && !isPersonal(item) && !isPast(item) && !/https?:|[?:]$/.test(item)

function nameOf(word: string): string {
  const lower = word.toLowerCase()
  if (lower === 'pros') return 'advantages'
  if (lower === 'cons') return 'disadvantages'
  return lower.endsWith('s') ? lower : `${lower}s`
}
