import { Script, createContext } from 'node:vm'
import { Refusal } from '../../shared/basics/refusal.ts'
import { plainPart, readPattern } from '../../shared/card/read-pattern.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { WordColumn } from '../db/card-words.ts'
import { readCardWords } from '../db/read-card-words.ts'
import type { Reader } from '../db/tables.ts'

/** As much as a pattern may take for all cards together. */
const mostMs = 2000

// Run by itself, because that is what Node can end from outside while a pattern goes astray.
const trial = new Script(
  'for (const { id, texts } of cards) if (texts.some((text) => pattern.test(text))) found.push(id)',
)

/** The numbers of the cards that the pattern fits in one of these columns. Refused when trying it takes too long. */
export async function matchCards(
  db: Reader,
  learnerId: LearnerId,
  pattern: string,
  columns: readonly WordColumn[],
): Promise<number[]> {
  const read = readPattern(pattern)
  if (typeof read === 'string') throw new Refusal('invalid_request', read)
  const found: number[] = []
  const context = createContext({ pattern: read, found })
  let leftMs = mostMs
  for await (const cards of readCardWords(db, learnerId, columns, plainPart(pattern))) {
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
