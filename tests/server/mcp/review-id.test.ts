import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedAtOf, reviewIdOf } from '../../../server/mcp/review-id.ts'
import type { EpochMs } from '../../../shared/basics/time.ts'

const aMoment = fc.integer({ min: 946_684_800_000, max: 4_102_444_800_000 }).map((at) => at as EpochMs)
const aCard = fc.uuid()

test('the id of an answer is a UUID of version 7 that says when the card was asked', () => {
  fc.assert(
    fc.property(aCard, aMoment, (card, at) => {
      const id = reviewIdOf(card, at)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(askedAtOf(id, card)).toBe(at)
    }),
  )
})

test('it belongs to one card and one asking: to another card it says nothing, nor when a digit is another', () => {
  fc.assert(
    fc.property(aCard, aCard, aMoment, fc.nat(35), (card, other, at, place) => {
      fc.pre(card !== other)
      const id = reviewIdOf(card, at)
      expect(askedAtOf(id, other)).toBeNull()
      const digit = id.charAt(place) === '0' ? '1' : '0'
      if (id.charAt(place) === '-') return
      expect(askedAtOf(id.slice(0, place) + digit + id.slice(place + 1), card)).toBeNull()
    }),
  )
})
