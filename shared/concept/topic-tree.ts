import { compareText, normaliseText } from '../basics/text.ts'

/** A topic with what stands directly below it and the topics inside it. */
export interface Topic<Item> {
  readonly name: string
  readonly items: readonly Item[]
  readonly topics: readonly Topic<Item>[]
}

/** How a tree is kept readable. */
export interface TreeShape {
  /** A topic with fewer items than this is no level of its own: they stand in the one above. */
  readonly fewest: number
  /** How many levels of topics there are at most. */
  readonly deepest: number
}

const readable: TreeShape = { fewest: 3, deepest: 2 }

/**
 * The topics of all items, from the paths at which they stand: folders, titles, headings. The same heading in two notes
 * makes two topics. No item is lost, and the order of the items changes nothing but their order.
 */
export function topicTree<Item>(
  items: readonly Item[],
  pathOf: (item: Item) => readonly string[],
  shape: TreeShape = readable,
): Topic<Item> {
  const root = growing<Item>('')
  for (const item of items) {
    let at = root
    for (const name of pathOf(item)) {
      const known = at.inside.get(levelled(name)) ?? growing<Item>(name)
      at.inside.set(levelled(name), known)
      at = known
    }
    at.items.push(item)
  }
  return fold(belowLoneTopics(root), shape, 0)
}

/** Everything that stands in a topic, its own first. */
export function itemsIn<Item>({ items, topics }: Topic<Item>): readonly Item[] {
  return topics.length === 0 ? items : [...items, ...topics.flatMap(itemsIn)]
}

interface Growing<Item> {
  readonly name: string
  readonly items: Item[]
  readonly inside: Map<string, Growing<Item>>
}

const growing = <Item>(name: string): Growing<Item> => ({ name, items: [], inside: new Map() })
const levelled = (name: string): string => normaliseText(name).replace(/[\s_-]+/g, ' ')

/** One folder around everything tells nothing apart. */
function belowLoneTopics<Item>(root: Growing<Item>): Growing<Item> {
  let at = root
  for (;;) {
    const [only, ...others] = at.inside.values()
    if (only === undefined || others.length > 0 || at.items.length > 0 || only.inside.size === 0)
      return { ...at, name: '' }
    at = only
  }
}

function fold<Item>({ name, items, inside }: Growing<Item>, shape: TreeShape, depth: number): Topic<Item> {
  const topics = [...inside.values()].map((topic) => fold(topic, shape, depth + 1))
  const isLone = depth > 0 && topics.length === 1
  const isLevel = (topic: Topic<Item>): boolean =>
    depth < shape.deepest && !isLone && itemsIn(topic).length >= shape.fewest
  return {
    name,
    items: [...items, ...topics.filter((topic) => !isLevel(topic)).flatMap(itemsIn)],
    topics: topics.filter(isLevel).sort((a, b) => compareText(levelled(a.name), levelled(b.name))),
  }
}
