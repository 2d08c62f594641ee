import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SessionReply, SignedIn } from '../../shared/api/accounts.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { readConfig } from '../../server/config.ts'
import { type Database, openDatabase } from '../../server/db/open-database.ts'
import { readFolder } from '../../server/library/change-library.ts'
import { type OpenApp, openApp } from '../../server/open-app.ts'
import { someNotes } from './build-test-app.ts'
import { layEmptyDatabase } from './empty-database.ts'
import { noon } from './factories.ts'

/** A whole server with accounts, without a port: real SQLite, real hashes of the light kind, a clock that the test turns. */
export interface AccountApp {
  readonly open: OpenApp
  readonly db: Database
  readonly folder: string
  now: number
  /** The lines of the log. */
  readonly log: string[]
  /** Closes everything and opens it again on the same files, as another process would. */
  restart(): Promise<void>
  close(): Promise<void>
  /** A browser that keeps cookies and sends what browsers send. */
  browser(ip?: string): TestBrowser
  /** The browser of the first account, made by the set-up link. */
  owner(): Promise<TestBrowser>
  /** The browser of somebody whom `by` invited. */
  guest(by: TestBrowser, name?: string): Promise<TestBrowser>
}

export interface Answered<Body> {
  readonly status: number
  readonly body: Body
  readonly headers: Readonly<Record<string, unknown>>
}

export interface TestBrowser {
  readonly cookies: Map<string, string>
  /** Whose page it is; null before it signed in. */
  learnerId: string | null
  ask<Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answered<Body>>
  /** Signs in, and notes whose page it is then. */
  signIn(name: string, password: string): Promise<Answered<Record<string, unknown>>>
}

export const ownersPassword = 'nine green herons'
export const guestsPassword = 'seven brown otters'
const origin = 'https://cards.example'
export const accountEnv = { BASE_URL: origin, AUTH_HASH: 'light', LOG_LEVEL: 'warn' }

export async function openAccountApp(env: Readonly<Record<string, string>> = {}): Promise<AccountApp> {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-accounts-'))
  const notes = join(folder, 'notes')
  await mkdir(notes)
  await writeFile(join(notes, 'caching.md'), someNotes)
  const dataDir = join(folder, 'data')
  await layEmptyDatabase(dataDir)
  const config = readConfig({ ...accountEnv, ...env, DATA_DIR: dataDir, LEARNINGS_DIR: notes }, [])
  const test = { now: noon as number, folder, log: [] as string[] } as {
    -readonly [Key in keyof AccountApp]: AccountApp[Key]
  }
  const open = async () => {
    const clock = () => test.now as EpochMs
    test.db = await openDatabase(dataDir, test.now)
    test.open = await openApp(config, { clientDir: null, threads: null }, clock, test.db, {
      asked: 'by all',
      logTo: { write: (line) => test.log.push(line) },
    })
    await readFolder(test.open.local)
  }
  const shut = async () => {
    await test.open.quiet()
    await test.open.app.close()
    await test.db.close()
  }
  test.restart = async () => {
    await shut()
    await open()
  }
  test.close = async () => {
    await shut()
    await rm(folder, { recursive: true, force: true })
  }
  test.browser = (ip) => aBrowser(test, ip)
  test.owner = () => joinBy(test, test.open.setUpKey ?? '', 'Ada', ownersPassword)
  test.guest = async (by, name = 'Grace') => {
    const { body } = await by.ask<{ key: string }>('POST', '/links', {})
    return joinBy(test, body.key, name, guestsPassword)
  }
  await open()
  return test
}

async function joinBy(test: AccountApp, key: string, name: string, password: string): Promise<TestBrowser> {
  const browser = test.browser()
  const { status, body } = await browser.ask<SignedIn>('POST', '/joins', { key, name, password })
  if (status !== 201) throw new Error(`joining: ${status} ${JSON.stringify(body)}`)
  browser.learnerId = body.learnerId
  return browser
}

/** JSON as what it says; an archive as the text of its bytes. */
function bodyOf<Body>({ body, headers }: { body: string; headers: Record<string, unknown> }): Body {
  if (body === '') return null as never
  return (String(headers['content-type']).includes('json') ? JSON.parse(body) : body) as Body
}

function aBrowser(test: AccountApp, ip = '203.0.113.7'): TestBrowser {
  const cookies = new Map<string, string>()
  const browser: TestBrowser = {
    cookies,
    learnerId: null,
    ask: async (method, path, body, more = {}) => {
      const response = await test.open.app.inject({
        method,
        url: `/api/v1${path}`,
        remoteAddress: ip,
        ...(body === undefined ? {} : { payload: body }),
        headers: {
          host: 'cards.example',
          'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
          ...(cookies.size === 0 ? {} : { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; ') }),
          ...(method === 'GET' ? {} : { origin, 'sec-fetch-site': 'same-origin' }),
          'x-recollect': browser.learnerId ?? '1',
          ...more,
        },
      })
      for (const { name, value } of response.cookies)
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      return {
        status: response.statusCode,
        headers: response.headers,
        body: bodyOf(response),
      }
    },
    signIn: async (name, password) => {
      const answered = await browser.ask('POST', '/session', { name, password })
      const reply = answered.body as SessionReply
      if (answered.status === 200 && reply.state === 'signed_in') browser.learnerId = reply.learnerId
      return answered
    },
  }
  return browser
}
