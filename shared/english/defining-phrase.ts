import { atSpaces, contentStems, isFunctionWord, upTo, wordCount, wordSet } from '../basics/text.ts'
import { splitTopLevel } from './enumeration.ts'
import { isClause } from './clause.ts'
import { isPlural } from './nouns.ts'
import { firstWord, withoutAsides } from './phrase.ts'
import { beforeRelative, isSentence } from './is-sentence.ts'
import { isPresentClause } from './present-clause.ts'
import { readClause } from './read-clause.ts'
import { shapeOf } from './shape.ts'

/** What follows a noun and tells which of its kind is meant. */
const described =
  /\s(?:that|which|who|whose|where|when|in which|by which|of|for|between|from|to|with|without|within|by|in|on|at|used|made|caused|produced|based|consisting|containing|giving|having|(?!(?:be|dur|noth|someth|everyth|accord|includ)ing)\p{Ll}{3,}ing)\s/u

/**
 * True for a noun phrase that tells what its term is, by form alone: "a sac in which seeds ripen", "breakdown of sugar
 * without air". A bare name, a list, a sentence, or a plural below a singular is none.
 */
export function isDefiningPhrase(term: string, text: string): boolean {
  const count = wordCount(text)
  if (
    count < 4 ||
    count > (/\s(?:that|which|who|where|in which)\s/.test(text) ? 28 : 20) ||
    /[:：;?]|https?:|^[^\p{L}`"“(]/u.test(text)
  )
    return false
  const first = firstWord(text)
  const article = /^(?:an?|the|any|one of)\s/i.test(text)
  if (!article && (isFunctionWord(first) || pointing.test(first) || isPlural(first) !== isPlural(term)))
    return false
  if (shapeOf(text) !== 'noun' || isClause(text) || isPresentClause(text) || acts(text)) return false
  if (article ? isSentence(text) : readClause(beforeRelative(text)) !== undefined) return false
  const bare = withoutAsides(text)
  const head = upTo(bare, described)
  if (head.length === bare.length || wordCount(head) > 6 || /[,/]/.test(head))
    return article && count >= 5 && !/,/.test(bare)
  if (splitTopLevel(bare).length > 3 || repeats(term, head)) return false
  // "Policies of the state" below "Empire" tells something of it, not what it is.
  return isPlural(head) === isPlural(term) || (article && /^an?\s/i.test(text) === !isPlural(term))
}

/** "The policy replaces the page": a word in -s right before an article is a verb, whatever verb it is. */
function acts(text: string): boolean {
  const parts = atSpaces(upTo(text, /[,;]|\s(?:that|which|whose|who|where|when)\s/))
  return parts.some(
    (word, i) =>
      /\p{Ll}[^s\P{L}]?s$/u.test(word) &&
      !notVerbs.has(word.toLowerCase()) &&
      /^(?:an?|the|no|its|their|his|her|how|that|why|whether)$/.test(parts[i + 1] ?? ''),
  )
}

const notVerbs = wordSet(
  `across afterwards always as besides downwards inwards less minus perhaps plus regardless sometimes this thus towards
  unless upwards versus whereas yes`,
)

/** "Comparison curve: comparison of …" says its term again; "dovetail joint: a joint whose …" names the kind that it is. */
const repeats = (term: string, head: string): boolean => {
  const own = new Set(contentStems(term).slice(0, -1))
  return contentStems(head).some((stem) => own.has(stem))
}

const pointing =
  /^(?:above|additional|also|all|another|below|best|better|both|common|different|each|every|few|further|good|great|here|key|less|lots|main|many|more|most|much|multiple|no|none|not|nothing|now|other|others|several|some|such|then|there|thus|various)$/i
