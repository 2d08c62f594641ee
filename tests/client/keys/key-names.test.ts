import { beforeEach, describe, expect, test } from 'vitest'
import { namesOf } from '../../../client/keys/key-names.ts'
import { actionOf } from '../../../client/keys/keys.ts'
import { type KeyContext, reviewAction } from '../../../client/keys/review-keys.ts'
import { press } from '../../support/key-press.ts'

const four: KeyContext = {
  side: 'answer',
  grades: [2, 3, 4, 5],
  suggested: 4,
  singleKeys: true,
  namesFlag: false,
}
const six: KeyContext = { ...four, grades: [0, 1, 2, 3, 4, 5] }
const at = (key: string, code: string, more = {}) => press(key, { code, shiftKey: false, ...more })
const altGr = { getModifierState: (name: string) => name === 'AltGraph' }

// What a press before this one says of the layout is no part of these.
beforeEach(() => void namesOf({ key: 'a', code: 'KeyA' }))

const digitRows = {
  'AZERTY (France)': ['&', 'é', '"', "'", '(', '-'],
  'AZERTY (Belgium)': ['&', 'é', '"', "'", '(', '§'],
  Bépo: ['"', '«', '»', '(', ')', '@'],
  'QWERTZ (Czechia)': ['+', 'ě', 'š', 'č', 'ř', 'ž'],
  Lithuanian: ['ą', 'č', 'ę', 'ė', 'į', 'š'],
  'Thai (Kedmanee)': ['ๅ', '/', '-', 'ภ', 'ถ', 'ุ'],
  Vietnamese: ['ă', 'â', 'ê', 'ô', 'Dead', 'Dead'],
  'Programmer Dvorak': ['&', '[', '{', '}', '(', '='],
  Persian: ['۱', '۲', '۳', '۴', '۵', '۶'],
  Arabic: ['١', '٢', '٣', '٤', '٥', '٦'],
  Devanagari: ['१', '२', '३', '४', '५', '६'],
  QWERTY: ['1', '2', '3', '4', '5', '6'],
}

describe.each(Object.entries(digitRows))('the digit row of %s', (_, row) => {
  test('grades without Shift', () => {
    row.forEach((key, i) =>
      expect(reviewAction(at(key, `Digit${i + 1}`), six)).toEqual({ kind: 'grade', grade: i }),
    )
  })
  test('only waits before the card is turned, whatever sign it writes', () => {
    row.forEach((key, i) =>
      expect(reviewAction(at(key, `Digit${i + 1}`), { ...six, side: 'prompt' })).toBeNull(),
    )
  })
  test('opens what has a digit on other pages', () => {
    expect(actionOf('today', at(row[1] ?? '', 'Digit2'), true, {})).toBe('suggestion2')
    expect(actionOf('quiz', at(row[2] ?? '', 'Digit3'), true, {})).toBe('option3')
  })
})

test.each([
  ['Arabic', '٣'],
  ['Persian', '۳'],
  ['Devanagari', '३'],
])('a digit counts wherever it is typed: %s', (_, key) => {
  expect(reviewAction(at(key, 'Numpad3'), four)).toEqual({ kind: 'grade', grade: 4 })
})

describe('a sign of the digit row', () => {
  test('is what it writes where its digit means nothing', () => {
    expect(reviewAction(at('-', 'Digit6'), four)).toEqual({ kind: 'bury' })
    expect(actionOf('cards', at('-', 'Digit6'), true, {})).toBe('bury')
    expect(actionOf('import', at('[', 'Digit2'), true, {})).toBe('previous')
  })
  test('is what it writes with Shift or AltGr, though AltGr counts as Ctrl with Alt on some systems', () => {
    expect(reviewAction(at('@', 'Digit2', { shiftKey: true }), four)).toEqual({ kind: 'suspend' })
    // A screen keyboard holds nothing down.
    expect(reviewAction(at('@', 'Digit2'), four)).toEqual({ kind: 'suspend' })
    for (const held of [{}, { ctrlKey: true, altKey: true }]) {
      expect(reviewAction(at('@', 'Digit0', { ...altGr, ...held }), four)).toEqual({ kind: 'suspend' })
      expect(actionOf('cards', at('@', 'KeyQ', { ...altGr, ...held }), true, {})).toBe('suspend')
    }
  })
})

const letters = {
  Russian: { Z: 'я', E: 'у', F: 'а', K: 'л', G: 'п', Y: 'н' },
  Ukrainian: { Z: 'я', E: 'у', F: 'а', K: 'л', G: 'п', Y: 'н' },
  Bulgarian: { Z: 'ю', E: 'е', F: 'о', K: 'в', G: 'г', Y: 'ъ' },
  Greek: { Z: 'ζ', E: 'ε', F: 'φ', K: 'κ', G: 'γ', Y: 'υ' },
  Hebrew: { Z: 'ז', E: 'ק', F: 'כ', K: 'ל', G: 'ע', Y: 'ט' },
  Arabic: { Z: 'ئ', E: 'ث', F: 'ب', K: 'ن', G: 'ل', Y: 'غ' },
  Korean: { Z: 'ㅋ', E: 'ㄷ', F: 'ㄹ', K: 'ㅏ', G: 'ㅎ', Y: 'ㅛ' },
  Devanagari: { Z: 'ॆ', E: 'ा', F: 'ि', K: 'क', G: 'ु', Y: 'ब' },
  Urdu: { Z: 'ز', E: 'ع', F: 'ف', K: 'ک', G: 'گ', Y: 'ے' },
  Kana: { Z: 'つ', E: 'い', F: 'は', K: 'の', G: 'き', Y: 'ん' },
}

describe.each(Object.entries(letters))('a letter that is %s', (_, { Z, E, F, K, G, Y }) => {
  test('is the key in its place', () => {
    expect(reviewAction(at(Z, 'KeyZ'), four)).toEqual({ kind: 'undo' })
    expect(reviewAction(at(E, 'KeyE'), four)).toEqual({ kind: 'edit' })
    expect(reviewAction(at(F, 'KeyF'), four)).toEqual({ kind: 'flag' })
    expect(actionOf('everywhere', at(G, 'KeyG'), true, {})).toBe('go')
    expect(namesOf(at(K, 'KeyK'))).toContain('k')
  })
  test('undoes and redoes with Ctrl and ⌘', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      expect(reviewAction(at(Z, 'KeyZ', held), four)).toEqual({ kind: 'undo' })
      expect(reviewAction(at(Z, 'KeyZ', { ...held, shiftKey: true }), four)).toEqual({ kind: 'redo' })
      expect(reviewAction(at(Y, 'KeyY', held), four)).toEqual({ kind: 'redo' })
    }
  })
})

test.each([
  ['import', 'next', 'ъ', 'BracketRight'],
  ['import', 'previous', 'х', 'BracketLeft'],
  ['everywhere', 'search', 'ظ', 'Slash'],
] as const)('a sign of %s, for %s, is the key in its place as well', (place, action, key, code) => {
  expect(actionOf(place, at(key, code), true, {})).toBe(action)
})

test('the question mark of Arabic, Persian and Urdu shows the keys', () => {
  namesOf({ key: 'ش', code: 'KeyA' })
  expect(reviewAction(at('؟', 'Slash', { shiftKey: true }), four)).toEqual({ kind: 'keys' })
})

describe('a sign where Latin keyboards have a letter', () => {
  test('is that letter beside letters that are not Latin', () => {
    for (const [letter, sign] of [
      ['γ', ';'],
      ['ע', '/'],
      ['г', ','],
    ] as const) {
      actionOf('everywhere', at(letter, 'KeyG'), true, {})
      expect(actionOf('go', at(sign, 'KeyQ'), true, {})).toBe('quiz')
    }
  })
  test('stays that sign on Dvorak, whose letters act by what they say', () => {
    expect(reviewAction(at(';', 'KeyZ'), four)).toBeNull()
    expect(reviewAction(at(';', 'KeyZ', { ctrlKey: true }), four)).toBeNull()
    expect(reviewAction(at('.', 'KeyE'), four)).toBeNull()
    expect(reviewAction(at('z', 'Slash', { ctrlKey: true }), four)).toEqual({ kind: 'undo' })
    expect(reviewAction(at('e', 'KeyD'), four)).toEqual({ kind: 'edit' })
    expect(reviewAction(at('-', 'Quote'), four)).toEqual({ kind: 'bury' })
  })
})

test('a Latin letter is what it says, wherever it stands', () => {
  expect(reviewAction(at('z', 'KeyY'), four)).toEqual({ kind: 'undo' })
  expect(reviewAction(at('w', 'KeyZ'), four)).toBeNull()
  expect(reviewAction(at('z', 'KeyW'), four)).toEqual({ kind: 'undo' })
  expect(reviewAction(at('é', 'KeyW'), four)).toBeNull()
  expect(reviewAction(at('İ', 'KeyS', { shiftKey: true }), four)).toBeNull()
})

test('a key that was chosen by its own letter keeps it before the one in its place', () => {
  expect(actionOf('cards', at('я', 'KeyZ'), true, { 'cards.edit': 'я' })).toBe('edit')
})
