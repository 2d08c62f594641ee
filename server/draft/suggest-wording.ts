import type { WordingReply } from '../../shared/api/drafting.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { CardId, CardKind } from '../../shared/card/card.ts'
import { flaggedWords } from '../../shared/card/flag-words.ts'
import type { NoteSection } from '../../shared/draft/cut-sections.ts'
import { draftLibrary } from '../../shared/draft/draft-library.ts'
import { type Wording, readWordings } from '../../shared/draft/draft-json.ts'
import type { Draft, DraftKind } from '../../shared/draft/draft.ts'
import { judgeDrafts } from '../../shared/draft/judge-drafts.ts'
import { estimateTokens, wordingMessages, wordingSchema } from '../../shared/draft/prompt.ts'
import type { NamedCard } from '../db/card-rows.ts'
import { findCard, listAllCards } from '../db/cards.ts'
import { rememberSection } from '../db/drafted-sections.ts'
import type { StoredNote } from '../db/note-rows.ts'
import { findNote } from '../db/notes.ts'
import { writing } from '../db/open-database.ts'
import type { Learner } from '../learner.ts'
import { shownText } from '../view/card-view.ts'
import { unreadable } from './draft-note.ts'
import type { Drafting } from './drafting.ts'
import { draftsToday } from './drafts-left.ts'

/** Better words for one card from the learner's own model, held against the lines of the card like every draft. */
export async function suggestWording(
  learner: Learner,
  drafting: Drafting,
  cardId: CardId,
  { dryRun = false }: { readonly dryRun?: boolean },
): Promise<WordingReply> {
  const model = drafting.named()
  const worded = await cardWithLines(learner, cardId)
  const messages = wordingMessages(worded)
  const named = { name: model.name, host: model.host }
  const shown = {
    model: named,
    brief: messages[0]?.content ?? '',
    text: messages.at(-1)?.content ?? '',
    tokens: estimateTokens(messages),
    wordings: [],
    refused: [],
    ...(await draftsToday(learner)),
  }
  if (dryRun) return shown
  return drafting.wording(async (signal) => {
    const { leftToday } = await draftsToday(learner)
    if (leftToday === 0)
      throw new Refusal(
        'draft_limit',
        'Today’s limit of drafts is reached. Raise “drafts a day” in the settings.',
      )
    const answer = await model.ask({ messages, schema: wordingSchema, signal, onWait: () => undefined })
    if (answer.kind === 'cancelled') throw new Refusal('cancelled', 'The server was stopped meanwhile.')
    if (answer.kind === 'failed') throw new Refusal('model_failed', answer.sentence)
    await writing(learner.db, (trx) =>
      rememberSection(trx, learner.id, {
        contentHash: `card:${cardId}`,
        model: model.name,
        at: learner.clock(),
        drafts: 1,
      }),
    )
    const wordings = readWordings(answer.content)
    if (typeof wordings === 'string')
      throw new Refusal('model_failed', `Nothing was suggested: ${unreadable(model.name, wordings)}`)
    return { ...shown, leftToday: leftToday - 1, ...(await judgeWordings(learner, worded, wordings)) }
  })
}

interface Worded {
  readonly title: string
  readonly section: NoteSection
  readonly card: { readonly front: string; readonly back: string }
  readonly kind: DraftKind
  readonly doubts: readonly string[]
  readonly note: StoredNote
  readonly stored: NamedCard
}

/** A card with the lines of the note that it was made from: those that stand there now. */
async function cardWithLines({ db, id }: Learner, cardId: CardId): Promise<Worded> {
  const stored = await findCard(db.reader, id, cardId)
  if (stored === undefined) throw new Refusal('not_found', `There is no card ${cardId}.`)
  for (const { noteId, lines, heading } of stored.sources) {
    const note = noteId === null ? undefined : await findNote(db.reader, id, noteId as StoredNote['id'])
    if (note === undefined || note.missing) continue
    const all = note.body.split(/\r\n|\n|\r/)
    const shown = lines.flatMap((number) => {
      const text = all[number - 1]
      return text === undefined ? [] : [{ number, text, wanted: true }]
    })
    if (shown.length === 0) continue
    return {
      title: note.title,
      section: { headings: heading, lines: shown },
      card: shownText(stored),
      kind: draftKindOf(stored.kind),
      doubts: [
        ...(stored.flag === null ? [] : [`It is ${flaggedWords(stored.flag)}.`]),
        ...stored.reasons.map(({ sentence }) => sentence),
      ],
      note,
      stored,
    }
  }
  throw new Refusal(
    'nothing_to_draft',
    'No note holds this card’s lines any more, so nothing can be worded from them.',
  )
}

function draftKindOf(kind: CardKind): DraftKind {
  if (kind === 'cloze') return 'cloze'
  return kind === 'list_recall' ? 'list' : 'basic'
}

async function judgeWordings(
  { db, id }: Learner,
  { note, section, kind, stored }: Worded,
  wordings: readonly Wording[],
): Promise<Pick<WordingReply, 'wordings' | 'refused'>> {
  const others = (await listAllCards(db.reader, id)).filter(
    (card) => card.id !== stored.id && card.status !== 'retired' && card.factKey !== stored.factKey,
  )
  const [first, last] = [section.lines[0]?.number ?? 1, section.lines.at(-1)?.number ?? 1]
  const drafts = wordings.map((wording): Draft => ({
    kind,
    ...wording,
    quote: section.lines.map(({ text }) => text).join('\n'),
    lines: [first, last],
    concept: stored.concept,
    corrects: null,
  }))
  // Each is held against the others’ cards alone: they are three ways to ask the same.
  const verdicts = drafts.flatMap((draft) =>
    judgeDrafts(
      [draft],
      { text: note.body, title: note.title },
      draftLibrary(others.map(shownText), { rejected: new Set(), room: 1 }),
    ),
  )
  return {
    wordings: verdicts.flatMap((verdict) =>
      verdict.kind === 'accepted' ? [{ front: verdict.draft.question, back: verdict.draft.answer }] : [],
    ),
    refused: verdicts.flatMap((verdict, i) => {
      const { question = '', answer = '' } = wordings[i] ?? {}
      return verdict.kind === 'refused'
        ? [{ question, answer, code: verdict.code, sentence: verdict.sentence }]
        : []
    }),
  }
}
