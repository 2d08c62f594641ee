import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupEveryMs, keepBackups, mostKept } from '../../../shared/upkeep/keep-backups.ts'

const dayMs = 86_400_000
const now = Date.UTC(2026, 10, 30, 12)
const most = Object.values(mostKept).reduce((sum, count) => sum + count, 0)
const aBackup = (at: number, bytes = 1) => ({ at, bytes })

/** Backups of the last three years, and some of a clock that ran ahead. */
const someBackups = fc.array(
  fc
    .record({
      ago: fc.oneof(
        fc.integer({ min: -400 * dayMs, max: 3 * 365 * dayMs }),
        fc.integer({ min: 0, max: 3 * dayMs }),
      ),
      bytes: fc.integer({ min: 1, max: 1000 }),
    })
    .map(({ ago, bytes }) => aBackup(now - ago, bytes)),
  { maxLength: 300 },
)

test('the newest backup always stays, and never more than the stated number do', () => {
  fc.assert(
    fc.property(someBackups, fc.integer({ min: 0, max: 50_000 }), (backups, room) => {
      for (const kept of [keepBackups(backups, now), keepBackups(backups, now, room)]) {
        expect(kept.length).toBeLessThanOrEqual(most)
        if (backups.length > 0) expect(kept[0]?.at).toBe(Math.max(...backups.map(({ at }) => at)))
      }
    }),
  )
})

test('thinning twice is thinning once', () => {
  fc.assert(
    fc.property(someBackups, fc.integer({ min: 0, max: 50_000 }), (backups, room) => {
      const kept = keepBackups(backups, now, room)
      expect(keepBackups(kept, now, room)).toEqual(kept)
    }),
  )
})

test('all together take no more than the room, unless one alone does', () => {
  fc.assert(
    fc.property(someBackups, fc.integer({ min: 0, max: 50_000 }), (backups, room) => {
      const kept = keepBackups(backups, now, room)
      if (kept.length > 1) expect(kept.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(room)
    }),
  )
})

test('a year of backups every half hour becomes two days of them, then days, weeks and months', () => {
  let kept: { at: number; bytes: number }[] = []
  // Kept half-hourly only at the end, because the law is about what is left.
  for (let at = now - 400 * dayMs; at <= now; at += at < now - 3 * dayMs ? 6 * 3_600_000 : backupEveryMs)
    kept = keepBackups([...kept, aBackup(at)], at)
  const ages = kept.map(({ at }) => (now - at) / dayMs)
  expect(ages.filter((age) => age < 2)).toHaveLength(96)
  const gaps = ages.slice(1).map((age, place) => age - (ages[place] ?? 0))
  expect(gaps.slice(98, 107).every((gap) => gap > 0.9 && gap < 1.1)).toBe(true)
  expect(ages.filter((age) => age > 14 && age < 90).length).toBeGreaterThanOrEqual(10)
  expect(ages.at(-1)).toBeGreaterThan(330)
})

test('where room is short, old half hours go before days, and months last', () => {
  const backups = [0, 0.1, 1, 5, 6, 60, 200].map((days) => aBackup(now - days * dayMs, 10))
  const left = (room: number) => keepBackups(backups, now, room).map(({ at }) => (now - at) / dayMs)
  expect(left(70)).toHaveLength(7)
  expect(left(60)).not.toContain(1)
  expect(left(50).filter((age) => age < 2)).toEqual([0])
  expect(left(5)).toEqual([0])
})
