import { atSpaces, isFunctionWord, remembering, upTo, wordSet } from '../basics/text.ts'
import { isNounToo } from './imperative.ts'
import { isPlural } from './nouns.ts'
import { baseVerb, gerundBase, thirdPersonBase } from './verbs.ts'

/** Subjects that can only be followed by their verb. */
const pronouns = wordSet('nobody nothing somebody someone something everybody everyone everything anyone')

const relative = /\b(?:that|which|who|whose|where|if|how|what|why|because|so)\s/i
const singularStart = /^(?:an?|each|every|no one)$/i
const abstractNoun = /(?:ity|ness|tion|sion|ment|ance|ence|ancy|ency|age|ing)$/
const objectStart = /^(?:an?|the|its|their|every|each|all|too|no|more|your|\p{L}+ly)$/iu
const newPart = /^(?:while|when|after|before|until|unless|although|once|as|under)$/i
const adjective = /(?:ive|al|ic|ed|ous|ful|less|able|ible)$/

/** Verbs that describe a noun more often than they follow it. */
const adjectivesToo = wordSet('clean clear complete correct live open own present secure separate slow')

/**
 * True for a sentence in the present, also with verbs that are nouns elsewhere: "code quality drops while a team
 * grows", "environments differ", "nobody remembers the reason". A noun phrase ("slow queries under load") is none.
 */
export const isPresentClause = remembering((text): boolean => {
  const head = upTo(text.replace(/\([^)]*\)/g, ' '), relative)
  const parts = atSpaces(head.trim())
  const first = (parts[0] ?? '').toLowerCase()
  const start = `${first} ${(parts[1] ?? '').toLowerCase()}` === 'no one' ? 1 : 0
  if (parts.length - start > 1 && (start === 1 || pronouns.has(first)))
    return thirdPersonBase(parts[start + 1] ?? '') !== undefined
  const single = singularStart.test(first)
  const activity = gerundBase(first) !== undefined
  for (let i = 1; i < parts.length && i < 12; i++) {
    const word = parts[i] ?? ''
    const before = parts[i - 1] ?? ''
    const next = parts[i + 1] ?? ''
    if (isFunctionWord(before) || /[,;:]$/.test(before) || adjective.test(before)) {
      if (single && before.toLowerCase() === 'of') return false
      continue
    }
    if (thirdPersonBase(word) !== undefined) {
      if (single && i > 1) return true
      if (activity && i > 1 && !next.endsWith('ly') && objectStart.test(next)) return true
      if (!activity && abstractNoun.test(before) && (newPart.test(next) || objectStart.test(next)))
        return true
    } else if (
      (isPluralNoun(before) ||
        ((parts[i - 2] === 'and' || parts.slice(0, i).some(isPluralNoun)) && outcomeVerbs.has(word))) &&
      baseVerb(word) !== undefined &&
      !adjectivesToo.has(word)
    ) {
      if (!isNounToo(word) || outcomeVerbs.has(word) || (!activity && objectStart.test(next))) return true
    }
  }
  return false
})

/** Verbs that are hardly ever nouns: after "a and b" they tell what both do. */
const outcomeVerbs = wordSet(
  'amplify beat yield enable enhance ensure help improve make prevent reduce simplify streamline strengthen',
)

const isPluralNoun = (word: string): boolean => isPlural(word) && /^\p{L}+s$/u.test(word)
