import { expect, test } from 'vitest'
import { plainDigits } from '../../../shared/basics/plain-digits.ts'

test.each([
  ['Arabic', '٠١٢٣٤٥٦٧٨٩'],
  ['Persian', '۰۱۲۳۴۵۶۷۸۹'],
  ['Devanagari', '०१२३४५६७८९'],
  ['Bengali', '০১২৩৪৫৬৭৮৯'],
  ['Thai', '๐๑๒๓๔๕๖๗๘๙'],
  ['full width', '０１２３４５６７８９'],
  ['mathematical bold, beside those of other faces', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
])('the digits of every script are 0 to 9: %s', (_, digits) => {
  expect(plainDigits(digits)).toBe('0123456789')
})

test.each(['B 52', '10⁶', '½', 'Ⅳ', '五', 'é'])('what is no decimal digit stays: %s', (text) => {
  expect(plainDigits(text)).toBe(text)
})
