import { signal } from '@preact/signals'
import { api } from '../api-client.ts'
import type { SkimCounts } from './skim-list.ts'

/** How many new cards and drafts are left to skim; null before the server was asked. */
export const skimCounts = signal<SkimCounts | null>(null)

/** Asks how many are left. A number beside a link is not worth an error, so silence keeps the last one. */
export async function countSkim(): Promise<void> {
  const reply = await api.skim({ limit: 1 }).catch(() => null)
  if (reply !== null) skimCounts.value = { ...reply.counts, drafted: reply.drafted }
}
