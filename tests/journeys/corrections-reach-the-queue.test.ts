import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardsReply, CardView } from '../../shared/api/cards.ts'
import type { InboxReply } from '../../shared/api/inbox.ts'
import { readFolder } from '../../server/library/change-library.ts'
import { type NoteWatch, watchNotes } from '../../server/library/watch-notes.ts'
import { get, queue, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { eventually } from '../support/eventually.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'

let app: TestApp
let watching: NoteWatch
beforeEach(async () => {
  app = await buildTestApp({})
  watching = watchNotes(join(app.folder, 'learnings'), async () => void (await readFolder(app.learner)))
})
afterEach(async () => {
  await watching.close()
  await app.close()
})

/** Saves the note as any editor does; the watched folder is read when it has been quiet. */
const save = (text: string) => writeFile(join(app.folder, 'learnings', 'note.md'), text)
const cards = async () => (await get<CardsReply>(app, '/cards?limit=200')).cards
const active = async () => (await cards()).filter(({ status }) => status !== 'retired')
const asked = async () =>
  (await queue(app, 100)).cards.map(({ prompt, answer }) => `${prompt.text} ${answer.text}`).sort()
const inbox = async () => (await get<InboxReply>(app, '/inbox')).items

/** Saves a note, waits until a card says these words, and answers every card. */
async function studied(text: string, words: string): Promise<Map<string, CardView>> {
  await save(text)
  await eventually(async () =>
    (await active()).some(({ front, back }) => `${front} ${back}`.includes(words)),
  ).toBe(true)
  for (const card of await active()) await record(app, reviewOf(app, card, 4))
  return new Map((await active()).map((card) => [card.id, card]))
}

test('a card that was never answered follows its note at once, half a line included', async () => {
  await save('# Lakes\n\nHow deep is Baikal?::1200 m\n\n- **Quipu**: the knotted\n')
  await eventually(async () => (await asked()).join('\n')).toContain('1200 m')
  await save(
    '# Lakes\n\nHow deep is Baikal?::1642 m\n\n- **Quipu**: the knotted cords that recorded numbers in the Inca empire.\n',
  )
  await eventually(async () => (await asked()).join('\n')).toContain('1642 m')
  const now = (await asked()).join('\n')
  expect(now).not.toContain('1200 m')
  expect(now).toMatch(/cords that recorded numbers in the Inca empire/i)
  expect(now).not.toMatch(/the knotted$/im)
  expect(await inbox()).toEqual([])
  await save('# Lakes\n')
  await eventually(asked).toEqual([])
  expect(await inbox()).toEqual([])
  await expectCacheIsFold(app)
})

test('a card in the learner’s own words asks first, answered or not', async () => {
  await save('How deep is Baikal?::1200 m\n')
  await eventually(async () => (await active()).length).toBe(1)
  const [card] = await active()
  await send(app, 'PATCH', `/cards/${card?.id ?? ''}`, { front: 'Lake Baikal is how deep?' })
  await save('# Lakes\n')
  await eventually(async () => (await inbox()).map(({ waiting }) => waiting)).toEqual(['gone'])
})

test('a misspelt question, term or gap that is corrected keeps its card and its answers', async () => {
  const before = await studied(
    `# Capitals

What is the capitol of Chad?::N'Djamena

Q: Which colour has a rubie?
A: Red

The hardest minral is ==diamond== by far.

The hardest of them is ==dimond== again.

- **Saphire**: a blue stone that is cut for rings.
`,
    'rubie',
  )
  await save(`# Capitals

What is the capital of Chad?::N'Djamena

Q: Which colour has a ruby?
A: Red

The hardest mineral is ==diamond== by far.

The hardest of them is ==diamond== again.

- **Sapphire**: a blue stone that is cut for rings.
`)
  await eventually(async () => (await active()).some(({ front }) => front.includes('ruby'))).toBe(true)
  const after = await active()
  expect(after.map(({ id }) => id).sort()).toEqual([...before.keys()].sort())
  expect(after.every(({ state }) => state.answers === 1)).toBe(true)
  expect(after.map(({ front, back }) => `${front} ${back}`).join('\n')).not.toMatch(
    /capitol|rubie|minral|dimond|saphire/i,
  )
  expect(await inbox()).toEqual([])
  await expectCacheIsFold(app)
})

test('a corrected letter that may be another word is offered as the same card; until then only the old one is asked', async () => {
  const before = await studied('What is the sign of nitrate?::a flat bar\n', 'nitrate')
  await save('What is the sign of nitrite?::a flat bar\n')
  await eventually(async () => (await inbox()).map(({ waiting }) => waiting)).toEqual(['meaning'])
  const [item] = await inbox()
  expect(item).toMatchObject({ answers: 1, proposed: { front: 'What is the sign of nitrite?' } })
  expect((await active()).map(({ id, front }) => [id, front])).toEqual([
    [[...before.keys()][0], 'What is the sign of nitrate?'],
  ])
  await readFolder(app.learner)
  expect(await inbox()).toEqual([item])
  await send(app, 'POST', '/inbox/decisions', { all: { waiting: 'meaning', decision: 'accept' } })
  expect(await active()).toMatchObject([{ front: 'What is the sign of nitrite?', state: { answers: 1 } }])
  await readFolder(app.learner)
  expect(await inbox()).toEqual([])
  await expectCacheIsFold(app)
})

test.each([
  ['a number', 'Which service listens on port 80?::web', 'Which service listens on port 88?::web'],
  [
    'an abbreviation',
    'Who wrote HTTP in its first draft?::a team',
    'Who wrote HTTPS in its first draft?::a team',
  ],
  [
    'a year',
    'Which peace ended the war of 1914?::Versailles',
    'Which peace ended the war of 1918?::Versailles',
  ],
  ['the opposite', 'What increases the rate?::heat of the sun', 'What decreases the rate?::heat of the sun'],
  [
    'a denial',
    'Which ore is magnetic at rest?::magnetite alone',
    'Which ore is not magnetic at rest?::magnetite alone',
  ],
])('%s in a question makes another card, which begins anew', async (_what, old, now) => {
  await app.writeNote('note.md', `${old}\n`)
  const [before] = await active()
  await record(app, reviewOf(app, { id: before?.id ?? '' }, 4))
  await app.writeNote('note.md', `${now}\n`)
  expect(await inbox()).toMatchObject([{ cardId: before?.id, waiting: 'gone' }])
  expect((await active()).filter(({ id }) => id !== before?.id)).toMatchObject([
    { front: now.split('::')[0], state: { answers: 0 } },
  ])
})
