import { expect, test } from 'vitest'
import { parseLog } from './bench/read-review-log.ts'

const head = 'card_id,review_time,rating'
const noon = Date.UTC(2025, 2, 3, 12)
const day = 86_400_000
const read = (...lines: readonly string[]) => parseLog(lines.join('\n'), 'log.csv')

test('a log is read into histories, in order of time, whatever the order of its lines', () => {
  const histories = read(head, `b,${noon},4`, `a,${noon + day},1`, `a,${noon},3`)
  expect(histories.map((history) => history.map(({ grade }) => grade))).toEqual([[5], [4, 2]])
})

test('the names and extra columns of Anki’s export are understood', () => {
  const [history] = read(
    'card_id,review_time,review_rating,review_state,review_duration',
    `1,${noon},2,0,4000`,
    `1,${noon + 60_000},3,0,1000`,
  )
  expect(history).toMatchObject([{ grade: 3, durationMs: 5000 }])
})

test('the study day is that of the line’s own zone', () => {
  // One o’clock at night in Sydney belongs to the evening before; in UTC these are two days.
  const [evening, night] = [Date.UTC(2025, 5, 3, 10), Date.UTC(2025, 5, 3, 15)]
  const days = (zone: string) =>
    read(`${head},zone`, `1,${evening},3,${zone}`, `1,${night},3,${zone}`)[0]?.length
  expect(days('Australia/Sydney')).toBe(1)
  expect(parseLog(`${head},zone\r\n1,${evening},3,\r\n1,${evening + day},3,\r\n`, 'log.csv')[0]).toHaveLength(
    2,
  )
})

test.each([
  [
    'wrong columns',
    ['card,time,grade', '1,2,3'],
    'log.csv is no review log: its first line lacks card_id, review_time, rating',
  ],
  ['an empty file', [''], 'log.csv is no review log'],
  ['no rows', [head, ''], 'There are no reviews in log.csv'],
  [
    'a rating of five',
    [head, `1,${noon},5`],
    'The rating in line 2 of log.csv is “5”, not a whole number from 1 to 4.',
  ],
  ['an empty rating', [head, `1,${noon},`], 'The rating in line 2 of log.csv is “”'],
  [
    'a time in words',
    [head, `1,${noon},3`, '1,monday,3'],
    'The review_time in line 3 of log.csv is “monday”',
  ],
  ['a time in seconds', [head, '1,1700000000,3'], 'The review_time in line 2 of log.csv is “1700000000”'],
  ['no card', [head, `,${noon},3`], 'The card_id in line 2 of log.csv is empty.'],
  ['no such zone', [`${head},zone`, `1,${noon},3,Mars/Base`], 'The zone in line 2 of log.csv is “Mars/Base”'],
])('%s gets one clear sentence', (_, lines, sentence) => {
  expect(() => read(...lines)).toThrow(sentence)
})
