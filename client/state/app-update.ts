import { basePath } from '../api/base-path.ts'
import { announce } from './announcer.ts'
import { now } from './clock.ts'
import { keepInstallPrompt } from './install-offer.ts'
import { canStartOffline, heldWords, updateHeld, updateReady } from './update-ready.ts'

let waiting: ServiceWorker | null = null
let isWanted = false
/** A page that stays open for days asks for a newer version itself, when it is looked at. */
const askAgainMs = 60 * 60_000

/** Lets the service worker keep the app for a start without the server, and watches for newer versions. */
export function keepApp(): void {
  keepInstallPrompt(globalThis)
  if (!canStartOffline()) return
  const { serviceWorker } = navigator
  serviceWorker.register(`${basePath}/sw.js`, { updateViaCache: 'none' }).then(watch, () => {
    // The app works without; it only cannot start offline.
  })
  serviceWorker.addEventListener('controllerchange', () => {
    if (isWanted) location.reload()
  })
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data === 'a sitting is open') {
      isWanted = false
      updateHeld.value = true
      announce(heldWords)
    }
  })
}

/** Puts the newer version in force and loads it. A sitting in another tab is not torn up: the worker refuses then. */
export function applyUpdate(): void {
  updateHeld.value = false
  isWanted = true
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of this origin
  waiting?.postMessage('take over')
}

function watch(registration: ServiceWorkerRegistration | undefined): void {
  // Where a browser was told to block workers, it may answer with nothing at all.
  if (registration === undefined) return
  const look = () => {
    // The very first worker replaces nothing; what controls the page may be that of an app above this path.
    if (registration.waiting === null || registration.active === null) return
    waiting = registration.waiting
    updateReady.value = true
  }
  look()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
  let askedAt = now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || now() - askedAt < askAgainMs) return
    askedAt = now()
    registration.update().catch(() => {})
  })
}
