import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LiveApp, gradeByKey, launchBrowser, startLiveApp } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { dayMs, noon } from '../support/factories.ts'
import { isInSight } from '../support/in-sight.ts'
import { askLibrary } from '../support/library-state.ts'
import { aNotesFolder } from '../support/notes-folder.ts'
import { cardOnTable, showAnswer, talkTo } from '../support/sitting.ts'

const garden = `# Garden

- **Mulch**: a cover of bark or straw that keeps the soil moist.
- **Perlite**: white volcanic glass that loosens heavy soil.
- **Loam**: soil of sand, silt and clay in even parts.
`
const compost =
  'the rotten mix of leaves and kitchen scraps that feeds the soil, holds its water, loosens its clay, warms its roots in spring, and brings the worms back to beds that were dug too often'
const rows = (name: string) => Array.from({ length: 60 }, (_, i) => `## ${name} ${i}\n`).join('\n')
const farDown = `# Orchard

${rows('Row')}
- **Espalier**: a fruit tree that is trained flat against a wall.

\`\`\`js
prune(tree)
\`\`\`

${rows('Meadow')}`

let browser: Browser
let live: LiveApp
let library: ReturnType<typeof askLibrary>
let ask: ReturnType<typeof talkTo>
beforeAll(async () => {
  const folder = await aNotesFolder({
    'garden.md': garden,
    'vines.md': '# Vines\n\n- **Grafting**: joining a twig of one plant to the root of another.\n',
    'orchard.md': farDown,
    'pier.md': '# Pier\n\n- **STM** (Spring Tide Mark): a line on the wall of the pier.\n',
    'heap.md': `# Heap\n\n- **Compost**: ${compost}.\n`,
    'beds.md': '# Beds\n\n- **HCS** (Hot Compost System): a heap that heats itself.\n',
    'sheds.md': '# Sheds\n\n- **HCS** (Home Compost System): a heap that heats itself.\n',
  })
  browser = await launchBrowser()
  live = await startLiveApp(browser, folder, noon)
  library = askLibrary(live.url)
  ask = talkTo(live.url)
  await ask.set({ newPerDay: 200, burySiblings: false, fuzz: false, zone: 'UTC' })
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const textField = (page: Page) => page.getByLabel('Text of the note, as Markdown')
/** What saving would do, or did. */
const saving = (page: Page) => page.locator('.editor-change')

async function inEditor(path: string): Promise<Page> {
  const { page } = await live.newPage()
  await page.goto(`${live.url}/notes/${(await library.note(path)).id}/edit`)
  await eventually(() => saving(page).textContent()).toBe('Nothing to save.')
  return page
}

/** Answers a card in Review, and says how it stands then. */
async function answerOnce({ id, conceptId }: { readonly id: string; readonly conceptId: string }) {
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/review?concept=${conceptId}`)
  await showAnswer(page).waitFor()
  while ((await cardOnTable(page)) !== id) await page.keyboard.press('-')
  const counted = page.waitForResponse(
    async (response) =>
      response.url().endsWith('/reviews') && (await library.card(id)).state.schedule.kind === 'sm2',
  )
  await gradeByKey(page, '3')
  await counted
  await context.close()
  return library.card(id)
}

describe('editing a note', () => {
  test('what a save adds, changes and removes is said and named before it, and is what it does', async () => {
    const page = await inEditor('garden.md')
    const before = await library.everything()
    await textField(page).fill(
      garden
        .replace(/- \*\*Loam.*\n/, '')
        .replace('keeps the soil moist', 'keeps the soil damp')
        .concat('- **Scion**: the twig that is joined to the root of another plant.\n'),
    )
    await eventually(() => saving(page).textContent()).toBe(
      '2 new cards, 2 changed (keep their history), 1 removed.',
    )
    const named = async (change: string) =>
      (
        await page
          .locator('.editor-live-card')
          .filter({ has: page.getByText(change, { exact: true }) })
          .allInnerTexts()
      ).join('\n')
    expect(await named('New')).toContain('What is a scion?')
    expect(await named('Changed')).toContain('What is a mulch?')
    expect(await page.getByRole('list', { name: 'Removed cards' }).innerText()).toBe('What is loam?')
    expect(await library.everything()).toEqual(before)
    await page.keyboard.press('Control+s')
    await eventually(() => saving(page).textContent()).toMatch(
      /^Saved: 2 cards added, 2 changed, 1 retired\./,
    )
    expect((await library.cardAbout('even parts')).status).toBe('retired')
    expect((await library.cardAbout('keeps the soil damp')).id).toBe(
      before.cards.find((card) => card.front === 'What is a mulch?')?.id,
    )
    await page.context().close()
  })

  test('a card keeps its id, its due day and its answers when its line is reworded, and when it says something else', async () => {
    const card = await library.cardAbout('joining a twig')
    const answered = await answerOnce(card)
    expect(answered.state).toMatchObject({ answers: 1, schedule: { dueOn: '2026-03-03' } })
    for (const { from, to, said } of [
      { from: 'joining a twig', to: 'joining a young twig', said: '1 changed (keeps its history).' },
      {
        from: 'joining a young twig of one plant to the root of another',
        to: 'moving a plant from its pot into a bed with more room for it',
        said: '1 with another meaning.',
      },
    ]) {
      const page = await inEditor('vines.md')
      await textField(page).fill((await library.note('vines.md')).text.replace(from, to))
      await eventually(() => saving(page).textContent()).toBe(said)
      await page.getByRole('button', { name: 'Save' }).click()
      await eventually(() => saving(page).textContent()).toMatch(/^Saved: 1 card changed\./)
      const { back, state, history } = await library.card(card.id)
      expect(back.toLowerCase()).toBe(to.includes('young') ? `${to} of one plant to the root of another` : to)
      expect({ state, history }).toEqual({ state: answered.state, history: answered.history })
      await page.context().close()
    }
  })
})

describe('from a card to its line', () => {
  /** The line of the espalier's card, on a note too long for any window. */
  async function espalier() {
    const card = await library.cardAbout('trained flat')
    const line = card.sources[0]?.lines[0] ?? 0
    expect(line).toBeGreaterThan(100)
    return { card, line, note: await library.note('orchard.md') }
  }
  async function seesLineInEditor(page: Page, line: number): Promise<void> {
    await page.waitForURL(new RegExp(`/edit\\?line=${line}$`))
    const drawn = page.locator('.editor-writing-lines li').nth(line - 1)
    await eventually(() => drawn.getAttribute('class')).toBe('lit')
    expect(await drawn.textContent()).toContain('Espalier')
    await eventually(() => isInSight(drawn)).toBe(true)
    expect(await page.locator('.editor-writing-lines .lit').count()).toBe(1)
    const caret = await textField(page).evaluate((field: HTMLTextAreaElement) =>
      field === document.activeElement ? field.value.slice(0, field.selectionStart).split('\n').length : null,
    )
    expect(caret).toBe(line)
  }
  async function seesLineInNote(page: Page, line: number): Promise<void> {
    await page.waitForURL(new RegExp(`\\?line=${line}$`))
    const marked = page.locator('.note-sheet mark')
    await marked.waitFor()
    expect(await marked.allTextContents()).toEqual([expect.stringContaining('Espalier')])
    await eventually(() => isInSight(marked)).toBe(true)
  }

  test.each([
    { name: 'a desk', width: 1280, height: 800, touch: false },
    { name: 'a phone', width: 390, height: 780, touch: true },
  ])('it is one step from the answer in Review, on $name', async ({ width, height, touch }) => {
    const { card, line } = await espalier()
    const { page, context } = await live.newPage({ width, height, touch })
    const turned = async () => {
      await page.goto(`${live.url}/review?practice=1&q=What+is+an+espalier`)
      await eventually(() => cardOnTable(page)).toBe(card.id)
      await page.keyboard.press('Space')
      await page.getByRole('button', { name: /^Good/ }).waitFor()
    }
    await turned()
    await page.keyboard.press('o')
    await seesLineInEditor(page, line)
    await turned()
    await page
      .getByRole('complementary', { name: 'Source' })
      .getByRole('link', { name: 'orchard.md', exact: true })
      .click()
    await seesLineInNote(page, line)
    await turned()
    await page
      .getByRole('complementary', { name: 'Source' })
      .getByRole('link', { name: 'Edit orchard.md' })
      .click()
    await seesLineInEditor(page, line)
    await context.close()
  })

  test('it is two steps from the list of cards', async () => {
    const { line } = await espalier()
    const { page, context } = await live.newPage()
    for (const [link, sees] of [
      ['orchard.md', seesLineInNote],
      ['Edit orchard.md', seesLineInEditor],
    ] as const) {
      await page.goto(`${live.url}/cards?q=${encodeURIComponent('"What is an espalier"')}`)
      await page.locator('.cards-rows .cards-front').first().click()
      await page.locator('.cards-panel').getByRole('link', { name: link, exact: true }).click()
      await sees(page, line)
    }
    await context.close()
  })

  test('a line inside an example of code is marked as well', async () => {
    const note = await library.note('orchard.md')
    const line = note.text.split('\n').indexOf('prune(tree)') + 1
    const { page, context } = await live.newPage()
    await page.goto(`${live.url}/notes/${note.id}?line=${line}`)
    const marked = page.locator('.note-sheet mark')
    await marked.waitFor()
    expect(await marked.allTextContents()).toEqual(['prune(tree)'])
    await eventually(() => isInSight(marked)).toBe(true)
    await context.close()
  })
})

test('notes that disagree stand side by side with their lines; each decision counts and can be taken back', async () => {
  const { id } = await library.concept('HCS')
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/concepts/${id}`)
  const sides = page.getByRole('region', { name: 'Your notes disagree' }).locator('.concept-side')
  await eventually(() => sides.count()).toBe(2)
  const boxes = await sides.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))
  const [left, right] = boxes as DOMRect[]
  expect(left?.top).toBe(right?.top)
  expect(left?.right).toBeLessThanOrEqual(right?.left ?? 0)
  for (const [words, file] of [
    ['Hot Compost System', 'beds.md'],
    ['Home Compost System', 'sheds.md'],
  ] as const) {
    const side = sides.filter({ has: page.locator('.concept-statement', { hasText: words }) })
    expect(await side.locator('blockquote').innerText()).toContain(words)
    expect(await side.locator('figcaption').innerText()).toMatch(new RegExp(`^${file} › Beds|^${file} › `))
  }
  const asked = async () =>
    (await library.cards()).filter(({ front }) => front === 'What does HCS stand for?')
  const [card] = await asked()
  expect(card?.status).toBe('doubtful')
  expect(await library.queueIds()).not.toContain(card?.id)

  for (const { word, backs } of [
    { word: /^This one is right\s*: .*Hot/, backs: /^Hot Compost System$/ },
    { word: /^This one is right\s*: .*Home/, backs: /^Home Compost System$/ },
    { word: /^Both are right/, backs: /Hot Compost System|Home Compost System/ },
  ]) {
    await page.getByRole('button', { name: word }).click()
    await page.getByRole('heading', { name: 'What you said' }).waitFor()
    expect(await sides.count()).toBe(0)
    const ready = await asked()
    expect(ready.map(({ status }) => status)).toEqual(['ready'])
    expect(ready[0]?.back).toMatch(backs)
    expect(await library.queueIds()).toContain(ready[0]?.id)
    await page.locator('.concept-by-hand-row').getByRole('button', { name: /^Undo/ }).click()
    await eventually(() => sides.count()).toBe(2)
    expect((await asked())[0]?.status).toBe('doubtful')
  }
  await context.close()
})

test('a doubtful card waits in the Inbox with its reason, and is scheduled once the learner accepts it', async () => {
  const card = await library.cardAbout('kitchen scraps')
  const { id, front } = card
  expect(await library.queueIds()).not.toContain(id)
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/inbox`)
  const row = page.locator('.skim-row', { hasText: front })
  await row.click()
  await eventually(() => row.getAttribute('aria-current')).toBe('true')
  expect(await row.locator('.skim-why').innerText()).toMatch(/^The answer has more than 20 words\./)
  // Passed over it still waits; nothing is decided by that.
  await page.keyboard.press('j')
  await page.reload()
  await row.click()
  await page.keyboard.press('y')
  await eventually(() => library.queueIds()).toContain(id)
  expect((await library.inbox()).items.map(({ cardId }) => cardId)).not.toContain(id)

  // Reading the notes again doubts it anew, but the word stands.
  await page.goto(`${live.url}/notes`)
  await page.getByRole('button', { name: 'Read the folder again' }).click()
  await page.getByText('Read. Nothing changed.').last().waitFor()
  expect((await library.card(id)).status).toBe('ready')
  const answered = await answerOnce(card)
  expect(answered.state.schedule).toMatchObject({ kind: 'sm2', dueOn: '2026-03-03' })
  await live.setTime(noon + dayMs)
  expect(await library.queueIds()).toContain(id)
  await live.setTime(noon)
  await context.close()
})

describe('bringing notes in', () => {
  const tides = (...lines: string[]) => `# Tides\n\n${lines.map((line) => `- ${line}\n`).join('')}`
  const neap = '**Neap tide**: the small tide at half moon.'
  const first = tides(
    neap,
    '**Ebb**: the flow of water away from the shore.',
    '**Slack water**: the still time that comes between two tides.',
  )
  const second = tides(
    neap,
    '**Ebb**: the flow of sea water away from the shore.',
    '**Rip**: a strong current from the beach out to sea.',
    '**STM** (Storm Tide Mark): a line on the wall of the pier.',
  )
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'text/markdown',
    buffer: Buffer.from(text),
  })
  const sentence = (page: Page) => page.locator('.plan-sentence')
  const choose = async (page: Page, ...files: ReturnType<typeof file>[]) => {
    await page.goto(`${live.url}/notes`)
    await page.getByLabel('Choose files').setInputFiles(files)
    await sentence(page).waitFor()
  }
  const apply = async (page: Page) => {
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.locator('.notes-import-done').waitFor()
  }
  beforeAll(async () => {
    const { page, context } = await live.newPage()
    await choose(page, file('tides.md', first))
    await apply(page)
    await answerOnce(await library.cardAbout('still time that comes between'))
    await context.close()
  })

  test('new, changed, same, conflicting, vanished and refused are told apart before anything is done', async () => {
    const { page, context } = await live.newPage()
    const before = await library.everything()
    await choose(page, file('tides.md', second), file('tides.docx', 'PK\u0003\u0004'))
    const group = (name: string) => page.locator('.plan-group', { hasText: name }).innerText()
    expect(await group('New cards')).toContain('A strong current from the beach out to sea')
    // Word by word: what is new in the line is marked as such.
    expect(await group('Changed, history kept')).toContain('away from the shore')
    expect(
      await page
        .locator('.plan-group', { hasText: 'Changed, history kept' })
        .locator('ins')
        .first()
        .innerText(),
    ).toBe('sea ')
    expect(await group('Your notes disagree')).toMatch(/Spring Tide Mark[^]*Storm Tide Mark|Storm[^]*Spring/)
    expect(await group('Retired, history kept')).toContain('The still time that comes between two tides')
    expect(await page.getByText(/\d+ cards stay as they are/).innerText()).toBeTruthy()
    expect(await page.locator('section', { hasText: 'Ignored: 1 file' }).last().innerText()).toContain(
      'tides.docx',
    )
    expect(await library.everything()).toEqual(before)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Read the folder again' }).waitFor()
    expect(await library.everything()).toEqual(before)
    await context.close()
  })

  test('one undo brings everything back, at once and from the list of changes', async () => {
    const { page, context } = await live.newPage()
    const before = await library.everything()
    const bring = async () => {
      await choose(
        page,
        file('tides.md', second),
        file('reefs.md', tides('**Reef**: a ridge just under the sea.')),
      )
      await apply(page)
      expect((await library.everything()).cards.length).toBeGreaterThan(before.cards.length)
    }
    await bring()
    const counts = await page.locator('.note-rows').allInnerTexts()
    await page.locator('.notes-import-done').getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone: everything is as it was before.').last().waitFor()
    await eventually(() => page.locator('.note-rows').allInnerTexts()).not.toEqual(counts)
    expect(await library.everything()).toEqual(before)

    await bring()
    await page.goto(`${live.url}/notes/changes`)
    const newest = page.locator('.change-row').first()
    await newest.getByRole('button', { name: /^Undo/ }).click()
    await newest.getByText('Undone', { exact: true }).waitFor()
    expect(await library.everything()).toEqual(before)
    await context.close()
  })
})
