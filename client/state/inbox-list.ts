import type { InboxItem, InboxReply } from '../../shared/api/inbox.ts'

/** What waits, as the page holds it, and which of it is on the table. */
export interface InboxList extends InboxReply {
  readonly at: number
}

export function openList(reply: InboxReply, cardId?: string): InboxList {
  const found = reply.items.findIndex((item) => item.cardId === cardId)
  return { ...reply, at: Math.max(0, found) }
}

export function currentItem(list: InboxList): InboxItem | undefined {
  return list.items[list.at]
}

/** Decided: the item is gone, the next one takes its place. */
export function withoutCurrent(list: InboxList): InboxList {
  const item = currentItem(list)
  if (item === undefined) return list
  const items = list.items.filter((other) => other !== item)
  const counts = {
    ...list.counts,
    [item.waiting]: Math.max(0, list.counts[item.waiting] - 1),
    clean: Math.max(0, list.counts.clean - (item.clean ? 1 : 0)),
  }
  return { ...list, items, counts, at: Math.max(0, Math.min(list.at, items.length - 1)) }
}

/** Put behind the others. The last of the list gives way to the first. */
export function skipCurrent(list: InboxList): InboxList {
  const item = currentItem(list)
  if (item === undefined) return list
  const items = [...list.items.filter((other) => other !== item), { ...item, skipped: true }]
  return { ...list, items, at: list.at >= items.length - 1 ? 0 : list.at }
}

/** One further or one back, and round at the ends. */
export function moveBy(list: InboxList, step: number): InboxList {
  const { length } = list.items
  return length === 0 ? list : { ...list, at: (list.at + step + length) % length }
}

/** Takes in the next page of the server's list; what is here already is not taken twice. */
export function withMore(list: InboxList, more: InboxReply): InboxList {
  const known = new Set(list.items.map((item) => item.cardId))
  const fresh = more.items.filter((item) => !known.has(item.cardId))
  return { ...list, items: [...list.items, ...fresh], nextCursor: more.nextCursor }
}
