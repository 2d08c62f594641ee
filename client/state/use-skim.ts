import { useEffect, useRef, useState } from 'preact/hooks'
import type { CardEdited } from '../../shared/api/cards.ts'
import type { SkimDecision, SkimDecisionsBody, SkimReply, SkimState } from '../../shared/api/skim.ts'
import { api } from '../api-client.ts'
import { ApiError } from '../api/request.ts'
import { counted } from '../words/words.ts'
import { announce } from './announcer.ts'
import { countInbox } from './inbox-count.ts'
import { countSkim } from './skim-count.ts'
import {
  type SkimList,
  cardsOfLines,
  currentRow,
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

/** New cards under a finger that goes down them: what is said is shown at once, and stored behind it, in its order. */
export interface SkimDesk {
  readonly resource: Resource<SkimReply>
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
  readonly decideNote: (file: string, decision: 'keep' | 'drop') => void
  readonly edited: (card: CardEdited) => void
  readonly undo: () => void
}

/** Something said that can be taken back; its change has a name once it is stored. */
interface Said {
  readonly cardIds: ReadonlySet<string>
  readonly before: SkimList
  /** The note of which all that was left was decided on. */
  readonly file: string | null
  changeId: string | null
}

/** Stores something said, and gives the name of its change. */
type Store = () => Promise<string | null>

const pageOfRows = 100
const fewLeft = 30
const nothing: SkimList = {
  rows: [],
  notes: [],
  counts: { ready: 0, proposed: 0 },
  nextCursor: null,
  at: 0,
}

export function useSkim(scope: { readonly noteId?: string; readonly state?: SkimState }): SkimDesk {
  const query = { ...scope, limit: pageOfRows }
  const key = `skim ${scope.noteId ?? ''} ${scope.state ?? ''}`
  const { resource, reload } = useResource(key, () => api.skim(query))
  const [list, setList] = useState(nothing)
  const [moves, setMoves] = useState(0)
  const [notice, setNotice] = useState<SkimDesk['notice']>(null)
  const [said, setSaid] = useState<readonly Said[]>([])
  const latest = useRef(list)
  const undoable = useRef(said)
  // What is stored goes one after the other: an undo must find its decision there.
  const line = useRef(Promise.resolve())
  const asks = useRef(false)

  const told = resource.kind === 'ready' ? resource.value : null
  useEffect(() => {
    if (told === null) return
    latest.current = openSkimList(told)
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
  const say = (next: SkimList, about: Omit<Said, 'before' | 'changeId'>, words: string, store: Store) => {
    const entry: Said = { ...about, before: latest.current, changeId: null }
    remember([...undoable.current, entry])
    show(next)
    tell(words)
    line.current = line.current.then(async () => {
      try {
        entry.changeId = await store()
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
    line.current = line.current.then(async () => {
      if (entry.changeId === null) return
      try {
        await api.undoChange(entry.changeId)
        // What was never loaded of a note is back as well.
        if (entry.file !== null) reload()
      } catch (reason) {
        tell(`Not undone: ${toApiError(reason).message}`, true)
        reload()
      }
    })
  }
  const decide = (decision: SkimDecision) => {
    const row = currentRow(latest.current)
    if (row === undefined || row.mark === decision) return
    const { cardId } = row.card
    if (row.mark === 'drop' || row.mark === 'never') {
      const last = undoable.current.findLast(({ cardIds }) => cardIds.has(cardId))
      if (last?.file != null)
        return tell('It was dropped with its note. Undo takes the whole note back.', true)
      if (last !== undefined) takeBack(last)
    }
    const more = decision === 'never' ? cardsOfLines(latest.current, row.card) : []
    const cardIds = new Set([cardId, ...more])
    say(markRows(latest.current, cardIds, decision), { cardIds, file: null }, saidWords[decision], () =>
      send({ decisions: [{ cardId, decision }] }),
    )
  }
  const decideNote = (file: string, decision: 'keep' | 'drop') => {
    const { noteId, ready, proposed, title } = noteOf(latest.current, file)
    if (noteId === null || ready + proposed === 0) return
    say(
      markNote(latest.current, file, decision),
      { cardIds: leftOfNote(latest.current, file), file },
      `${counted(ready + proposed, 'card')} of “${title}” ${decision === 'keep' ? 'kept' : 'dropped'}.`,
      () => send({ all: { noteId, decision, ...(scope.state === undefined ? {} : { state: scope.state }) } }),
    )
  }
  const undo = () => {
    const last = undoable.current.at(-1)
    if (last === undefined) return
    takeBack(last)
    show(latest.current)
    tell('Undone.')
  }
  const edited = ({ id, front, back, changeId }: CardEdited) => {
    // A card that was saved as it was is kept as it is.
    if (changeId === null) return decide('keep')
    const cardIds = new Set([id])
    say(
      markRows(rewordRow(latest.current, id, { front, back }), cardIds, 'edit'),
      { cardIds, file: null },
      'Kept in your words.',
      async () => changeId,
    )
  }
  return {
    resource,
    list: told !== null && list === nothing ? openSkimList(told) : list,
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
    undo,
  }
}

const saidWords: Readonly<Record<SkimDecision, string>> = {
  keep: 'Kept.',
  drop: 'Dropped.',
  never: 'Never again from these lines.',
}

function leftWords({ counts: { ready, proposed } }: SkimList): string {
  return ready + proposed === 0 ? 'Nothing is left.' : `${ready + proposed} left.`
}

/** Stores a decision and returns the name of its change. A card that is refused says why. */
async function send(body: SkimDecisionsBody): Promise<string | null> {
  const { changeId, refused } = await api.decideSkim(body)
  const [first] = refused
  if (changeId === null && first !== undefined) throw new ApiError(first.code, 409, first.sentence)
  return changeId
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
