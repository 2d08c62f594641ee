import { describe, expect, test } from 'vitest'
import { checkTyped, diffParts } from '../../../client/cards/check-typed.ts'
import { reverse } from '../../../shared/card/kinds/reverse.ts'
import { typedAnswer } from '../../../shared/answer/typed-answer.ts'

const none: ReadonlySet<string> = new Set()
const check = (back: string, given: string, others = none) =>
  checkTyped(typedAnswer(reverse('Which?', back), [])!, given, others).verdict

describe('a typed answer', () => {
  test.each([
    ['Redis', ' redis. '],
    ['Time to Live (TTL)', 'ttl'],
    ['Time to Live (TTL)', 'time to live'],
    ['`select_related`', 'select_related'],
    ["Don't repeat yourself", 'don’t repeat yourself'],
  ])('%s is answered by %j', (answer, given) => expect(check(answer, given)).toBe('right'))

  test.each([
    ['MVT', 'MVC'],
    ['POST', 'PUT'],
    ['401', '404'],
    ['Redis', 'Nginx'],
    ['`select_related`', 'Select_Related'],
  ])('%s is not answered by %j', (answer, given) => expect(check(answer, given)).toBe('wrong'))

  test('with a slip is right, and shows the slip', () => {
    expect(check('Redis', 'redsi')).toBe('near')
    expect(check('Nginx', 'Nginy', new Set(['nginy']))).toBe('wrong')
  })
})

test.each([
  ['redis', 'right', 'typed'],
  ['redsi', 'near', 'typed'],
  ['Nginx', 'wrong', 'typed_miss'],
] as const)('%s for Redis is %s, and the log calls it %s', (given, verdict, form) => {
  expect(checkTyped(typedAnswer(reverse('Which?', 'Redis'), [])!, given, none)).toMatchObject({
    verdict,
    form,
  })
})

describe('the difference', () => {
  test('is said word by word, and letter by letter inside a word that was nearly right', () => {
    expect(diffParts('time to life', 'time to live')).toEqual([
      { kind: 'same', text: 'time to ' },
      { kind: 'same', text: 'li' },
      { kind: 'extra', text: 'f' },
      { kind: 'missing', text: 'v' },
      { kind: 'same', text: 'e' },
    ])
  })

  test('loses nothing of either', () => {
    const parts = diffParts('a queue of jobs', 'a list of open jobs')
    const text = (kinds: string[]) => parts.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text)
    expect(text(['same', 'extra']).join('')).toBe('a queue of jobs')
    expect(text(['same', 'missing']).join('')).toBe('a list of open jobs')
  })
})
