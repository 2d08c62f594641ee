import { describe, expect, test } from 'vitest'
import { checkTyped, diffParts } from '../../client/cards/check-typed.ts'
import { plainText } from '../../client/cards/plain-text.ts'
import { canType, expectedOf } from '../../client/cards/typed-card.ts'

const none: ReadonlySet<string> = new Set()
const check = (answerHtml: string, given: string, others = none) =>
  checkTyped(expectedOf({ answerHtml }, []), given, others).verdict

describe('a typed answer', () => {
  test.each([
    ['<p>Redis</p>', ' redis. '],
    ['<p>Time to Live (TTL)</p>', 'ttl'],
    ['<p>Time to Live (TTL)</p>', 'time to live'],
    ['<p><code>select_related</code></p>', 'select_related'],
    ['<p>Don&#39;t repeat yourself</p>', 'don’t repeat yourself'],
  ])('%s is answered by %j', (answer, given) => expect(check(answer, given)).toBe('right'))

  test.each([
    ['<p>MVT</p>', 'MVC'],
    ['<p>POST</p>', 'PUT'],
    ['<p>401</p>', '404'],
    ['<p>Redis</p>', 'Nginx'],
    ['<p><code>select_related</code></p>', 'Select_Related'],
  ])('%s is not answered by %j', (answer, given) => expect(check(answer, given)).toBe('wrong'))

  test('with a slip is right, and shows the slip', () => {
    expect(check('<p>Redis</p>', 'redsi')).toBe('near')
    expect(check('<p>Nginx</p>', 'Nginy', new Set(['nginy']))).toBe('wrong')
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

test('only short names, gaps and code are offered to be typed', () => {
  const offered = (kind: string, answerHtml: string) => canType({ kind, answerHtml })
  expect(offered('cloze', '<p>an in-memory store</p>')).toBe(true)
  expect(offered('basic', '<p>Redis</p>')).toBe(true)
  expect(offered('basic', '<p><code>git push</code></p>')).toBe(true)
  expect(offered('basic', '<p>Rapid development and a clean design</p>')).toBe(false)
  expect(offered('list_recall', '<ul><li>a</li></ul>')).toBe(false)
})

test('the text of an answer is read back from its HTML', () => {
  expect(plainText('<p>a &lt;b&gt; &amp; <code>c</code></p>\n')).toBe('a <b> & `c`')
})
