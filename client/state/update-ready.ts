import { signal } from '@preact/signals'

/** Whether a newer version of the app lies ready. */
export const updateReady = signal(false)

/** Whether it was asked for and could not come yet. */
export const updateHeld = signal(false)

export const heldWords = 'A review or quiz is open in another tab. The update waits until it ends.'

/** Whether this page can start without its server: over plain HTTP on a home network it cannot. */
export function canStartOffline(): boolean {
  return 'serviceWorker' in navigator
}
