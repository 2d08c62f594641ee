import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardsReply } from '../../shared/api/cards.ts'
import type { InboxReply } from '../../shared/api/inbox.ts'
import { get, listAllConcepts, record, reviewOf, send } from '../support/api.ts'
import { readFolder } from '../../server/library/change-library.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'

const [title = '', ...bullets] = someNotes.trim().split(/\n\n|\n(?=- )/)
const half = Math.floor(bullets.length / 2)

let app: TestApp
let before: readonly string[]
beforeEach(async () => {
  app = await buildTestApp({ 'caching.md': someNotes })
  for (const card of (await active()).slice(0, 8)) await record(app, reviewOf(app, card, 4))
  before = await histories()
})
afterEach(() => app.close())

const active = async () =>
  (await get<CardsReply>(app, '/cards?limit=200')).cards.filter(({ status }) => status !== 'retired')
/** Every card that is asked, by its id and how often it was answered. */
const histories = async () => (await active()).map(({ id, state }) => `${id} ${state.answers}`).sort()
const folder = () => join(app.folder, 'learnings')
const file = (name: string) => join(folder(), name)

/** What people do to notes without meaning another thing. */
const edits: readonly (readonly [string, () => Promise<void>])[] = [
  [
    'a note moved into a folder',
    async () => {
      await mkdir(file('deep'))
      await rename(file('caching.md'), file('deep/caching.md'))
    },
  ],
  ['a note renamed', () => rename(file('caching.md'), file('stores.md'))],
  [
    'a note split into two',
    async () => {
      await writeFile(file('a.md'), [title, '', ...bullets.slice(0, half)].join('\n'))
      await writeFile(file('b.md'), [title, '', ...bullets.slice(half)].join('\n'))
      await rm(file('caching.md'))
    },
  ],
  [
    'lines in another order',
    () => writeFile(file('caching.md'), [title, '', ...bullets.toReversed()].join('\n')),
  ],
  ['other line ends', () => writeFile(file('caching.md'), someNotes.replaceAll('\n', '\r\n'))],
  [
    'a byte order mark and no final line end',
    () => writeFile(file('caching.md'), `\uFEFF${someNotes.trimEnd()}`),
  ],
  [
    'other bullets and emphasis',
    () => writeFile(file('caching.md'), someNotes.replaceAll('\n- **', '\n* __').replaceAll('**', '__')),
  ],
  [
    'a sentence more at the top',
    () =>
      writeFile(
        file('caching.md'),
        someNotes.replace('\n\n', '\n\nA few words about stores that are fast.\n\n'),
      ),
  ],
  ['the same facts in a second note', () => writeFile(file('copy.md'), someNotes)],
]

test.each(edits)('%s keeps every card and its history', async (_what, edit) => {
  await edit()
  await readFolder(app.learner)
  expect(await histories()).toEqual(before)
  expect((await get<InboxReply>(app, '/inbox')).items).toEqual([])
  await expectCacheIsFold(app)
})

test('concepts merged, split and renamed by hand keep every card and its history', async () => {
  const concepts = await listAllConcepts(app)
  const [first, second, third] = concepts
  await send(app, 'POST', '/concept-changes', { kind: 'merge', conceptId: first?.id, intoId: second?.id })
  await send(app, 'POST', '/concept-changes', { kind: 'rename', conceptId: third?.id, term: 'Mine' })
  await send(app, 'POST', '/concept-changes', { kind: 'split', conceptId: second?.id, term: first?.term })
  await writeFile(file('caching.md'), [title, '', ...bullets.toReversed()].join('\n'))
  await readFolder(app.learner)
  expect(await histories()).toEqual(before)
  await expectCacheIsFold(app)
})
