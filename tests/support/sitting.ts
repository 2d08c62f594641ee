import type { Page } from 'playwright-core'
import type { QueueReply } from '../../shared/api/queue.ts'
import type { CardReply } from '../../shared/api/cards.ts'
import type { StatsReply } from '../../shared/api/stats.ts'
import type { Settings } from '../../shared/api/settings.ts'

/** What tests ask of a live server, and of a page that shows a sitting. */
export function talkTo(url: string) {
  const get = async <Reply>(path: string): Promise<Reply> =>
    (await fetch(`${url}/api/v1${path}`)).json() as Promise<Reply>
  return {
    queue: (limit = 50) => get<QueueReply>(`/queue?zone=UTC&limit=${limit}`),
    card: (id: string) => get<CardReply>(`/cards/${id}`),
    log: async () => (await get<StatsReply>('/stats')).log,
    set: async (settings: Partial<Settings>) => {
      await fetch(`${url}/api/v1/settings`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(settings),
      })
    },
  }
}

/** The card on the table. */
export async function cardOnTable(page: Page): Promise<string> {
  const id = await page.locator('article.card').getAttribute('data-card')
  if (id === null) throw new Error('There is no card on the table.')
  return id
}

export const showAnswer = (page: Page) => page.getByRole('button', { name: 'Show answer' })
export const said = (page: Page) => page.getByRole('status').first().textContent()
