import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseAnswer } from '../../../shared/answer/normalise-answer.ts'
import { judgeQuestion } from '../../../shared/quiz/judge-question.ts'
import { indexTerms, nearTerms } from '../../../shared/quiz/near-terms.ts'
import { aTyped } from './a-question.ts'

// Names a letter apart, in several writings, of one word and of several, and their plurals.
const names = [
  'partition',
  'partitien',
  'compactor',
  'Ｃｏｍｐａｃｔｅｒ',
  'Hauptstrasne',
  'Hauptstraße',
  'retention policy',
  'retention policies',
  'detention policy',
  'policy',
  'policies',
  'write-back cache',
  'write-through cache',
  'capacitor',
  'capacitance',
]
const all = [...new Set(names.map(normaliseAnswer))]
const index = indexTerms(all)

const verdictBy = (answer: string, given: string, terms: readonly string[]) =>
  judgeQuestion(aTyped('a', [answer]), { kind: 'text', text: given }, new Set(terms)).verdict

test('a typed answer is judged by the few names near to it as it would be by all of them', () => {
  let slips = 0
  let others = 0
  const check = (answer: string, given: string) => {
    const byAll = verdictBy(answer, given, all)
    const few = nearTerms(aTyped('a', [answer]), index)
    expect({ answer, given, verdict: verdictBy(answer, given, few) }).toEqual({
      answer,
      given,
      verdict: byAll,
    })
    if (byAll === 'near') slips++
    else if (verdictBy(answer, given, []) === 'near') others++
  }
  for (const answer of names) for (const given of names) check(answer, given)
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.nat(40),
      fc.constantFrom('', 'e', 's', 'é'),
      (answer, at, letter) => check(answer, answer.slice(0, at) + letter + answer.slice(at + 1)),
    ),
    { numRuns: 300, seed: 7 },
  )
  expect(slips).toBeGreaterThan(20)
  expect(others).toBeGreaterThan(0)
})

test('names that no slip can spell are left out, and so is the answer itself', () => {
  expect(nearTerms(aTyped('a', ['partition']), index)).toEqual(['partitien'])
  expect(nearTerms(aTyped('a', ['watershed']), index)).toEqual([])
})
