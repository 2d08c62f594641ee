import { Script, createContext } from 'node:vm'
import { Refusal } from '../../shared/basics/refusal.ts'
import { plainPart, readPattern } from '../../shared/card/read-pattern.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { readCardWords } from '../db/read-card-words.ts'
import type { Reader } from '../db/tables.ts'

/** As much as a pattern may take for all cards together. */
const mostMs = 2000

// Run by itself, because that is what Node can end from outside while a pattern goes astray.
const trial = new Script(
  'for (const { id, front, back } of cards) if (pattern.test(front) || pattern.test(back)) found.push(id)',
)

/** The numbers of the cards whose question or answer the pattern fits. Refused when trying it takes too long. */
export async function matchCards(db: Reader, learnerId: LearnerId, pattern: string): Promise<number[]> {
  const read = readPattern(pattern)
  if (typeof read === 'string') throw new Refusal('invalid_request', read)
  const found: number[] = []
  const context = createContext({ pattern: read, found })
  let leftMs = mostMs
  for await (const cards of readCardWords(db, learnerId, plainPart(pattern))) {
    const start = performance.now()
    try {
      context.cards = cards
      trial.runInContext(context, { timeout: Math.ceil(leftMs) })
    } catch {
      // Out of time, or larger than the engine takes.
      throw tooSlow()
    }
    leftMs -= performance.now() - start
    if (leftMs <= 0) throw tooSlow()
  }
  return found
}

function tooSlow(): Refusal {
  return new Refusal(
    'pattern_too_slow',
    'This pattern takes too long; make it simpler, or add letters that must be there.',
  )
}
