import { describe, expect, test } from 'vitest'
import { areOfOneKind, askedKind, saidKind } from '../../../shared/quiz/asked-kind.ts'

describe('the kind of thing that a question asks for', () => {
  test.each([
    ['What is the term for “rule that a heir must be a son”?', 'rule'],
    ['In Roman law, what is the term for “right to use the field of another”?', 'right'],
    ['Which command shows the open files?', 'command'],
    ['Which kings of Mercia were crowned twice?', 'king'],
    ['What is the process by which plants make sugar?', 'process'],
    ['What is the capital of Norway?', 'capital'],
    ['___ is a gland that regulates metabolism.', 'gland'],
  ])('%s: a %s', (front, noun) => {
    expect(askedKind(front)?.noun).toBe(noun)
  })

  test.each(['What is Mercia?', 'Sealing closes an ___ before it leaves.', 'Why do cells divide?'])(
    '%s does not say',
    (front) => {
      expect(askedKind(front)).toBeNull()
    },
  )
})

describe('the kind of thing that a description gives', () => {
  test.each([
    ['rule that each heir inherits alike', 'rule'],
    ['bag of strong cloth kept for letters', 'bag'],
    ['Unique value sent with each order so that repeats are seen', 'value'],
    ['A short note written by hand on the margin', 'note'],
    ['kind of request that reads', 'request'],
    ['tones held while others move', 'tone'],
    ['measurement of a parcel before its price is set', 'measurement'],
    ['building up large molecules from smaller ones', 'building'],
  ])('%s: a %s', (text, noun) => {
    expect(saidKind(text)?.noun).toBe(noun)
  })

  test.each([
    'Absorbs water from food',
    'Patients believe that the pill works',
    'The king appoints each bishop',
    'To save time',
  ])('%s tells a deed, and no kind', (text) => {
    expect(saidKind(text)).toBeNull()
  })
})

test.each([
  ['rule that heirs share alike', 'principle that the eldest inherits', true],
  ['switch of all traffic to the other bank', 'return to an earlier treaty', true],
  ['switch in the wall that turns on light', 'lamp with a shade', true],
  ['switch in the wall that turns on light', 'return to an earlier treaty', false],
  ['rule that heirs share alike', 'person who inherits', false],
  ['list of the debts of a house', 'message to a creditor', false],
  ['enzyme that splits starch', 'organ that absorbs water', false],
  ['spit of sand before a bay', 'spit that joins two headlands', true],
  ['spit of sand before a bay', 'gorge with steep sides', false],
])('“%s” and “%s” could stand for each other: %s', (one, other, isSo) => {
  expect(areOfOneKind(saidKind(one), saidKind(other))).toBe(isSo)
})
