import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'
import { otherKeyboard } from '../support/layout-keys.ts'
import { cardOnTable, said, showAnswer, talkTo } from '../support/sitting.ts'

const sums = Array.from({ length: 20 }, (_, i) => `Q: What is the sum of ${i} and 1?\nA: ${i + 1}\n`)
const notes = {
  'latin/sums.md': `# Sums\n\n${sums.join('\n')}`,
  'rtl/music.md': [
    '# מוזיקה',
    'מהי בירת צרפת (2024)?::פריז, עיר גדולה מאוד (Paris).',
    'ما هي أكبر مدينة (2024)؟::القاهرة، وهي مدينة كبيرة (Cairo).',
    'پاکستان کا دارالحکومت کیا ہے؟::اسلام آباد (Islamabad)',
    '- **קצב** (tempo): מהירות הנגינה של היצירה.',
    'מה בקוד?::`let x = 1` מגדיר משתנה.',
    'מה הסכום?::$x + y$ הוא הסכום.',
  ].join('\n\n'),
  'words/words.md':
    '# Words\n\nWhat is the speed of a piece called?::tempo\n\nThe ==pitch== of a note is how high it sounds.',
  'rtl/other.md': '# אחר\n\nמהי בירת צרפת (2024)?::ליון, עיר אחרת.',
  'wide/wide.md': [
    '# Wide #flashcards',
    'What is $\\sum_{i=0}^{n} a_i x^i + \\sum_{j=0}^{m} b_j y^j + \\int_0^\\infty e^{-x^2} dx = \\frac{1}{1-x}$ called?::a long formula, $\\prod_{k=1}^{K} c_k z^k = \\frac{1}{1-x} + \\frac{1}{1-y} + \\frac{1}{1-z}$ and more',
    'Which word is long?::Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft_without_space',
    'Which address?::https://example.org/a/very/long/path/that/does/not/break/anywhere/because/it/has/no/spaces?and=more',
    'Which command is long?\n?\n```sh\nkubectl get pods --all-namespaces --field-selector=status.phase=Running -o wide --sort-by=.metadata\n```',
    'What holds the dimensions?\n?\n| Name of the planet | Equatorial diameter in kilometres | Length of a day | Moons |\n| - | - | - | - |\n| Mercury | 4879.4 kilometres | 4222.6 hours | none |',
    '$$\\mathbf{A} = \\begin{pmatrix} a_{11} & a_{12} & a_{13} & a_{14} & a_{15} & a_{16} & a_{17} \\end{pmatrix}$$',
  ].join('\n\n'),
}

let browser: Browser
let live: LiveApp
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-hands-'))
  for (const [path, text] of Object.entries(notes)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  browser = await launchBrowser()
  live = await startLiveApp(browser, folder, noon)
  await talkTo(live.url).set({ fuzz: false, burySiblings: false, zone: 'UTC', newPerDay: 100 })
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

async function open(path: string, options = {}) {
  const { page } = await live.newPage(options)
  await page.goto(`${live.url}${path}`)
  return page
}
async function openReview(folder: 'latin' | 'rtl' | 'wide' | 'words', options = {}) {
  const page = await open(`/review?folder=${folder}`, options)
  await showAnswer(page).waitFor()
  return page
}

describe('keys of other countries', () => {
  test('grade by the digit row of AZERTY, where the key of 6 is the one that buries', async () => {
    await talkTo(live.url).set({ gradeKeys: 6 })
    const page = await openReview('latin')
    const { press } = await otherKeyboard(page)
    const first = await cardOnTable(page)
    await press({ key: '-', code: 'Digit6' })
    expect(await cardOnTable(page)).toBe(first)
    await page.keyboard.press('Space')
    await press({ key: '-', code: 'Digit6' })
    await expect.poll(() => said(page)).toMatch(/^Easy/)
    await page.keyboard.press('Space')
    await press({ key: 'é', code: 'Digit2' })
    await expect.poll(() => said(page)).toMatch(/^Wrong|^[A-Z].*again today/)
    await talkTo(live.url).set({ gradeKeys: 4 })
    await page.context().close()
  })

  test('undo, flag, go to a place and open the palette in letters that are not Latin', async () => {
    const page = await openReview('latin')
    const { press } = await otherKeyboard(page)
    const first = await cardOnTable(page)
    await page.keyboard.press('Space')
    await press({ key: '۳', code: 'Digit3' })
    await expect.poll(() => cardOnTable(page)).not.toBe(first)
    await press({ key: 'я', code: 'KeyZ', ctrl: true })
    await expect.poll(() => cardOnTable(page)).toBe(first)
    await press({ key: 'φ', code: 'KeyF' })
    await expect.poll(() => said(page)).toMatch(/^Flagged/)
    await press({ key: 'ז', code: 'KeyZ' })
    await expect.poll(() => said(page)).toMatch(/^Undid/)
    await page.goto(`${live.url}/`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await press({ key: 'ㅏ', code: 'KeyK', ctrl: true })
    await page.getByRole('combobox', { name: 'Search everything' }).waitFor()
    await page.keyboard.press('Escape')
    await press({ key: 'п', code: 'KeyG' })
    await press({ key: 'ы', code: 'KeyS' })
    await page.waitForURL('**/stats')
    await page.context().close()
  })
})

describe('an input method keeps its keys', () => {
  test('in a card that is edited in a review, and in a typed answer', async () => {
    const page = await openReview('words')
    const ime = await otherKeyboard(page)
    await page.keyboard.press('e')
    const question = page.getByLabel('Question')
    await question.fill('')
    await ime.compose('せかい')
    await ime.pressWhileComposing('Escape')
    await ime.pressWhileComposing('Enter')
    await ime.endWord('世界')
    expect(await question.inputValue()).toBe('世界')
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    const field = page.getByLabel('Type your answer')
    await field.focus()
    await ime.compose('いち')
    await ime.pressWhileComposing('Escape')
    await ime.pressWhileComposing('Enter')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(
      await showAnswer(page)
        .or(page.getByRole('button', { name: 'Check answer' }))
        .isVisible(),
    ).toBe(true)
    await page.context().close()
  })

  test('in the palette and in the sheet for a card, which stay open', async () => {
    const page = await open('/')
    const ime = await otherKeyboard(page)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('combobox', { name: 'Search everything' })
    await palette.fill('st')
    await ime.compose('a')
    await page.getByRole('option', { name: /Stats/ }).first().waitFor()
    await ime.pressWhileComposing('Enter')
    await ime.pressWhileComposing('Escape')
    await page.waitForTimeout(100)
    expect(await palette.isVisible()).toBe(true)
    expect(new URL(page.url()).pathname).toBe('/')
    await ime.endWord('a')
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'detached' })
    await page.keyboard.press('a')
    const question = page.getByRole('dialog').getByRole('textbox').first()
    await question.fill('x')
    await ime.compose('ni')
    await ime.pressWhileComposing('Escape')
    await ime.pressWhileComposing('Enter')
    expect(await question.isVisible()).toBe(true)
    await page.context().close()
  })
})

const isReview = (page: Page) => new URL(page.url()).pathname === '/review'

/** Texts that begin with a letter of a script from right to left, and do not run that way. */
async function wrongWay(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const firstStrong = /^[^\p{L}]*([\u0590-\u08ff\ufb1d-\ufefc])/u
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const wrong: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent ?? ''
      if (element === null || !firstStrong.test(text) || element.closest('script, .vh, [role=status]'))
        continue
      const own = element.closest('[dir], bdi')
      if (own === null || getComputedStyle(own).direction !== 'rtl') wrong.push(text)
    }
    return wrong
  })
}

describe('text that runs from right to left', () => {
  test('does so on both sides of a card and in its source, with its question mark at the left end', async () => {
    const page = await openReview('rtl')
    const seen = new Set<string>()
    while (isReview(page) && seen.size < 6) {
      await showAnswer(page).waitFor()
      await page.keyboard.press('Space')
      await page.locator('.card-source p').first().waitFor()
      const prompt = page.locator('.card-prompt')
      if (/[\u0590-\u08ff]/.test((await prompt.textContent()) ?? '')) {
        seen.add((await prompt.textContent()) ?? '')
        expect(await wrongWay(page)).toEqual([])
        const edges = await prompt.evaluate((element) => {
          const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text
          const rect = (from: number) => {
            const range = document.createRange()
            range.setStart(node, from)
            range.setEnd(node, from + 1)
            return range.getBoundingClientRect()
          }
          return {
            first: rect(0).right,
            last: rect(node.length - 1).left,
            box: element.getBoundingClientRect(),
          }
        })
        expect(edges.last).toBeLessThan(edges.first)
        expect(Math.abs(edges.box.right - edges.first)).toBeLessThan(3)
      }
      const before = await cardOnTable(page)
      await page.keyboard.press('4')
      await page.locator(`[data-card="${before}"]`).waitFor({ state: 'detached' })
    }
    expect(seen.size).toBeGreaterThanOrEqual(4)
    await page.context().close()
  })

  test.each(['/cards', '/notes', '/inbox', '/skim', '/concepts'])(
    'does so in the lists of %s',
    async (path) => {
      const page = await open(path)
      await page
        .getByText(/[\u0590-\u08ff]/)
        .first()
        .waitFor()
      expect(await wrongWay(page)).toEqual([])
      await page.context().close()
    },
  )

  test('does so in a note, in its editor and beside it, and in its cards', async () => {
    const page = await open('/notes')
    await page.getByRole('link', { name: /מוזיקה/ }).click()
    await page.locator('.note-line-cards').first().waitFor()
    expect(await wrongWay(page)).toEqual([])
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.locator('.editor-live-card').first().waitFor()
    expect(await wrongWay(page)).toEqual([])
    await page.goto(`${live.url}/cards?q=${encodeURIComponent('צרפת')}`)
    await page.getByRole('row', { name: /צרפת/ }).first().click()
    await page.locator('.card-source').first().waitFor()
    expect(await wrongWay(page)).toEqual([])
    await page.context().close()
  })
})

describe('on a screen of 320 px', () => {
  const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

  test('no card is wider, and a long formula scrolls inside it', async () => {
    const page = await openReview('wide', { width: 320, height: 640 })
    let formulas = 0
    for (let i = 0; i < 40 && isReview(page); i++) {
      await showAnswer(page).waitFor()
      await page.keyboard.press('Space')
      await page.locator('.card-source p').first().waitFor()
      expect(await width(page), (await page.locator('.card-prompt').textContent()) ?? '').toBe(320)
      formulas += await page
        .locator('.card .formula')
        .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length)
      const before = await cardOnTable(page)
      await page.keyboard.press('4')
      await page.locator(`[data-card="${before}"]`).waitFor({ state: 'detached' })
      // The last one leads to the summary.
      await showAnswer(page)
        .or(page.getByRole('button', { name: 'Back to Today' }))
        .first()
        .waitFor()
    }
    expect(formulas).toBeGreaterThanOrEqual(2)
    await page.context().close()
  })

  test.each(['/', '/cards', '/notes', '/inbox', '/skim', '/concepts', '/quiz', '/stats', '/settings'])(
    'nothing is wider: %s',
    async (path) => {
      const page = await open(path, { width: 320, height: 640 })
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await width(page)).toBe(320)
      await page.context().close()
    },
  )

  test('neither is a note with what it gave, nor its editor', async () => {
    const page = await open('/notes', { width: 320, height: 640 })
    await page.getByRole('link', { name: /Wide/ }).click()
    await page.locator('.note-line-cards').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await width(page)).toBe(320)
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Text of the note').waitFor()
    expect(await width(page)).toBe(320)
    await page.context().close()
  })
})
