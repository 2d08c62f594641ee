import { levelNames } from '../../../shared/mastery/levels.ts'
import { type ConceptSort, conceptSorts } from '../../../shared/mastery/list-concepts.ts'
import { paths } from '../../router.ts'
import type { ConceptListQuery } from '../../state/use-concept-pages.ts'

/** Topics and lists of concepts, or what stands around one of them. */
export const conceptViews = ['topics', 'list', 'map'] as const
type ConceptView = (typeof conceptViews)[number]

/** Which concepts are shown and how, as it stands in the address. */
export type Shown = ConceptListQuery & { readonly sort: ConceptSort; readonly view: ConceptView }

/** What an address says. */
export function readShown(query: Readonly<Record<string, string>>): Shown {
  const text = (name: string) => (query[name] === undefined || query[name] === '' ? undefined : query[name])
  return {
    q: text('q'),
    sort: toSort(query['sort']),
    level: toLevel(query['level']),
    note: text('note'),
    topic: text('topic'),
    view: conceptViews.find((view) => view === query['view']) ?? 'topics',
  }
}

/** The address that says it; what is usual is left out. */
export function addressOf({ q, sort, level, note, topic, view }: Shown): string {
  const params = new URLSearchParams()
  if (q !== undefined) params.set('q', q)
  if (sort !== 'attention') params.set('sort', sort)
  if (level !== undefined) params.set('level', String(level))
  if (note !== undefined) params.set('note', note)
  if (topic !== undefined) params.set('topic', topic)
  if (view !== 'topics') params.set('view', view)
  const text = params.toString()
  return text === '' ? paths.concepts : `${paths.concepts}?${text}`
}

/** The address of the map around a concept. */
export const mapOf = (id: string): string => `${paths.concepts}?view=map&of=${encodeURIComponent(id)}`

/** The order of that name; the usual one for any other. */
export const toSort = (text: string | undefined): ConceptSort =>
  conceptSorts.find((sort) => sort === text) ?? 'attention'

/** The level of that number; all for any other text. */
export function toLevel(text: string | undefined): Shown['level'] {
  const level = levelNames.findIndex((_, number) => String(number) === text)
  return level < 0 ? undefined : (level as NonNullable<Shown['level']>)
}
