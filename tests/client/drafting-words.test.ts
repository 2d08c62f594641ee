import { expect, test } from 'vitest'
import {
  endWords,
  limitWords,
  linesWords,
  progressWords,
  roundly,
  sizeWords,
} from '../../client/words/drafting-words.ts'

const going: Parameters<typeof progressWords>[0] = {
  state: 'drafting',
  done: 1,
  of: 3,
  section: { headings: [], lines: [9, 13] },
  waitMs: null,
} as const
const refused = [{ question: 'q', answer: 'a', code: 'form', sentence: 's' }]

test.each<[typeof going, string]>([
  [going, 'Section 2 of 3: lines 9–13'],
  [{ ...going, section: { headings: [], lines: [9, 9] } }, 'Section 2 of 3: line 9'],
  [{ ...going, done: 3, section: null }, 'Section 3 of 3'],
  [{ ...going, state: 'paused', section: null }, 'Paused before section 2 of 3.'],
  [
    { ...going, state: 'paused' },
    'Paused after section 2 of 3, which is on its way: what comes back is still taken in.',
  ],
  [
    { ...going, state: 'waiting', waitMs: 30_000 },
    'Waiting at section 2 of 3: the model’s server wants to be left alone for 30 seconds. It goes on by itself.',
  ],
  [
    { ...going, state: 'waiting', waitMs: 600_000 },
    'Waiting at section 2 of 3: the model’s server wants to be left alone for 10 minutes. It goes on by itself.',
  ],
])('a drafting says how far it is: %j', (state, words) => {
  expect(progressWords(state)).toBe(words)
})

test.each([
  ['done', 5, refused, '5 proposed, 1 refused.'],
  ['done', 0, [], 'Nothing was drafted.'],
  ['stopped', 1, [], 'It stopped: 1 proposed, 0 refused.'],
  ['cancelled', 0, [], 'Cancelled: nothing was drafted.'],
] as const)('and what came of it: %s, %d', (state, accepted, drafts, words) => {
  expect(endWords({ state, accepted, refused: [...drafts] })).toBe(words)
})

test('before it begins it says how much is sent, and what the day leaves', () => {
  expect(linesWords([4, 4])).toBe('line 4')
  expect(sizeWords({ sections: [], tokens: 2432 })).toBe('0 sections, about 2,400 tokens')
  expect([roundly(1449), roundly(994), roundly(7)]).toEqual([1400, 990, 10])
  expect(limitWords({ leftToday: 184, perDay: 200 })).toBe('184 of 200 drafts left of the day’s limit')
})
