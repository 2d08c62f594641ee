import { expect, test } from 'vitest'
import {
  type Calibration,
  addCalibration,
  binName,
  binWords,
  calibrate,
  calibrationEdges,
  calibrationLine,
  calibrationSentence,
  calibrationVerdict,
  noCalibration,
  totalCalibration,
} from '../../../shared/insight/calibration.ts'
import { aReading, tallied } from './a-reading.ts'

const held = (recall: number) => ({ before: { intervalDays: 6, recall } })

test.each([
  [0, '0–30 %'],
  [0.2999, '0–30 %'],
  [0.3, '30–50 %'],
  [0.85, '85–90 %'],
  [0.8999, '85–90 %'],
  [0.9, '90–93 %'],
  [0.96, '96–100 %'],
  [1, '96–100 %'],
])('a prediction of %d stands in the bin %s', (recall, name) => {
  const filled = calibrate([aReading(held(recall))]).filter(({ answers }) => answers > 0)
  expect(filled.map(binName)).toEqual([name])
  expect(filled).toMatchObject([{ answers: 1, expected: recall, recalled: 1 }])
})

test('only the first answer of a day on a card met before is held against its prediction', () => {
  const bins = calibrate([
    aReading(),
    aReading({ role: 'same_day', grade: 2 }),
    aReading({ role: 'new', before: null }),
  ])
  expect(bins).toHaveLength(calibrationEdges.length - 1)
  expect(totalCalibration(bins)).toEqual({ answers: 1, expected: 0.9, recalled: 1 })
})

test('those of concepts add up to that of their topic', () => {
  const [a, b] = [tallied(8, 10, held(0.7)), tallied(4, 5, held(0.95))]
  const apart = addCalibration(totalCalibration(calibrate(a)), totalCalibration(calibrate(b)))
  const together = totalCalibration(calibrate([...a, ...b]))
  expect(together.expected).toBeCloseTo(apart.expected, 10)
  expect({ ...together, expected: 0 }).toEqual({ ...apart, expected: 0 })
  expect(addCalibration(apart, noCalibration)).toEqual(apart)
})

test.each<[string, Calibration]>([
  ['no answer yet to hold the prediction against', noCalibration],
  ['predicted 90 % · actual 1 of 1 (21–100 %)', { answers: 1, expected: 0.9, recalled: 1 }],
  ['predicted 82 % · actual 27 of 33 (66–91 %)', { answers: 33, expected: 27.06, recalled: 27 }],
  ['predicted 90 % · actual 1,204 of 1,391 (85–88 %)', { answers: 1391, expected: 1252, recalled: 1204 }],
])('beside a mastery number stands: %s', (line, calibration) => {
  expect(calibrationLine(calibration)).toBe(line)
})

test.each<[ReturnType<typeof calibrationVerdict>, number, number, number]>([
  ['untold', 0, 0, 0],
  ['holds', 33, 0.82, 27],
  ['holds', 5, 0.6, 5],
  ['better', 200, 0.8, 190],
  ['worse', 200, 0.9, 150],
])('%s: %d answers, predicted %d, recalled %d', (verdict, answers, predicted, recalled) => {
  expect(calibrationVerdict({ answers, expected: answers * predicted, recalled })).toBe(verdict)
})

test.each([
  [[], 'Needs about 50 more reviews.'],
  [tallied(8, 9), 'Predicted 90 % · actual 8 of 9 (57–98 %). Needs about 40 more reviews.'],
  [tallied(46, 50), 'Predicted 90 % · actual 46 of 50 (81–97 %). The predictions hold.'],
  [
    tallied(99, 100, held(0.8)),
    'Predicted 80 % · actual 99 of 100 (95–100 %). You recall more than predicted: cards come earlier than they would have to.',
  ],
  [
    tallied(50, 100),
    'Predicted 90 % · actual 50 of 100 (40–60 %). You recall less than predicted: fitting to your answers, in Settings, may mend that.',
  ],
])('the chart says: %#', (readings, sentence) => {
  expect(calibrationSentence(calibrate(readings))).toBe(sentence)
})

test('a bin says its count and range beside its share', () => {
  const bin = calibrate(tallied(27, 33, held(0.88))).find(({ answers }) => answers > 0)
  if (bin === undefined) throw new Error('no bin')
  expect(binWords(bin)).toBe('Where 85–90 % was predicted: 27 of 33 (66–91 %)')
})
