/** A parenthesis with the words before it. */
export interface Aside {
  readonly before: string
  readonly inside: string
}

/** How an aside is found: what stands in it, and how much text before it belongs to it. */
interface AsideShape {
  /** Sticky: matches from the opening to the closing parenthesis and captures what is inside. */
  readonly inside: RegExp
  /** The words before the parenthesis, if there are enough of them. */
  readonly before: (text: string, place: Gap) => string | undefined
}

/** The text between the last parenthesis or aside and the next one. */
interface Gap {
  /** Where the last aside ended. */
  readonly free: number
  /** The last parenthesis of any kind, or -1. */
  readonly bracket: number
  /** Where the words before the parenthesis end. */
  readonly end: number
  readonly open: number
}

/** Any short aside, with up to 120 signs before it. */
const short: AsideShape = {
  inside: /\(([^()]{2,80})\)/y,
  before: (text, { free, bracket, end }) => {
    const from = Math.max(free, bracket, end - 121)
    return from < end ? text.slice(from, end).trimStart() : undefined
  },
}

const spaced =
  (most: number): AsideShape['before'] =>
  (text, { free, bracket, end, open }) => {
    const from = Math.max(free, bracket + 1, end - most)
    const to = Math.max(end, from + 3)
    return to < open ? text.slice(from, to) : undefined
  }

const example: AsideShape = {
  inside: /\((?:(?:e\.?g\.?,?|for example,?|such as|like|including|i\.e\.?,?)\s*:?\s*)?([^()]{5,120})\)/iy,
  before: spaced(120),
}

const purpose: AsideShape = { inside: /\(((?:to|for)\s+[^()]{4,80})\)/y, before: spaced(80) }

const shapes = { short, example, purpose }

/** The asides of one shape in a text, from left to right, in one pass. */
export function asidesIn(text: string, shape: keyof typeof shapes): Aside[] {
  if (!text.includes('(')) return []
  const { inside, before } = shapes[shape]
  const found: Aside[] = []
  let free = 0
  let bracket = -1
  for (let open = 0; open < text.length; open++) {
    const sign = text[open]
    if (sign !== '(' && sign !== ')') continue
    if (sign === '(') {
      inside.lastIndex = open
      const match = inside.exec(text)
      const end = match === null ? 0 : text.slice(0, open).trimEnd().length
      const words = match === null ? undefined : before(text, { free, bracket, end, open })
      if (match !== null && words !== undefined) {
        found.push({ before: words, inside: match[1] ?? '' })
        free = open + match[0].length
      }
    }
    bracket = open
  }
  return found
}
