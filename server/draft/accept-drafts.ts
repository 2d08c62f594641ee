import { v7 as uuidv7 } from 'uuid'
import type { EpochMs } from '../../shared/basics/time.ts'
import { normaliseText } from '../../shared/basics/text.ts'
import type { CardId, CardKey } from '../../shared/card/card.ts'
import { isDoubtful } from '../../shared/card/is-asked.ts'
import { rulesOfKind } from '../../shared/card/kinds/card-kinds.ts'
import type { NoteId } from '../../shared/note/note.ts'
import { insertCardDecisions } from '../db/card-decisions.ts'
import type { CardChanges, NamedCard } from '../db/card-rows.ts'
import { findCardByKey, listByKeys, listQuestions, markAsked, updateCard } from '../db/cards.ts'
import type { ConceptWord } from '../db/concept-rows.ts'
import { acceptDrafts } from '../db/drafts.ts'
import { plannedCards } from '../db/library-writes.ts'
import type { StoredNote } from '../db/note-rows.ts'
import { findNotes } from '../db/notes.ts'
import type { Writer } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { conceptWords } from '../library/add-card.ts'
import { planChange } from '../library/change-library.ts'
import type { LibraryPlan } from '../library/library-plan.ts'
import { type Stamp, stamped, writeNoteFile } from '../library/note-files.ts'
import { readSettings } from '../study/learner-settings.ts'
import { DraftPages, type PlacedDraft } from './draft-pages.ts'
import type { WantedDraft, WhyNot } from './wanted-draft.ts'

/** A draft with the card that its lines give. */
export interface KeyedDraft extends WantedDraft {
  readonly key: CardKey
}

/** What accepting drafts would change. Nothing is written yet. */
export interface AcceptPlan {
  readonly changeId: string
  readonly accepted: readonly KeyedDraft[]
  readonly refused: readonly (WhyNot & { readonly draftId: string })[]
  /** Writes the files of the notes, and gives the plan with their dates. */
  readonly writeFiles: () => Promise<LibraryPlan>
}

/** Plans the cards of accepted drafts. A draft whose lines would give no card is refused, and the others are planned without it. */
export async function planAccepted(learner: Learner, wanted: readonly WantedDraft[]): Promise<AcceptPlan> {
  const changeId = uuidv7()
  const refused: (WhyNot & { readonly draftId: string })[] = []
  let left = wanted
  while (left.length > 0) {
    const pages = await placeAll(learner, left)
    refused.push(...pages.refused)
    const keyed = pages.keyed()
    if (keyed.length === 0) break
    const plan = await planChange(learner, {
      kind: 'save',
      extra: pages.sources(),
      decided: pages.paths(),
      wanted: keyed.map(({ key }) => key),
      words: await wordsOf(learner, keyed, changeId),
    })
    const there = await keysIn(learner, plan)
    const accepted = keyed.filter(({ key }) => there.has(key))
    if (accepted.length === pages.placed.length)
      return { changeId, accepted, refused, writeFiles: () => writeAll(pages, plan) }
    const isLost = new Set(pages.placed.map(({ draft }) => draft.id))
    for (const { draft } of accepted) isLost.delete(draft.id)
    refused.push(...[...isLost].map((draftId) => ({ draftId, ...notAsked })))
    left = accepted
  }
  return { changeId, accepted: [], refused, writeFiles: () => Promise.reject(nothingToWrite()) }
}

const nothingToWrite = () => new Error('Inconsistent: no draft was accepted and its files are written')

const notAsked: WhyNot = {
  code: 'not_a_card',
  sentence:
    'Written into a note, these words give no card of their own: another card asks this, or its lines are to give none.',
}

/** Every draft as lines of the note that it is written into. */
async function placeAll(learner: Learner, wanted: readonly WantedDraft[]): Promise<DraftPages> {
  const { id, db, library } = learner
  const notes = await findNotes(db.reader, id, [...new Set(wanted.map(({ draft }) => draft.noteId))])
  const byId = new Map<NoteId, StoredNote>(notes.map((note) => [note.id, note]))
  const { draftsInto } = await readSettings(db.reader, id)
  const asked = new Set((await listQuestions(db.reader, id)).map(({ question }) => levelled(question)))
  const pages = new DraftPages(library.folders, draftsInto)
  for (const draft of wanted) {
    const question = levelled(draft.question)
    await pages.place(draft, byId.get(draft.draft.noteId), asked.has(question))
    asked.add(question)
  }
  return pages
}

const levelled = (question: string): string => normaliseText(question).replace(/[?.!\s]+$/, '')

async function wordsOf(
  learner: Learner,
  keyed: readonly (PlacedDraft & KeyedDraft)[],
  changeId: string,
): Promise<ConceptWord[]> {
  const words = new Map<string, ConceptWord>()
  for (const { draft, written } of keyed)
    for (const word of await conceptWords(learner, draft.concept, written, changeId))
      words.set(`${word.kind} ${word.subject}`, word)
  return [...words.values()]
}

/** The keys of all cards that a plan leaves asked, of those that it names. */
async function keysIn({ db, id }: Learner, { rows, request }: LibraryPlan): Promise<ReadonlySet<CardKey>> {
  const { made, statusOf } = plannedCards(rows)
  const kept = (await listByKeys(db.reader, id, request.wanted)).filter(
    (card) => (statusOf(card.id) ?? card.status) !== 'retired',
  )
  return new Set([...made, ...kept.map(({ key }) => key)])
}

async function writeAll(pages: DraftPages, plan: LibraryPlan): Promise<LibraryPlan> {
  const stamps = new Map<string, Stamp>()
  for (const { path, file, bytes, expected } of pages.files())
    stamps.set(path, await writeNoteFile(file, bytes, expected))
  return stamped(plan, stamps)
}

/** What is stored of accepted drafts once their cards are: which card each became, and that its owner wants it. */
export function acceptedDrafts({ id: learnerId }: Learner, accepted: readonly KeyedDraft[], now: EpochMs) {
  const made: { draftId: string; cardId: CardId }[] = []
  return {
    made,
    store: async (trx: Writer, changeId: string): Promise<void> => {
      for (const wanted of accepted) {
        const card = await findCardByKey(trx, learnerId, wanted.key)
        if (card === undefined) throw new Error('Inconsistent: an accepted draft was stored without its card')
        const changes = settledChanges(card, wanted, now)
        if (Object.keys(changes).length > 0) await updateCard(trx, learnerId, card.id, changes)
        await markAsked(trx, learnerId, [card.id])
        const decision = wanted.isReworded ? ('edited' as const) : ('kept' as const)
        const decided = { cardId: card.id, cardKey: card.key, decision, at: now }
        await insertCardDecisions(trx, learnerId, changeId, [decided])
        made.push({ draftId: wanted.draft.id, cardId: card.id })
      }
      await acceptDrafts(
        trx,
        learnerId,
        made.map(({ draftId, cardId }) => ({ id: draftId, cardId })),
        now,
      )
    },
  }
}

/** The card says what was accepted and is asked, whatever the rules think of it. */
function settledChanges(card: NamedCard, { question, answer }: WantedDraft, now: EpochMs): CardChanges {
  const isSame = card.front === question && card.back.replace(/\.$/, '') === answer.replace(/\.$/, '')
  const isReadable = !('problem' in rulesOfKind(card.kind).read(question, answer))
  return {
    ...(isSame || !isReadable ? {} : { ownFront: question, ownBack: answer }),
    ...(isDoubtful(card) ? { acceptedAt: now } : {}),
  }
}
