import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core'
import { type ModelConfig, readConfig } from '../../server/config.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { type RunningServer, startServer } from '../../server/start-server.ts'
import { layEmptyDatabase } from './empty-database.ts'
import { watchRequests } from './settle.ts'

const clientDir = fileURLToPath(new URL('../../dist/client', import.meta.url))

let shared: Promise<Browser> | null = null

/** The Chromium of this worker: it stays for the files to come, and closing it closes what a file has opened in it. */
export async function launchBrowser(): Promise<Browser> {
  shared ??= launchOwnBrowser().then((browser) => {
    browser.close = async () => {
      await Promise.all(browser.contexts().map((context) => context.close()))
    }
    return browser
  })
  return shared
}

/** Chromium as a test needs it: no first-run pages, and nothing that calls home. */
export function launchOwnBrowser(...more: readonly string[]): Promise<Browser> {
  const executablePath = process.env.CHROMIUM
  if (executablePath === undefined || !existsSync(executablePath)) {
    throw new Error(
      'The browser tests need a Chromium. Run them by npm test, which finds or installs one, or set CHROMIUM.',
    )
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}

/** The real server on a real port, with its page and a clock that the test turns for both sides. */
export interface LiveApp {
  readonly url: string
  now: number
  newPage(options?: {
    width?: number
    height?: number
    dark?: boolean
    /** Lets the service worker keep the app; otherwise a test sees every request itself. */
    installs?: boolean
    touch?: boolean
    reducedMotion?: boolean
  }): Promise<{ page: Page; context: BrowserContext; faults: string[] }>
  /** Turns the clock of the server and of every page. */
  setTime(now: number): Promise<void>
  /** Nobody answers until `restart`. */
  stop(): Promise<void>
  restart(): Promise<void>
  close(): Promise<void>
}

/** The built threads, as the real server starts them. */
function builtThreads() {
  const program = (name: string) => pathToFileURL(join(clientDir, '..', 'server', `${name}.js`))
  return {
    reading: program('reading-thread'),
    memory: program('memory-thread'),
    pattern: program('pattern-thread'),
    quiz: program('quiz-thread'),
    upkeep: program('upkeep-thread'),
  }
}

/**
 * `host` is this machine alone, unless a test wants to reach the server as another machine would; `model` is where cards
 * may be drafted.
 */
export async function startLiveApp(
  browser: Browser,
  learningsDir: string,
  start: number,
  host = '127.0.0.1',
  model: ModelConfig | null = null,
  env: Readonly<Record<string, string>> = {},
): Promise<LiveApp> {
  if (!existsSync(join(clientDir, 'index.html'))) {
    throw new Error('The page is not built. Run the tests by npm test, which builds it when it is stale.')
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'recollect-live-'))
  await layEmptyDatabase(dataDir)
  const pages: Page[] = []
  const open = async (port: number): Promise<RunningServer> => {
    const running = await startServer(
      { ...readConfig({ HOST: host, ...env }, []), port, dataDir, learningsDir, logLevel: 'silent', model },
      { clientDir, threads: builtThreads() },
      () => live.now as EpochMs,
      () => void server.stop().then(async () => (server = await open(Number(new URL(live.url).port)))),
    )
    // It answers while its notes are being read; a test asks about all of them.
    await running.firstReading
    return running
  }
  const live = { now: start } as LiveApp & { url: string }
  let isGone = false
  let server = await open(0)
  // A machine that is busy reads on after the start: what is tested here begins with the notes read.
  await server.firstReading
  live.url = server.url
  const { port } = new URL(server.url)
  live.newPage = async (options = {}) => {
    const { width = 1280, height = 800, dark = false, installs = false } = options
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      timezoneId: 'UTC',
      locale: 'en-GB',
      serviceWorkers: installs ? 'allow' : 'block',
      hasTouch: options.touch ?? false,
      reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    watchRequests(page)
    await page.clock.setFixedTime(live.now)
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(String(error)))
    pages.push(page)
    return { page, context, faults }
  }
  live.setTime = async (now) => {
    live.now = now
    for (const page of pages) if (!page.isClosed()) await page.clock.setFixedTime(now)
  }
  live.stop = async () => {
    if (!isGone) await server.stop()
    isGone = true
  }
  live.restart = async () => {
    await live.stop()
    server = await open(Number(port))
    isGone = false
  }
  live.close = async () => {
    await live.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return live
}

/** Reveals the card and takes a key, waiting only for what a person would wait for: the page itself. */
export async function gradeByKey(page: Page, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Show answer' }).waitFor()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: /^Good/ }).waitFor()
  await page.keyboard.press(key)
}
