import { describe, expect, test } from 'vitest'
import {
  type KeyContext,
  createGuard,
  keyGuardMs,
  keyOf,
  reviewAction,
  singleKeyActions,
  touchGuardMs,
} from '../../../client/keys/review-keys.ts'
import { press } from '../../support/key-press.ts'

const prompt: KeyContext = {
  side: 'prompt',
  grades: [2, 3, 4, 5],
  suggested: 4,
  singleKeys: true,
  namesFlag: false,
}
const answer: KeyContext = { ...prompt, side: 'answer' }

describe('what a key means', () => {
  test.each([' ', 'Enter'])('%j shows the answer, and then takes the suggested grade', (key) => {
    expect(reviewAction(press(key), prompt)).toEqual({ kind: 'reveal' })
    expect(reviewAction(press(key), answer)).toEqual({ kind: 'grade', grade: 4 })
  })

  test.each([
    ['1', 2],
    ['2', 3],
    ['3', 4],
    ['4', 5],
  ])('%s is grade %i, on the answer side only', (key, grade) => {
    expect(reviewAction(press(key), answer)).toEqual({ kind: 'grade', grade })
    expect(reviewAction(press(key), prompt)).toBeNull()
  })

  test('with two keys, 1 is Again, 2 is Good, and there is no 3', () => {
    const two: KeyContext = { ...answer, grades: [2, 4] }
    expect(reviewAction(press('1'), two)).toEqual({ kind: 'grade', grade: 2 })
    expect(reviewAction(press('2'), two)).toEqual({ kind: 'grade', grade: 4 })
    expect(reviewAction(press('3'), two)).toBeNull()
  })

  test('Z undoes on both sides, with Ctrl or ⌘ or without', () => {
    for (const context of [prompt, answer]) {
      expect(reviewAction(press('z'), context)).toEqual({ kind: 'undo' })
      expect(reviewAction(press('Z'), context)).toEqual({ kind: 'undo' })
      expect(reviewAction(press('z', { ctrlKey: true }), context)).toEqual({ kind: 'undo' })
      expect(reviewAction(press('z', { metaKey: true }), context)).toEqual({ kind: 'undo' })
    }
  })

  test('the source opens only once the answer is shown: it would give it away', () => {
    expect(reviewAction(press('o'), prompt)).toBeNull()
    expect(reviewAction(press('o'), answer)).toEqual({ kind: 'source' })
  })

  test('Esc leaves and ? shows the keys', () => {
    expect(reviewAction(press('Escape'), prompt)).toEqual({ kind: 'leave' })
    expect(reviewAction(press('?'), answer)).toEqual({ kind: 'keys' })
  })
})

describe('what does nothing', () => {
  test.each([' ', 'Enter', '1', 'z', 'Escape'])('holding %j down', (key) => {
    expect(reviewAction(press(key, { repeat: true }), answer)).toBeNull()
  })

  test("a browser's own shortcut", () => {
    expect(reviewAction(press('1', { ctrlKey: true }), answer)).toBeNull()
    expect(reviewAction(press('o', { metaKey: true }), answer)).toBeNull()
    expect(reviewAction(press('1', { altKey: true }), answer)).toBeNull()
  })

  test('letters and digits, when single keys are off; Space and Ctrl Z still act', () => {
    const off: KeyContext = { ...answer, singleKeys: false }
    for (const key of ['1', 'z', 'o', '?']) expect(reviewAction(press(key), off)).toBeNull()
    expect(reviewAction(press(' '), off)).toEqual({ kind: 'grade', grade: 4 })
    expect(reviewAction(press('z', { ctrlKey: true }), off)).toEqual({ kind: 'undo' })
  })
})

describe('the guard after turning a card', () => {
  test('blocks the same key for a moment, and no other', () => {
    const guard = createGuard()
    guard.note(' ', 1000)
    expect(guard.blocks(' ', 1000 + keyGuardMs - 1)).toBe(true)
    expect(guard.blocks('3', 1001)).toBe(false)
    expect(guard.blocks(' ', 1000 + keyGuardMs)).toBe(false)
  })

  test('blocks a second tap a little longer', () => {
    const guard = createGuard()
    guard.note('pointer', 1000)
    expect(guard.blocks('pointer', 1000 + touchGuardMs - 1)).toBe(true)
    expect(guard.blocks('pointer', 1000 + touchGuardMs)).toBe(false)
  })
})

describe('keys of the learner’s own', () => {
  test('act in place of the old ones', () => {
    const chosen = { ...answer, chosen: { grade1: 'j', flag: 'p' } }
    expect(reviewAction(press('j'), chosen)).toEqual({ kind: 'grade', grade: 2 })
    expect(reviewAction(press('1'), chosen)).toBeNull()
    expect(reviewAction(press('p'), chosen)).toEqual({ kind: 'flag' })
    expect(reviewAction(press('f'), chosen)).toBeNull()
  })
  test('can be given to every action and to every one of six grades', () => {
    const six: KeyContext = { ...answer, grades: [0, 1, 2, 3, 4, 5] }
    const names = [...Object.keys(singleKeyActions), ...six.grades.map((_, i) => `grade${i + 1}`)]
    for (const name of names) {
      const context = { ...(name === 'type' ? { ...six, side: 'prompt' as const } : six) }
      const before = reviewAction(press(keyOf(name)), context)
      expect(before, name).not.toBeNull()
      const chosen = { [name]: '¤' }
      expect(reviewAction(press('¤'), { ...context, chosen }), name).toEqual(before)
      expect(reviewAction(press(keyOf(name)), { ...context, chosen }), name).toBeNull()
      expect(reviewAction(press(keyOf(name)), { ...context, singleKeys: false }), name).toBeNull()
    }
  })
  test('may be a digit that no grade on offer has', () => {
    const chosen = { flag: '5' }
    expect(reviewAction(press('5'), { ...answer, chosen })).toEqual({ kind: 'flag' })
  })
})

describe('a moment after a card was flagged', () => {
  const flagged: KeyContext = { ...answer, namesFlag: true }
  test('a digit says why, before it is a grade', () => {
    expect(reviewAction(press('1'), flagged)).toEqual({ kind: 'reason', number: 1 })
    expect(reviewAction(press('5'), flagged)).toEqual({ kind: 'reason', number: 5 })
    expect(reviewAction(press('1'), answer)).toEqual({ kind: 'grade', grade: 2 })
  })
  test('the reasons have keys of the learner’s own, too', () => {
    const chosen = { 'flag.reason1': 'w' }
    expect(reviewAction(press('w'), { ...flagged, chosen })).toEqual({ kind: 'reason', number: 1 })
    expect(reviewAction(press('1'), { ...flagged, chosen })).toEqual({ kind: 'grade', grade: 2 })
  })
  test('holding a key, a shortcut of the browser, and single keys that are off name nothing', () => {
    expect(reviewAction(press('1', { repeat: true }), flagged)).toBeNull()
    expect(reviewAction(press('1', { ctrlKey: true }), flagged)).toBeNull()
    expect(reviewAction(press('1'), { ...flagged, singleKeys: false })).toBeNull()
  })
})

test('redo is Y, Ctrl Y or Ctrl Shift Z', () => {
  for (const one of [
    press('y'),
    press('y', { ctrlKey: true }),
    press('Z', { ctrlKey: true, shiftKey: true }),
  ])
    expect(reviewAction(one, prompt)).toEqual({ kind: 'redo' })
})

test.each([
  ['f', 'flag'],
  ['-', 'bury'],
  ['@', 'suspend'],
  ['e', 'edit'],
  ['i', 'info'],
  ['m', 'more'],
])('%s means %s on both sides', (key, kind) => {
  for (const context of [prompt, answer]) expect(reviewAction(press(key), context)).toEqual({ kind })
})
