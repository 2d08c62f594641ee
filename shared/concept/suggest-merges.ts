import { groupBy } from '../basics/group-by.ts'
import { compareText, isFunctionWord, levelTerm, normaliseText } from '../basics/text.ts'
import { spellingChange } from '../english/spelling-change.ts'
import type { ConceptKey } from './concept.ts'

/** What telling two names apart needs of a concept. */
export interface NamedConcept {
  readonly key: ConceptKey
  readonly term: string
  readonly topic: readonly string[]
  readonly facts: number
}

/** Two concepts that may be one: the learner decides, nothing is merged by itself. */
export interface MergeSuggestion {
  readonly from: ConceptKey
  readonly into: ConceptKey
  /** What their names have in common. */
  readonly why: 'writing' | 'plural' | 'initials' | 'spelling'
}

/** The key under which the learner says that two concepts are two. */
export const pairKey = (one: ConceptKey, other: ConceptKey): string =>
  [one, other].sort(compareText).join(' ')

/**
 * Pairs of names that readers would take for one, the surest kind first: written in two ways, singular and plural, an
 * abbreviation and its words, misspelt. What the learner called two is never asked again.
 */
export function suggestMerges(
  concepts: readonly NamedConcept[],
  calledTwo: ReadonlySet<string>,
): MergeSuggestion[] {
  const found = new Map<string, MergeSuggestion>()
  const suggest = (one: NamedConcept, other: NamedConcept, why: MergeSuggestion['why']): void => {
    const pair = pairKey(one.key, other.key)
    if (one.key === other.key || calledTwo.has(pair) || found.has(pair)) return
    const [into, from] = [one, other].sort((a, b) => b.facts - a.facts || compareText(a.term, b.term))
    if (into !== undefined && from !== undefined) found.set(pair, { from: from.key, into: into.key, why })
  }
  suggestAlike(
    concepts,
    ({ term }) => lettersOf(term),
    () => true,
    (a, b) => suggest(a, b, 'writing'),
  )
  suggestAlike(
    concepts,
    ({ term }) => withoutPlural(term),
    isPluralPair,
    (a, b) => suggest(a, b, 'plural'),
  )
  suggestInitials(concepts, (a, b) => suggest(a, b, 'initials'))
  suggestAlike(
    concepts,
    ({ term }) => skeletonOf(term),
    isMisspelt,
    (a, b) => suggest(a, b, 'spelling'),
  )
  return [...found.values()]
}

type Suggest = (one: NamedConcept, other: NamedConcept) => void

/** A name that dozens share is no name: then nothing is compared. */
const mostAlike = 12

function suggestAlike(
  concepts: readonly NamedConcept[],
  keyOf: (concept: NamedConcept) => string,
  mayBeOne: (one: string, other: string) => boolean,
  suggest: Suggest,
): void {
  for (const [key, alike] of groupBy(concepts, keyOf)) {
    if (key === '' || alike.length > mostAlike) continue
    alike.forEach((one, i) => {
      for (const other of alike.slice(i + 1)) if (mayBeOne(one.term, other.term)) suggest(one, other)
    })
  }
}

/** "N+1 query" and "n + 1 query": letters, digits and the signs that tell names apart. */
const lettersOf = (term: string): string =>
  levelTerm(term)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}+#]/gu, '')

/** "APIs" beside "API": a small s behind capitals. */
const withoutPlural = (term: string): string => (/\p{Lu}s?$/u.test(term) ? term.replace(/s$/, '') : '')
const isPluralPair = (one: string, other: string): boolean => one.endsWith('s') !== other.endsWith('s')

const skeletonOf = (term: string): string =>
  term.length < shortestMisspelt
    ? ''
    : normaliseText(term)
        .replace(/[aeiouy\s-]/g, '')
        .replace(/(.)\1+/g, '$1')
const shortestMisspelt = 6
const isMisspelt = (one: string, other: string): boolean => spellingChange(one, other) === 'slip'

/** "CI" and "Continuous integration" of one topic. */
function suggestInitials(concepts: readonly NamedConcept[], suggest: Suggest): void {
  const byInitials = groupBy(concepts, ({ term }) => initialsOf(term))
  for (const short of concepts) {
    if (!/^\p{Lu}{2,6}$/u.test(short.term)) continue
    for (const long of byInitials.get(short.term.toLowerCase()) ?? [])
      if (long.topic[0] === short.topic[0]) suggest(short, long)
  }
}

function initialsOf(term: string): string {
  const words = normaliseText(term)
    .split(/[\s-]+/)
    .filter((word) => !isFunctionWord(word))
  return words.length < 2 ? '' : words.map((word) => word.charAt(0)).join('')
}
