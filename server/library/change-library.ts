import { v7 as uuidv7 } from 'uuid'
import type { ImportReply } from '../../shared/api/imports.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type Before, emptyBefore, toBefore, toBeforeColumn } from '../db/before-column.ts'
import type { Json } from '../db/json-column.ts'
import type { BeforeRows, Writer } from '../db/tables.ts'
import { listNoteStates } from '../db/notes.ts'
import type { Learner } from '../learner.ts'
import { applyPlan } from './apply-plan.ts'
import { isLibraryAsRead, listLibrary } from './gather-notes.ts'
import { changeSentence } from './import-reply.ts'
import type { LibraryPlan, PlanRequest } from './library-plan.ts'
import { settleStaged } from './staged-notes.ts'

/** What a use case says about its reading; the rest follows from the library. */
type Asked = Pick<PlanRequest, 'kind'> &
  Partial<
    Pick<PlanRequest, 'from' | 'extra' | 'without' | 'decided' | 'restore' | 'undoes' | 'words' | 'wanted'>
  >

/** What a use case says about the record of its change. */
interface StoreWords {
  readonly id?: string
  readonly sentence?: string
  /** The change that this one takes back. */
  readonly undoes?: string
  readonly also?: AlsoStored
}

/** What a use case stores in the transaction of its change, and what undoing takes back of it. */
export interface AlsoStored {
  readonly before: Pick<Before, 'rejections' | 'drafts'>
  readonly store: (trx: Writer, changeId: string) => Promise<void>
}

/** What a reading would change. Only inside `library.alone`. */
export async function planChange(learner: Learner, asked: Asked): Promise<LibraryPlan> {
  const { id, clock, library } = learner
  const request: PlanRequest = {
    learnerId: id,
    now: clock(),
    folders: library.folders,
    from: 'disk',
    extra: [],
    without: [],
    decided: [],
    restore: null,
    undoes: null,
    words: [],
    wanted: [],
    ...asked,
  }
  if (request.from === 'disk') await settleStaged(learner)
  try {
    const plan = await library.planner(request, library.reading)
    // The learner's word may have come when the thread was already past its last look.
    await library.reading.gate()
    if (request.from === 'disk') library.unreadable = plan.unreadable
    return plan
  } finally {
    library.reading.end()
  }
}

/** Stores a plan and its record. Only inside `library.alone`, and only the plan made last. */
export async function storeChange(
  { id: learnerId, db, library }: Learner,
  plan: LibraryPlan,
  said: StoreWords = {},
): Promise<ImportReply> {
  const { kind, now, words } = plan.request
  const { also } = said
  const isWorthARecord = said.undoes === undefined && (plan.changes || words.length > 0 || also !== undefined)
  const id = said.id ?? uuidv7()
  const record = {
    id,
    kind,
    at: now,
    sentence: said.sentence ?? changeSentence(plan.reply),
    before: also === undefined ? plan.before : withAlso(learnerId, plan.before, also),
  }
  library.reading.store()
  try {
    await applyPlan(db, plan, {
      record: isWorthARecord ? record : null,
      undoes: said.undoes ?? null,
      also: also === undefined ? null : (trx) => also.store(trx, id),
    })
  } finally {
    library.reading.end()
  }
  return { ...plan.reply, applied: true, changeId: isWorthARecord ? record.id : null }
}

function withAlso(learnerId: LearnerId, before: LibraryPlan['before'], also: AlsoStored): Json<BeforeRows> {
  return toBeforeColumn(learnerId, { ...(before === null ? emptyBefore : toBefore(before)), ...also.before })
}

/** Reads the folder again: new, format and wording changes are taken over, the others wait in the Inbox. */
export function readFolder(learner: Learner): Promise<ImportReply> {
  return learner.library.alone(async () =>
    storeChange(learner, await planChange(learner, { kind: 'folder' })),
  )
}

/** Chooses which cards are made, by what the learner wants now. No file is looked at; cards that they have met stay. */
export function chooseCardsAnew(learner: Learner): Promise<ImportReply> {
  return learner.library.alone(async () =>
    storeChange(learner, await planChange(learner, { kind: 'decision', from: 'stored' }), {
      sentence: 'Cards were chosen anew.',
    }),
  )
}

/** Reads the folder again when a file is new, changed or gone. */
export function readFolderIfChanged(learner: Learner): Promise<void> {
  const { id, db, library } = learner
  return library.alone(async () => {
    await settleStaged(learner)
    const { files, unreadable } = await listLibrary(library.folders)
    const known = await listNoteStates(db.reader, id)
    library.unreadable = unreadable
    if (!isLibraryAsRead(files, known))
      await storeChange(learner, await planChange(learner, { kind: 'folder' }))
  })
}
