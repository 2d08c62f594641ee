import { assertNever } from '../../shared/basics/brand.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type Scope, type ScopeKey, scopeKey } from '../../shared/schedule/scope.ts'
import { findConceptCards, findNoteCards } from '../db/queue.ts'
import type { Reader } from '../db/tables.ts'
import { findTaggedNotes } from './find-tagged-notes.ts'

/** Which cards lie in these scopes, each in the first that holds it. */
export async function readScopeMembers(
  db: Reader,
  learnerId: LearnerId,
  scopes: readonly Scope[],
): Promise<Map<CardId, ScopeKey>> {
  const tagged = await findTaggedNotes(
    db,
    learnerId,
    scopes.flatMap(({ kind, name }) => (kind === 'tag' ? [name] : [])),
  )
  const members = new Map<CardId, ScopeKey>()
  for (const scope of scopes.toReversed())
    for (const card of await cardsIn(db, learnerId, scope, tagged)) members.set(card, scopeKey(scope))
  return members
}

function cardsIn(
  db: Reader,
  learnerId: LearnerId,
  { kind, name }: Scope,
  tagged: ReadonlyMap<string, readonly NoteId[]>,
): Promise<CardId[]> {
  switch (kind) {
    case 'concept':
      return findConceptCards(db, learnerId, name as ConceptId)
    case 'note':
      return findNoteCards(db, learnerId, [name as NoteId])
    case 'tag':
      return findNoteCards(db, learnerId, tagged.get(name) ?? [])
    default:
      return assertNever(kind)
  }
}
