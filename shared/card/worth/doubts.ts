import type { Feature } from './card-features.ts'
import { weights } from './weights.ts'

/** What may speak against a card: the sentence that says it, and the features that it is read from. */
const doubts: readonly (readonly [sentence: string, signs: RegExp])[] = [
  [
    'advice without a reason',
    /^(?:asks: (?:good practice|how should you|why do as advised)|section: practice|answer is: imperative)$/,
  ],
  ['a virtue that nobody doubts', /^asks: why does it matter$/],
  [
    'tells of your own project or path, not of the matter',
    /^(?:note: (?:project|portfolio|diary)|source: speaks of its author|source: tells what was done|section: intention)$/,
  ],
  [
    'an open set asked as a closed one',
    /^(?:asks: (?:name some of many|what kind|example)|list: open in the note)$/,
  ],
  ['a table of contents, not a fact', /^asks: topics of$/],
  [
    'leaves open which answer it wants',
    /^(?:asks: (?:what does it involve|what else|which)|question: names nothing)$/,
  ],
  ['a broad problem with one of many remedies', /^asks: how can a problem be solved$/],
  ['praises more than it tells', /^(?:answer: (?:praise|no news|commonplace words)|question: praise)$/],
  ['the answer stands in the question', /^answer: repeats the question$/],
  [
    'several things at once, hard to recall',
    /^(?:answer: (?:several things|more than twelve words|lines of code|length)|list: (?:items|long items)|question: joins two things)$/,
  ],
]

/** What is said where nothing else speaks against a card. */
export const seldom = 'cards like this one are seldom kept'

/** The place of the doubt that each weighed feature is a sign of. */
const doubtBySign: ReadonlyMap<string, number> = new Map(
  Object.keys(weights).flatMap((name) => {
    const at = doubts.findIndex(([, signs]) => signs.test(name))
    return at < 0 ? [] : [[name, at] as const]
  }),
)

/** What speaks most against a card with these features. */
export function doubtOf(features: readonly Feature[]): string {
  const sums = doubts.map(() => 0)
  for (const [name, size] of features) {
    const at = doubtBySign.get(name)
    if (at !== undefined) sums[at] = (sums[at] ?? 0) + (weights[name] ?? 0) * size
  }
  const least = Math.min(...sums)
  return least < -0.25 ? (doubts[sums.indexOf(least)]?.[0] ?? seldom) : seldom
}
