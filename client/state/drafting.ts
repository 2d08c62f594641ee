import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { DraftingReply, ModelView } from '../../shared/api/drafting.ts'
import { api } from '../api-client.ts'

/** What the server says of the learner's own language model and of the drafting; null before it was asked. */
export const drafting = signal<DraftingReply | null>(null)

const lookMs = 700
let watchers = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Whether sections are still to be sent, now or when they may be. */
export function goesOn({ state }: Pick<DraftingReply, 'state'>): boolean {
  return state === 'drafting' || state === 'waiting' || state === 'paused'
}

/** The drafting as it goes on: asked for once, and again and again until it is over. */
export function useDrafting(): DraftingReply | null {
  useEffect(() => {
    watchers++
    void look()
    return () => {
      watchers--
    }
  }, [])
  return drafting.value
}

/** The model that text may be sent to; null where none is named, or before that is known. */
export function useModel(isWanted = true): ModelView | null {
  useEffect(() => {
    if (isWanted && drafting.value === null) void look()
  }, [isWanted])
  return drafting.value?.model ?? null
}

/** Takes in what the server said of the drafting, and goes on looking. */
export function takeDrafting(reply: DraftingReply): void {
  drafting.value = reply
  lookAgain()
}

// What is shown depends on it alone, so silence keeps what was told last.
async function look(): Promise<void> {
  clearTimeout(timer)
  const reply = await api.drafting().catch(() => null)
  if (reply !== null) drafting.value = reply
  lookAgain()
}

function lookAgain(): void {
  clearTimeout(timer)
  if (watchers > 0 && drafting.value !== null && goesOn(drafting.value))
    timer = setTimeout(() => void look(), lookMs)
}
