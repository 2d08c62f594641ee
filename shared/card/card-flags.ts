/** The reasons to flag a card, in the order of the digits that say them. */
export const flagReasons = ['wrong', 'unclear', 'too_long', 'duplicate', 'outdated'] as const
/** Why a learner flags a card, or `unsaid`. A flag changes nothing about when it is asked: it is a note to oneself. */
export const cardFlags = [...flagReasons, 'unsaid'] as const
export type CardFlag = (typeof cardFlags)[number]
