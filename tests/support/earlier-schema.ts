import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { type LogDigest, addToDigest, emptyDigest } from '../../shared/schedule/review-event.ts'
import { toEventRow } from '../../server/db/event-rows.ts'
import type { SqliteFile } from '../../server/db/sqlite/sqlite-driver.ts'
import { aLearner, aReview, dayMs, noon } from './factories.ts'

const cardIds = ['redis', 'mulch', 'graft'].map((name) => `card-${name}` as CardId)

/** Puts a learner with a note, three cards and their log into a database of any version; columns of no matter here are empty. */
export function fillEarlierSchema(file: SqliteFile, reviewsOfEach = 3): void {
  const events = cardIds.flatMap((cardId) =>
    Array.from({ length: reviewsOfEach }, (_, day) =>
      aReview({ cardId, at: (noon + day * dayMs) as EpochMs }),
    ),
  )
  const log = events.reduce<LogDigest>(addToDigest, emptyDigest)
  const own = { learner_id: aLearner }
  file.transaction(() => {
    insert(file, 'instance', { id: 'instance', epoch: 'first-epoch', created_at: noon })
    insert(file, 'learners', {
      id: aLearner,
      name: 'Ada',
      created_at: noon,
      settings: '{"newPerDay":7}',
      event_count: log.count,
      event_digest: log.digest,
    })
    insert(file, 'notes', {
      ...own,
      id: 'note',
      path: 'gardens.md',
      origin: 'upload',
      title: 'Gardens',
      body: '# Gardens\n',
    })
    insert(file, 'concepts', { ...own, id: 'concept', concept_key: 'garden', term: 'Garden', active: 1 })
    cardIds.forEach((id, place) => {
      const kinds = { kind: 'basic', status: 'ready', front: `What is ${id}?`, back: `It is ${id}.` }
      insert(file, 'cards', {
        ...own,
        id,
        card_key: `key-${id}`,
        concept_id: 'concept',
        fact_key: id,
        ...kinds,
      })
      insert(file, 'card_notes', { ...own, card_id: id, note_id: 'note' })
      insert(file, 'schedules', {
        ...own,
        card_id: id,
        asked: 1,
        position: place,
        kind: 'new',
        ease_hundredths: 250,
      })
    })
    for (const event of events)
      insert(file, 'events', {
        ...toEventRow({ event, receivedAt: event.at, countedOn: event.studyDay, cardId: event.cardId }),
      })
  })()
}

interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly dflt_value: string | null
}

function insert(file: SqliteFile, table: string, known: Readonly<Record<string, unknown>>): void {
  const columns = file.pragma(`table_info(${table})`) as Column[]
  const row = Object.fromEntries(
    columns.flatMap(({ name, type, notnull, dflt_value }) => {
      if (name in known) return [[name, known[name]]]
      if (notnull === 0 || dflt_value !== null) return []
      return [[name, type.toLowerCase() === 'integer' ? 0 : listed.has(name) ? '[]' : '']]
    }),
  )
  const names = Object.keys(row)
  file
    .prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(row))
}

/** Columns of JSON that are lists. */
const listed = new Set(['aliases', 'accepted', 'reasons', 'sources', 'facts', 'skipped', 'problems', 'topic'])
