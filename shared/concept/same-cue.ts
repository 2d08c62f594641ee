import { wordCount } from '../basics/text.ts'
import { exactWords } from '../english/exact-signs.ts'
import type { Fact, FactOf } from '../fact/fact.ts'

/**
 * What tells facts of one cue apart: "sie" and "Sie" of one note are two words, and "bank" of two decks is asked with its
 * deck named. Each fact gets what it is told by; '' where the cue is the same for all.
 */
export function tellCues(same: readonly Fact[]): readonly { readonly form: string; readonly deck: string }[] {
  const cues = same.filter(isCue)
  if (cues.length < same.length || new Set(cues.map((fact) => exactWords(fact.statement))).size < 2)
    return same.map(() => nothing)
  if (caseTells(cues)) return cues.map((fact) => ({ form: fact.question, deck: '' }))
  const at = firstDifference(cues.map(({ topic }) => topic))
  if (at < 0) return same.map(() => nothing)
  return cues.map(({ topic }) => ({ form: topic[at] ?? '', deck: topic[at] ?? '' }))
}

const nothing = { form: '', deck: '' }

/** A written card whose front is a word or two and no question: which deck it stands in is part of it. */
function isCue(fact: Fact): fact is FactOf<'question'> {
  return (
    fact.kind === 'question' &&
    /^(?:forward|both|word|languages)$/.test(fact.sides.kind) &&
    wordCount(fact.question) <= 3 &&
    !/[?:.!？：。！]$/.test(fact.question)
  )
}

/** One note writes the same letters small and with a capital, and means two things. */
const caseTells = (cues: readonly FactOf<'question'>[]): boolean =>
  cues.some((one) =>
    cues.some(
      (other) =>
        one.question !== other.question &&
        one.question.toLowerCase() === other.question.toLowerCase() &&
        one.sources[0]?.file === other.sources[0]?.file &&
        exactWords(one.statement) !== exactWords(other.statement),
    ),
  )

/** The first place at which not all of these paths are the same; -1 where there is none. */
function firstDifference(topics: readonly (readonly string[])[]): number {
  const longest = Math.max(...topics.map(({ length }) => length))
  for (let at = 0; at < longest; at++) if (new Set(topics.map((topic) => topic[at] ?? '')).size > 1) return at
  return -1
}
