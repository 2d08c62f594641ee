import type { ConceptId } from '../../shared/concept/concept.ts'
import type { NoteId } from '../../shared/note/note.ts'
import { parseCardQuery } from '../../shared/card/parse-card-query.ts'
import type { PartState } from '../../shared/queue/plan-part.ts'
import { findConcept } from '../db/concepts.ts'
import { findNoteByPath, findNoteNames } from '../db/notes.ts'
import type { Learner } from '../learner.ts'
import { plainTag } from './find-tagged-notes.ts'

/** Which cards are studied: every field that is there must fit. */
export interface PartFilter {
  readonly conceptId?: string | undefined
  /** The id of a note, or its path. */
  readonly noteId?: string | undefined
  readonly folder?: string | undefined
  readonly tag?: string | undefined
  readonly topic?: string | undefined
  readonly state?: PartState | undefined
  readonly q?: string | undefined
}

/** A part with its name; the filter is meant as it stands here. */
export interface NamedPart {
  readonly filter: Omit<PartFilter, 'conceptId' | 'noteId'> & {
    readonly conceptId?: ConceptId | undefined
    readonly noteId?: NoteId | undefined
  }
  readonly name: string
  /** What it is about, without the state of the cards: “Caching”; null for the whole library. */
  readonly about: string | null
  /** Why nothing can lie in it: no such concept or note, or a search that says nothing. */
  readonly isUnknown: boolean
  readonly problem: string | null
  readonly isWhole: boolean
}

/** Between the topics of a path. */
const below = ' › '

/** What a part is called, from the names of what it is about. */
export async function namePart(learner: Learner, filter: PartFilter): Promise<NamedPart> {
  const { folder, tag, topic, state, q } = filter
  const concept = await nameConcept(learner, filter.conceptId)
  const note = await nameNote(learner, filter.noteId)
  const problem = q === undefined ? null : (parseCardQuery(q).problems[0]?.sentence ?? null)
  const abouts = [
    concept?.name,
    note?.name,
    topic,
    folder === undefined ? undefined : `the folder ${folder}`,
    tag === undefined ? undefined : `#${plainTag(tag)}`,
    q === undefined ? undefined : `the search “${q}”`,
  ].filter((name) => name !== undefined)
  const about = abouts.length === 0 ? null : abouts.join(', ')
  return {
    filter: {
      folder: folder?.replace(/\/+$/, ''),
      tag,
      topic,
      state,
      q,
      conceptId: concept?.id,
      noteId: note?.id,
    },
    name: fullName(about, state),
    about,
    isUnknown: concept === null || note === null || problem !== null,
    problem,
    isWhole: abouts.length === 0 && concept === undefined && note === undefined,
  }
}

/** The names of topics of a path, the outermost first. */
export function topicPath(topic: string): string[] {
  return topic.split(below)
}

const stateNames: Readonly<Record<PartState, string>> = {
  due: 'Due cards',
  new: 'Cards never seen',
  learned: 'Cards you have seen',
  leech: 'Cards you keep forgetting',
  weak: 'Your weakest cards',
  ahead: 'Cards of the coming days',
}

function fullName(about: string | null, state: PartState | undefined): string {
  if (state === undefined) return about?.replace(/^the /, 'The ') ?? 'All cards you have seen'
  return about === null ? stateNames[state] : `${stateNames[state]}: ${about}`
}

/** Null where there is no such concept; undefined where none is asked for. */
async function nameConcept({ id: learnerId, db }: Learner, id: string | undefined) {
  if (id === undefined) return undefined
  const found = await findConcept(db.reader, learnerId, id as ConceptId)
  return found === undefined ? null : { id: found.id, name: found.term }
}

async function nameNote({ id: learnerId, db }: Learner, id: string | undefined) {
  if (id === undefined) return undefined
  const [named] = await findNoteNames(db.reader, learnerId, [id as NoteId])
  const found = named ?? (await findNoteByPath(db.reader, learnerId, id))
  return found === undefined ? null : { id: found.id, name: found.title }
}
