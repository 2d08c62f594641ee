/**
 * What the learner once decided about a card: keep it as it is, ask it in other words, drop this one question, make no
 * card from its lines any more, or delete it where it was seen. What a learner keeps and drops tells what to propose.
 */
export const cardDecisions = ['kept', 'edited', 'dropped', 'never', 'deleted'] as const
export type CardDecision = (typeof cardDecisions)[number]
