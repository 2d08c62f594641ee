import { describe, expect, test } from 'vitest'
import type { CardView } from '../../../../shared/api/cards.ts'
import type { Day } from '../../../../shared/basics/time.ts'
import { inEnglish } from '../../../../shared/card/side-languages.ts'
import { newCardState } from '../../../../shared/schedule/schedule.ts'
import { pointsOf } from '../../../../client/charts/simulated-points.ts'
import { cellsOf, scheduleWords, standingOf } from '../../../../client/words/cards-words.ts'
import { commandsOf } from '../../../../client/pages/frame/palette-entries.ts'
import {
  countSelected,
  extended,
  isSelected,
  mostPicked,
  nothingSelected,
  toggled,
} from '../../../../client/state/card-selection.ts'
import { scrollToShow, visibleRows } from '../../../../client/ui/visible-rows.ts'

const today = '2026-03-02'
const aCard: CardView = {
  id: 'a',
  kind: 'list_recall',
  status: 'ready',
  front: 'Name two `kinds`.',
  back: 'one\n two',
  languages: inEnglish,
  edited: false,
  conceptId: 'c',
  concept: 'Kinds',
  factKey: 'f',
  reasons: [],
  sources: [],
  flag: 'too_long',
  state: newCardState,
}

describe('the table of cards', () => {
  test('draws only the rows in sight and a few more, however long it is', () => {
    expect(visibleRows(0, 560, 56, 100_000)).toEqual({ from: 0, to: 18 })
    const deep = visibleRows(56 * 50_000, 560, 56, 100_000)
    expect(deep.to - deep.from).toBeLessThan(30)
    expect(visibleRows(0, 560, 56, 3)).toEqual({ from: 0, to: 3 })
    expect(visibleRows(99_999, 560, 56, 3)).toEqual({ from: 3, to: 3 })
  })
  test('scrolls only when the row is out of sight', () => {
    expect(scrollToShow(2, 0, 560, 56)).toBeNull()
    expect(scrollToShow(20, 0, 560, 56)).toBe(21 * 56 - 560)
    expect(scrollToShow(1, 560, 560, 56)).toBe(56)
  })
  test('says what a card is in plain words', () => {
    expect(cellsOf(aCard, today)).toMatchObject({
      name: 'Name two kinds.',
      standing: 'new',
      marks: ['too long'],
      due: '–',
    })
    expect(standingOf({ status: 'ready', state: { ...newCardState, suspended: true } }, today)).toBe(
      'suspended',
    )
    expect(scheduleWords(aCard, today)).toEqual(['Never asked yet.'])
  })
})

describe('a selection of cards', () => {
  test('picks, lets go, extends, and can be all that was found', () => {
    const two = extended(toggled(nothingSelected, 'a'), ['b'])
    expect([isSelected(two, 'a'), isSelected(two, 'b'), countSelected(two, 9)]).toEqual([true, true, 2])
    expect(countSelected(toggled(two, 'a'), 9)).toBe(1)
    expect(countSelected({ kind: 'all' }, 9)).toBe(9)
    expect(countSelected(toggled({ kind: 'all' }, 'a'), 9)).toBe(1)
  })
  test('never holds more than one request may name', () => {
    const many = Array.from({ length: mostPicked + 5 }, (_, i) => String(i))
    expect(countSelected(extended(nothingSelected, many), 9999)).toBe(mostPicked)
  })
})

test('the palette finds a command by any of its words', () => {
  expect(commandsOf('').length).toBeGreaterThan(10)
  expect(commandsOf('dark').map(({ name }) => name)).toEqual(['Dark theme'])
  expect(commandsOf('leech')[0]?.href).toBe('/study?state=leech')
})

test('a long simulation is drawn in means of some days, a short one day by day', () => {
  const band = { median: 2, low: 1, high: 3 }
  const day = { reviews: band, newCards: band, minutes: band, recall: band, backlog: band }
  const names = { long: String, short: String }
  const points = (count: number) => {
    const days = Array.from({ length: count }, () => day)
    return pointsOf(today as Day, days, days, 'reviews', names)
  }
  expect(points(30)).toHaveLength(30)
  expect(points(365).length).toBeLessThanOrEqual(40)
  expect(points(365)[3]).toMatchObject({ median: 2, low: 1, high: 3, now: 2 })
})
