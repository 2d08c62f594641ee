import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BackupView } from '../../../shared/api/backups.ts'
import type { QueueReply } from '../../../shared/api/queue.ts'
import type { ReviewsReply } from '../../../shared/api/reviews.ts'
import { checkBackup } from '../../../server/db/sqlite/check-backup.ts'
import { finishRestore } from '../../../server/db/sqlite/finish-restore.ts'
import { openSqliteFile } from '../../../server/db/sqlite/sqlite-driver.ts'
import { stageRestore } from '../../../server/db/sqlite/stage-restore.ts'
import { eventually } from '../../support/eventually.ts'
import { noon } from '../../support/factories.ts'
import { type Home, aHome, sums } from '../../support/notes-folder.ts'
import { type ServerProcess, startProcess } from '../../support/server-process.ts'

/** So many backups are made under load: a few in the suite, twenty before a release (BACKUPS=20). */
const backups = Number(process.env.BACKUPS ?? 4)
const writers = 4

let home: Home
let server: ServerProcess
beforeEach(async () => {
  home = await aHome({ 'sums.md': sums(60) })
  server = startProcess({ DATA_DIR: home.data, LEARNINGS_DIR: home.notes })
})
afterEach(async () => {
  server.child.kill('SIGKILL')
  await home.remove()
})

/** A device that sends one answer after the other, and notes what was sent, what was acknowledged, and how long it took. */
function aWriter(url: string, cards: readonly string[]) {
  const sent: string[] = []
  let acknowledged = 0
  const took: number[] = []
  const over = new AbortController()
  const run = async () => {
    while (!over.signal.aborted) {
      const id = uuidv7()
      sent.push(id)
      const began = performance.now()
      const response = await fetch(`${url}/api/v1/reviews`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ events: [anAnswer(id, cards[sent.length % cards.length] ?? '')] }),
      })
      const { verdicts } = (await response.json()) as ReviewsReply
      if (verdicts[0]?.verdict !== 'recorded') throw new Error(JSON.stringify(verdicts))
      took.push(performance.now() - began)
      acknowledged += 1
    }
  }
  return { sent, took, acknowledged: () => acknowledged, run, stop: () => over.abort() }
}

const anAnswer = (id: string, cardId: string) => ({
  kind: 'reviewed',
  id,
  deviceId: 'writer',
  at: noon,
  zone: 'UTC',
  studyDay: '2026-03-02',
  cardId,
  grade: 4,
  durationMs: 1000,
  via: 'review',
  effect: 'schedule',
  kindShown: 'basic',
  profile: 'sm2',
})

test('a backup under load restores, is whole, and holds of each device the first of its answers, and all that were acknowledged', async () => {
  const url = await server.url
  const asked = async () => {
    const queue = (await (await fetch(`${url}/api/v1/queue?zone=UTC`)).json()) as QueueReply
    return queue.cards.map(({ id }) => id)
  }
  await eventually(async () => (await asked()).length).toBeGreaterThan(4)
  const cards = await asked()
  const devices = Array.from({ length: writers }, () => aWriter(url, cards))
  const running = devices.map(({ run }) => run())
  const made: { file: string; held: number[]; sent: number[]; ms: number }[] = []
  for (let round = 0; round < backups; round++) {
    const held = devices.map(({ acknowledged }) => acknowledged())
    const began = performance.now()
    const response = await fetch(`${url}/api/v1/backups`, { method: 'POST' })
    const ms = performance.now() - began
    expect(response.status).toBe(201)
    const { id } = (await response.json()) as BackupView
    const file = join(home.data, 'backups', `${id}.db`)
    made.push({ file, held, sent: devices.map(({ sent }) => sent.length), ms })
  }
  for (const { stop } of devices) stop()
  await Promise.all(running)
  expect(devices.every(({ acknowledged }) => acknowledged() > 0)).toBe(true)

  for (const [round, { file, held, sent }] of made.entries()) {
    const { log } = checkBackup(file)
    const data = join(home.folder, `restored-${round}`)
    await stageRestore(file, join(data), noon)
    finishRestore(data)
    const restored = openSqliteFile(join(data, 'recollect.db'), { readonly: true })
    expect(restored.pragma('integrity_check', { simple: true })).toBe('ok')
    const ids = new Set(
      (restored.prepare('select id from events').all() as { id: string }[]).map(({ id }) => id),
    )
    restored.close()
    expect(ids.size).toBe(log.count)
    const prefixes = devices.map((device) => device.sent.findIndex((id) => !ids.has(id)))
    expect(prefixes.reduce((sum, length) => sum + length, 0)).toBe(ids.size)
    prefixes.forEach((length, device) => {
      expect(length).toBeGreaterThanOrEqual(held[device] ?? 0)
      expect(length).toBeLessThanOrEqual(sent[device] ?? 0)
    })
  }
  if (process.env.BACKUPS !== undefined)
    tell(
      made.map(({ ms }) => ms),
      devices.flatMap(({ took }) => took),
    )
})

/** The figures of a run before a release. */
function tell(backupMs: readonly number[], answerMs: readonly number[]): void {
  const at = (values: readonly number[], share: number) =>
    [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)]?.toFixed(1)
  process.stdout.write(
    `${backupMs.length} backups: ${at(backupMs, 0.5)} ms (max ${at(backupMs, 1)}); ` +
      `${answerMs.length} answers meanwhile: p50 ${at(answerMs, 0.5)} p99 ${at(answerMs, 0.99)} max ${at(answerMs, 1)} ms\n`,
  )
}
