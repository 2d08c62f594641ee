import { describe, expect, test } from 'vitest'
import { singleKeyActions } from '../../client/cards/review-keys.ts'
import {
  type KeyPlace,
  actionIn,
  actionsOf,
  holderOf,
  keyIn,
  keyRegistry,
  storedKeyName,
} from '../../client/state/keys.ts'

const places = Object.keys(keyRegistry) as KeyPlace[]

describe('the keys of the app', () => {
  test('no key does two things in one place', () => {
    for (const place of places) {
      const keys = Object.values(actionsOf(place)).map(({ key }) => key)
      expect(new Set(keys).size, place).toBe(keys.length)
    }
  })
  test('what holds everywhere is free in every place but the review', () => {
    const everywhere = new Set(Object.values(actionsOf('everywhere')).map(({ key }) => key))
    for (const place of places.filter((one) => !['everywhere', 'review'].includes(one)))
      for (const { key, says } of Object.values(actionsOf(place)))
        expect(everywhere.has(key), says).toBe(false)
  })
  test('every single key of a review is in the registry, under the name it is kept by', () => {
    for (const [action, key] of Object.entries(singleKeyActions)) {
      expect(actionsOf('review')[action]?.key).toBe(key)
      expect(storedKeyName('review', action)).toBe(action)
    }
  })
  test('a chosen key acts, and the one it came with does not', () => {
    const chosen = { 'cards.edit': 'q' }
    expect(actionIn('cards', 'Q', chosen)).toBe('edit')
    expect(actionIn('cards', 'e', chosen)).toBeNull()
    expect(keyIn('cards', 'edit', {})).toBe('e')
  })
  test('a key that is taken has a holder, here or everywhere', () => {
    expect(holderOf('cards', 'edit', 'x', {})).toBe('Select the card, or not')
    expect(holderOf('cards', 'edit', '/', {})).toContain('search field')
    expect(holderOf('everywhere', 'search', 'j', {})).toBe('The next card')
    expect(holderOf('review', 'edit', 'j', {})).toBeNull()
    expect(holderOf('cards', 'edit', 'e', {})).toBeNull()
  })
})
