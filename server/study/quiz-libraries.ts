import { noteTags } from '../../shared/note/note-tags.ts'
import type { QuizCard } from '../../shared/quiz/quiz-card.ts'
import { type QuizLibrary, prepareLibrary } from '../../shared/quiz/quiz-library.ts'
import { toQuizCard } from '../../shared/quiz/to-quiz-card.ts'
import type { CardId } from '../../shared/card/card.ts'
import { knownTerms } from '../../shared/quiz/known-terms.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { listAcceptedAnswers } from '../db/accepted-answers.ts'
import { listNoteBodies } from '../db/notes.ts'
import { type QuizMaterial, listQuizMaterial, readMaterialStamp } from '../db/quizzes.ts'
import type { Reader } from '../db/tables.ts'
import { shownContent } from '../view/card-view.ts'

/** All that questions are made from: every card that is asked, read once. */
export interface PreparedLibrary {
  readonly library: QuizLibrary
  /** Every name the notes know, normalised. */
  readonly terms: ReadonlySet<string>
  readonly createdAt: ReadonlyMap<CardId, EpochMs>
}

/**
 * The library of the learner who made a quiz last, kept while it stays as it is: a setup asks for it with every change of
 * a choice.
 */
export class QuizLibraries {
  #kept: Kept | null = null

  async of(db: Reader, learnerId: LearnerId): Promise<PreparedLibrary> {
    const stamp = await readMaterialStamp(db, learnerId)
    if (this.#kept?.learnerId === learnerId && this.#kept.stamp === stamp) return this.#kept.made
    const made = prepare(db, learnerId)
    this.#kept = { learnerId, stamp, made }
    made.catch(() => {
      if (this.#kept?.made === made) this.#kept = null
    })
    return made
  }
}

interface Kept {
  readonly learnerId: LearnerId
  readonly stamp: string
  readonly made: Promise<PreparedLibrary>
}

async function prepare(db: Reader, learnerId: LearnerId): Promise<PreparedLibrary> {
  const material = await listQuizMaterial(db, learnerId)
  const accepted = await listAcceptedAnswers(db, learnerId)
  const tagsOf = new Map(
    (await listNoteBodies(db, learnerId)).map((note) => [note.path, [...noteTags(note.body)]] as const),
  )
  const cards = material.map((one) => toMaterial(one, accepted.get(one.card.id) ?? [], tagsOf))
  return {
    library: prepareLibrary(cards),
    terms: knownTerms(cards),
    createdAt: new Map(material.map(({ card }) => [card.id, card.createdAt])),
  }
}

/** A card with its fact and concept as a quiz sees it. What the learner said is right counts as what its notes accept. */
export function toMaterial(
  { card, factKind, conceptAliases, ownTerm, topic }: QuizMaterial,
  accepted: readonly string[] = [],
  tagsOf: ReadonlyMap<string, readonly string[]> = new Map(),
): QuizCard {
  const notes = card.sources.map((source) => source.file)
  return toQuizCard({
    cardId: card.id,
    content: shownContent(card),
    factKind,
    factKey: card.factKey,
    accepted: [...card.accepted, ...accepted],
    conceptId: card.conceptId,
    ...(ownTerm === null
      ? { concept: card.concept, conceptAliases }
      : { concept: ownTerm, conceptAliases: [], subjectId: card.factKey }),
    notes,
    sources: card.sources,
    topic,
    tags: [...new Set(notes.flatMap((file) => tagsOf.get(file) ?? []))],
  })
}
