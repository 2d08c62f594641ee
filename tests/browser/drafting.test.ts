import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DraftListReply } from '../../shared/api/drafts.ts'
import { violationsOf } from '../support/accessibility.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { noon } from '../support/factories.ts'
import { askLibrary } from '../support/library-state.ts'
import { settle } from '../support/settle.ts'
import { type ModelServer, replies, says, saysCards, startModelServer } from '../support/model-server.ts'

const rivers = `# Rivers

- **Oxbow lake**: a bend that the river has cut off.

The outer bank of a bend is worn away by the faster water.
Sand and gravel settle at the inner bank.
A wet meadow gives a flood back in weeks.
`
const lakes = `# Lakes

A wind from the shore pushes warm water away from it.
In spring the whole water of a lake turns over.
`
const bank = {
  kind: 'basic',
  question: 'Which bank of a river bend is worn away?',
  answer: 'The outer bank',
  quote: 'The outer bank of a bend is worn away by the faster water.',
  lines: [5, 5],
  concept: null,
  corrects: null,
}
const gravel = {
  ...bank,
  kind: 'cloze',
  question: 'In a river bend, sand and gravel settle at the ___ bank.',
  answer: 'inner',
  quote: 'Sand and gravel settle at the inner bank.',
  lines: [6, 6],
}
const meadow = {
  ...bank,
  question: 'In what time does a wet meadow give a flood back?',
  answer: 'In weeks',
  quote: 'A wet meadow gives a flood back in weeks.',
  lines: [7, 7],
}
const reworded = 'Sand and gravel settle at the ___ bank of a bend.'
const ofLakes = [
  {
    ...bank,
    question: 'What pushes warm water away from the shore of a lake?',
    answer: 'A wind from the shore',
    quote: 'A wind from the shore pushes warm water away from it.',
    lines: [3, 3],
  },
  {
    ...bank,
    question: 'In which season does the whole water of a lake turn over?',
    answer: 'In spring',
    quote: 'In spring the whole water of a lake turns over.',
    lines: [4, 4],
  },
]
const invented = { ...bank, question: '<b>What does gold weigh?</b>', quote: 'Gold weighs 19 g.' }

let browser: Browser
let model: ModelServer
let live: LiveApp
let library: ReturnType<typeof askLibrary>
beforeAll(async () => {
  browser = await launchBrowser()
  model = await startModelServer()
  live = await open(model.named(null))
  library = askLibrary(live.url)
})
afterAll(async () => {
  await live.close()
  await model.close()
  await browser.close()
})

async function open(named: ReturnType<ModelServer['named']> | null): Promise<LiveApp> {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-drafting-'))
  await writeFile(join(folder, 'rivers.md'), rivers)
  await writeFile(join(folder, 'lakes.md'), lakes)
  return startLiveApp(browser, folder, noon, '127.0.0.1', named)
}

const get = async <Reply>(path: string) => (await fetch(`${live.url}/api/v1${path}`)).json() as Promise<Reply>
const waiting = async () => (await get<DraftListReply>('/drafts')).waiting
const asked = async () =>
  (await library.cards()).filter(({ status }) => status === 'ready').map(({ front }) => front)
const here = (page: Page) => page.locator('.skim-row[aria-current]')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

async function openNote(): Promise<Page> {
  const { id } = await library.note('rivers.md')
  const { page } = await live.newPage()
  await page.goto(`${live.url}/notes/${id}`)
  await page.getByRole('button', { name: 'Draft cards' }).waitFor()
  return page
}

test('by keyboard a note is drafted to cards: what leaves is shown first, and nothing is asked that was not kept', async () => {
  model.behave(saysCards([bank, gravel, meadow, invented]))
  const page = await openNote()
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog', { name: 'Draft cards' })
  await dialog.getByText(`little at ${new URL(model.url).host}`).waitFor()
  await dialog.getByText('200 of 200 drafts left').waitFor()
  const text = await dialog.getByLabel('The text, word for word').inputValue()
  const brief = await dialog.getByLabel('The brief', { exact: true }).inputValue()
  expect(model.questions).toEqual([])
  expect(await violationsOf(page)).toEqual([])

  await page.keyboard.press('Control+Enter')
  await dialog.getByText('3 proposed, 1 refused.').waitFor()
  const [question] = model.questions
  const [system, user] = question?.body.messages ?? []
  expect(brief).toBe(system?.content)
  expect(text.split('──\n\n')[1]).toBe(user?.content)
  // What comes from outside is text.
  await dialog.getByText('Why 1 draft was refused').click()
  await dialog.getByText(invented.question, { exact: true }).waitFor()
  await dialog.getByText('HTML').waitFor()
  expect(await violationsOf(page)).toEqual([])

  await dialog.getByRole('link', { name: 'Look at them' }).focus()
  await page.keyboard.press('Enter')
  await here(page).waitFor()
  await here(page).getByText('drafted by little on').waitFor()
  await here(page).getByText(bank.quote).waitFor()
  await page.getByText('3 drafted.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  expect(await asked()).not.toContain(bank.question)

  await page.keyboard.press('Space')
  await eventually(asked).toContain(bank.question)
  await page.keyboard.press('e')
  await page.getByLabel('Question').fill(reworded)
  await page.keyboard.press('Control+Enter')
  await eventually(asked).toContain(reworded)
  // The page hears of it a moment after the server has it.
  await eventually(() => page.getByLabel('Question').count()).toBe(0)
  await eventually(() => here(page).innerText()).not.toContain(reworded)
  await page.keyboard.press('d')
  await eventually(waiting).toBe(0)

  // A row that was kept is a card: another word on it holds for that card.
  await page.locator('.skim-question').first().click()
  await page.keyboard.press('d')
  await eventually(asked).not.toContain(bank.question)
  await page.keyboard.press('z')
  await eventually(asked).toContain(bank.question)

  // Each word can be taken back.
  await page.keyboard.press('z')
  await eventually(waiting).toBe(1)
  await page.keyboard.press('z')
  await eventually(asked).not.toContain(reworded)
  expect(await here(page).locator('.skim-question').innerText()).toBe(gravel.question.replace('___', '…'))
  await page.context().close()
})

test('drafts of an assistant stand in the Inbox too, and those of a note are kept at once', async () => {
  const before = await waiting()
  const { id } = await library.note('lakes.md')
  await fetch(`${live.url}/api/v1/notes/${id}/drafts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ drafts: ofLakes, by: 'An assistant' }),
  })
  await eventually(waiting).toBe(before + 2)
  const { page } = await live.newPage({ width: 390, height: 780 })
  await page.goto(`${live.url}/inbox?waiting=drafted`)
  await page.getByText('drafted by An assistant').first().waitFor()
  await page.getByRole('button', { name: 'Keep the rest of the drafts of Lakes' }).click()
  await eventually(waiting).toBe(before)
  expect(await asked()).toEqual(expect.arrayContaining(ofLakes.map(({ question }) => question)))
  await page.getByRole('button', { name: 'Undo' }).click()
  await eventually(waiting).toBe(before + 2)
  await page.context().close()
})

test('a better wording stands beside the old one, and taking it is an edit with its undo', async () => {
  const { id } = await library.cardAbout('cut off')
  await fetch(`${live.url}/api/v1/cards/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ flag: 'unclear' }),
  })
  const question = 'What is a bend called that the river has cut off?'
  model.behave(says(JSON.stringify({ wordings: [{ question, answer: 'Oxbow lake' }] })))
  const { page } = await live.newPage()
  await page.goto(`${live.url}/cards?card=${id}`)
  await page.getByRole('button', { name: 'Suggest a better wording' }).waitFor()
  const before = model.questions.length
  await page.keyboard.press('w')
  await page.getByText(`go to little at ${new URL(model.url).host}`).waitFor()
  expect(model.questions).toHaveLength(before)
  await page.getByRole('button', { name: 'Send and ask' }).click()
  await page.getByText('Suggested by little').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: /^Take this wording/ }).click()
  await page.getByText('Saved in your words.').first().waitFor()
  expect(await library.card(id)).toMatchObject({ front: question, back: 'Oxbow lake', edited: true })
  await page.getByRole('button', { name: 'Undo' }).click()
  await eventually(async () => (await library.card(id)).edited).toBe(false)
  await page.context().close()
})

test('a model that wants a key, or is not there, says so with what to do, and it can go on', async () => {
  model.behave(replies(401))
  const page = await openNote()
  const dialog = page.getByRole('dialog', { name: 'Draft cards' })
  await page.locator('[data-line="6"] .note-line-text').selectText()
  await page.keyboard.press('d')
  await dialog.getByText('What is selected: line 6').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+k')
  await page.getByLabel('Search everything').fill('draft cards')
  await page.keyboard.press('Enter')
  await dialog.getByText('The whole note').click()
  await dialog.getByLabel('The text, word for word').waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog.getByRole('alert').getByText('wants a key (401)').waitFor()
  await eventually(() => focused(page)).toBe('Go on')
  await model.close()
  await page.keyboard.press('Enter')
  await dialog.getByText('The whole note').click()
  await dialog.getByLabel('The text, word for word').waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog.getByRole('alert').getByText('cannot be reached (ECONNREFUSED)').waitFor()
  await page.context().close()
})

test('without a model nothing of it is on the page but a line that says where it is told how to name one', async () => {
  const bare = await open(null)
  const { id } = await askLibrary(bare.url).note('rivers.md')
  const { page, context } = await bare.newPage()
  await page.goto(`${bare.url}/notes/${id}`)
  await page.getByRole('link', { name: 'Edit', exact: true }).waitFor()
  await settle(page)
  await page.keyboard.press('d')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  expect(await page.getByText('Draft').count()).toBe(0)
  await page.goto(`${bare.url}/settings`)
  await page.getByText('docs/assistants.md').waitFor()
  expect(await page.getByText('Drafts a day').count()).toBe(0)
  await context.close()
  await bare.close()
})
