import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DraftView } from '../../shared/api/drafts.ts'
import type { SkimDecision, SkimDecisionsBody, SkimReply, SkimState } from '../../shared/api/skim.ts'
import { api } from '../api-client.ts'
import { ApiError } from '../api/request.ts'
import { counted } from '../words/words.ts'
import { announce } from './announcer.ts'
import { type DraftWord, createDraftDecisions } from './draft-decisions.ts'
import { countInbox } from './inbox-count.ts'
import { countSkim } from './skim-count.ts'
import {
  type SkimList,
  cardsOfLines,
  currentRow,
  isCardNow,
  leftIn,
  leftOfNote,
  lookAt,
  markNote,
  markRows,
  moveRow,
  noteOf,
  openSkimList,
  rewordRow,
  unmarkRows,
  withMoreRows,
} from './skim-list.ts'
import { type Resource, toApiError, useResource } from './use-resource.ts'
import { waitingDrafts } from './waiting-drafts.ts'

/** New cards under a finger that goes down them: what is said is shown at once, and stored behind it, in its order. */
export interface SkimDesk {
  readonly resource: Resource<Told>
  readonly list: SkimList
  /** Counts what the learner did, so that the page knows when to move the focus. */
  readonly moves: number
  readonly notice: { readonly words: string; readonly isBad: boolean } | null
  readonly canUndo: boolean
  /** How many were decided on since the page was opened. */
  readonly decided: number
  readonly reload: () => void
  readonly move: (step: number) => void
  readonly look: (at: number) => void
  readonly decide: (decision: SkimDecision) => void
  readonly decideNote: (group: string, decision: 'keep' | 'drop') => void
  readonly edited: (card: Reworded) => void
  /** Makes a card of a draft in other words; throws what speaks against it. */
  readonly keepInWords: (draftId: string, words: { front: string; back: string }) => Promise<void>
  readonly undo: () => void
}

/** What is skimmed: the cards and drafts of one note or of all, or those of one state. */
export interface SkimScope {
  readonly noteId?: string
  readonly state?: SkimState | 'drafted'
}

/** What the server told: new cards, and drafts that wait. */
interface Told {
  readonly reply: SkimReply
  readonly drafts: readonly DraftView[]
}

/** A card that was kept in other words; without a change it was saved as it was. */
export interface Reworded {
  readonly id: string
  readonly front: string
  readonly back: string
  readonly changeId: string | null
}

/** Something said that can be taken back; its change has a name once it is stored. */
interface Said {
  readonly cardIds: ReadonlySet<string>
  readonly before: SkimList
  /** The group of which all that was left was decided on. */
  readonly group: string | null
  /** What was said of drafts. */
  readonly word: DraftWord | null
  changeId: string | null
}

/** What came of storing something: the name of its change, and what was refused of it. */
interface Stored {
  readonly changeId: string | null
  readonly refused: readonly { readonly id: string; readonly sentence: string }[]
}

type Store = () => Promise<Stored>
type About = Pick<Said, 'cardIds' | 'group'> & Partial<Pick<Said, 'word'>>

const pageOfRows = 100
const fewLeft = 30
const nothing: SkimList = {
  rows: [],
  notes: [],
  counts: { ready: 0, proposed: 0, drafted: 0 },
  nextCursor: null,
  at: 0,
}
const noCards: SkimReply = {
  cards: [],
  notes: [],
  counts: { ready: 0, proposed: 0 },
  drafted: 0,
  nextCursor: null,
}

export function useSkim({ noteId, state }: SkimScope): SkimDesk {
  const cardState = state === undefined || state === 'drafted' ? {} : { state }
  const query = { ...(noteId === undefined ? {} : { noteId }), ...cardState, limit: pageOfRows }
  const load = async (): Promise<Told> => {
    const [reply, drafts] = await Promise.all([
      state === 'drafted' ? noCards : api.skim(query),
      state === undefined || state === 'drafted' ? waitingDrafts(noteId) : [],
    ])
    return { reply, drafts }
  }
  const { resource, reload } = useResource(`skim ${noteId ?? ''} ${state ?? ''}`, load)
  const [list, setList] = useState(nothing)
  const [moves, setMoves] = useState(0)
  const [notice, setNotice] = useState<SkimDesk['notice']>(null)
  const [said, setSaid] = useState<readonly Said[]>([])
  const latest = useRef(list)
  const undoable = useRef(said)
  // What is stored goes one after the other: an undo must find its decision there.
  const line = useRef(Promise.resolve())
  const asks = useRef(false)
  const [drafts] = useState(() => createDraftDecisions({ decide: api.decideDrafts, undo: api.undoChange }))

  const told = resource.kind === 'ready' ? resource.value : null
  // Before the paint: whoever sees the first row may decide on it.
  useLayoutEffect(() => {
    if (told === null) return
    latest.current = openSkimList(told.reply, told.drafts)
    setList(latest.current)
    remember([])
  }, [told])
  // The numbers beside the links are asked for again when the page is left.
  useEffect(
    () => () => {
      void line.current.then(() => Promise.all([countSkim(), countInbox()]))
    },
    [],
  )

  const show = (next: SkimList, moved = true) => {
    latest.current = next
    setList(next)
    if (moved) setMoves((count) => count + 1)
    fetchMore()
  }
  const remember = (next: readonly Said[]) => {
    undoable.current = next
    setSaid(next)
  }
  const fetchMore = () => {
    const { nextCursor, rows, at } = latest.current
    if (nextCursor === null || asks.current || rows.length - at > fewLeft) return
    asks.current = true
    void api
      .skim({ ...query, cursor: nextCursor })
      .then((more) => show(withMoreRows(latest.current, more), false))
      .catch(() => {})
      .finally(() => {
        asks.current = false
      })
  }
  const tell = (words: string, isBad = false) => {
    setNotice({ words, isBad })
    announce(isBad ? words : `${words} ${leftWords(latest.current)}`)
  }
  /** Shows what was said at once, and stores it behind that. What cannot be stored is taken back, and told. */
  const say = (next: SkimList, about: About, words: string, store: Store) => {
    const entry: Said = { word: null, ...about, before: latest.current, changeId: null }
    remember([...undoable.current, entry])
    show(next)
    tell(words)
    line.current = line.current.then(async () => {
      try {
        const { changeId, refused } = await store()
        entry.changeId = changeId
        const [first] = refused
        if (first === undefined) return
        show(unmarkRows(latest.current, new Set(refused.map(({ id }) => id))))
        tell(`${counted(refused.length, 'card')} not stored: ${first.sentence}`, true)
      } catch (reason) {
        remember(undoable.current.filter((one) => one !== entry))
        show(unmarkRows(latest.current, about.cardIds))
        tell(`Not stored: ${toApiError(reason).message}`, true)
      }
    })
  }
  /** Takes back on the server what was said, once it is there. */
  const takeBack = (entry: Said) => {
    remember(undoable.current.filter((one) => one !== entry))
    const words = withWordsOf(latest.current, entry.before, entry.cardIds)
    latest.current = unmarkRows(words, entry.cardIds)
    const rest = entry.word === null ? null : drafts.takeBack(entry.word)
    line.current = line.current.then(async () => {
      try {
        if (rest !== null) return await rest()
        if (entry.changeId === null) return
        await api.undoChange(entry.changeId)
        // What was never loaded of a note is back as well.
        if (entry.group !== null) reload()
      } catch (reason) {
        tell(`Not undone: ${toApiError(reason).message}`, true)
        reload()
      }
    })
  }
  const sayOfDrafts = (ids: Iterable<string>, decision: 'keep' | 'drop'): DraftWord =>
    drafts.say([...ids].map((draftId) => ({ draftId, decision: decision === 'keep' ? 'accept' : 'drop' })))
  const storeWord = async (word: DraftWord): Promise<Stored> => {
    await drafts.store(word)
    return word
  }
  const decide = (decision: SkimDecision) => {
    const row = currentRow(latest.current)
    if (row === undefined || row.mark === decision) return
    const { cardId, drafted } = row.card
    if (drafted !== null && decision === 'never') return
    if (row.mark === 'drop' || row.mark === 'never') {
      const last = undoable.current.findLast(({ cardIds }) => cardIds.has(cardId))
      if (last?.group != null)
        return tell('It was dropped with its note. Undo takes the whole note back.', true)
      if (last !== undefined) takeBack(last)
    }
    const more = decision === 'never' ? cardsOfLines(latest.current, row.card) : []
    const cardIds = new Set([cardId, ...more])
    const about = { cardIds, group: null }
    const next = markRows(latest.current, cardIds, decision)
    if (drafted === null || decision === 'never')
      return say(next, about, saidWords[decision], () => send({ decisions: [{ cardId, decision }] }))
    if (!isCardNow(row) && drafts.cardOf(cardId) === undefined) {
      const word = sayOfDrafts([cardId], decision)
      return say(next, { ...about, word }, saidWords[decision], () => storeWord(word))
    }
    // What was kept of a draft is a card by a name of its own.
    say(next, about, saidWords[decision], () =>
      send({ decisions: [{ cardId: drafts.cardOf(cardId) ?? cardId, decision }] }),
    )
  }
  const decideNote = (group: string, decision: 'keep' | 'drop') => {
    const note = noteOf(latest.current, group)
    const left = leftIn(note)
    if (note.noteId === null || left === 0) return
    const { noteId: id } = note
    const cardIds = leftOfNote(latest.current, group)
    const next = markNote(latest.current, group, decision)
    const what = counted(left, note.drafted > 0 ? 'draft' : 'card')
    const words = `${what} of “${note.title}” ${decision === 'keep' ? 'kept' : 'dropped'}.`
    if (note.drafted === 0)
      return say(next, { cardIds, group }, words, () => send({ all: { noteId: id, decision, ...cardState } }))
    const word = sayOfDrafts(cardIds, decision)
    say(next, { cardIds, group, word }, words, () => storeWord(word))
  }
  const undo = () => {
    const last = undoable.current.at(-1)
    if (last === undefined) return
    takeBack(last)
    show(latest.current)
    tell('Undone.')
  }
  const edited = ({ id, front, back, changeId }: Reworded) => {
    // A card that was saved as it was is kept as it is.
    if (changeId === null) return decide('keep')
    const cardIds = new Set([id])
    say(
      markRows(rewordRow(latest.current, id, { front, back }), cardIds, 'edit'),
      { cardIds, group: null },
      'Kept in your words.',
      async () => ({ changeId, refused: [] }),
    )
  }
  const keepInWords = async (draftId: string, words: { front: string; back: string }) => {
    const { front: question, back: answer } = words
    const word = drafts.say([{ draftId, decision: 'accept', question, answer }])
    const turn = line.current.then(() => drafts.store(word))
    line.current = turn.catch(() => undefined)
    await turn
    const cardIds = new Set([draftId])
    say(
      markRows(rewordRow(latest.current, draftId, words), cardIds, 'edit'),
      { cardIds, group: null, word },
      'Kept in your words.',
      () => Promise.resolve(word),
    )
  }
  return {
    resource,
    list: told !== null && list === nothing ? openSkimList(told.reply, told.drafts) : list,
    moves,
    notice,
    canUndo: said.length > 0,
    decided: list.rows.filter(({ mark }) => mark !== null).length,
    reload,
    move: (step) => show(moveRow(latest.current, step)),
    look: (at) => show(lookAt(latest.current, at)),
    decide,
    decideNote,
    edited,
    keepInWords,
    undo,
  }
}

const saidWords: Readonly<Record<SkimDecision, string>> = {
  keep: 'Kept.',
  drop: 'Dropped.',
  never: 'Never again from these lines.',
}

function leftWords({ counts }: SkimList): string {
  const left = leftIn(counts)
  return left === 0 ? 'Nothing is left.' : `${left} left.`
}

/** Stores a decision on cards. One that is refused alone says why. */
async function send(body: SkimDecisionsBody): Promise<Stored> {
  const { changeId, refused } = await api.decideSkim(body)
  return storedOf(
    changeId,
    refused.map((one) => ({ ...one, id: one.cardId })),
  )
}

function storedOf(
  changeId: string | null,
  refused: readonly { readonly id: string; readonly code: string; readonly sentence: string }[],
): Stored {
  const [first] = refused
  if (changeId === null && first !== undefined) throw new ApiError(first.code, 409, first.sentence)
  return { changeId, refused }
}

/** The list with the words that some cards had before. */
function withWordsOf(list: SkimList, before: SkimList, cardIds: ReadonlySet<string>): SkimList {
  return before.rows
    .filter(({ card }) => cardIds.has(card.cardId))
    .reduce(
      (changed, { card }) => rewordRow(changed, card.cardId, { front: card.front, back: card.back }),
      list,
    )
}
