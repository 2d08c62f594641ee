import type { NoteReply, NoteRow, NotesReply } from '../../shared/api/notes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { normaliseText } from '../../shared/basics/text.ts'
import { areRejected, isQuestionSpan } from '../../shared/card/rejected-spans.ts'
import type { Fact, FactKey } from '../../shared/fact/fact.ts'
import type { NoteId } from '../../shared/note/note.ts'
import { listCardsOfNote, listCoveredFacts } from '../db/cards.ts'
import type { NoteSummary } from '../db/note-rows.ts'
import { type NoteCounts, countCards, countCardsByNote, findNote, listNotes } from '../db/notes.ts'
import { type Rejection, listRejections } from '../db/rejections.ts'
import type { Learner } from '../learner.ts'
import { shownLanguages, shownStatus, shownText } from '../view/card-view.ts'
import { readTaste } from './read-taste.ts'
import { silentLinesOf } from './silent-lines.ts'

/** Every note with what it gave, and the files that gave none. */
export async function openNotes({ id, db, library }: Learner): Promise<NotesReply> {
  const notes = await listNotes(db.reader, id)
  const counts = new Map((await countCardsByNote(db.reader, id)).map((row) => [row.noteId, row]))
  const counting = countingOf(await listCoveredFacts(db.reader, id), await listRejections(db.reader, id))
  const { cards, doubtful } = await countCards(db.reader, id)
  return {
    cards,
    doubtful,
    notes: notes.map((note) => toNoteRow(note, counts.get(note.id), counting)),
    unreadable: library.unreadable.map(({ path, sentence }) => ({ path, sentence })),
    folder: library.folders.folder,
  }
}

/** One note with its text and, line by line, what was made of it. */
export async function openNote(learner: Learner, id: NoteId): Promise<NoteReply> {
  const { id: learnerId } = learner
  const db = learner.db.reader
  const note = await findNote(db, learnerId, id)
  if (note === undefined) throw new Refusal('not_found', `There is no note ${id}.`)
  const cards = await listCardsOfNote(db, learnerId, id)
  const doubtful = cards.filter((card) => shownStatus(card) === 'doubtful').length
  const rejections = await listRejections(db, learnerId)
  const counting = countingOf(await listCoveredFacts(db, learnerId), rejections)
  return {
    ...toNoteRow(note, { noteId: note.id, cards: cards.length, doubtful }, counting),
    text: note.body,
    version: note.bodyHash,
    cardsByLine: cards.map((card) => ({
      cardId: card.id,
      cardKey: card.key,
      factKey: card.factKey,
      conceptId: card.conceptId,
      lines: card.sources.filter((source) => source.noteId === id).flatMap((source) => source.lines),
      ...shownText(card),
      languages: shownLanguages(card),
      kind: card.kind,
      status: shownStatus(card),
      reasons: card.reasons.map((reason) => reason.sentence),
    })),
    density: (await readTaste(db, learnerId)).density,
    skippedLines: await silentLinesOf(learner, note, cards),
    problemLines: [...note.problems],
    rejected: rejectedLines(note.body, rejections),
  }
}

/** The lines of a note that give no card because the learner said so. */
function rejectedLines(body: string, rejections: readonly Rejection[]): NoteReply['rejected'] {
  const lines = body.split(/\r\n|\n|\r/).map(normaliseText)
  return rejections.flatMap(({ id, span, quote }) => {
    if (isQuestionSpan(span)) return []
    const quoted = quote.map(normaliseText)
    const numbers = quoted.map((line) => lines.indexOf(line) + 1)
    return numbers.includes(0) ? [] : [{ id, lines: numbers, text: quote.join('\n') }]
  })
}

/** Which facts of a note count: those with a card, and those without one that their learner does not ignore. */
interface Counting {
  readonly isCovered: (fact: Fact) => boolean
  readonly counts: (fact: Fact) => boolean
}

function countingOf(covered: readonly FactKey[], rejections: readonly Rejection[]): Counting {
  const keys = new Set(covered)
  const rejected = new Set(rejections.map(({ span }) => span))
  const isCovered = ({ key }: Fact) => keys.has(key)
  return {
    isCovered,
    counts: (fact) => rejected.size === 0 || isCovered(fact) || !areRejected(fact.sources, rejected),
  }
}

function toNoteRow(
  note: NoteSummary,
  counts: NoteCounts | undefined,
  { isCovered, counts: isCounted }: Counting,
): NoteRow {
  const facts = note.facts.filter(isCounted)
  return {
    id: note.id,
    path: note.path,
    origin: note.origin,
    title: note.title,
    readAt: note.readAt,
    lines: note.lineCount,
    facts: facts.length,
    ignored: note.facts.length - facts.length,
    covered: facts.filter(isCovered).length,
    cards: counts?.cards ?? 0,
    doubtful: counts?.doubtful ?? 0,
    skipped: note.skipped.length,
    problems: note.problems.length,
    missing: note.missing,
  }
}
