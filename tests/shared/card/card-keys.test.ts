import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLibrary } from '../../../shared/card/read-library.ts'

const folders = {
  notes: join(import.meta.dirname, '../../fixtures/notes'),
  learnings: join(import.meta.dirname, '../../../learnings'),
}
/** What each note's cards were named on 2026-11-30: "card key, fact key, beginning of the question". Never made anew. */
const named = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/keys.json'), 'utf8'),
) as Record<string, string[]>

/**
 * Notes whose every question has been worded anew since. A table that compares two things asks how they differ; a row is
 * named with its kind.
 */
const askAnew: ReadonlySet<string> = new Set(['notes/comparison-table.md', 'notes/tab-table.md'])

const beginning = (front: string) => front.slice(0, 60)

test.each(Object.entries(named))('%s: a question that is still asked keeps its keys', (place, cards) => {
  const [folder = '', file = ''] = place.split('/')
  const text = readFileSync(join(folders[folder as keyof typeof folders], file), 'utf8')
  const now = readLibrary([{ path: file, text }]).cards
  const asked = new Set(now.map(({ front }) => beginning(front)))
  const expected = cards.filter((card) => asked.has(card.split(' ').slice(2).join(' ')))
  const given = new Set(now.map(({ key, factKey, front }) => `${key} ${factKey} ${beginning(front)}`))
  expect(expected.filter((card) => !given.has(card))).toEqual([])
  expect(expected.length > 0 || cards.length === 0 || askAnew.has(place)).toBe(true)
})
