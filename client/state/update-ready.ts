import { signal } from '@preact/signals'

/** Whether a newer version of the app lies ready. */
export const updateReady = signal(false)

/** Whether this page can start without its server: over plain HTTP on a home network it cannot. */
export function canStartOffline(): boolean {
  return 'serviceWorker' in navigator
}
