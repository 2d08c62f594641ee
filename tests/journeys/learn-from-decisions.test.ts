import { afterEach, expect, test } from 'vitest'
import type { CardsReply, CardView } from '../../shared/api/cards.ts'
import type { DecisionsReply, InboxReply } from '../../shared/api/inbox.ts'
import type { TasteReply } from '../../shared/api/taste.ts'
import { get, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'

const short = (name: string): string => `${name.charAt(0)}X${name.charAt(1).toUpperCase()}`
const expansion = (name: string): string =>
  `- ${short(name)} (${name} Xenon ${name.charAt(1).toUpperCase()}ose)\n`
const names = 'Alder Birch Cedar Doum Elm Fir Gum Holly Iroko Jarrah Kauri Larch'.split(' ')
const trees = `# Tree codes\n\n${names.map(expansion).join('')}`

let opened: TestApp
afterEach(() => opened.close())

async function open(): Promise<TestApp> {
  opened = await buildTestApp({ 'trees.md': trees })
  await send(opened, 'PUT', '/settings', { cardDensity: 'balanced' })
  return opened
}

const cardsOf = async (app: TestApp): Promise<CardView[]> =>
  (await get<CardsReply>(app, '/cards?limit=200')).cards.filter(({ status }) => status !== 'retired')
const decide = (app: TestApp, cards: readonly CardView[], decision: 'keep' | 'drop') =>
  send<DecisionsReply>(app, 'POST', '/skim/decisions', {
    decisions: cards.map(({ id }) => ({ cardId: id, decision })),
  })
const formOf = ({ rows }: TasteReply) => rows.find(({ trait }) => trait === 'form')
const another = (app: TestApp) => app.writeNote('oak.md', `# Oak codes\n\n${expansion('Oak')}`)
async function standingOfOak(app: TestApp): Promise<string | undefined> {
  return (await cardsOf(app)).find(({ front }) => front.includes(short('Oak')))?.status
}

test('a form whose cards are all dropped waits in the Inbox, and comes back with a reset', async () => {
  const app = await open()
  const cards = await cardsOf(app)
  expect(cards).toHaveLength(12)
  expect(cards.every(({ status }) => status === 'ready')).toBe(true)
  await decide(app, cards, 'drop')

  await another(app)
  expect(await standingOfOak(app)).toBe('doubtful')
  const [waiting] = (await get<InboxReply>(app, '/inbox?waiting=doubtful')).items
  expect(waiting?.reasons.map(({ sentence }) => sentence)).toEqual(['You keep few cards like this one.'])
  expect(formOf(await get<TasteReply>(app, '/taste'))).toEqual({
    trait: 'form',
    name: 'stands for',
    kept: 0,
    decided: 12,
    made: 'less',
  })

  expect((await send<TasteReply>(app, 'DELETE', '/taste')).body.rows).toEqual([])
  expect(await standingOfOak(app)).toBe('ready')
})

test('a form whose cards are kept stays asked, and an undone decision teaches nothing', async () => {
  const app = await open()
  const cards = await cardsOf(app)
  await decide(app, cards, 'keep')
  expect(formOf(await get<TasteReply>(app, '/taste'))).toMatchObject({ kept: 12, decided: 12 })
  const { body } = await decide(app, cards, 'drop')
  expect(formOf(await get<TasteReply>(app, '/taste'))).toMatchObject({ kept: 0, decided: 12 })
  await send(app, 'DELETE', `/changes/${body.changeId ?? ''}`)
  expect(formOf(await get<TasteReply>(app, '/taste'))).toMatchObject({ kept: 12, decided: 12 })
  await another(app)
  expect(await standingOfOak(app)).toBe('ready')
})

test('a suspended card and one flagged for its wording are not kept, until a reset forgets them', async () => {
  const app = await open()
  const [one, other] = await cardsOf(app)
  await send(app, 'PUT', `/cards/${one?.id ?? ''}/suspension`, {})
  await send(app, 'PATCH', `/cards/${other?.id ?? ''}`, { flag: 'unclear' })
  expect(formOf(await get<TasteReply>(app, '/taste'))).toMatchObject({ kept: 0, decided: 2 })
  await send(app, 'DELETE', '/taste')
  expect((await get<TasteReply>(app, '/taste')).rows).toEqual([])
})
