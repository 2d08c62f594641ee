import { describe, expect, test } from 'vitest'
import { keyOf, singleKeyActions } from '../../../client/keys/review-keys.ts'
import { keyPlaces } from '../../../client/keys/key-places.ts'
import {
  type KeyPlace,
  actionIn,
  actionOf,
  actionsOf,
  capOf,
  everyPlace,
  holderOf,
  keyIn,
  storedKeyName,
} from '../../../client/keys/keys.ts'
import { flagReasons } from '../../../shared/card/card-flags.ts'
import { press } from '../../support/key-press.ts'

const everyAction = everyPlace.flatMap((place) =>
  Object.entries(actionsOf(place)).map(([action, { key, repeats }]) => ({ place, action, key, repeats })),
)
const free = '¤'

describe('the keys of the app', () => {
  test.each(everyPlace)('no key does two things in one place: %s', (place) => {
    const keys = Object.values(actionsOf(place)).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
  test('every one is one small letter, digit or sign', () => {
    for (const { key } of everyAction) expect([...key.trim().toLowerCase()]).toEqual([key])
  })
  test('no place has a key that holds everywhere, but a sitting and the second of two keys', () => {
    const apart: KeyPlace[] = ['everywhere', 'go', 'review', 'flag', 'quiz', 'pairs']
    for (const place of everyPlace.filter((one) => !apart.includes(one)))
      for (const [action, { key }] of Object.entries(actionsOf(place)))
        expect(holderOf(place, action, key, {})).toBeNull()
  })
  test('every place is described, and says what each of its actions does', () => {
    expect(Object.keys(keyPlaces).sort()).toEqual([...everyPlace].sort())
    for (const place of everyPlace) {
      const words = Object.values(actionsOf(place)).map(({ says }) => says)
      expect(new Set(words).size, place).toBe(words.length)
      expect(words, place).not.toContain('')
    }
  })
})

describe.each(everyAction)('$action ($place)', ({ place, action, key, repeats }) => {
  const chosen = { [storedKeyName(place, action)]: free }
  test('acts under its key, and under another once that is chosen', () => {
    expect(actionOf(place, press(key), true, {})).toBe(action)
    expect(actionOf(place, press(key.toUpperCase()), true, {})).toBe(action)
    expect(actionOf(place, press(free), true, chosen)).toBe(action)
    expect(actionOf(place, press(key), true, chosen)).toBeNull()
    expect(holderOf(place, action, free, {})).toBeNull()
  })
  test('does nothing while single keys are off, or another key is held with it', () => {
    expect(actionOf(place, press(key), false, {})).toBeNull()
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect(actionOf(place, press(key, { [held]: true }), true, {})).toBeNull()
  })
  test('goes on under a key that is held down only where it says so', () => {
    expect(actionOf(place, press(key, { repeat: true }), true, {})).toBe(repeats === true ? action : null)
  })
})

describe('the keys of a review', () => {
  test('are kept by the names they always had', () => {
    for (const action of ['grade1', 'grade6', ...Object.keys(singleKeyActions)])
      expect(storedKeyName('review', action)).toBe(action)
    expect(storedKeyName('cards', 'next')).toBe('cards.next')
  })
  test('are the ones that the review itself reads, without the words', () => {
    for (const [action, { key }] of Object.entries(actionsOf('review'))) expect(keyOf(action)).toBe(key)
    for (const action of Object.keys(singleKeyActions)) expect(actionsOf('review')).toHaveProperty(action)
    flagReasons.forEach((reason, i) => {
      const action = `reason${i + 1}`
      expect(actionsOf('flag')[action]?.key).toBe(keyOf(storedKeyName('flag', action)))
      expect(actionsOf('flag')[action]?.says).toContain(reason.replace('_', ' '))
    })
  })
})

describe('a key of the learner’s own', () => {
  test('acts whatever its case, and the one it came with does not', () => {
    const chosen = { 'cards.edit': 'q' }
    expect(actionIn('cards', 'Q', chosen)).toBe('edit')
    expect(actionIn('cards', 'e', chosen)).toBeNull()
    expect(keyIn('cards', 'edit', {})).toBe('e')
  })
  test('comes before what a key came with, where a later version gave that key to another action', () => {
    expect(actionIn('inbox', 'y', { 'inbox.undo': 'y' })).toBe('undo')
    expect(actionIn('inbox', 'k', { 'inbox.undo': 'k' })).toBe('undo')
  })
  test('is refused where another action of the place or of every place has it', () => {
    expect(holderOf('cards', 'edit', 'x', {})).toBe('Select the card, or not')
    expect(holderOf('cards', 'edit', '/', {})).toContain('search field')
    expect(holderOf('inbox', 'accept', 'G', {})).toContain('Go to a place')
    expect(holderOf('everywhere', 'search', 'j', {})).toBe('The next card')
    expect(holderOf('review', 'edit', '5', {})).toContain('fifth grade')
    expect(holderOf('cards', 'edit', 'e', {})).toBeNull()
  })
  test('may be one that holds everywhere in a review, in a quiz, and as a second key', () => {
    expect(holderOf('review', 'edit', 'j', {})).toBeNull()
    expect(holderOf('review', 'edit', 'g', {})).toBeNull()
    expect(holderOf('quiz', 'unknown', 'g', {})).toBeNull()
    expect(holderOf('go', 'quiz', 'g', {})).toBeNull()
    expect(holderOf('flag', 'reason1', 'f', {})).toBeNull()
    expect(holderOf('everywhere', 'search', 't', {})).toBeNull()
  })
  test('is written as a capital on its cap, where there is one', () => {
    expect(['j', '?', 'ß'].map(capOf)).toEqual(['J', '?', 'ß'])
  })
})
