import type { QueueReply } from '../../shared/api/queue.ts'
import type { LiveApp } from './browser.ts'
import { type SeededServer, studyForDays } from './seed-days.ts'

/** Studies for some days at a live server, by its own requests. */
export function studyLive(live: LiveApp, days: number, mostAnswers?: number): Promise<number> {
  const api = `${live.url}/api/v1`
  const server: SeededServer = {
    now: () => live.now,
    setTime: (now) => live.setTime(now),
    queue: async () => (await (await fetch(`${api}/queue?limit=50&zone=UTC`)).json()) as QueueReply,
    record: async (events) => {
      const reply = await fetch(`${api}/reviews`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-recollect': '1' },
        body: JSON.stringify({ events }),
      })
      if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`)
    },
  }
  return studyForDays(server, days, mostAnswers)
}
