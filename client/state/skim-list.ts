import type { SkimCard, SkimDecision, SkimNote, SkimReply } from '../../shared/api/skim.ts'

/** What was said of a row here; an edited card is kept in other words. */
export type SkimMark = SkimDecision | 'edit'

export interface SkimRow {
  readonly card: SkimCard
  /** Null while nothing was said of it. What was decided stays in sight, so that one can go back to it. */
  readonly mark: SkimMark | null
}

/** New cards as the page holds them, and which row is looked at. */
export interface SkimList {
  readonly rows: readonly SkimRow[]
  readonly notes: readonly SkimNote[]
  readonly counts: SkimReply['counts']
  readonly nextCursor: string | null
  readonly at: number
}

/** The rows of one note, with what is left of it, those that are not loaded included. */
export interface SkimGroup {
  readonly note: SkimNote
  readonly rows: readonly SkimRow[]
  /** The place of its first row in the list. */
  readonly from: number
}

export function openSkimList({ cards, notes, counts, nextCursor }: SkimReply): SkimList {
  return { rows: cards.map((card) => ({ card, mark: null })), notes, counts, nextCursor, at: 0 }
}

/** Takes in the next page of the server's list; what is here already is not taken twice. */
export function withMoreRows(list: SkimList, more: SkimReply): SkimList {
  const known = new Set(list.rows.map(({ card }) => card.cardId))
  const files = new Set(list.notes.map(({ file }) => file))
  const fresh = more.cards.filter(({ cardId }) => !known.has(cardId))
  return {
    ...list,
    rows: [...list.rows, ...fresh.map((card) => ({ card, mark: null }))],
    notes: [...list.notes, ...more.notes.filter(({ file }) => !files.has(file))],
    nextCursor: more.nextCursor,
  }
}

export function currentRow(list: SkimList): SkimRow | undefined {
  return list.rows[list.at]
}

/** Another row, decided or not; the list ends at its ends. */
export function moveRow(list: SkimList, step: number): SkimList {
  return lookAt(list, list.at + step)
}

export function lookAt(list: SkimList, at: number): SkimList {
  return { ...list, at: Math.max(0, Math.min(at, list.rows.length - 1)) }
}

/** Says the same of some rows. The next row that nothing was said of is looked at, from the top again at the end. */
export function markRows(list: SkimList, cardIds: ReadonlySet<string>, mark: SkimMark): SkimList {
  const marked = withMarks(list, cardIds, mark)
  const { rows, at } = marked
  const next = [...rows.keys()].map((step) => (at + step) % rows.length).find((i) => rows[i]?.mark === null)
  return { ...marked, at: next ?? at }
}

/** Says the same of all that is left of a note, what is not loaded included. */
export function markNote(list: SkimList, file: string, mark: SkimMark): SkimList {
  const marked = markRows(list, leftOfNote(list, file), mark)
  const { ready, proposed } = noteOf(marked, file)
  return {
    ...marked,
    counts: { ready: marked.counts.ready - ready, proposed: marked.counts.proposed - proposed },
    notes: marked.notes.map((note) => (note.file === file ? { ...note, ready: 0, proposed: 0 } : note)),
  }
}

/** Takes back what was said of some rows, and looks at the first of them. */
export function unmarkRows(list: SkimList, cardIds: ReadonlySet<string>): SkimList {
  const first = list.rows.findIndex(({ card }) => cardIds.has(card.cardId))
  return { ...withMarks(list, cardIds, null), at: first < 0 ? list.at : first }
}

/** The card in its new words. */
export function rewordRow(list: SkimList, cardId: string, words: { front: string; back: string }): SkimList {
  const rows = list.rows.map((row) =>
    row.card.cardId === cardId ? { ...row, card: { ...row.card, ...words } } : row,
  )
  return { ...list, rows }
}

/** The cards that go with one whose lines are never asked again: those that stand in these lines alone. */
export function cardsOfLines(list: SkimList, { sources }: SkimCard): ReadonlySet<string> {
  const spans = new Set(sources.map(spanOf))
  const same = list.rows.filter(
    ({ card, mark }) =>
      mark !== 'drop' && mark !== 'never' && card.sources.every((source) => spans.has(spanOf(source))),
  )
  return new Set(same.map(({ card }) => card.cardId))
}

/** The rows of a note that nothing was said of. */
export function leftOfNote(list: SkimList, file: string): ReadonlySet<string> {
  const left = list.rows.filter(({ card, mark }) => mark === null && fileOf(card) === file)
  return new Set(left.map(({ card }) => card.cardId))
}

export function groupsOf(list: SkimList): SkimGroup[] {
  const groups: { note: SkimNote; rows: SkimRow[]; from: number }[] = []
  for (const [i, row] of list.rows.entries()) {
    const file = fileOf(row.card)
    const last = groups.at(-1)
    if (last?.note.file === file) last.rows.push(row)
    else groups.push({ note: noteOf(list, file), rows: [row], from: i })
  }
  return groups
}

export function noteOf({ notes }: SkimList, file: string): SkimNote {
  const known = notes.find((note) => note.file === file)
  return known ?? { noteId: null, file, title: file, ready: 0, proposed: 0 }
}

/** The note in which a card stands: that of its first source. */
export function fileOf({ sources }: SkimCard): string {
  return sources[0]?.file ?? ''
}

function spanOf({ file, lines }: SkimCard['sources'][number]): string {
  return `${file} ${lines.join(',')}`
}

function withMarks(list: SkimList, cardIds: ReadonlySet<string>, mark: SkimMark | null): SkimList {
  const rows = list.rows.map((row) => (cardIds.has(row.card.cardId) ? { ...row, mark } : row))
  const changed = list.rows.filter(
    (row, i) => (row.mark === null) !== (rows[i]?.mark === null) && cardIds.has(row.card.cardId),
  )
  const step = mark === null ? 1 : -1
  const shifted = <Counts extends SkimReply['counts']>(
    counts: Counts,
    cards: readonly SkimRow[],
  ): Counts => ({
    ...counts,
    ready: counts.ready + step * cards.filter(({ card }) => card.state === 'ready').length,
    proposed: counts.proposed + step * cards.filter(({ card }) => card.state === 'proposed').length,
  })
  return {
    ...list,
    rows,
    counts: shifted(list.counts, changed),
    notes: list.notes.map((note) =>
      shifted(
        note,
        changed.filter(({ card }) => fileOf(card) === note.file),
      ),
    ),
  }
}
