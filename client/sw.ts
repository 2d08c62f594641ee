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
/** The path that the app lies under, by where this file does. Another Recollect may lie under another one. */
const basePath = location.pathname.replace(/\/sw\.js$/, '')
const prefix = `shell${basePath}-`
const cacheName = `${prefix}${shell.version}`
const isOwn = (name: string): boolean => name.slice(0, name.lastIndexOf('-') + 1) === prefix

/** How the addresses of the app begin. Any other may belong to another app, under a path below this one’s. */
const places = 'cards|concepts|help|inbox|join|library|notes|quiz|review|settings|skim|stats|study|week'
const ownPage = new RegExp(`^/(?:index\\.html|(?:${places})(?:/.*)?)?$`)

// The whole shell or nothing: a start without the server must not find half of it. It never pushes itself forward.
worker.addEventListener('install', (event) => event.waitUntil(fill()))
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()))
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(takeOverBetweenSittings(event.source))
})
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  const path = pathname.slice(basePath.length)
  // What the server says of cards and answers is never answered from here.
  if (method !== 'GET' || origin !== location.origin || path.startsWith('/api/')) return
  if (mode !== 'navigate') event.respondWith(file(event.request))
  else if (ownPage.test(path)) event.respondWith(page(event.request))
})

async function fill(): Promise<void> {
  const cache = await caches.open(cacheName)
  const requests = shell.files.map((path) => new Request(path, { cache: 'no-cache' }))
  await cache.addAll(requests)
}

async function takeOver(): Promise<void> {
  const names = (await caches.keys()).filter(isOwn)
  // The shell before this one stays: a tab that began with it may still ask for one of its parts.
  const old = names.filter((name) => name !== cacheName).slice(0, -1)
  await Promise.all(old.map((name) => caches.delete(name)))
  await worker.clients.claim()
}

async function takeOverBetweenSittings(asker: Said['source']): Promise<void> {
  const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const isSitting = tabs.some(({ url }) => isSittingAt(new URL(url).pathname))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a page of this origin
  if (isSitting) asker?.postMessage('a sitting is open')
  else await worker.skipWaiting()
}

function isSittingAt(pathname: string): boolean {
  const isBelow = pathname.startsWith(`${basePath}/`)
  return isBelow && /^\/(?:review$|quiz\/[^/]+$)/.test(pathname.slice(basePath.length))
}

async function page(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match('index.html')) ?? fetch(request)
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}
