import { atSpaces, contentStems, remembering, wordSet } from '../basics/text.ts'

/** Words that praise: any of them fits any answer. */
const praise = wordSet(`
  appropriate better best clean cleaner clearly comprehensive consistently cleanly correct correctly easier easy effective
  effectively efficient efficiently elegant fast faster good great greater high-performance high-quality maintainable
  meaningful modern modular optimal performant powerful proper properly quick quicker readable regular regularly reliable
  responsive reusable robust safer scalable seamless simple simpler smooth smoother strong understandable well-documented
  well-structured well-written high quality`)

/** What every practice promises. */
const promises = wordSet(`
  availability efficiency effort efforts flexibility maintainability maintenance modularity overhead performance
  productivity quality readability reliability reusability robustness scalability scaling success time usability`)

/** A stem that also joins a noun with its verb: "document" and "documentation", "depend" and "dependency". */
const root = remembering(
  (word): string =>
    word
      .toLowerCase()
      .replace(/(?<=\p{L}{3}[^s])s$/u, '')
      .replace(
        /(?:ationally|ational|ations?|ments?|enc(?:y|ies)|ently|ents?|abl[ey]|ibl[ey]|ability|ibility|ively|ives?|ing|edly|ied|ies|ed|ers?|es|ly|s|e|y)$/,
        '',
      )
      .slice(0, 9),
  4096,
)

/** Verbs and nouns that carry no news by themselves, whatever their form. */
const generic = rootsOf(`
  achieve adopt always apply approach approaches application applications boost build building code consider
  create creating data deliver design designing develop developing development enable enhance ensure ensuring environment
  facilitate focus follow high implement implementing improve improved improving increase keep leverage maintain
  lower maintaining make manage mechanism mechanisms method methods mind minimize optimize optimizing practice practices process product
  products project projects promote provide reduce save service services simplify software solution solutions strategy
  strategies streamline structure support system systems technique techniques tool tools utilize workflow workflows write
  writing`)

function rootsOf(list: string): ReadonlySet<string> {
  return new Set([...wordSet(list)].map(root))
}

/** True for words that say how good something is. */
export const lauds = (word: string): boolean => praise.has(word) || promises.has(word)

/** True for words that fit nearly everything that is done or built. */
export const isCommonplace = (word: string): boolean => generic.has(root(word))

/** What an answer tells: its words that mean something, and those of them that are no praise, no promise and not asked. */
export interface Told {
  readonly words: readonly string[]
  readonly news: readonly string[]
  /** True when some word only praises or says again what was asked. */
  readonly echoes: boolean
}

/** What an answer tells beyond its question. */
export function toldBy(answer: string, question: string): Told {
  const asked = new Set(contentWords(question).map(root))
  const repeats = (word: string): boolean => asked.has(root(word))
  const words = contentWords(answer)
  return {
    words,
    news: words.filter((word) => !lauds(word) && !isCommonplace(word) && !repeats(word)),
    echoes: words.some((word) => lauds(word) || repeats(word)),
  }
}

/** The words of a text that carry meaning, as they are written. */
const contentWords = (text: string): string[] =>
  atSpaces(
    text
      .replace(/`[^`]*`/g, ' ')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}'-]+/gu, ' '),
  )
    .map((word) => word.replace(/^[-']+|[-']+$/g, ''))
    .filter(carriesMeaning)

const carriesMeaning = remembering((word) => contentStems(word).length > 0, 4096)
