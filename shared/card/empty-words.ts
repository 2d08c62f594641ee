import { wordSet } from '../basics/text.ts'

/** Words that praise: any of them fits any answer. */
const praise = wordSet(`
  appropriate better best clean clearly comprehensive consistently cleanly correct correctly effective effectively
  efficient efficiently elegant good great high-quality maintainable meaningful modern modular optimal proper properly
  readable regular regularly reliable responsive reusable robust scalable seamless simple smooth smoother strong
  understandable well-documented well-structured well-written high quality`)

/** What every practice promises. */
const promises = wordSet(`
  availability efficiency flexibility maintainability modularity performance quality readability
  reusability robustness scalability usability`)

/** Verbs and nouns that carry no news by themselves. */
const generic = wordSet(`
  achieve adopt always apply approach approaches application applications build building code consider
  create creating data design designing develop developing enable ensure ensuring environment focus follow high
  implement implementing improve improved improving increase keep leverage maintain maintaining make manage mechanism
  mechanisms method methods mind practice practices process projects project provide service services solution solutions
  strategy strategies structure system systems technique techniques tool tools utilize workflow workflows write writing`)

/** True for words that say how good something is. */
export const lauds = (word: string): boolean => praise.has(word) || promises.has(word)

/** True for words that fit nearly everything that is done or built. */
export const isCommonplace = (word: string): boolean => generic.has(word)
