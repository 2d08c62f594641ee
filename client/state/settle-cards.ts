import type { ReviewsReply } from '../../shared/api/reviews.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import { advance, currentCard } from '../../shared/session/session.ts'
import { longDay } from '../words/words.ts'
import { now } from './clock.ts'
import { sayQuietly } from './quiet-line.ts'
import { sitting } from './review-sitting.ts'
import { lastReply, outbox } from './sync.ts'
import { listenToTabs } from './tabs.ts'

/** Follows what the server and the other tabs say of the cards of the session; returns how to stop. */
export function followOthers(): () => void {
  const stops = [
    lastReply.subscribe((reply) => reply !== null && takeStates(reply)),
    listenToTabs((news) => {
      if (news.kind === 'answered') leaveToOthers(news.cardId as CardId)
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

/** Another tab has it: it is not asked twice. What was begun here stays, because an answer here counts too. */
function leaveToOthers(cardId: CardId): void {
  const held = sitting.held.value
  if (held === null || !held.session.cards.has(cardId)) return
  const isOnTable = currentCard(held.session)?.id === cardId
  if (held.session.past.some((step) => step.card.id === cardId)) return
  sitting.change((session) => advance(session, { kind: 'answeredElsewhere', cardId, at: now() }))
  if (isOnTable) sayQuietly('That card was answered in another tab.')
}

/** The server's state of a card counts. It differs only when another device answered too, or a clock was wrong. */
function takeStates({ states, verdicts }: ReviewsReply): void {
  if (verdicts.some((verdict) => verdict.clockAhead === true))
    sayQuietly('This device’s clock is ahead of the server’s. Answers count for the server’s day.')
  const unsent = outbox.cards()
  for (const { cardId, state } of states) {
    const held = sitting.held.value
    const card = held?.session.cards.get(cardId as CardId)
    if (held === null || card === undefined || card.practice === true || unsent.has(cardId)) continue
    const [ours, theirs] = [dueOf(card.state), dueOf(state as CardState)]
    if (ours === theirs && card.state.answers === state.answers) continue
    if (currentCard(held.session)?.id === cardId && held.session.position.side === 'answer') continue
    sitting.change((session) =>
      advance(session, { kind: 'settled', cardId: cardId as CardId, state: state as CardState }),
    )
    if (theirs !== null && theirs !== ours) sayMoved(held.faces.get(cardId)?.prompt.text ?? '', theirs)
  }
}

function sayMoved(prompt: string, due: string): void {
  sayQuietly(`“${prompt.slice(0, 40)}…” was answered elsewhere too. It is due on ${longDay(due)}.`)
}

function dueOf({ schedule }: CardState): string | null {
  return schedule.kind === 'new' ? null : schedule.dueOn
}
