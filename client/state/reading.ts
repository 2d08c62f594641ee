import { computed, signal } from '@preact/signals'
import type { ReadingReply } from '../../shared/api/reading.ts'
import { api } from '../api-client.ts'

/** What the server is doing with the notes, as it last said; null before it was asked. */
export const reading = signal<ReadingReply | null>(null)

const watchers = signal(0)

/** A reading that no part of the page shows by itself. */
export const readingBehind = computed(() => {
  const state = reading.value
  return watchers.value > 0 || state === null || state.state === 'idle' ? null : state
})

/** Says that a part of the page shows the reading; returns how to take it back. */
export function showReading(): () => void {
  watchers.value++
  return () => void watchers.value--
}

const closeLookMs = 300
const farLookMs = 2000

/**
 * Asks once, and goes on asking now and then while the server reads: at its start, or when the folder changed. Says when
 * nothing is read any more.
 */
export async function watchReading(onIdle: () => void = () => undefined): Promise<void> {
  const state = await askReading()
  if (state === 'idle') onIdle()
  else setTimeout(() => void watchReading(onIdle), farLookMs)
}

/** Follows a reading closely, for as long as somebody waits for it. Returns how to stop. */
export function followReading(): () => void {
  let isOver = false
  const look = async () => {
    if (isOver) return
    await askReading()
    setTimeout(() => void look(), closeLookMs)
  }
  setTimeout(() => void look(), closeLookMs)
  return () => {
    isOver = true
    reading.value = null
  }
}

/** Holds the reading where it is, or lets it go on. */
export async function pauseReading(paused: boolean): Promise<void> {
  reading.value = await api.pauseReading(paused)
}

// Only what is shown depends on it, so silence means that there is nothing to show.
async function askReading(): Promise<ReadingReply['state']> {
  reading.value = await api.reading().catch(() => null)
  return reading.value?.state ?? 'idle'
}
