import { useEffect, useRef, useState } from 'preact/hooks'
import type { Decision, DecisionsBody, InboxReply, WaitingKind } from '../../shared/api/inbox.ts'
import { api } from '../api-client.ts'
import { announce } from './announcer.ts'
import { takeCounts } from './inbox-count.ts'
import {
  type InboxList,
  currentItem,
  moveBy,
  openList,
  skipCurrent,
  withMore,
  withoutCurrent,
} from './inbox-list.ts'
import { undoChange } from './undo-change.ts'
import { type Resource, toApiError, useResource } from './use-resource.ts'

export interface ItemDecision {
  readonly decision: Decision
  readonly front?: string
  readonly back?: string
  readonly startAnew?: boolean
}

/** The Inbox as a desk: one card on it, the rest in a pile, and every decision can be taken back. */
export interface InboxDesk {
  readonly resource: Resource<InboxReply>
  readonly list: InboxList
  /** Counts what the learner did, so that the page knows when to move the focus. */
  readonly moves: number
  readonly notice: { readonly words: string; readonly isBad: boolean } | null
  readonly canUndo: boolean
  readonly reload: () => void
  readonly move: (step: number) => void
  readonly decide: (decision: ItemDecision) => void
  readonly decideAll: (all: { waiting: WaitingKind; decision: Decision; cleanOnly?: boolean }) => void
  readonly undo: () => void
}

interface Decided {
  readonly changeId: string
  readonly cardId: string | undefined
}

const pageOfItems = 100
const fewLeft = 10
const nothing: InboxList = {
  items: [],
  nextCursor: null,
  counts: { doubtful: 0, meaning: 0, gone: 0, clean: 0 },
  drafted: 0,
  at: 0,
}

export function useInbox(waiting: WaitingKind): InboxDesk {
  const scope = { limit: pageOfItems, waiting }
  const { resource, reload, put } = useResource(`inbox ${waiting}`, () => api.inbox(scope))
  const [list, setList] = useState(nothing)
  const [moves, setMoves] = useState(0)
  const [notice, setNotice] = useState<InboxDesk['notice']>(null)
  const [decided, setDecided] = useState<readonly Decided[]>([])
  const undoable = useRef(decided)
  const remember = (next: readonly Decided[]) => {
    undoable.current = next
    setDecided(next)
  }
  // Decisions are shown at once and sent one after the other, so that an undo takes back what came last.
  const line = useRef(Promise.resolve())
  const wanted = useRef<{ readonly cardId: string | undefined } | null>(null)
  const latest = useRef(list)
  latest.current = list

  // What the server told, laid on the desk; the card that is looked at stays, or the one that an undo brought back.
  const told = resource.kind === 'ready' ? resource.value : null
  useEffect(() => {
    if (told === null) return
    setList(openList(told, wanted.current?.cardId ?? currentItem(latest.current)?.cardId))
    takeCounts(told)
    if (wanted.current !== null) setMoves((count) => count + 1)
    wanted.current = null
  }, [told])

  const show = (next: InboxList) => {
    latest.current = next
    setList(next)
    takeCounts(next)
    setMoves((count) => count + 1)
  }
  const send = (task: () => Promise<void>) => {
    line.current = line.current.then(task).catch((reason: unknown) => {
      setNotice({ words: toApiError(reason).message, isBad: true })
      reload()
    })
  }
  const store = async (body: DecisionsBody, cardId: string | undefined) => {
    const reply = await api.decide(body)
    const { changeId } = reply
    if (changeId !== null) remember([...undoable.current, { changeId, cardId }])
    const refused = reply.refused[0]
    if (refused !== undefined) {
      setNotice({ words: refused.sentence, isBad: true })
      wanted.current = { cardId }
      reload()
    }
    return reply
  }
  const fetchMore = () => {
    const { nextCursor, items } = latest.current
    if (nextCursor === null || items.length > fewLeft) return
    send(async () => show(withMore(latest.current, await api.inbox({ ...scope, cursor: nextCursor }))))
  }

  const decide = (decision: ItemDecision) => {
    const item = currentItem(latest.current)
    if (item === undefined) return
    const next = decision.decision === 'skip' ? skipCurrent(latest.current) : withoutCurrent(latest.current)
    const words = decisionWords(item.waiting, decision)
    const left = next.counts.doubtful + next.counts.meaning + next.counts.gone
    setNotice({ words, isBad: false })
    announce(`${words} ${left === 0 ? 'Nothing waits any more.' : `${left} left.`}`)
    show(next)
    send(async () => void (await store({ decisions: [{ cardId: item.cardId, ...decision }] }, item.cardId)))
    fetchMore()
  }
  const decideAll: InboxDesk['decideAll'] = (all) =>
    send(async () => {
      const reply = await store({ all }, undefined)
      const words = `${reply.decided.toLocaleString('en')} ${all.decision === 'accept' && all.waiting === 'gone' ? 'retired' : 'accepted'}.`
      setNotice({ words, isBad: false })
      announce(words)
      const left = await api.inbox(scope)
      wanted.current = { cardId: undefined }
      put(left)
    })
  const undo = () =>
    send(async () => {
      const last = undoable.current.at(-1)
      if (last === undefined) return
      remember(undoable.current.slice(0, -1))
      const failure = await undoChange(last.changeId)
      setNotice({ words: failure ?? 'Undone.', isBad: failure !== null })
      const left = await api.inbox(scope)
      wanted.current = { cardId: last.cardId }
      put(left)
    })

  return {
    resource,
    list: resource.kind === 'ready' && list === nothing ? openList(resource.value) : list,
    moves,
    notice,
    canUndo: decided.length > 0,
    reload,
    move: (step) => show(moveBy(latest.current, step)),
    decide,
    decideAll,
    undo,
  }
}

function decisionWords(waiting: WaitingKind, { decision, front, startAnew }: ItemDecision): string {
  if (decision === 'skip') return 'Skipped.'
  if (decision === 'never') return 'These lines give no card any more.'
  if (decision === 'keep')
    return waiting === 'gone' ? 'Kept: it is asked as before.' : 'Kept: the old wording stays.'
  if (waiting === 'gone') return 'Retired. Its history is kept.'
  if (waiting === 'meaning') return startAnew === true ? 'Taken over; it begins anew.' : 'Taken over.'
  return front === undefined ? 'Accepted.' : 'Accepted in your words.'
}
