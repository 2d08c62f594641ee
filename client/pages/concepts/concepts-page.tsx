import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { levelNames } from '../../../shared/mastery/levels.ts'
import { type ConceptSort, conceptSorts } from '../../../shared/mastery/list-concepts.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../router.ts'
import { type ConceptPages, useConceptPages } from '../../state/use-concept-pages.ts'
import { type TopicPages, useTopicPages } from '../../state/use-topic-pages.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { counted } from '../../words/words.ts'
import { LongConceptRows } from './concept-rows.tsx'
import { ConceptMapView } from './concept-map-view.tsx'
import { type Shown, addressOf, conceptViews, readShown, toLevel, toSort } from './shown-concepts.ts'
import { MergeSuggestions } from './merge-suggestions.tsx'
import { NoteFilter } from './note-filter.tsx'
import { practiseAddress } from './practise-address.ts'
import { TopicGroups } from './topic-groups.tsx'
import { levelsPath } from '../../help-paths.ts'
import './concepts-page.css'

const sortNames: Readonly<Record<ConceptSort, string>> = {
  attention: 'Needs attention',
  az: 'A–Z',
  level: 'Level',
  newest: 'Newest',
}

const viewNames: Readonly<Record<Shown['view'], string>> = { topics: 'Topics', list: 'List', map: 'Map' }

export function ConceptsPage() {
  const { query, route } = useLocation()
  const shown = readShown(query)
  const show = (next: Partial<Shown>) => route(addressOf({ ...shown, ...next }), true)
  const isFiltered = [shown.q, shown.level, shown.note, shown.topic].some((filter) => filter !== undefined)
  const isGrouped = shown.view === 'topics' && !isFiltered
  const { view: _view, ...asked } = shown
  const pages = useConceptPages(asked)
  const topics = useTopicPages(isGrouped ? shown.sort : null)
  const reload = () => {
    pages.reload()
    topics.reload()
  }
  const hasTopics = topics.total === null || topics.total > 1
  const listed = (
    <Listed pages={pages} topics={isGrouped && hasTopics ? topics : null} shown={shown} show={show} />
  )
  useKeys('concepts', {
    view: () => show({ view: shown.view === 'map' ? 'topics' : 'map' }),
    practise: () => practiseFocused(route),
  })
  return (
    <Page
      heading="Concepts"
      sub={
        <>
          Everything your notes speak of, and how well you hold it.{' '}
          <a href={levelsPath}>What the levels mean</a>
        </>
      }
    >
      {pages.total === 0 && !isFiltered ? (
        <NoConcepts />
      ) : (
        <>
          <ConceptTools shown={shown} show={show} />
          <p class="small nums concept-count" role="status">
            {pages.total === null ? '' : counted(pages.total, 'concept')}
            {isGrouped && hasTopics && topics.total !== null ? ` in ${counted(topics.total, 'topic')}` : ''}
            {shown.topic === undefined ? null : (
              <>
                {' '}
                in one topic ·{' '}
                <button type="button" class="link-btn" onClick={() => show({ topic: undefined })}>
                  All topics
                </button>
              </>
            )}
          </p>
          {shown.view === 'map' ? <ConceptMapView of={query['of']}>{listed}</ConceptMapView> : listed}
        </>
      )}
      {pages.error === null ? null : (
        <Failure what="Could not load the concepts." error={pages.error} onRetry={reload} />
      )}
      {pages.total === null || isFiltered || shown.view === 'map' ? null : (
        <MergeSuggestions onChanged={reload} />
      )}
    </Page>
  )
}

/** Practises the concept whose row has the focus, or the first of the list. */
function practiseFocused(route: (url: string) => void): void {
  const focused = document.activeElement?.closest<HTMLElement>('[data-concept]')
  const row = focused ?? document.querySelector<HTMLElement>('[data-concept]')
  const id = row?.dataset['concept']
  if (id !== undefined) route(practiseAddress(id))
}

interface ListedProps {
  readonly pages: ConceptPages
  /** Null where concepts stand one below the other. */
  readonly topics: TopicPages | null
  readonly shown: Shown
  readonly show: (next: Partial<Shown>) => void
}

function Listed({ pages, topics, shown, show }: ListedProps) {
  if (pages.total === null) return pages.error === null ? <Loading /> : null
  if (pages.total === 0) {
    return (
      <Empty
        action={
          <button
            type="button"
            class="btn quiet"
            onClick={() => show({ q: undefined, level: undefined, note: undefined, topic: undefined })}
          >
            Show all concepts
          </button>
        }
      >
        {shown.q === undefined
          ? 'No concept is like that.'
          : `No concept of these is called anything like “${shown.q}”.`}
      </Empty>
    )
  }
  if (topics === null) return <LongConceptRows pages={pages} total={pages.total} />
  return <TopicGroups pages={topics} sort={shown.sort} concepts={pages.total} />
}

function ConceptTools({
  shown,
  show,
}: {
  readonly shown: Shown
  readonly show: (next: Partial<Shown>) => void
}) {
  const [typed, setTyped] = useState(shown.q ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Going back and forth writes into the field.
  useEffect(() => setTyped((now) => (now.trim() === (shown.q ?? '') ? now : (shown.q ?? ''))), [shown.q])
  useEffect(() => () => clearTimeout(timer.current), [])
  // What is filtered is a list: the map is around one concept.
  const filter = (next: Partial<Shown>) => show(shown.view === 'map' ? { ...next, view: 'list' } : next)
  const search = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(
      () => filter({ q: text.trim() === '' ? undefined : text.trim() }),
      searchAfterMs,
    )
  }
  return (
    <form class="concept-tools" role="search" onSubmit={(event) => event.preventDefault()}>
      <input
        class="input"
        type="search"
        aria-label="Search concepts"
        placeholder="Search concepts"
        value={typed}
        onInput={(event) => search(event.currentTarget.value)}
      />
      <NoteFilter note={shown.note} onChoose={(note) => filter({ note })} />
      <label class="concept-choice-field">
        <span>Level</span>
        <select
          class="input"
          value={shown.level ?? ''}
          onChange={(event) => filter({ level: toLevel(event.currentTarget.value) })}
        >
          <option value="">All</option>
          {levelNames.map((name, level) => (
            <option key={name} value={level}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="concept-choice-field concept-sort">
        <span>Sort by</span>
        <select
          class="input"
          value={shown.sort}
          onChange={(event) => filter({ sort: toSort(event.currentTarget.value) })}
        >
          {conceptSorts.map((sort) => (
            <option key={sort} value={sort}>
              {sortNames[sort]}
            </option>
          ))}
        </select>
      </label>
      <div class="concept-views" role="group" aria-label="Show as">
        {conceptViews.map((view) => (
          <button
            key={view}
            type="button"
            class="btn quiet"
            aria-pressed={shown.view === view}
            onClick={() => show({ view })}
          >
            {viewNames[view]}
          </button>
        ))}
      </div>
    </form>
  )
}

function NoConcepts() {
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

const searchAfterMs = 120
