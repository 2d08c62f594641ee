/** What a suggestion is decided on, of one concept. */
export interface ConceptStanding {
  readonly id: string
  readonly term: string
  readonly conflicts: number
  readonly due: number
  readonly cards: number
  readonly facts: number
  readonly covered: number
  readonly answered: number
  /** Expected number of facts recalled now. */
  readonly recallNow: number
  /** 0 unseen … 5 lasting. */
  readonly level: number
}

/** Something worth doing besides the day's cards, with its reason. */
export interface Suggestion {
  readonly kind: 'conflict' | 'slipping' | 'uncovered' | 'inbox'
  /** The concept it is about; null for the Inbox. */
  readonly conceptId: string | null
  readonly name: string
  readonly reason: string
  readonly minutes: number
}

const most = 3
const slippingShare = 0.6
const fewestFacts = 3
const familiar = 2
const fullInbox = 5

/**
 * At most three suggestions: a conflict that holds a due card, then concepts slipping away (the weakest first), then facts
 * that are not asked about, then a filling Inbox. The day's queue does not depend on it.
 */
export function worthDoing(
  concepts: readonly ConceptStanding[],
  inbox: number,
  secondsPerCard: number,
): Suggestion[] {
  const minutes = (cards: number) => Math.max(1, Math.round((cards * secondsPerCard) / 60))
  const torn = concepts
    .filter((concept) => concept.conflicts > 0)
    .toSorted((a, b) => b.due - a.due)
    .map((concept) => suggest('conflict', concept, tornReason, 1))
  const slipping = concepts
    .filter((concept) => concept.answered >= fewestFacts && recallShare(concept) < slippingShare)
    .toSorted((a, b) => recallShare(a) - recallShare(b))
    .map((concept) => suggest('slipping', concept, slippingReason(concept), minutes(concept.cards)))
  const uncovered = concepts
    .filter((concept) => concept.level >= familiar && concept.covered < concept.facts)
    .toSorted((a, b) => b.facts - b.covered - (a.facts - a.covered))
    .map((concept) => suggest('uncovered', concept, uncoveredReason(concept), 2))
  const waiting: Suggestion[] =
    inbox > fullInbox
      ? [
          {
            kind: 'inbox',
            conceptId: null,
            name: 'Inbox',
            reason: `${inbox} cards wait for your decision.`,
            minutes: Math.max(1, Math.round(inbox / 6)),
          },
        ]
      : []
  return [...torn, ...slipping, ...uncovered, ...waiting].slice(0, most)
}

const tornReason = 'Two notes say different things; its cards wait until you say which is right.'

function suggest(
  kind: Suggestion['kind'],
  { id, term }: ConceptStanding,
  reason: string,
  minutes: number,
): Suggestion {
  return { kind, conceptId: id, name: term, reason, minutes }
}

function recallShare({ recallNow, answered }: ConceptStanding): number {
  return recallNow / Math.max(1, answered)
}

function slippingReason({ recallNow, answered }: ConceptStanding): string {
  return `You would recall about ${Math.round(recallNow)} of the ${answered} facts you learned.`
}

function uncoveredReason({ facts, covered }: ConceptStanding): string {
  const missing = facts - covered
  return `${missing} ${missing === 1 ? 'fact has' : 'facts have'} no card yet.`
}
