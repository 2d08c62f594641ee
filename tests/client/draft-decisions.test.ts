import { beforeEach, expect, test } from 'vitest'
import type { DraftDecisionsBody, DraftDecisionsReply } from '../../shared/api/drafts.ts'
import { type DraftDecisions, createDraftDecisions } from '../../client/state/draft-decisions.ts'

let asked: string[]
let replies: (() => Partial<DraftDecisionsReply>)[]
let drafts: DraftDecisions
beforeEach(() => {
  asked = []
  replies = []
  let changes = 0
  const decide = async ({ decisions }: DraftDecisionsBody): Promise<DraftDecisionsReply> => {
    asked.push(decisions.map(({ draftId, decision }) => `${decision} ${draftId}`).join(', '))
    await Promise.resolve()
    const accepted = decisions
      .filter(({ decision }) => decision === 'accept')
      .map(({ draftId }) => ({ draftId, cardId: `card of ${draftId}` }))
    const usual = { changeId: `change ${++changes}`, accepted, dropped: 0, refused: [] }
    return { ...usual, ...replies.shift()?.() }
  }
  const undo = async (changeId: string) => void asked.push(`undo ${changeId}`)
  drafts = createDraftDecisions({ decide, undo })
})

const keep = (draftId: string) => drafts.say([{ draftId, decision: 'accept' }])
const drop = (draftId: string) => drafts.say([{ draftId, decision: 'drop' }])
const refused = (draftId: string) => ({
  draftId,
  code: 'note_gone',
  sentence: 'Its note is not there any more.',
})

test('what is said while one is stored shares the next change, and each knows it', async () => {
  const first = keep('a')
  const storing = drafts.store(first)
  const [second, third] = [drop('b'), keep('c')]
  await storing
  await drafts.store(second)
  await drafts.store(third)
  expect(asked).toEqual(['accept a', 'drop b, accept c'])
  expect([first.changeId, second.changeId, third.changeId]).toEqual(['change 1', 'change 2', 'change 2'])
  expect([drafts.cardOf('a'), drafts.cardOf('b')]).toEqual(['card of a', undefined])
})

test('one of a shared change is taken back alone: the others are said again', async () => {
  const [first, second, third] = [keep('a'), keep('b'), keep('c')]
  await drafts.store(first)
  await drafts.takeBack(third)()
  expect(asked).toEqual(['accept a, accept b, accept c', 'undo change 1', 'accept a, accept b'])
  expect([first.changeId, second.changeId]).toEqual(['change 2', 'change 2'])
  expect(drafts.cardOf('c')).toBeUndefined()
  await drafts.takeBack(second)()
  await drafts.takeBack(first)()
  expect(asked.slice(3)).toEqual(['undo change 2', 'accept a', 'undo change 3'])
})

test('what is taken back before it was sent is never sent; on its way, it is undone', async () => {
  const first = keep('a')
  await drafts.takeBack(first)()
  await drafts.store(first)
  expect(asked).toEqual([])
  const second = keep('b')
  const storing = drafts.store(second)
  const rest = drafts.takeBack(second)
  await storing
  await rest()
  expect(asked).toEqual(['accept b', 'undo change 1'])
})

test('what is refused says why; the others of its change stand', async () => {
  replies = [() => ({ refused: [refused('a')] })]
  const [first, second] = [keep('a'), keep('b')]
  await expect(drafts.store(first)).rejects.toThrow('Its note is not there')
  await drafts.store(second)
  expect([first.changeId, second.changeId]).toEqual([null, 'change 1'])
  replies = [() => ({ refused: [refused('d')] })]
  const some = drafts.say(['c', 'd'].map((draftId) => ({ draftId, decision: 'accept' as const })))
  await drafts.store(some)
  expect(some).toMatchObject({ changeId: 'change 2', refused: [{ id: 'd' }] })
})

test('a request that fails fails for all that it took along', async () => {
  replies = [
    () => {
      throw new Error('offline')
    },
  ]
  const [first, second] = [keep('a'), keep('b')]
  await expect(drafts.store(first)).rejects.toThrow('offline')
  await expect(drafts.store(second)).rejects.toThrow('offline')
  expect(asked).toHaveLength(1)
})
