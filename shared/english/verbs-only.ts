import { remembering, wordSet } from '../basics/text.ts'
import { isNounToo } from './imperative.ts'
import { irregularBase } from './irregular-pasts.ts'
import { baseVerb, pastBase, thirdPersonBase } from './verbs.ts'

/**
 * Common verbs of written English that are hardly ever nouns, beside those in `verbs.ts`. Where one stands behind a
 * noun, it is a verb.
 */
const more = wordSet(`
  abandon abolish absorb accompany accumulate accuse acknowledge acquire activate adhere admit adopt advocate affirm attempt
  allege alter announce anticipate arise arouse arrest attend ascend assemble attack attain attract attribute await ban bear
  believe belong bend bind bite bleed blow boil borrow breathe breed bring burn burst bury buy cease characterize circulate
  cite claim classify cling coincide collapse colonize commence compel compensate compete comprise compromise conceal
  conclude condense confer confine conquer consist constitute constrict construct converge convey convince cool
  correlate correspond corrode crawl criticise cross crown cure decay deceive decline decompose deem defeat defend
  deflect deform denote deny deplete deposit deprive descend destroy deteriorate deviate devote dictate die diffuse
  digest dilate dilute diminish disagree discharge dissolve distort diverge dominate drain drink dwell eat eject elect
  elevate elicit elongate emerge emit emphasise employ enclose encode end endure enlarge enrich entail equal erode erupt
  evaporate evoke exceed excite excrete exert exhibit exist expel exploit extinguish face fall fertilize flee float flow
  flourish fluctuate fly forbid foresee forget forgive found fulfil fulfill fuse gain generate germinate govern grant
  grasp gravitate greet halve happen harden hear heat hinder hit hunt hydrate imitate impair imply impose imprison
  incline induce infect infer inflate inhabit inhale inherit inhibit initiate injure innervate insist inspire
  instruct intend intensify interfere intersect invade invent invert invite irritate judge justify kill lack lapse
  lengthen levy lie live lose lubricate manifest marry mature melt metabolise metabolize migrate modulate moisten move
  multiply murder nail necessitate negate neglect neutralise neutralize nourish obey oblige observe obstruct occupy
  offset oppose oppress orbit originate oscillate outweigh overthrow overturn owe oxidise oxidize penetrate perceive
  perish permit persist persuade pertain plunge polarise polarize portray pose possess precede precipitate preclude
  presume presuppose prevail proceed proclaim prohibit proliferate prolong pronounce propel propose prosper publish
  pump punish purchase purify pursue radiate range ratify reabsorb react reappear rebel recede recite reclaim recombine
  reconcile recruit recur redistribute refer reflect refract refuse regenerate regulate reign reinforce reject rejoin
  relax relieve remind renounce repay repel replenish repress reproduce repudiate resemble reside resign resist
  resonate respire restrict result resume retain retract retreat reunite reveal revive revolve ride rise rotate rule
  sacrifice scatter scrutinise scrutinize secrete seek seize sell sense sever shed shine shrink signify sing sit
  sleep slip smell soften solidify span speak speculate spread stabilise stabilize steal stem stick stimulate strike
  strive subdivide subside substitute suck suffer suffice sum summon suppose suppress surpass surrender surround
  survive suspect sustain sweep swell swim swing symbolise symbolize tend terminate testify thicken threaten thrive
  tie tighten tolerate transcend transcribe transform translocate transmit transport travel traverse tremble trigger undergo
  undermine undertake unify unite unwind uphold urge vanish vaporise vaporize vary vibrate vindicate violate vote wage
  wane warn weaken wear weave widen win withdraw withhold withstand wither yield`)

/** Of these, the ones that are nouns as well. */
const nounsAsWell = wordSet(`
  arrest attack attempt attribute ban bear bite blow burst borrow breed burn cause claim collapse compromise cool cross crown cure
  decay decline defeat deposit discharge drain drink end equal excite face fall flow fly found gain grant heat hit hunt
  judge lack lapse levy lie manifest mature move murder nail offset orbit permit proceed pump purchase range rebel recruit
  refuse result reign retreat ride rise rule sacrifice sense shed shine sleep slip smell span spread stem stick strike sum
  substitute surrender suspect sweep swell swim swing tie transform transport travel trigger vote wage yield`)

/** How far a word is known as a verb: as nothing else, as a noun too, or not at all. */
export type VerbKnown = 'verb only' | 'noun too' | undefined

const knownBase = (base: string): VerbKnown => (nounsAsWell.has(base) ? 'noun too' : 'verb only')

/** What is known of a word as a verb in its base form. */
export const knownAsBase = remembering((word): VerbKnown => {
  const base = baseVerb(word)
  if (base !== undefined) return isNounToo(base) ? 'noun too' : 'verb only'
  return more.has(word) ? knownBase(word) : undefined
}, 2048)

/** The base form of a verb in the third person: "carry" for "carries"; undefined for words that are none. */
export const baseOfThird = remembering((word): string | undefined => {
  const listed = thirdPersonBase(word)
  if (listed !== undefined) return listed
  return [word.replace(/ies$/, 'y'), word.replace(/es$/, ''), word.replace(/s$/, '')].find(
    (base) => base !== word && more.has(base),
  )
}, 2048)

/** The base form of a past or participle: "abolish" for "abolished"; undefined for words that are none. */
export const baseOfPast = remembering((word): string | undefined => {
  const listed = pastBase(word) ?? irregularBase(word)
  if (listed !== undefined) return listed
  const stem = word.replace(/ed$/, '')
  if (stem === word) return undefined
  return [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/([a-z])\1$/, '$1')].find(
    (base) => more.has(base) || (base.endsWith('e') && derived.test(`${base}s`)),
  )
}, 2048)

/** What is known of a word as a verb in the third person. */
export function knownAsThird(word: string): VerbKnown {
  const base = baseOfThird(word)
  if (base === undefined) return derived.test(word) ? 'verb only' : undefined
  return knownAsBase(base)
}

/** Endings by which verbs are made, in their "-s" form. */
const derived = /(?:[a-z]{3}i[sz]es|[a-z]{2}ifies)$/
