import type { DraftView } from '../../shared/api/drafts.ts'
import type { SkimDecision, SkimNote, SkimReply } from '../../shared/api/skim.ts'
import { type SkimmedCard, toDraftCard } from './draft-row.ts'

/** What was said of a row here; an edited card is kept in other words. */
export type SkimMark = SkimDecision | 'edit'

export interface SkimRow {
  readonly card: SkimmedCard
  /** Null while nothing was said of it. What was decided stays in sight, so that one can go back to it. */
  readonly mark: SkimMark | null
}

/** How many are left of each state. */
export interface SkimCounts {
  readonly ready: number
  readonly proposed: number
  readonly drafted: number
}

/** A note, or the drafts of it: both stand under a heading of their own. */
export type SkimListNote = Readonly<SkimNote> & SkimCounts & { readonly group: string }

/** New cards and drafts as the page holds them, and which row is looked at. */
export interface SkimList {
  readonly rows: readonly SkimRow[]
  readonly notes: readonly SkimListNote[]
  readonly counts: SkimCounts
  readonly nextCursor: string | null
  readonly at: number
}

/** The rows of one note, with what is left of it, those that are not loaded included. */
export interface SkimGroup {
  readonly note: SkimListNote
  readonly rows: readonly SkimRow[]
  /** The place of its first row in the list. */
  readonly from: number
}

/** The list as it is opened: drafts first, because somebody asked for them; then the new cards of the notes. */
export function openSkimList(reply: SkimReply, drafts: readonly DraftView[] = []): SkimList {
  const drafted = drafts.map((draft) => ({ card: toDraftCard(draft), mark: null }))
  return {
    rows: [...drafted, ...rowsOf(reply)],
    notes: [...notesOfDrafts(drafts), ...notesOf(reply)],
    counts: { ...reply.counts, drafted: drafts.length },
    nextCursor: reply.nextCursor,
    at: 0,
  }
}

function rowsOf({ cards }: SkimReply): SkimRow[] {
  return cards.map((card) => ({ card: { ...card, drafted: null }, mark: null }))
}

function notesOf({ notes }: SkimReply): SkimListNote[] {
  return notes.map((note) => ({ ...note, group: note.file, drafted: 0 }))
}

function notesOfDrafts(drafts: readonly DraftView[]): SkimListNote[] {
  const notes = new Map<string, SkimListNote>()
  for (const { noteId, file, note } of drafts) {
    const group = draftGroup(file)
    const drafted = (notes.get(group)?.drafted ?? 0) + 1
    notes.set(group, { noteId, file, title: note, group, ready: 0, proposed: 0, drafted })
  }
  return [...notes.values()]
}

const draftGroup = (file: string): string => `drafts of ${file}`

/** Takes in the next page of the server's list; what is here already is not taken twice. */
export function withMoreRows(list: SkimList, more: SkimReply): SkimList {
  const known = new Set(list.rows.map(({ card }) => card.cardId))
  const groups = new Set(list.notes.map(({ group }) => group))
  return {
    ...list,
    rows: [...list.rows, ...rowsOf(more).filter(({ card }) => !known.has(card.cardId))],
    notes: [...list.notes, ...notesOf(more).filter(({ group }) => !groups.has(group))],
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

/** Says the same of all that is left of a group, what is not loaded included. */
export function markNote(list: SkimList, group: string, mark: SkimMark): SkimList {
  const marked = markRows(list, leftOfNote(list, group), mark)
  const { ready, proposed } = noteOf(marked, group)
  const { counts } = marked
  return {
    ...marked,
    counts: { ...counts, ready: counts.ready - ready, proposed: counts.proposed - proposed },
    notes: marked.notes.map((note) => (note.group === group ? { ...note, ready: 0, proposed: 0 } : note)),
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

/** The cards that go with one whose lines are never asked again: those that the notes give of these lines alone. */
export function cardsOfLines(list: SkimList, { sources }: SkimmedCard): ReadonlySet<string> {
  const spans = new Set(sources.map(spanOf))
  const same = list.rows.filter(
    ({ card, mark }) =>
      card.drafted === null &&
      mark !== 'drop' &&
      mark !== 'never' &&
      card.sources.every((source) => spans.has(spanOf(source))),
  )
  return new Set(same.map(({ card }) => card.cardId))
}

/** The rows of a group that nothing was said of. */
export function leftOfNote(list: SkimList, group: string): ReadonlySet<string> {
  const left = list.rows.filter(({ card, mark }) => mark === null && groupOf(card) === group)
  return new Set(left.map(({ card }) => card.cardId))
}

export function groupsOf(list: SkimList): SkimGroup[] {
  const groups: { note: SkimListNote; rows: SkimRow[]; from: number }[] = []
  for (const [i, row] of list.rows.entries()) {
    const group = groupOf(row.card)
    const last = groups.at(-1)
    if (last?.note.group === group) last.rows.push(row)
    else groups.push({ note: noteOf(list, group), rows: [row], from: i })
  }
  return groups
}

export function noteOf({ notes }: SkimList, group: string): SkimListNote {
  const known = notes.find((note) => note.group === group)
  return known ?? { noteId: null, file: group, title: group, group, ready: 0, proposed: 0, drafted: 0 }
}

/** The heading under which a row stands: the note of its first source, or the drafts of it. */
export function groupOf({ sources, drafted }: SkimmedCard): string {
  const file = sources[0]?.file ?? ''
  return drafted === null ? file : draftGroup(file)
}

/** How many are left in all. */
export function leftIn({ ready, proposed, drafted }: SkimCounts): number {
  return ready + proposed + drafted
}

/** Whether it was a draft and is a card by now, which has a name of its own. */
export function isCardNow({ card, mark }: SkimRow): boolean {
  return card.drafted !== null && (mark === 'keep' || mark === 'edit')
}

/** Whether its words can be edited here: a row that is not dropped, and a draft until it is a card. */
export function isEditable(row: SkimRow): boolean {
  return row.mark !== 'drop' && row.mark !== 'never' && !isCardNow(row)
}

/** Whether better words may be suggested for it: a card that is only proposed, before anything was said of it. */
export function isRewordable({ card, mark }: SkimRow): boolean {
  return card.state === 'proposed' && mark === null
}

function spanOf({ file, lines }: SkimmedCard['sources'][number]): string {
  return `${file} ${lines.join(',')}`
}

function withMarks(list: SkimList, cardIds: ReadonlySet<string>, mark: SkimMark | null): SkimList {
  const rows = list.rows.map((row) => (cardIds.has(row.card.cardId) ? { ...row, mark } : row))
  const changed = list.rows.filter(
    (row, i) => (row.mark === null) !== (rows[i]?.mark === null) && cardIds.has(row.card.cardId),
  )
  const step = mark === null ? 1 : -1
  const shifted = <Counts extends SkimCounts>(counts: Counts, cards: readonly SkimRow[]): Counts => {
    const changeOf = (state: SkimmedCard['state']) =>
      step * cards.filter(({ card }) => card.state === state).length
    return {
      ...counts,
      ready: counts.ready + changeOf('ready'),
      proposed: counts.proposed + changeOf('proposed'),
      drafted: counts.drafted + changeOf('drafted'),
    }
  }
  return {
    ...list,
    rows,
    counts: shifted(list.counts, changed),
    notes: list.notes.map((note) =>
      shifted(
        note,
        changed.filter(({ card }) => groupOf(card) === note.group),
      ),
    ),
  }
}
