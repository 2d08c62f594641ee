import { v7 as uuidv7 } from 'uuid'
import type { CardAdded, NewCard } from '../../shared/api/cards.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { normaliseTerm, normaliseText } from '../../shared/basics/text.ts'
import { origin } from '../../shared/card/card-origin.ts'
import { isDoubtful } from '../../shared/card/is-asked.ts'
import { questionSpan, spanKey } from '../../shared/card/rejected-spans.ts'
import { type WrittenCard, withCard, writeCard } from '../../shared/card/write-card.ts'
import type { NoteId } from '../../shared/note/note.ts'
import { insertCardDecisions } from '../db/card-decisions.ts'
import type { CardChanges, NamedCard } from '../db/card-rows.ts'
import { findCard, listCardsOfNote, listQuestions, markAsked, updateCard } from '../db/cards.ts'
import type { ConceptWord } from '../db/concept-rows.ts'
import { listConcepts } from '../db/concepts.ts'
import { findNote, findNoteByPath } from '../db/notes.ts'
import { writing } from '../db/open-database.ts'
import { listRejections } from '../db/rejections.ts'
import type { Learner } from '../learner.ts'
import { takeRejectionsBack } from './allow-again.ts'
import { planChange, storeChange } from './change-library.ts'
import { bodyHash, uploadPrefix } from './gather-notes.ts'
import { keepLineEnds } from './keep-line-ends.ts'
import { noteFile, readNow, stamped, writeNoteFile } from './note-files.ts'

/** The note that typed cards are kept in, among those that were brought in. */
const cardsNotePath = `${uploadPrefix}my-cards.md`

const longestQuestion = 600
const longestAnswer = 5000

/** Writes a card that was typed by hand as a line of the learner's own note, and takes in what that line gives. */
export function addCard(learner: Learner, body: NewCard): Promise<CardAdded> {
  const { library, db, id: learnerId } = learner
  const typed = soundCard(body)
  return library.alone(async () => {
    await refuseSameQuestion(learner, typed.question)
    const written = writeCard({ ...typed, origin: await originOf(learner, body) })
    if (written === null) throw notReadable()
    await allowWritten(learner, written)
    const changeId = uuidv7()
    const file = noteFile(library.folders, cardsNotePath)
    const now = await readNow(file)
    const { text, line } = withCard(now?.note.text ?? '', { concept: typed.concept, lines: written.lines })
    const kept = now === null ? text : keepLineEnds(now.note.text, text)
    const plan = await planChange(learner, {
      kind: 'save',
      extra: [{ path: cardsNotePath, text: kept, origin: 'upload' }],
      decided: [cardsNotePath],
      words: await conceptWords(learner, typed.concept, written, changeId),
    })
    const mark = now?.hasByteOrderMark === true ? '\uFEFF' : ''
    const stamp = await writeNoteFile(file, mark + kept, now === null ? null : bodyHash(now.note))
    await storeChange(learner, stamped(plan, new Map([[cardsNotePath, stamp]])), {
      id: changeId,
      sentence: `A card was written: “${typed.question}”`,
    })
    const note = await findNoteByPath(db.reader, learnerId, cardsNotePath)
    if (note === undefined) throw new Error('Inconsistent: the note of typed cards was saved and not stored')
    const card = await cardOfLine(learner, note.id, line)
    await settle(learner, card, typed, changeId)
    const { front, back } = typed
    return {
      cardId: card.id,
      front,
      back,
      concept: card.concept,
      noteId: note.id,
      file: note.path,
      line,
      changeId,
    }
  })
}

interface SoundCard {
  readonly question: string
  readonly answer: string
  readonly concept: string | null
  readonly front: string
  readonly back: string
}

/** The words as they are kept. What cannot be a card is refused with what is missing. */
function soundCard({ question, answer, concept }: NewCard): SoundCard {
  const front = question.replaceAll(/\s+/g, ' ').trim()
  const back = answer.replaceAll(/\r\n?/g, '\n').trim()
  if (front === '') throw new Refusal('invalid_request', 'The question is empty. Write what is to be asked.')
  if (back === '') throw new Refusal('invalid_request', 'The answer is empty. Write what is to be recalled.')
  if (front.length > longestQuestion)
    throw new Refusal(
      'invalid_request',
      `The question has ${front.length} letters; ${longestQuestion} are the most. Ask about one thing.`,
    )
  if (back.length > longestAnswer)
    throw new Refusal(
      'invalid_request',
      `The answer has ${back.length.toLocaleString('en')} letters; ${longestAnswer.toLocaleString('en')} are the most. Make several cards of it.`,
    )
  const about = (concept ?? '').replaceAll(/[\s#]+/g, ' ').trim()
  return { question: front, answer: back, front, back, concept: about === '' ? null : about }
}

async function refuseSameQuestion({ db, id }: Learner, question: string): Promise<void> {
  const wanted = levelled(question)
  const same = (await listQuestions(db.reader, id)).find((one) => levelled(one.question) === wanted)
  const card = same && (await findCard(db.reader, id, same.id))
  if (card === undefined) return
  const [source] = card.sources
  const place = source === undefined ? '' : `, from ${source.file}, line ${source.lines[0] ?? 1}`
  throw new Refusal(
    'same_question',
    `You have this question already${place}. Edit that card, or ask it in other words.`,
  )
}

function levelled(question: string): string {
  return normaliseText(question).replace(/[?.!\s]+$/, '')
}

async function originOf({ db, id }: Learner, { from }: NewCard): Promise<string> {
  const note = from && (await findNote(db.reader, id, from.noteId as NoteId))
  return note === undefined || from === undefined ? '' : origin(note.path, from.line, note.id)
}

/** Typing a card again takes back that its lines, or its question, were never to be asked. */
async function allowWritten(learner: Learner, { lines, card }: WrittenCard): Promise<void> {
  const spans = new Set([spanKey({ text: [...lines] }), questionSpan(card.key)])
  const again = (await listRejections(learner.db.reader, learner.id)).filter(({ span }) => spans.has(span))
  if (again.length === 0) return
  await takeRejectionsBack(
    learner,
    again.map(({ id }) => id),
  )
}

/** What puts a card that stands for itself under the concept that it was typed for. */
export async function conceptWords(
  { db, id }: Learner,
  concept: string | null,
  { ownConcept }: WrittenCard,
  changeId: string,
): Promise<ConceptWord[]> {
  if (concept === null || ownConcept === null) return []
  const wanted = normaliseTerm(concept)
  const known = (await listConcepts(db.reader, id)).find(
    ({ term, aliases, active }) =>
      active && [term, ...aliases].some((name) => normaliseTerm(name) === wanted),
  )
  if (known?.key === ownConcept) return []
  const said = { subject: ownConcept, conceptKey: known?.key ?? ownConcept, changeId }
  const sentence = `A card was written for “${concept}” by you.`
  return [
    known === undefined
      ? { ...said, kind: 'called', value: concept, sentence }
      : { ...said, kind: 'joined', value: known.key, sentence },
  ]
}

async function cardOfLine({ db, id }: Learner, noteId: NoteId, line: number): Promise<NamedCard> {
  const card = (await listCardsOfNote(db.reader, id, noteId)).find(({ sources }) =>
    sources.some((source) => source.noteId === noteId && source.lines.includes(line)),
  )
  if (card === undefined) throw notReadable()
  return card
}

/** A typed card says what was typed and is asked, whatever the rules think of it; there is nothing left to skim in it. */
async function settle(
  { db, id: learnerId, clock }: Learner,
  card: NamedCard,
  { front, back }: SoundCard,
  changeId: string,
): Promise<void> {
  const now = clock()
  const isSame = card.front === front && card.back.replace(/\.$/, '') === back.replace(/\.$/, '')
  const changes: CardChanges = {
    ...(isSame ? {} : { ownFront: front, ownBack: back }),
    ...(isDoubtful(card) ? { acceptedAt: now } : {}),
  }
  await writing(db, async (trx) => {
    if (Object.keys(changes).length > 0) await updateCard(trx, learnerId, card.id, changes)
    await markAsked(trx, learnerId, [card.id])
    const decided = { cardId: card.id, cardKey: card.key, decision: 'kept' as const, at: now }
    await insertCardDecisions(trx, learnerId, changeId, [decided])
  })
}

function notReadable(): Refusal {
  return new Refusal(
    'not_a_card',
    'These words cannot be kept as a card: their signs mean something else in a note. Write them with fewer signs.',
  )
}
