export const cardStatuses = ['ready', 'doubtful', 'retired'] as const
/** What the rules and the learner think of a card: to be asked, to be looked at first, or never asked again. */
export type CardStatus = (typeof cardStatuses)[number]

/** What decides whether a card is asked. */
export interface CardStanding {
  readonly status: CardStatus
  /** When the learner took a doubtful card into the queue. */
  readonly acceptedAt: number | null
}

/** Whether a card is asked: it is ready, or doubtful and accepted. `server/db/asked.ts` says the same to the database. */
export function isAsked({ status, acceptedAt }: CardStanding): boolean {
  return status === 'ready' || (status === 'doubtful' && acceptedAt !== null)
}

/** Whether a card is doubtful and the learner has not accepted it. */
export function isDoubtful(card: CardStanding): boolean {
  return card.status === 'doubtful' && !isAsked(card)
}
