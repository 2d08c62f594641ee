import { type ConceptsByHand, nothingByHand } from '../concept/by-hand.ts'
import type { Concept, Conflict } from '../concept/concept.ts'
import { mergeConcepts } from '../concept/merge-concepts.ts'
import { extractFacts } from '../fact/extract-facts.ts'
import type { Fact } from '../fact/fact.ts'
import type { NoteProblem, NoteSource, SkippedLine, SourceQuote } from '../note/note.ts'
import { type NoteGenre, noteGenre } from '../note/note-genre.ts'
import { noteTitle } from '../note/note-title.ts'
import { parseNote } from '../note/parse-note.ts'
import { askFact } from './ask-fact.ts'
import type { GeneratedCard } from './card.ts'
import { type GenreOf, generateCards } from './generate-cards.ts'
import { type Taste, partByTaste, plainTaste } from './taste.ts'

/** What one note states. Plain data, so it can be cached by the note's digest. */
export interface NoteReading {
  readonly title: string
  readonly genre: NoteGenre
  readonly facts: readonly Fact[]
  readonly skipped: readonly SkippedLine[]
  readonly problems: readonly NoteProblem[]
}

/** What became of one note. */
export interface NoteReport {
  readonly file: string
  readonly facts: number
  readonly cards: number
  readonly skipped: readonly SkippedLine[]
  readonly problems: readonly NoteProblem[]
}

export interface Library {
  readonly concepts: readonly Concept[]
  readonly conflicts: readonly Conflict[]
  /** Every card that the rules make, whatever it is worth. */
  readonly cards: readonly GeneratedCard[]
}

/** One note's facts, skipped lines and problems. Depends on nothing but the note. */
export function readNote(source: NoteSource): NoteReading {
  const { note, problems } = parseNote(source)
  const { facts, skipped } = extractFacts(note)
  return { title: noteTitle(note), genre: noteGenre(note), facts, skipped, problems }
}

/** Concepts, conflicts and cards of the facts of all notes, in whatever order the notes come. */
export function makeCards(
  facts: readonly Fact[],
  byHand: ConceptsByHand = nothingByHand,
  genreOf?: GenreOf,
): Library {
  const { concepts, conflicts } = mergeConcepts(facts, byHand)
  return { concepts, conflicts, cards: generateCards(concepts, conflicts, genreOf) }
}

/** The whole river at once: from notes to the cards that suit a taste, with a report for each note. */
export function readLibrary(
  sources: readonly NoteSource[],
  taste: Taste = plainTaste('all'),
): Library & { readonly left: readonly GeneratedCard[]; readonly reports: NoteReport[] } {
  const readings = sources.map((source) => ({ source, reading: readNote(source) }))
  const genres = new Map(readings.map(({ source, reading }) => [source.path, reading.genre]))
  const library = makeCards(
    readings.flatMap(({ reading }) => reading.facts),
    nothingByHand,
    (file) => genres.get(file) ?? 'study',
  )
  const { cards, left } = partByTaste(library.cards, taste)
  const counts = new Map<string, number>()
  for (const card of cards) {
    for (const file of new Set(card.sources.map((quote) => quote.file)))
      counts.set(file, (counts.get(file) ?? 0) + 1)
  }
  const silent = silentLines({ cards, left })
  const reports = readings.map(({ source, reading }) => ({
    file: source.path,
    facts: reading.facts.length,
    cards: counts.get(source.path) ?? 0,
    skipped: [...reading.skipped, ...silent(reading.facts)].sort((a, b) => a.line - b.line),
    problems: reading.problems,
  }))
  return { ...library, cards, left, reports }
}

/** Lines that state something and still gave no card, each with its reason: nothing is lost in silence. */
export function silentLines({
  cards,
  left,
}: {
  readonly cards: readonly GeneratedCard[]
  readonly left: readonly GeneratedCard[]
}): (facts: readonly Fact[]) => SkippedLine[] {
  const asked = askedLines(cards)
  const doubts = new Map(left.map((card) => [card.factKey as string, card.worth.doubt]))
  return (facts) => {
    const reasons = new Map<number, string>()
    for (const fact of facts) {
      const [line] = fact.sources.flatMap((source) => source.lines)
      if (line === undefined || fact.sources.flatMap(placesOf).some((place) => asked.has(place))) continue
      reasons.set(line, doubts.get(fact.key) ?? whyUnasked(fact))
    }
    return [...reasons].map(([line, reason]) => ({ line, reason }))
  }
}

const whyUnasked = (fact: Fact): string =>
  askFact(fact).length > 0 ? 'asks what another card asks already' : 'states something that no question fits'

/** Every line that a card quotes, with its file. */
function askedLines(cards: readonly GeneratedCard[]): Set<string> {
  return new Set(cards.flatMap((card) => card.sources.flatMap(placesOf)))
}

const placesOf = ({ file, lines }: SourceQuote): string[] => lines.map((line) => `${line} ${file}`)
