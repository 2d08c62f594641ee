import { expect, test } from 'vitest'
import { passwordFault } from '../../../shared/account/password-fault.ts'

test.each(['nine green herons', 'Tr0ub4dor&3x', 'ÆøåÆøåxy12', 'a few cold geese', 'recollect the herons'])(
  '“%s” is taken',
  (password) => {
    expect(passwordFault(password, 'Ada')).toBeNull()
  },
)

test.each([
  ['short one', 'at least 10 letters'],
  ['😀😀😀😀😀', 'at least 10 letters'],
  ['x'.repeat(257), 'at most 256'],
  ['aaaaaaaaaaab', 'anybody tries'],
  ['1234567890', 'anybody tries'],
  ['qwertyuiop', 'anybody tries'],
  ['0987654321', 'anybody tries'],
  ['Password-1234', 'anybody tries'],
  ['letmeinnow', 'anybody tries'],
  ['Lovelace-12', 'little more than the name'],
])('“%s” is refused: %s', (password, words) => {
  expect(passwordFault(password, 'Lovelace')).toContain(words)
})
