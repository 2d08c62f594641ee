import type { ConceptMastery } from './mastery.ts'

export const conceptSorts = ['attention', 'az', 'level', 'newest'] as const
export type ConceptSort = (typeof conceptSorts)[number]

/** What the place of a concept in a list hangs on. */
export interface ListedConcept {
  readonly id: string
  readonly term: string
  readonly aliases: readonly string[]
  readonly notes: readonly string[]
  readonly conflicts: number
  readonly due: number
  readonly mastery: Pick<ConceptMastery, 'level' | 'slipping' | 'answered' | 'recallNow' | 'recallIn30Days'>
}

/** Which concepts are wanted. */
export interface ConceptFilter {
  readonly q?: string | undefined
  readonly level?: number | undefined
  readonly note?: string | undefined
}

/** A page of a list, and what the one behind it begins after; null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: PageKey | null
}

/** A place in a sorted list that stays one when rows come and go. */
export type PageKey = readonly (string | number)[]

/** Whether a concept is among the wanted ones: by part of a name, its level, and a note that states facts of it. */
export function isWanted(concept: ListedConcept, { q = '', level, note }: ConceptFilter): boolean {
  if (level !== undefined && concept.mastery.level !== level) return false
  if (note !== undefined && !concept.notes.includes(note)) return false
  const wanted = q.trim().toLowerCase()
  return (
    wanted === '' || [concept.term, ...concept.aliases].some((name) => name.toLowerCase().includes(wanted))
  )
}

/** The place of a concept in a list; the first keys decide first. */
export function placeOf(concept: ListedConcept, sort: ConceptSort, q = ''): PageKey {
  const { id, term, mastery } = concept
  const name = term.toLowerCase()
  // Who types a name wants the concept of that name first, whatever the order of the rest.
  const near = nearness(name, q.trim().toLowerCase())
  switch (sort) {
    case 'attention':
      // What is torn first, then what slips, then what most is due of, then what would be lost soonest.
      return [near, -concept.conflicts, mastery.slipping ? 0 : 1, -concept.due, -lossOf(concept), name, id]
    case 'az':
      return [near, name, id]
    case 'level':
      return [near, -mastery.level, name, id]
    case 'newest':
      // Ids sort by the time they were made.
      return [near, reversed(id)]
  }
}

/** A part of a sorted list: behind a place, or from a row on. */
export function cutPage<Item>(
  sorted: readonly { readonly item: Item; readonly key: PageKey }[],
  {
    after,
    offset = 0,
    limit,
  }: { readonly after: PageKey | null; readonly offset?: number | undefined; readonly limit: number },
): Page<Item> {
  const found = after === null ? offset : sorted.findIndex(({ key }) => comparePlaces(key, after) > 0)
  const start = found < 0 ? sorted.length : found
  const rows = sorted.slice(start, start + limit)
  const isLast = start + limit >= sorted.length
  return { items: rows.map(({ item }) => item), next: isLast ? null : (rows.at(-1)?.key ?? null) }
}

/** The order of places: numbers by their size, names as a reader looks for them, and ids, which come last, letter by letter. */
export function comparePlaces(a: PageKey, b: PageKey): number {
  const last = Math.min(a.length, b.length) - 1
  for (let i = 0; i <= last; i++) {
    const [one, other] = [a[i], b[i]]
    if (one === other) continue
    if (typeof one === 'number' && typeof other === 'number') return one - other
    const [text, otherText] = [String(one), String(other)]
    const order = i === last ? 0 : names.compare(text, otherText)
    if (order !== 0) return order
    if (i === last) return text < otherText ? -1 : 1
  }
  return a.length - b.length
}

// Making one costs more than a thousand comparisons.
const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** A place as text, for a page to be asked for by. */
export function writePlace(key: PageKey): string {
  return key.map((part) => (typeof part === 'number' ? `n${part}` : `t${encodeURIComponent(part)}`)).join('~')
}

/** The inverse of `writePlace`; null for what it never wrote. */
export function readPlace(text: string): PageKey | null {
  const parts = text.split('~').map((part): string | number | null => {
    if (/^n-?\d+(?:\.\d+)?$/.test(part)) return Number(part.slice(1))
    return /^t(?:[\w.!*'()-]|%[0-9A-F]{2})*$/.test(part) ? decoded(part.slice(1)) : null
  })
  return parts.includes(null) ? null : (parts as PageKey)
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

function nearness(name: string, wanted: string): number {
  if (wanted === '' || name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  return name.includes(wanted) ? 2 : 3
}

function lossOf({ mastery }: ListedConcept): number {
  return mastery.answered === 0 ? -1 : mastery.recallNow - mastery.recallIn30Days
}

/** A text that sorts the other way round: each hexadecimal digit by what it lacks of the last one. */
function reversed(id: string): string {
  return id.replaceAll(/[0-9a-f]/g, (digit) => (15 - parseInt(digit, 16)).toString(16))
}
