/** Filled in by the build: every file of the shell, and a name for this very set of them. */
declare const __SHELL__: { readonly version: string; readonly files: readonly string[] }

// The library of the page has no types for workers; this is what is used of them.
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Said extends Lasting {
  readonly data: unknown
  readonly source: { postMessage(words: string): void } | null
}
interface Worker {
  readonly clients: {
    claim(): Promise<void>
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly { url: string }[]>
  }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', listen: (event: Lasting) => void): void
  addEventListener(kind: 'fetch', listen: (event: Asked) => void): void
  addEventListener(kind: 'message', listen: (event: Said) => void): void
}
const worker = globalThis as unknown as Worker

const shell = __SHELL__
const prefix = 'shell-'
const cacheName = `${prefix}${shell.version}`

// The whole shell or nothing: a start without the server must not find half of it. It never pushes itself forward.
worker.addEventListener('install', (event) => event.waitUntil(fill()))
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()))
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(takeOverBetweenSittings(event.source))
})
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  // What the server says of cards and answers is never answered from here.
  if (method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  // The page of the API is no part of the app, and needs the server anyway.
  if (/^\/docs(?:\/|$)/.test(pathname)) return
  event.respondWith(mode === 'navigate' ? page(event.request) : file(event.request))
})

async function fill(): Promise<void> {
  const cache = await caches.open(cacheName)
  const requests = shell.files.map((path) => new Request(path, { cache: 'no-cache' }))
  await cache.addAll(requests)
}

async function takeOver(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix))
  // The shell before this one stays: a tab that began with it may still ask for one of its parts.
  const old = names.filter((name) => name !== cacheName).slice(0, -1)
  await Promise.all(old.map((name) => caches.delete(name)))
  await worker.clients.claim()
}

async function takeOverBetweenSittings(asker: Said['source']): Promise<void> {
  const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const isSitting = tabs.some(({ url }) => /^\/(?:review$|quiz\/[^/]+$)/.test(new URL(url).pathname))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a page of this origin
  if (isSitting) asker?.postMessage('a sitting is open')
  else await worker.skipWaiting()
}

async function page(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match('/index.html')) ?? fetch(request)
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}
