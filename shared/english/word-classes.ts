import { wordSet } from '../basics/text.ts'

/** The classes of English words that no new word joins: grammar closes these lists. */

const auxiliaries = wordSet(`
  is are was were has have had do does did can could may might must shall should will would cannot isn't aren't wasn't
  weren't hasn't haven't hadn't don't doesn't didn't can't couldn't mustn't shouldn't won't wouldn't`)

const determiners = wordSet(`
  a an the this that these those each every either neither any some no all both half another such its their his her
  your our my whose several many few most more less fewer`)

const prepositions = wordSet(`
  about above across after against along amid among around as at before behind below beneath beside besides between
  beyond by despite down during except for from in inside into like near of off on onto opposite out outside over past
  per since than through throughout till to toward towards under underneath unlike until unto up upon versus via with
  within without`)

const relatives = wordSet('that which who whom whose where')

const subordinators = wordSet(`
  although as because before after if once since so than that though unless until when whenever where whereas wherever
  whether which while who whom whose why how what`)

const pronouns = wordSet(`
  i you he she it we they one anybody anyone anything everybody everyone everything nobody nothing somebody someone
  something there who`)

const coordinators = wordSet('and or but nor yet')

const adverbs = wordSet(`
  again ago almost alone already also always even ever first forth further hence here however indeed instead just later
  maybe meanwhile more moreover most much mostly never next not now often once only otherwise perhaps quite rather
  seldom sometimes soon still then thereby therefore thus today together too usually very well yet`)

/** "is", "must", "cannot": what can only be a finite verb. */
export const isAuxiliary = (word: string): boolean => auxiliaries.has(word)
/** "the", "each", "its". */
export const isDeterminer = (word: string): boolean => determiners.has(word)
/** "of", "through". */
export const isPreposition = (word: string): boolean => prepositions.has(word)
/** "that", "which", "who": what opens a clause about the noun before it. */
export const isRelative = (word: string): boolean => relatives.has(word)
/** "because", "when", "that": what opens a clause with a finite verb of its own. */
export const opensClause = (word: string): boolean => subordinators.has(word)
/** "it", "they", "everyone": what stands for a noun and its article. */
export const isPronoun = (word: string): boolean => pronouns.has(word)
/** "and", "but". */
export const isCoordinator = (word: string): boolean => coordinators.has(word)
/** "often", "quickly". */
export const isAdverb = (word: string): boolean => adverbs.has(word) || /[a-z]{3}ly$/.test(word)
