import { mkdir } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { someNotes } from '../support/build-test-app.ts'
import { gradeByKey, launchOwnBrowser } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { type Home, aHome } from '../support/notes-folder.ts'
import {
  type ProxyProcess,
  documented,
  freePort,
  isInstalled,
  makeCertificate,
  pathWays,
  proxyKinds,
  startProxy,
} from '../support/proxy.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'
import { settle, watchRequests } from '../support/settle.ts'
import { showAnswer } from '../support/sitting.ts'

const password = 'nine green herons'
const shots = process.env.SHOTS

const missing = proxyKinds.filter((kind) => !isInstalled(kind))
if (missing.length > 0)
  console.log(
    `Not tested behind ${missing.join(' and ')}: not installed (see CONTRIBUTING, “Behind a proxy”).`,
  )

let browser: Browser
beforeAll(async () => {
  browser = await launchOwnBrowser(
    '--host-resolver-rules=MAP home.example 127.0.0.1',
    // The certificate is one that nobody signed; a service worker would not be let in by it.
    '--ignore-certificate-errors',
  )
})
afterAll(() => browser.close())

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const countedAnswers = (page: Page, path = '/cards') =>
  page.evaluate(
    async (base) =>
      ((await (await fetch(`${base}/api/v1/stats`)).json()) as { log: { count: number } }).log.count,
    path,
  )

const serverOf = (data: string, notes: string, base: string): ServerProcess =>
  startProcess({
    DATA_DIR: data,
    LEARNINGS_DIR: notes,
    BASE_URL: base,
    TRUSTED_REVERSE_PROXY_NETWORKS: '127.0.0.1',
    AUTH_HASH: 'light',
    CREATE_ADMIN: '1',
    ADMIN_USERNAME: 'Ada',
    ADMIN_PASSWORD: password,
    LOG_LEVEL: 'warn',
  })

describe.each(proxyKinds)('behind %s', (kind) => {
  describe.skipIf(!isInstalled(kind)).each(pathWays)('with the path %s', (way) => {
    let home: Home
    let server: ServerProcess | undefined
    let proxy: ProxyProcess | undefined
    let port: number
    /** What people open. */
    let base: string
    let context: BrowserContext
    let page: Page
    const faults: string[] = []
    const beside: string[] = []

    beforeAll(async () => {
      home = await aHome({ 'caching.md': someNotes })
      port = await freePort()
      base = `https://home.example:${port}/cards`
      server = serverOf(home.data, home.notes, base)
      const serverPort = Number(new URL(await server.url).port)
      makeCertificate(home.folder)
      const place = { folder: home.folder, port, serverPort }
      proxy = await startProxy(kind, documented(kind, way, place), place)
      context = await browser.newContext({ viewport: { width: 1280, height: 800 }, timezoneId: 'UTC' })
      page = await context.newPage()
      page.setDefaultTimeout(120_000)
      watchRequests(page)
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text())
      })
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('request', (asked) => {
        const url = asked.url()
        if (url !== base && !url.startsWith(`${base}/`) && !url.startsWith('data:')) beside.push(url)
      })
    })
    afterAll(async () => {
      await proxy?.stop()
      server?.child.kill('SIGTERM')
      await server?.ended
      await home.remove()
    })

    test('signing in works, and its cookies are for this path alone', async () => {
      await page.goto(base)
      await page.getByRole('heading', { name: 'Sign in' }).waitFor()
      expect(page.url()).toBe(`${base}/`)
      await signIn(page)
      await page.getByRole('heading', { level: 1, name: /cards?, about/ }).waitFor()
      const cookies = await context.cookies(base)
      expect(cookies.map(({ name, path, secure, httpOnly }) => [name, path, secure, httpOnly])).toEqual([
        ['__Secure-recollect-session.cards', '/cards', true, true],
        ['__Secure-recollect-device.cards', '/cards', true, true],
      ])
      expect(await context.cookies(`https://home.example:${port}/other`)).toEqual([])
    })

    test('a review is answered, link by link from Today', async () => {
      await page.getByRole('link', { name: 'Concepts' }).first().click()
      await page.waitForURL(`${base}/concepts`)
      await page.getByRole('link', { name: 'Today' }).first().click()
      await page.waitForURL(`${base}/`)
      await page.getByRole('heading', { level: 1, name: /cards?, about/ }).waitFor()
      await page.keyboard.press('Space')
      await page.waitForURL(`${base}/review`)
      await gradeByKey(page, '3')
      await gradeByKey(page, '4')
      await showAnswer(page).waitFor()
      await eventually(() => countedAnswers(page)).toBe(2)
    })

    test('notes are brought in, more than a megabyte of them', async () => {
      const long = Array.from({ length: 300 }, (_, i) => `${i} `.repeat(1500))
      const text = `# Tides\n\n- **Slack water**: the still time that comes between two tides.\n\n\`\`\`\n${long.join('\n')}\n\`\`\`\n`
      await page.goto(`${base}/notes`)
      await page
        .getByLabel('Choose files')
        .setInputFiles([{ name: 'tides.md', mimeType: 'text/markdown', buffer: Buffer.from(text) }])
      await page.locator('.plan-sentence').waitFor()
      await page.getByRole('button', { name: 'Apply' }).click()
      await page.locator('.notes-import-done').waitFor()
      await page.getByRole('link', { name: /Tides/ }).first().click()
      await page.getByText('the still time that comes between').first().waitFor()
      expect(new URL(page.url()).pathname).toMatch(/^\/cards\/notes\/[\w-]+$/)
    })

    test('the app starts without a network, and sends what was answered meanwhile', async () => {
      await page.goto(`${base}/`)
      await page.evaluate(() => navigator.serviceWorker.ready)
      const scopes = () =>
        page.evaluate(async () =>
          (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
        )
      expect(await scopes()).toEqual([`${base}/`])
      await eventually(() => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? null)).toBe(
        `${base}/sw.js`,
      )
      await page.reload()
      await page.getByRole('heading', { level: 1, name: /cards?, about/ }).waitFor()
      await settle(page)
      await context.setOffline(true)
      await page.goto(`${base}/`)
      await page.getByText(/as of \d\d:\d\d/).waitFor()
      await page.goto(`${base}/review`)
      await gradeByKey(page, '3')
      await page
        .getByText(/1 answer saved on this device/)
        .first()
        .waitFor()
      await context.setOffline(false)
      await eventually(() => countedAnswers(page)).toBe(3)
      const kept = await page.evaluate(async () => ({
        caches: await caches.keys(),
        databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
        local: Object.keys(localStorage),
      }))
      for (const name of kept.caches) expect(name).toMatch(/^shell\/cards-[\da-f]+$/)
      for (const name of [...kept.databases, ...kept.local])
        expect(name).toMatch(/^recollect[\w.-]*\/cards(?:\.|$)/)
      expect(kept.databases.length).toBeGreaterThan(0)
    })

    test('an app that is installed begins and stays under the path', async () => {
      const manifest = await page.evaluate(async () => {
        const address = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href ?? ''
        return { address, ...((await (await fetch(address)).json()) as { start_url: string; scope: string }) }
      })
      expect(manifest.address).toBe(`${base}/manifest.webmanifest`)
      for (const place of [manifest.start_url, manifest.scope])
        expect(new URL(place, manifest.address).href).toBe(`${base}/`)
    })

    test('every page, its links and all that it asks for lie under the path', async () => {
      for (const place of [
        '',
        'quiz',
        'concepts',
        'notes',
        'cards',
        'skim',
        'stats',
        'week',
        'settings',
        'help/notes',
        'nowhere',
      ]) {
        await page.goto(`${base}/${place}`)
        await settle(page)
        const links = await page
          .locator('a[href]')
          .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
        const wrong = links.filter((href) => !href.startsWith('/cards/') && !/^(?:#|https:\/\/)/.test(href))
        expect({ place, wrong, some: links.length > 0 }).toEqual({ place, wrong: [], some: true })
      }
      expect(beside).toEqual([])
      // What the browser itself says of a line that was cut, of the sign-in that was asked for, and of the page that is not there.
      const expected = /ERR_INTERNET_DISCONNECTED|Failed to fetch|status of 40[14]/
      expect(faults.filter((fault) => !expected.test(fault))).toEqual([])
    })

    // Other systems have no second address of their own to guess from.
    test.skipIf(process.platform !== 'linux')(
      'guesses are logged under the address of whoever made them, whatever they claim',
      async () => {
        const guess = (from: string, claimed: string) =>
          new Promise<number>((resolve, reject) => {
            const asked = request(
              {
                host: '127.0.0.1',
                localAddress: from,
                port,
                path: '/cards/api/v1/session',
                method: 'POST',
                rejectUnauthorized: false,
                servername: 'home.example',
                headers: {
                  host: `home.example:${port}`,
                  'content-type': 'application/json',
                  'x-forwarded-for': claimed,
                },
              },
              (reply) => {
                reply.resume()
                resolve(reply.statusCode ?? 0)
              },
            )
            asked.on('error', reject)
            asked.end(JSON.stringify({ name: 'Ada', password: 'some long guess' }))
          })
        expect(await guess('127.0.0.2', '198.51.100.1')).toBe(403)
        await eventually(() => server?.output()).toContain('a sign-in failed')
        expect(server?.output()).toMatch(/"ip":"127\.0\.0\.2"/)
        expect(server?.output()).not.toContain('198.51.100.1')
      },
    )

    test.skipIf(shots === undefined)('looks as it does elsewhere', async () => {
      const folder = join(shots ?? '', `${kind}-${way.replace(' ', '-')}`)
      await mkdir(folder, { recursive: true })
      for (const [width, colorScheme] of [
        [1280, 'light'],
        [1280, 'dark'],
        [390, 'light'],
        [390, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 844 })
        await page.emulateMedia({ colorScheme })
        for (const place of ['', 'review', 'notes', 'settings']) {
          await page.goto(`${base}/${place}`)
          if (place === 'review') await showAnswer(page).waitFor()
          else await settle(page)
          await page.screenshot({ path: join(folder, `${place || 'today'}-${width}-${colorScheme}.png`) })
        }
      }
    })
  })
})

test.skipIf(!isInstalled('nginx'))(
  'two on one host, one at its root, share nothing that a browser keeps, and both start without a network',
  async () => {
    const homes = [await aHome({ 'caching.md': someNotes }), await aHome({ 'caching.md': someNotes })]
    const [folder = '', port] = [homes[0]?.folder, await freePort()]
    const paths = ['', '/grace']
    const servers = homes.map(({ data, notes }, i) =>
      serverOf(data, notes, `https://home.example:${port}${paths[i]}`),
    )
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, timezoneId: 'UTC' })
    let proxy: ProxyProcess | null = null
    try {
      const [first = 0, second = 0] = await Promise.all(
        servers.map(async ({ url }) => Number(new URL(await url).port)),
      )
      makeCertificate(folder)
      const config = documented('nginx', 'passed on', { folder, port, serverPort: first }).replace(
        / *location \/cards\/ \{.*?\n {2}\}\n/s,
        (block) =>
          block.replace('/cards/', '/') +
          block.replace('/cards/', '/grace/').replaceAll(`127.0.0.1:${first}`, `127.0.0.1:${second}`),
      )
      proxy = await startProxy('nginx', config, { folder, port })
      const page = await context.newPage()
      page.setDefaultTimeout(120_000)
      const today = () => page.getByRole('heading', { level: 1, name: /cards?, about/ }).waitFor()
      const bases = paths.map((path) => `https://home.example:${port}${path}`)
      for (const base of bases) {
        // The first is kept for a start without a network by now: it must not answer for the second.
        await page.goto(`${base}/`)
        await signIn(page)
        await today()
        const worker = `${base}/sw.js`
        await eventually(() => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(
          worker,
        )
      }
      for (const [i, base] of bases.entries()) {
        await page.goto(`${base}/review`)
        await gradeByKey(page, '3')
        await eventually(() => countedAnswers(page, paths[i] ?? '')).toBe(1)
      }
      const kept = await page.evaluate(async () => ({
        caches: await caches.keys(),
        databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
      }))
      const cookies = (await context.cookies(bases)).map(({ name, path }) => `${name} of ${path}`)
      expect(new Set(kept.caches.map((name) => name.replace(/[\da-f]+$/, '')))).toEqual(
        new Set(['shell-', 'shell/grace-']),
      )
      expect(kept.databases.filter((name) => name.startsWith('recollect/grace.')).length).toBeGreaterThan(0)
      expect(kept.databases.filter((name) => name.startsWith('recollect.')).length).toBeGreaterThan(0)
      expect(cookies.sort()).toEqual([
        '__Host-recollect-device of /',
        '__Host-recollect-session of /',
        '__Secure-recollect-device.grace of /grace',
        '__Secure-recollect-session.grace of /grace',
      ])
      await context.setOffline(true)
      for (const base of bases) {
        await page.goto(`${base}/`)
        await page.getByText(/as of \d\d:\d\d/).waitFor()
        expect(await page.evaluate(() => document.documentElement.dataset['base'] ?? '')).toBe(
          base === bases[0] ? '' : '/grace',
        )
      }
    } finally {
      await context.close()
      await proxy?.stop()
      for (const { child, ended } of servers) {
        child.kill('SIGTERM')
        await ended
      }
      for (const home of homes) await home.remove()
    }
  },
)
