import type { DraftingBody, DraftingPlan } from '../../shared/api/drafting.ts'
import { assertNever } from '../../shared/basics/brand.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { normaliseText } from '../../shared/basics/text.ts'
import { isAsked } from '../../shared/card/is-asked.ts'
import { isQuestionSpan } from '../../shared/card/rejected-spans.ts'
import type { ChatMessage } from '../../shared/draft/chat-protocol.ts'
import { type NoteSection, type WantedLines, cutSections } from '../../shared/draft/cut-sections.ts'
import type { Draft } from '../../shared/draft/draft.ts'
import { type UnreadableReply, readDrafts } from '../../shared/draft/draft-json.ts'
import { draftMessages, draftSchema, estimateTokens, sectionHash } from '../../shared/draft/prompt.ts'
import type { NoteId } from '../../shared/note/note.ts'
import { listCardsOfNote } from '../db/cards.ts'
import { findDraftedSections, rememberSection } from '../db/drafted-sections.ts'
import { listWaitingDrafts } from '../db/drafts.ts'
import type { StoredNote } from '../db/note-rows.ts'
import { findNote } from '../db/notes.ts'
import { writing } from '../db/open-database.ts'
import { listRejections } from '../db/rejections.ts'
import type { Learner } from '../learner.ts'
import { draftsFolder, uploadPrefix } from '../library/gather-notes.ts'
import { shownText } from '../view/card-view.ts'
import { type Model, moreContext } from './ask-model.ts'
import { draftsLeftToday, draftsToday } from './drafts-left.ts'
import type { Drafting, DraftingJob } from './drafting.ts'
import { proposeDrafts } from './propose-drafts.ts'

/** So many sections are sent in one run: some 200 pages. */
const mostSections = 200

/** What would be sent of a note, and where to. Nothing is sent. */
export async function planDrafting(
  learner: Learner,
  model: Model,
  request: DraftingBody,
): Promise<DraftingPlan> {
  const { note, sections, sentBefore, later } = await sectionsToSend(learner, model, request)
  const today = await draftsToday(learner)
  const cards = await cardsByLines(learner, note)
  const planned = sections.map(({ section }) => {
    const messages = messagesFor(note, section, cards, today.leftToday)
    return { section, messages, tokens: estimateTokens(messages) }
  })
  const name = { name: model.name, host: model.host }
  return {
    model: name,
    brief: planned[0]?.messages[0]?.content ?? '',
    sections: planned.map(({ section, messages, tokens }) => ({
      ...placeOf(section),
      text: messages.at(-1)?.content ?? '',
      tokens,
    })),
    tokens: planned.reduce((sum, { tokens }) => sum + tokens, 0),
    sentBefore,
    later,
    ...today,
  }
}

/**
 * Begins to draft a note by the learner's own model, section by section. It goes on when the request has been answered;
 * `onError` is told of what is our own fault.
 */
export async function startDrafting(
  learner: Learner,
  drafting: Drafting,
  request: DraftingBody,
  onError: (error: unknown) => void,
): Promise<void> {
  const model = drafting.named()
  const planned = await sectionsToSend(learner, model, request)
  if ((await draftsLeftToday(learner)) === 0) throw new Refusal('draft_limit', limitReached)
  if (planned.sections.length === 0) {
    throw new Refusal(
      'nothing_to_draft',
      planned.sentBefore > 0
        ? 'Every section was sent before and has not changed since. Change the note, or ask for it again.'
        : 'There is nothing to draft in these lines.',
    )
  }
  const { note, sections } = planned
  const job = drafting.begin({
    learnerId: learner.id,
    noteId: note.id,
    file: note.path,
    of: sections.length,
  })
  if (planned.later > 0)
    job.notice(`${planned.later} more sections are left for another run: start again when this one is done.`)
  job.running = draftSections({ learner, model, job }, planned).catch((error: unknown) => {
    const isRefusal = error instanceof Refusal
    job.end('stopped', isRefusal ? error.message : ourFault)
    if (!isRefusal) onError(error)
  })
}

interface PlannedSection {
  readonly section: NoteSection
  readonly hash: string
}

interface Planned {
  readonly note: StoredNote
  readonly sections: readonly PlannedSection[]
  readonly sentBefore: number
  readonly later: number
}

async function sectionsToSend(learner: Learner, model: Model, request: DraftingBody): Promise<Planned> {
  const note = await findNote(learner.db.reader, learner.id, request.noteId as NoteId)
  if (note === undefined || note.missing)
    throw new Refusal('not_found', `There is no note ${request.noteId}.`)
  if (note.path.startsWith(uploadPrefix + draftsFolder))
    throw new Refusal('nothing_to_draft', `${note.path} holds cards that were drafted already.`)
  const all = cutSections(note.body, await wantedLines(learner, note, request)).map((section) => ({
    section,
    hash: sectionHash(section),
  }))
  const sent = await findDraftedSections(
    learner.db.reader,
    learner.id,
    model.name,
    all.map(({ hash }) => hash),
  )
  const open = request.again === true ? all : all.filter(({ hash }) => !sent.has(hash))
  return {
    note,
    sections: open.slice(0, mostSections),
    sentBefore: all.length - open.length,
    later: Math.max(0, open.length - mostSections),
  }
}

async function wantedLines(
  learner: Learner,
  note: StoredNote,
  { lines, silentOnly = false }: DraftingBody,
): Promise<WantedLines> {
  if (lines !== undefined) return { kind: 'only', lines: new Set(lines) }
  return silentOnly ? { kind: 'among', lines: await silentLines(learner, note) } : { kind: 'all' }
}

/** The lines that gave no card, but for headings and what the learner wants no card of. */
async function silentLines(learner: Learner, note: StoredNote): Promise<ReadonlySet<number>> {
  const { db, id } = learner
  const asked = new Set((await cardsByLines(learner, note)).flatMap(({ lines }) => lines))
  const rejected = new Set(
    (await listRejections(db.reader, id))
      .filter(({ span }) => !isQuestionSpan(span))
      .flatMap(({ quote }) => quote.map(normaliseText)),
  )
  const silent = note.body
    .split(/\r\n|\n|\r/)
    .flatMap((line, i) =>
      line.trim() === '' || /^ {0,3}#{1,6}\s/.test(line) || rejected.has(normaliseText(line)) ? [] : [i + 1],
    )
  return new Set(silent.filter((line) => !asked.has(line)))
}

/** More drafts of one note do not wait. */
const mostWaiting = 200

/** What is asked already, or waits to be, and of which lines. */
interface AskedLines {
  readonly lines: readonly number[]
  readonly front: string
  readonly back: string
}

async function cardsByLines({ db, id }: Learner, note: StoredNote): Promise<AskedLines[]> {
  // A doubtful card that waits stands in nobody's way: what is drafted may well say it better.
  const asked = (await listCardsOfNote(db.reader, id, note.id)).filter(isAsked)
  const cards = asked.map((card) => ({
    lines: card.sources.filter(({ noteId }) => noteId === note.id).flatMap(({ lines }) => lines),
    ...shownText(card),
  }))
  const waiting = await listWaitingDrafts(db.reader, id, { noteId: note.id, limit: mostWaiting })
  return [
    ...cards,
    ...waiting.map(({ lines, question, answer }) => ({ lines, front: question, back: answer })),
  ]
}

function messagesFor(
  { title }: StoredNote,
  section: NoteSection,
  cards: readonly AskedLines[],
  most: number,
): ChatMessage[] {
  const shown = new Set(section.lines.map(({ number }) => number))
  const known = cards.filter(({ lines }) => lines.some((line) => shown.has(line)))
  return draftMessages({ title, section, known, most })
}

const placeOf = ({ headings, lines }: NoteSection) => ({
  headings: [...headings],
  lines: [lines[0]?.number ?? 1, lines.at(-1)?.number ?? 1],
})

const shownPlace = (section: NoteSection): string => {
  const [first, last] = placeOf(section).lines
  return first === last ? `line ${first}` : `lines ${first} to ${last}`
}

const limitReached =
  'Today’s limit of drafts is reached. Go on tomorrow, or raise “drafts a day” in the settings: what was sent is not sent again.'
const noteChanged =
  'The note changed meanwhile. What was drafted stays; start again for the rest: sections that did not change are not sent again.'

const ourFault = 'Something went wrong on our side. What was drafted until then waits for you.'

interface Run {
  readonly learner: Learner
  readonly model: Model
  readonly job: DraftingJob
}

/** Sends one section after the other, and lets the gate decide on what comes back. */
async function draftSections(run: Run, { note, sections }: Planned): Promise<void> {
  const { job, learner } = run
  let failures = 0
  for (const planned of sections) {
    if (!(await job.mayGoOn())) return
    const now = await findNote(learner.db.reader, learner.id, note.id)
    if (now === undefined || now.missing || now.bodyHash !== note.bodyHash) {
      job.end('stopped', noteChanged)
      return
    }
    const left = await draftsLeftToday(learner)
    if (left === 0) {
      job.end('stopped', limitReached)
      return
    }
    job.send(placeOf(planned.section))
    const outcome = await draftSection(run, note, planned, left)
    if (outcome === 'over') return
    failures = outcome === 'taken' ? 0 : failures + 1
    if (failures > mostFailures) {
      job.end(
        'stopped',
        `${run.model.name} does not answer as it should, section after section. Name another model.`,
      )
      return
    }
  }
  job.end('done', null)
}

async function propose({ learner, model }: Run, { id }: StoredNote, drafts: readonly Draft[]) {
  const { verdicts } = await proposeDrafts(learner, id, {
    drafts: drafts.map((draft) => ({ ...draft, lines: draft.lines === null ? null : [...draft.lines] })),
    by: model.name.slice(0, longestName),
  })
  return verdicts
}

/** Who drafts is shown with every draft. */
const longestName = 60

/** One unreadable answer may be chance; so many in a row are not. */
const mostFailures = 2

async function draftSection(
  run: Run,
  note: StoredNote,
  { section, hash }: PlannedSection,
  left: number,
): Promise<'taken' | 'unreadable' | 'over'> {
  const { learner, model, job } = run
  const messages = messagesFor(note, section, await cardsByLines(learner, note), left)
  const answer = await model.ask({ messages, schema: draftSchema, signal: job.signal, onWait: job.onWait })
  if (answer.kind === 'cancelled' || job.signal.aborted) return 'over'
  if (answer.kind === 'failed') {
    job.end('stopped', answer.sentence)
    return 'over'
  }
  const place = shownPlace(section)
  if (answer.doubt !== null) job.notice(answer.doubt)
  const read = readDrafts(answer.content)
  if (read.kind === 'unreadable') {
    const code = answer.cutShort ? 'cut_json' : read.code
    job.notice(`Nothing was drafted of ${place}: ${unreadable(model.name, code)}`)
    job.take({ accepted: 0, refused: [] })
    return 'unreadable'
  }
  const isCut = read.isCut || answer.cutShort
  if (isCut)
    job.notice(
      `The answer about ${place} ends in the middle; what came before that was taken. ${moreContext}`,
    )
  if (read.passedOver > 0)
    job.notice(`${read.passedOver} of the drafts of ${place} were passed over: they were too many, or none.`)
  const drafts = read.drafts.slice(0, left)
  const verdicts = drafts.length === 0 ? [] : await propose(run, note, drafts)
  await writing(learner.db, (trx) =>
    rememberSection(trx, learner.id, {
      // What was not answered to its end may be sent again; it counts for today all the same.
      contentHash: isCut ? `cut:${hash}` : hash,
      model: model.name,
      at: learner.clock(),
      drafts: drafts.length,
    }),
  )
  job.take({
    accepted: verdicts.filter(({ kind }) => kind === 'accepted').length,
    refused: verdicts.flatMap((verdict, i) => {
      const { question = '', answer = '' } = drafts[i] ?? {}
      return verdict.kind === 'refused'
        ? [{ question, answer, code: verdict.code, sentence: verdict.sentence }]
        : []
    }),
  })
  return 'taken'
}

/** What is wrong with an answer that holds no drafts. */
export function unreadable(name: string, code: UnreadableReply): string {
  switch (code) {
    case 'no_json':
      return `${name} answered in words instead of JSON. Not every model can; name another one.`
    case 'cut_json':
      return `the answer of ${name} ends before its first card. ${moreContext}`
    case 'wrong_schema':
      return `${name} answered in JSON of another form. Not every model keeps to one; name another one.`
    default:
      return assertNever(code)
  }
}
