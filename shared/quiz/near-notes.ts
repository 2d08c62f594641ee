import { groupBy } from '../basics/group-by.ts'
import { compareText } from '../basics/text.ts'
import { meaningRoots } from '../english/meaning-root.ts'
import type { QuizCard, QuizMaterial } from './quiz-card.ts'

/** How near two notes are: one and the same, joined by a concept, folder or tag, or only of one field by their words. */
export type NoteNearness = 'same' | 'linked' | 'alike'

/** From this likeness on two notes are of one field. Measured: within a field 0.06 to 0.2, across fields up to 0.06. */
const leastAlike = 0.09
/** A concept, tag or folder of more than this share of all notes joins nothing. */
const mostShared = 0.4
/** So many notes of one field are enough to find wrong options in. */
const mostAlike = 40

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
  /** The notes by their number, and for each root the numbers of the notes that have it, with its weight in each. */
  readonly names: readonly string[]
  readonly weightsOf: ReadonlyMap<string, RootWeights>
}

interface RootWeights {
  readonly notes: readonly number[]
  readonly weights: readonly number[]
}

function indexNotes(cards: QuizMaterial): NoteIndex {
  const placed = cards.flatMap((card) => card.notes.map((note) => ({ card, note })))
  const cardsIn = new Map(
    [...groupBy(placed, ({ note }) => note)].map(([note, own]) => [note, own.map(({ card }) => card)]),
  )
  const joined = placed.flatMap(({ card, note }) => joinsOf(card, note).map((join) => ({ join, note })))
  const vectors = vectorsOf(cardsIn)
  return {
    cardsIn,
    joinedBy: notesBy(
      joined,
      ({ join }) => join,
      (notes) => new Set(notes),
    ),
    vectors,
    names: [...vectors.keys()],
    weightsOf: weightsByRoot([...vectors.values()]),
  }
}

function weightsByRoot(vectors: readonly ReadonlyMap<string, number>[]): NoteIndex['weightsOf'] {
  const byRoot = new Map<string, { notes: number[]; weights: number[] }>()
  for (const [note, vector] of vectors.entries()) {
    for (const [root, weight] of vector) {
      const known = byRoot.get(root) ?? { notes: [], weights: [] }
      known.notes.push(note)
      known.weights.push(weight)
      byRoot.set(root, known)
    }
  }
  return byRoot
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

/** The nearest first: the note itself, those that are joined with it, those of its field. */
function readNear(note: string, index: NoteIndex): ReadonlyMap<string, NoteNearness> {
  const most = Math.max(2, index.cardsIn.size * mostShared)
  const joins = (index.cardsIn.get(note) ?? []).flatMap((card) => joinsOf(card, note))
  const linked = new Set<string>()
  for (const join of new Set(joins)) {
    const joined = index.joinedBy.get(join)
    if (joined !== undefined && joined.size <= most) for (const other of joined) linked.add(other)
  }
  const near = new Map<string, NoteNearness>([[note, 'same']])
  for (const other of [...linked].sort(compareText)) if (other !== note) near.set(other, 'linked')
  for (const { other } of alikeTo(note, index)) if (!near.has(other)) near.set(other, 'alike')
  return near
}

/** The notes of one field with a note by their words, the likest first; of very many the likest alone. */
function alikeTo(note: string, index: NoteIndex): { readonly other: string; readonly likeness: number }[] {
  return [...likenessTo(note, index)]
    .map((likeness, i) => ({ other: index.names[i] ?? '', likeness }))
    .filter(({ likeness }) => likeness >= leastAlike)
    .sort((a, b) => b.likeness - a.likeness || compareText(a.other, b.other))
    .slice(0, mostAlike)
}

/** The cosines between the vector of a note and those of all, by their numbers. */
function likenessTo(note: string, { vectors, names, weightsOf }: NoteIndex): Float64Array {
  const likeness = new Float64Array(names.length)
  for (const [root, own] of vectors.get(note) ?? []) {
    const { notes = [], weights = [] } = weightsOf.get(root) ?? {}
    for (let i = 0; i < notes.length; i++) likeness[notes[i]!]! += own * weights[i]!
  }
  return likeness
}
