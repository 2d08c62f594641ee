import { computed, signal } from '@preact/signals'
import { readLocal, writeLocal } from './device.ts'

/** What a browser hands to a page that can be installed. The library of types does not know it. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

const finishedKey = 'recollect.finished-sessions'
const settledKey = 'recollect.install-settled'
const offeredAfter = 3

const prompt = signal<InstallPrompt | null>(null)
const finished = signal(Number(readLocal(finishedKey) ?? 0))
const isSettled = signal(readLocal(settledKey) !== null)

/** Whether installing is offered now: where the browser can, after the third session, until it was answered once. */
export const isInstallOffered = computed(
  () => prompt.value !== null && !isSettled.value && finished.value >= offeredAfter,
)

/** Keeps the browser from asking by itself, at a time of its own. */
export function keepInstallPrompt(page: EventTarget): void {
  page.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    prompt.value = event as InstallPrompt
  })
  page.addEventListener('appinstalled', settleInstall)
}

/** Counts a session that was gone through to its end. */
export function countFinishedSession(): void {
  if (isSettled.value || finished.value >= offeredAfter) return
  finished.value += 1
  writeLocal(finishedKey, String(finished.value))
}

/** Lets the browser ask, now that it is wanted. */
export async function install(): Promise<void> {
  const wanted = prompt.value
  settleInstall()
  await wanted?.prompt()
}

/** The offer was answered; this device is not asked again. */
export function settleInstall(): void {
  isSettled.value = true
  writeLocal(settledKey, 'yes')
}
