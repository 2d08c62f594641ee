import { gzipSync } from 'node:zlib'
import { copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConceptsReply } from '../../shared/api/concepts.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import type { QuizReply } from '../../shared/api/quizzes.ts'
import { violationsOf } from '../support/accessibility.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'
import { settle } from '../support/settle.ts'

/** Two of the notes that ship: enough for every screen, and few enough for the checker to go through each element. */
async function aSmallLibrary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-screens-'))
  for (const name of ['caching.md', 'docker.md']) {
    await copyFile(fileURLToPath(new URL(`../../learnings/${name}`, import.meta.url)), join(folder, name))
  }
  return folder
}

let browser: Browser
let live: LiveApp
let screens: Record<string, string>
beforeAll(async () => {
  browser = await launchBrowser()
  live = await startLiveApp(browser, await aSmallLibrary(), noon)
  const api = async <Reply>(path: string, body?: object): Promise<Reply> =>
    (
      await fetch(
        `${live.url}/api/v1${path}`,
        body && {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
      )
    ).json() as Promise<Reply>
  const { concepts } = await api<ConceptsReply>('/concepts?limit=200')
  expect(concepts.length).toBeGreaterThan(20)
  const concept = concepts.toSorted((a, b) => b.cards - a.cards)[0]
  const note = (await api<NotesReply>('/notes')).notes[0]
  const quiz = await api<QuizReply>('/quizzes', {})
  screens = {
    today: '/',
    review: '/review',
    'quiz-setup': '/quiz',
    quiz: `/quiz/${quiz.id}`,
    'quiz-result': `/quiz/${quiz.id}/result`,
    concepts: '/concepts',
    list: '/concepts?view=list',
    map: '/concepts?view=map',
    'help-notes': '/help/notes',
    'help-levels': '/help/levels',
    'help-data': '/help/data',
    concept: `/concepts/${concept?.id ?? ''}`,
    notes: '/notes',
    note: `/notes/${note?.id ?? ''}`,
    editor: `/notes/${note?.id ?? ''}/edit`,
    'new-note': '/notes/new',
    changes: '/notes/changes',
    inbox: '/inbox',
    skim: '/skim',
    cards: '/cards',
    stats: '/stats',
    settings: '/settings',
    missing: '/nothing-here',
  }
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const names = [
  'today',
  'review',
  'quiz-setup',
  'quiz',
  'quiz-result',
  'concepts',
  'list',
  'help-notes',
  'help-levels',
  'help-data',
  'concept',
  'notes',
  'note',
  'editor',
  'new-note',
  'changes',
  'inbox',
  'skim',
  'cards',
  'stats',
  'settings',
  'missing',
]

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe.each([
  { width: 1280, themes: ['light', 'dark'] },
  { width: 390, themes: ['light', 'dark'] },
  { width: 320, themes: ['light'] },
] as const)('at $width px', ({ width, themes }) => {
  test('no screen has an accessibility violation, scrolls sideways, or complains in the console', async () => {
    const { page, context, faults } = await live.newPage({
      width,
      height: width < 400 ? 780 : 800,
      // Colours change at once with the theme.
      reducedMotion: true,
    })
    for (const name of names) {
      await page.goto(live.url + (screens[name] ?? ''))
      await settle(page)
      if (name === 'review') await page.keyboard.press('Space')
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme })
        const where = { name, colorScheme }
        expect({ ...where, violations: await violationsOf(page) }).toEqual({ ...where, violations: [] })
        expect({ ...where, overflow: await sideways(page) }).toEqual({ ...where, overflow: 0 })
      }
    }
    // A page that is not there is asked for on purpose; everything else must be quiet.
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
    await context.close()
  })
})

test('the page asks no other server for anything', async () => {
  const { page, context } = await live.newPage()
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(live.url) && !request.url().startsWith('data:')) foreign.push(request.url())
  })
  for (const name of names) {
    await page.goto(live.url + (screens[name] ?? ''))
    await settle(page)
  }
  expect(foreign).toEqual([])
  await context.close()
})

test('what the review begins with weighs at most 35 000 B of scripts, 12 000 of styles and 105 000 of fonts', async () => {
  const page = await (await fetch(`${live.url}/review`, { headers: { accept: 'text/html' } })).text()
  const weigh = async (ending: RegExp, pack: (bytes: Buffer) => Buffer) => {
    const paths = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].flatMap(([, path = '']) =>
      ending.test(path) ? path : [],
    )
    expect(paths.length).toBeGreaterThan(0)
    const files = await Promise.all([...new Set(paths)].map((path) => fetch(`${live.url}${path}`)))
    const sizes = files.map(async (file) => pack(Buffer.from(await file.arrayBuffer())).length)
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  }
  const gzip = (bytes: Buffer) => gzipSync(bytes, { level: 9 })
  // The first part is named by the page and brings no other along: the page names them all.
  expect(await weigh(/\.js$/, gzip)).toBeLessThanOrEqual(35_000)
  expect(await weigh(/\.css$/, gzip)).toBeLessThanOrEqual(12_000)
  expect(await weigh(/\.woff2$/, (bytes) => bytes)).toBeLessThanOrEqual(105_000)
})
