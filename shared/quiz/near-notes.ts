import { groupBy } from '../basics/group-by.ts'
import { meaningRoots } from '../english/meaning-root.ts'
import type { QuizCard, QuizMaterial } from './quiz-card.ts'

/** How near two notes are: one and the same, joined by a concept, folder or tag, or only of one field by their words. */
export type NoteNearness = 'same' | 'linked' | 'alike'

/** From this likeness on two notes are of one field. Measured: within a field 0.06 to 0.2, across fields up to 0.06. */
const leastAlike = 0.09
/** A concept, tag or folder of more than this share of all notes joins nothing. */
const mostShared = 0.4

/**
 * The notes of the same field as a note, each with how near it is. A library may hold monarchs and web frameworks: what is
 * asked about the one is not asked among the others. It depends on the set of cards alone.
 */
export function nearNotesOf(cards: QuizMaterial): (note: string) => ReadonlyMap<string, NoteNearness> {
  let index: NoteIndex | undefined
  const known = new Map<string, ReadonlyMap<string, NoteNearness>>()
  return (note) => {
    index ??= indexNotes(cards)
    const found = known.get(note) ?? readNear(note, index)
    known.set(note, found)
    return found
  }
}

interface NoteIndex {
  readonly cardsIn: ReadonlyMap<string, readonly QuizCard[]>
  /** Notes by what joins them: a concept, a folder, a tag. */
  readonly joinedBy: ReadonlyMap<string, ReadonlySet<string>>
  /** The roots of each note with their weights, as a vector of length 1. */
  readonly vectors: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly notesWith: ReadonlyMap<string, readonly string[]>
}

function indexNotes(cards: QuizMaterial): NoteIndex {
  const placed = cards.flatMap((card) => card.notes.map((note) => ({ card, note })))
  const cardsIn = new Map(
    [...groupBy(placed, ({ note }) => note)].map(([note, own]) => [note, own.map(({ card }) => card)]),
  )
  const joined = placed.flatMap(({ card, note }) => joinsOf(card, note).map((join) => ({ join, note })))
  const vectors = vectorsOf(cardsIn)
  const roots = [...vectors].flatMap(([note, own]) => [...own.keys()].map((root) => ({ note, root })))
  return {
    cardsIn,
    joinedBy: notesBy(
      joined,
      ({ join }) => join,
      (notes) => new Set(notes),
    ),
    vectors,
    notesWith: notesBy(
      roots,
      ({ root }) => root,
      (notes) => notes,
    ),
  }
}

function notesBy<Place extends { readonly note: string }, Notes>(
  places: readonly Place[],
  keyOf: (place: Place) => string,
  gather: (notes: string[]) => Notes,
): Map<string, Notes> {
  return new Map([...groupBy(places, keyOf)].map(([key, own]) => [key, gather(own.map(({ note }) => note))]))
}

const joinsOf = (card: QuizCard, note: string): string[] => [
  `concept ${card.conceptId}`,
  ...card.tags.map((tag) => `tag ${tag}`),
  ...(note.includes('/') ? [`folder ${note.slice(0, note.lastIndexOf('/'))}`] : []),
]

/** Term frequency times inverse note frequency of each note's roots. */
function vectorsOf(cardsIn: ReadonlyMap<string, readonly QuizCard[]>): NoteIndex['vectors'] {
  const counts = [...cardsIn].map(([note, cards]) => {
    const own = new Map<string, number>()
    for (const card of cards)
      for (const root of meaningRoots(`${card.front} ${card.back}`)) own.set(root, (own.get(root) ?? 0) + 1)
    return { note, own }
  })
  const notes = new Map<string, number>()
  for (const { own } of counts) for (const root of own.keys()) notes.set(root, (notes.get(root) ?? 0) + 1)
  return new Map(
    counts.map(({ note, own }) => {
      const weighed = [...own].map(
        ([root, count]) =>
          [root, (1 + Math.log(count)) * Math.log((1 + counts.length) / (notes.get(root) ?? 1))] as const,
      )
      const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0))
      return [note, new Map(weighed.map(([root, weight]) => [root, length === 0 ? 0 : weight / length]))]
    }),
  )
}

function readNear(note: string, index: NoteIndex): ReadonlyMap<string, NoteNearness> {
  const near = new Map<string, NoteNearness>()
  for (const [other, likeness] of likenessTo(note, index))
    if (likeness >= leastAlike) near.set(other, 'alike')
  const most = Math.max(2, index.cardsIn.size * mostShared)
  for (const card of index.cardsIn.get(note) ?? []) {
    for (const join of joinsOf(card, note)) {
      const joined = index.joinedBy.get(join)
      if (joined !== undefined && joined.size <= most) for (const other of joined) near.set(other, 'linked')
    }
  }
  return near.set(note, 'same')
}

/** The cosine between the vectors of two notes. */
function likenessTo(note: string, { vectors, notesWith }: NoteIndex): ReadonlyMap<string, number> {
  const likeness = new Map<string, number>()
  for (const [root, weight] of vectors.get(note) ?? []) {
    for (const other of notesWith.get(root) ?? []) {
      const share = weight * (vectors.get(other)?.get(root) ?? 0)
      likeness.set(other, (likeness.get(other) ?? 0) + share)
    }
  }
  return likeness
}
