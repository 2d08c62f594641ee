import { setImmediate as nextTurn } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import type { DraftBody, DraftsBody, DraftsProposed, DraftVerdictView } from '../../shared/api/drafts.ts'
import { wordCount } from '../../shared/basics/text.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { draftLibraryInSteps } from '../../shared/draft/draft-library.ts'
import type { Draft, DraftLibrary, DraftVerdict } from '../../shared/draft/draft.ts'
import type { NoteId } from '../../shared/note/note.ts'
import {
  type StoredDraft,
  countWaitingDrafts,
  insertDrafts,
  listKnownCards,
  listWaitingDrafts,
} from '../db/drafts.ts'
import type { StoredNote } from '../db/note-rows.ts'
import { findNote } from '../db/notes.ts'
import { writing } from '../db/open-database.ts'
import { listRejections } from '../db/rejections.ts'
import type { Learner } from '../learner.ts'
import { draftsFolder, uploadPrefix } from '../library/gather-notes.ts'

/**
 * Holds proposed cards against their note and the learner's library, and keeps those that pass until their owner decides.
 * The gate is `shared/draft/judge-drafts.ts`; nobody else lets a draft in.
 */
export function proposeDrafts(
  learner: Learner,
  noteId: NoteId,
  { drafts, by }: DraftsBody,
): Promise<DraftsProposed> {
  const { id: learnerId, db, clock, library } = learner
  const draftedBy = nameOf(by)
  return library.alone(async () => {
    const note = await draftableNote(learner, noteId)
    const verdicts = await judgeInTurns(drafts.map(toDraft), note, await libraryFor(learner, note))
    const judged = verdicts.map((verdict) => ({ verdict, id: uuidv7() }))
    const stored = judged.flatMap(({ verdict, id }): StoredDraft[] => {
      if (verdict.kind === 'refused') return []
      const { draft, lines, written } = verdict
      const drafted = { cardKey: written.card.key, draftedBy, draftedAt: clock() }
      return [{ ...draft, ...drafted, id, noteId, lines, state: 'waiting' }]
    })
    await writing(db, (trx) => insertDrafts(trx, learnerId, stored))
    return {
      verdicts: judged.map(({ verdict, id }) => toVerdictView(verdict, id)),
      waiting: await countWaitingDrafts(db.reader, learnerId, noteId),
    }
  })
}

function nameOf(by: string): string {
  const name = by.replaceAll(/\s+/g, ' ').trim()
  if (name === '') throw new Refusal('invalid_request', 'Say who drafts these cards, in “by”.')
  return name
}

async function draftableNote({ db, id }: Learner, noteId: NoteId): Promise<StoredNote> {
  const note = await findNote(db.reader, id, noteId)
  if (note === undefined || note.missing) throw new Refusal('not_found', `There is no note ${noteId}.`)
  if (note.path.startsWith(uploadPrefix + draftsFolder))
    throw new Refusal(
      'invalid_request',
      `${note.path} holds cards that were drafted already. Propose cards of the note that it quotes.`,
    )
  return note
}

/** Everything that speaks against asking something once more. */
async function libraryFor({ db, id }: Learner, note: StoredNote): Promise<DraftLibrary> {
  const waiting = await listWaitingDrafts(db.reader, id, { noteId: note.id, limit: mostOfNote })
  const rejections = await listRejections(db.reader, id)
  const steps = draftLibraryInSteps(await listKnownCards(db.reader, id), {
    rejected: new Set(rejections.map(({ span }) => span)),
    room: roomOf(note) - waiting.length,
    onLine: countByLine(waiting),
  })
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    await nextTurn()
  }
}

function countByLine(drafts: readonly StoredDraft[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { lines } of drafts) counts.set(lines[0] ?? 0, (counts.get(lines[0] ?? 0) ?? 0) + 1)
  return counts
}

const fewestOfNote = 30
const mostOfNote = 200

const wordsOfDraft = 12

/** How many drafts of a note may wait: about one a line or a dozen words, never more than somebody would look through. */
function roomOf({ lineCount, body }: StoredNote): number {
  return Math.min(mostOfNote, Math.max(fewestOfNote, lineCount, Math.ceil(wordCount(body) / wordsOfDraft)))
}

/** One draft a turn of the event loop: a long list never holds up an answer. */
async function judgeInTurns(
  drafts: readonly Draft[],
  note: StoredNote,
  library: DraftLibrary,
): Promise<DraftVerdict[]> {
  // The rules of reading are loaded when somebody drafts: most starts need none of them.
  const { draftGate } = await import('../../shared/draft/judge-drafts.ts')
  const judge = draftGate({ text: note.body, title: note.title }, library)
  const verdicts: DraftVerdict[] = []
  for (const draft of drafts) {
    verdicts.push(judge(draft))
    await nextTurn()
  }
  return verdicts
}

function toDraft({ lines, concept, corrects, ...draft }: DraftBody): Draft {
  const [first, last] = lines ?? []
  return {
    ...draft,
    lines: first === undefined ? null : [first, last ?? first],
    concept: concept ?? null,
    corrects: corrects ?? null,
  }
}

function toVerdictView(verdict: DraftVerdict, draftId: string): DraftVerdictView {
  return verdict.kind === 'refused' ? verdict : { kind: 'accepted', draftId, lines: [...verdict.lines] }
}
