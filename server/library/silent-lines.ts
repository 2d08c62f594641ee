import type { GeneratedCard } from '../../shared/card/card.ts'
import { withoutRejected } from '../../shared/card/rejected-spans.ts'
import { partByTaste } from '../../shared/card/taste.ts'
import { type SilentLine, withOffers } from '../../shared/card/would-be.ts'
import { isQuoting } from '../../shared/draft/quoted-sources.ts'
import type { Card } from '../db/card-rows.ts'
import type { StoredNote } from '../db/note-rows.ts'
import { listRejections } from '../db/rejections.ts'
import type { Learner } from '../learner.ts'
import { readTaste } from './read-taste.ts'

/** Lines of a note that gave no card, each with its reason and with the card that would be made of it if its owner wants. */
export async function silentLinesOf(
  learner: Learner,
  note: StoredNote,
  cards: readonly Card[],
): Promise<SilentLine[]> {
  const { silentLines } = await import('../../shared/card/read-library.ts')
  const keys = new Set<string>(cards.map(({ key }) => key))
  const ownLines = new Set(
    cards.flatMap(({ sources }) =>
      sources.filter(({ noteId }) => noteId === note.id).flatMap(({ lines }) => lines),
    ),
  )
  const possible = (await possibleCards(learner, note)).filter(({ key }) => !keys.has(key))
  const { left } = partByTaste(possible, await readTaste(learner.db.reader, learner.id))
  // A drafted card stands among the lines that it quotes, in another note.
  const facts = note.facts.filter(
    (fact) =>
      !isQuoting(fact) && fact.sources.every(({ lines }) => lines.every((line) => !ownLines.has(line))),
  )
  return withOffers(note.skipped, silentLines({ cards: [], left })(facts), possible)
}

/** Every card that the rules could make of a note by itself, but of lines that the learner rejected. */
export async function possibleCards(
  { db, id }: Learner,
  note: StoredNote,
): Promise<readonly GeneratedCard[]> {
  // The rules are loaded when somebody looks at a note: most starts need none of them.
  const { makeCards } = await import('../../shared/card/read-library.ts')
  const rejected = new Set((await listRejections(db.reader, id)).map(({ span }) => span))
  return withoutRejected(makeCards(note.facts, undefined, () => note.genre).cards, rejected)
}
