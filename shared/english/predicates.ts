import { isOnlyPast, isPastOrParticiple } from './irregular-pasts.ts'
import { knownAsThird } from './verbs-only.ts'
import { isAdverb, isCoordinator, isDeterminer, isPreposition } from './word-classes.ts'

/** True for a predicate without its subject: "Caused problems in humans", "Is stored in the liver". */
export function startsWithVerb(whole: string): boolean {
  const [first = '', second = ''] = whole.toLowerCase().split(' ')
  if (/^(?:is|are|was|were|has|have|can|cannot|must)$/.test(first)) return true
  return knownAsThird(first) === 'verb only' && second !== '' && !/^(?:is|are|was|were|of)$/.test(second)
}

/** "Peaked around 1915", "Was found in …": a past before a small word lacks its subject; "Increased levels" does not. */
export function startsWithPast(whole: string): boolean {
  const [first = '', second = ''] = whole.toLowerCase().split(' ')
  return (
    (isPastOrParticiple(first) || isOnlyPast(first)) &&
    (isPreposition(second) || isDeterminer(second) || isAdverb(second) || isCoordinator(second))
  )
}
