/** Why a learner flags a card. A flag changes nothing about when it is asked: it is a note to oneself. */
export const cardFlags = ['wrong', 'unclear', 'too_long', 'duplicate', 'outdated'] as const
export type CardFlag = (typeof cardFlags)[number]
