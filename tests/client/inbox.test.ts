import { describe, expect, test } from 'vitest'
import type { InboxItem, InboxReply } from '../../shared/api/inbox.ts'
import { keysOnOffer } from '../../client/keys/inbox-keys.ts'
import { keyIn } from '../../client/keys/keys.ts'
import {
  currentItem,
  moveBy,
  openList,
  skipCurrent,
  withMore,
  withoutCurrent,
} from '../../client/state/inbox-list.ts'

function anItem(cardId: string, waiting: InboxItem['waiting'] = 'doubtful', clean = false): InboxItem {
  return {
    cardId,
    waiting,
    kind: 'basic',
    conceptId: 'c',
    concept: 'Caching',
    front: cardId,
    back: 'answer',
    languages: { front: null, back: null },
    proposed: null,
    reasons: [],
    clean,
    sources: [],
    answers: 0,
    skipped: false,
  }
}

const reply: InboxReply = {
  items: [anItem('a'), anItem('b', 'meaning', true), anItem('c', 'gone')],
  nextCursor: 'more',
  counts: { doubtful: 1, meaning: 1, gone: 1, clean: 1 },
  drafted: 0,
}
const ids = (list: InboxReply) => list.items.map((item) => item.cardId)

describe('the Inbox', () => {
  test('a decision takes the card away and puts the next one in its place', () => {
    const list = withoutCurrent({ ...openList(reply), at: 1 })
    expect(ids(list)).toEqual(['a', 'c'])
    expect(currentItem(list)?.cardId).toBe('c')
    expect(list.counts).toEqual({ doubtful: 1, meaning: 0, gone: 1, clean: 0 })
  })
  test('after the last one the one before it is on the desk; in the end nothing is', () => {
    let list = withoutCurrent({ ...openList(reply), at: 2 })
    expect(currentItem(list)?.cardId).toBe('b')
    list = withoutCurrent(withoutCurrent(list))
    expect(currentItem(list)).toBeUndefined()
    expect(withoutCurrent(list)).toEqual(list)
  })
  test('a skipped card goes behind the others and still counts', () => {
    const list = skipCurrent(openList(reply))
    expect(ids(list)).toEqual(['b', 'c', 'a'])
    expect(currentItem(list)?.cardId).toBe('b')
    expect(list.counts).toEqual(reply.counts)
    expect(currentItem(skipCurrent({ ...openList(reply), at: 2 }))?.cardId).toBe('a')
  })
  test('goes round at the ends, and opens at the card that an undo brought back', () => {
    expect(moveBy(openList(reply), -1).at).toBe(2)
    expect(moveBy(moveBy(openList(reply), 2), 1).at).toBe(0)
    expect(openList(reply, 'c').at).toBe(2)
    expect(openList(reply, 'gone for good').at).toBe(0)
  })
  test('takes no card twice when more come', () => {
    const more = withMore(openList(reply), { ...reply, items: [anItem('c'), anItem('d')], nextCursor: null })
    expect(ids(more)).toEqual(['a', 'b', 'c', 'd'])
    expect(more.nextCursor).toBeNull()
  })
})

describe('the keys of the Inbox', () => {
  test.each([
    ['doubtful', 'yesnoz'],
    ['meaning', 'ykesnoz'],
    ['gone', 'yksoz'],
    [null, 'z'],
  ] as const)('on a card that is %s are %s', (waiting, keys) => {
    expect(
      keysOnOffer(waiting)
        .map((action) => keyIn('inbox', action, {}))
        .join(''),
    ).toBe(keys)
  })
})
