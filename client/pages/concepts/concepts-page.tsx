import { useLocation } from 'preact-iso'
import type { ConceptRow } from '../../../shared/api/concepts.ts'
import { api } from '../../api-client.ts'
import { topicTree } from '../../../shared/concept/topic-tree.ts'
import { paths } from '../../router.ts'
import { useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { counted } from '../../words/words.ts'
import { ConceptRows } from './concept-rows.tsx'
import { TopicGroups } from './topic-groups.tsx'
import './concepts-page.css'

const sorts = { attention: 'Needs attention', az: 'A–Z', level: 'Level' } as const
type Sort = keyof typeof sorts

export function ConceptsPage() {
  const { resource, reload } = useResource('concepts', api.concepts)
  return (
    <Page heading="Concepts" sub="Everything your notes speak of, and how well you hold it.">
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not load the concepts." error={resource.error} onRetry={reload} />
      ) : null}
      {resource.kind === 'ready' ? <ConceptList concepts={resource.value.concepts} /> : null}
    </Page>
  )
}

function ConceptList({ concepts }: { readonly concepts: readonly ConceptRow[] }) {
  const { query, path, route } = useLocation()
  const search = query['q'] ?? ''
  const sort: Sort = isSort(query['sort']) ? query['sort'] : 'attention'
  const show = (next: { q?: string; sort?: Sort }) => {
    const wanted = { q: search, sort, ...next }
    const params = new URLSearchParams()
    if (wanted.q !== '') params.set('q', wanted.q)
    if (wanted.sort !== 'attention') params.set('sort', wanted.sort)
    const text = params.toString()
    route(text === '' ? path : `${path}?${text}`, true)
  }
  if (concepts.length === 0) {
    return (
      <Empty
        action={
          <a class="btn" href={paths.notes}>
            Bring in notes
          </a>
        }
      >
        Headings and bold terms in your notes become concepts. There are none yet.
      </Empty>
    )
  }
  const rows = concepts.filter((concept) => matches(concept, search)).sort(comparisons[sort])
  const topics = topicTree(rows, ({ topic }) => topic)
  return (
    <>
      <form class="concept-tools" role="search" onSubmit={(event) => event.preventDefault()}>
        <input
          class="input"
          type="search"
          aria-label="Search concepts"
          placeholder="Search concepts"
          value={search}
          onInput={(event) => show({ q: event.currentTarget.value })}
        />
        <label class="row concept-sort">
          <span>Sort by</span>
          <select
            class="input"
            value={sort}
            onChange={(event) =>
              isSort(event.currentTarget.value) && show({ sort: event.currentTarget.value })
            }
          >
            {Object.entries(sorts).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </form>
      <p class="small nums" role="status">
        {search === ''
          ? counted(rows.length, 'concept')
          : `${rows.length} of ${counted(concepts.length, 'concept')}`}
      </p>
      {rows.length === 0 ? (
        <Empty
          action={
            <button type="button" class="btn quiet" onClick={() => show({ q: '' })}>
              Show all concepts
            </button>
          }
        >
          No concept is called anything like “{search}”.
        </Empty>
      ) : search === '' && topics.topics.length > 1 ? (
        <TopicGroups tree={topics} compare={comparisons[sort]} />
      ) : (
        <ConceptRows concepts={rows} />
      )}
    </>
  )
}

function isSort(text: string | undefined): text is Sort {
  return text !== undefined && text in sorts
}

function matches(concept: ConceptRow, search: string): boolean {
  const wanted = search.trim().toLowerCase()
  return [concept.term, ...concept.aliases].some((name) => name.toLowerCase().includes(wanted))
}

const byName = (a: ConceptRow, b: ConceptRow) => a.term.localeCompare(b.term, 'en', { sensitivity: 'base' })
const comparisons: Record<Sort, (a: ConceptRow, b: ConceptRow) => number> = {
  // What is torn first, then what most is due of, then what would be lost soonest.
  attention: (a, b) => b.conflicts - a.conflicts || b.due - a.due || lossOf(b) - lossOf(a) || byName(a, b),
  az: byName,
  level: (a, b) => b.mastery.level - a.mastery.level || byName(a, b),
}

function lossOf({ mastery }: ConceptRow): number {
  return mastery.answered === 0 ? -1 : mastery.recallNow - mastery.recallIn30Days
}
