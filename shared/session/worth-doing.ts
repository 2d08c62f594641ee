/** What a suggestion is decided on, of one concept. */
export interface WorthConcept {
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
  concepts: readonly WorthConcept[],
  inbox: number,
  secondsPerCard: number,
): Suggestion[] {
  const minutes = (cards: number) => Math.max(1, Math.round((cards * secondsPerCard) / 60))
  const worth = rankWorth(concepts)
  const torn = worth.torn.map((concept) => suggest('conflict', concept, tornReason, 1))
  const slipping = worth.slipping.map((concept) =>
    suggest('slipping', concept, slippingReason(concept), minutes(concept.cards)),
  )
  const uncovered = worth.uncovered.map((concept) =>
    suggest('uncovered', concept, uncoveredReason(concept), 2),
  )
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

/** The few of all concepts that can come up among the suggestions: with these alone they are the same. */
export function worthCandidates<Concept extends WorthConcept>(concepts: readonly Concept[]): Concept[] {
  const { torn, slipping, uncovered } = rankWorth(concepts)
  return [...new Set([torn, slipping, uncovered].flatMap((ranked) => ranked.slice(0, most)))]
}

/** Of each kind of suggestion the concepts that it is for, the most pressing first. */
function rankWorth<Concept extends WorthConcept>(concepts: readonly Concept[]) {
  return {
    torn: concepts.filter((concept) => concept.conflicts > 0).toSorted((a, b) => b.due - a.due),
    slipping: concepts
      .filter((concept) => concept.answered >= fewestFacts && recallShare(concept) < slippingShare)
      .toSorted((a, b) => recallShare(a) - recallShare(b)),
    uncovered: concepts
      .filter((concept) => concept.level >= familiar && concept.covered < concept.facts)
      .toSorted((a, b) => b.facts - b.covered - (a.facts - a.covered)),
  }
}

const tornReason = 'Two notes say different things; its cards wait until you say which is right.'

function suggest(
  kind: Suggestion['kind'],
  { id, term }: WorthConcept,
  reason: string,
  minutes: number,
): Suggestion {
  return { kind, conceptId: id, name: term, reason, minutes }
}

function recallShare({ recallNow, answered }: WorthConcept): number {
  return recallNow / Math.max(1, answered)
}

function slippingReason({ recallNow, answered }: WorthConcept): string {
  return `You would recall about ${Math.round(recallNow)} of the ${answered} facts you learned.`
}

function uncoveredReason({ facts, covered }: WorthConcept): string {
  const missing = facts - covered
  return `${missing} ${missing === 1 ? 'fact has' : 'facts have'} no card yet.`
}
