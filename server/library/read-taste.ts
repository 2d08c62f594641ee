import type { CardId } from '../../shared/card/card.ts'
import type { CardFlag } from '../../shared/card/card-flags.ts'
import {
  type Decided,
  type LearnedTrait,
  keptBy,
  learnOdds,
  learnedChance,
} from '../../shared/card/learned-odds.ts'
import { type Taste } from '../../shared/card/taste.ts'
import { worthOf } from '../../shared/card/worth.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { listCardDecisions } from '../db/card-decisions.ts'
import type { NamedCard } from '../db/card-rows.ts'
import { findCards, listFlagged, listSuspended } from '../db/cards.ts'
import { findSettings, findTasteReset } from '../db/learners.ts'
import { type NoteGenres, listNoteGenres } from '../db/notes.ts'
import type { Reader } from '../db/tables.ts'

/** Which cards a learner wants of their notes: how many, and what their own decisions say. */
export async function readTaste(db: Reader, learnerId: LearnerId): Promise<Taste> {
  const { cardDensity = defaultSettings.cardDensity } = await findSettings(db, learnerId)
  const chanceOf = learnedChance(await readLearned(db, learnerId))
  return { density: cardDensity, chanceOf: ({ worth }) => chanceOf(worth) }
}

/** What a learner's decisions taught since they last reset them. Made anew from the decisions each time. */
export async function readLearned(db: Reader, learnerId: LearnerId): Promise<LearnedTrait[]> {
  const kept = await keptSinceReset(db, learnerId)
  if (kept.size === 0) return []
  const cards = await findCards(db, learnerId, [...kept.keys()])
  const genres = await listNoteGenres(db, learnerId)
  return learnOdds(cards.map((card) => decidedCard(card, genres, kept.get(card.id) ?? 0)))
}

/** How far each card that was decided on is kept. The newest decision counts; what is suspended or found wanting is not kept. */
async function keptSinceReset(db: Reader, learnerId: LearnerId): Promise<Map<CardId, number>> {
  const reset = await findTasteReset(db, learnerId)
  const kept = new Map<CardId, number>()
  for (const { cardId, decision, at } of await listCardDecisions(db, learnerId))
    if (reset === null || at > reset.at) kept.set(cardId, keptBy[decision])
  const gone = new Set(reset?.cards)
  for (const id of await listUnwanted(db, learnerId)) if (!gone.has(id)) kept.set(id, 0)
  return kept
}

/** Cards that their learner suspended, or flagged for what they are. */
export async function listUnwanted(db: Reader, learnerId: LearnerId): Promise<CardId[]> {
  return [...(await listSuspended(db, learnerId)), ...(await listFlagged(db, learnerId, faults))]
}

/** Flags that speak of the card; an outdated one was worth asking once. */
const faults: readonly CardFlag[] = ['wrong', 'unclear', 'too_long', 'duplicate']

function decidedCard(card: NamedCard, genres: NoteGenres, kept: number): Decided {
  const { kind, front, back, concept, sources } = card
  const [source] = sources
  const worth = worthOf({
    kind,
    front,
    back,
    concept,
    heading: source?.heading ?? [],
    source: source?.text ?? [],
    genre: genres.get(source?.file ?? '') ?? 'study',
  })
  return { worth, kept }
}
