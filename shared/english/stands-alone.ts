import { upTo, wordCount } from '../basics/text.ts'
import { isPersonal } from './impersonal.ts'

/** "However, …", "As a result, …": what only joins a sentence to the one before. */
const joint =
  /^(?:however|therefore|thus|hence|consequently|accordingly|moreover|furthermore|additionally|in addition|also|likewise|similarly|indeed|in fact|in general|generally|generally speaking|in short|in other words|basically|essentially|importantly|interestingly|note that|remember that|recall that|as a result|for this reason|on the other hand|in turn|by contrast|in contrast|conversely|nevertheless|nonetheless|still|alternatively|e\.?g\.|initially|eventually|finally|lastly|specifically|weirdly|surprisingly|fortunately|unfortunately|sadly|luckily|note|thus|and|but|so),?\s+(?=\S)/i

/** A sentence without its joint to the one before, with its own capital. */
export function withoutJoint(whole: string): string {
  const sentence = withoutBullet(whole.includes('(') ? whole.replace(exampleAside, '') : whole)
  const found = joint.exec(sentence)?.[0]
  if (
    found === undefined ||
    (!found.includes(',') && !/\sthat\s$|^(?:and|but|so|thus|therefore|hence|note|e\.?g\.)\s/i.test(found))
  )
    return sentence
  const rest = sentence.slice(found.length)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** Without the sign of a list, the quotes around the whole, and the example at its end or between commas. */
function withoutBullet(sentence: string): string {
  const bare = sentence.replace(/^(?:[-•–*]\s+|\(?[a-z0-9]\)\s+)(?=\p{L})/u, '')
  const quoted = /^[“"]([^“”"]+?)[.]?[”"][.]?$/.exec(bare)?.[1]
  const text = quoted ?? bare
  if (!/\be\.g\b|for (?:example|instance)/.test(text)) return text
  return text
    .replace(/,\s(?:for example|for instance|e\.g\.),\s/, ' ')
    .replace(/,?\s(?:e\.g\.|for example|for instance),?\s[^.;]{0,120}$/, '')
}

/** "(e.g. …)", "(i.e. …)": told by the way. */
const exampleAside = /\s\((?:=|(?:e\.g|i\.e|cf|see|fig)\b)[^()]{0,200}\)/gi

/** Words that point at something outside the sentence. */
const points =
  /\b(?:this|these|those(?! (?:who|that|which|of|with|in))|(?:the|listed|shown|given|see|stated|described) (?:above|below)|(?:above|below)(?=$|[,.;:)])|the following|aforementioned|the (?:former|latter)|here|previously|mentioned|as (?:seen|shown|discussed|noted|stated|described)|(?:see|figure|fig\.|table|diagram|slide|equation|appendix|page|chapter|lecture|example|exercise|image|picture|graph) ?\d|see also|e\.g|i\.e|for example|for instance|etc|such an?|likewise|vice versa|respectively|so on|and more(?=$|[,.;)])|in this|one of them|both of|all of them|either of|him|her|might|similar to that|said (?!that|to|so|what|he|she|it|they|we|in|by|on|at|of|nothing|no|the|an?)[a-z]+)\b/i

/** "said rights" behind "the rights": named in the sentence itself. */
const saidBefore = /\b(\p{L}{3,30})\b([^.;]{1,120}?) said (\1)\b/giu

/** Words that speak to the reader or of the writer's mood. */
const speaks =
  /\b(?:you|your|yours|yourself|let's|let us|please|okay|ok|lol|haha|i guess|maybe|somehow|todo)\b|!$|\?/i

/** Words that leave a gap of their own: fine in a definition, not in a sentence that is asked for one of its words. */
const loose =
  /\b(?:another|the (?:same|other|first|second|third|last|next|one|ones)|then|first(?=$|[,;])|things?|something|someone|anything|stuff|kind of|sort of|basically|some|certain|various|many)\b/i

/** Words that stand for something said before. */
const borrowed = /\b(?:another|the (?:same|other|next|one|ones)|then|something|someone|anything)\b/i

/** True for a sentence that a question would have to borrow a word for. */
export const isBorrowing = (sentence: string): boolean =>
  borrowed.test(sentence.replace(sameAs, ' ').replace(anotherOf, '$1 $2'))

/** "A player is liable to another player": of the kind that was named. */
const anotherOf = /\b(\p{L}{3,})\b([^.;]{1,80}?) another \1\b/giu

/** "the same care as an expert": what it is the same as is said. */
const sameAs = /\bthe same [^;]{2,60}? as\b|\b(?:at|by|has|have|in|of|on|with) the same \p{L}+/giu

/** True for a sentence with words that say too little for a gap beside them. */
export const isLoose = (sentence: string): boolean => loose.test(sentence)

/** A comparison whose other half stands elsewhere. */
const halfCompared =
  /\b(?:is|are|was|were|be|becomes?|became)\s+(?:[\d.,]+ ?(?:x|times|%|percent) |also |much |far |even |slightly |usually |often |generally |now )?(?:more|less|better|worse|\p{L}+(?<!und|af|ov|oth|prop|inn|out|upp|low|nev|eith|wheth|numb|mast|lead|fath|moth)er)(?=\s*$|\s(?:and|but|because|in|for|to|when|if)\b)(?!.*\bthan\b)/iu

/** Most sentences have no word that could compare. */
const mayCompare = /(?:er|more|less|worse)(?:\s|$)/i

const isHalfCompared = (words: string): boolean =>
  mayCompare.test(words) && halfCompared.test(upTo(words, /\s(?:because|since)\s/))

/** Marks of tables, formulas, code and drawings; a sentence is made of words. */
const signs = /[|<>={}[\]\\$→⇒←↑↓•_#*^]|https?:|\.\.\.|…|\(\s*\)/

/** True for a sentence of words that is understood without the ones around it, whoever its subject is. */
export function standsAlone(sentence: string): boolean {
  const count = wordCount(sentence)
  if (count < 5 || count > longest) return false
  if (!/^["“(`]?[\p{Lu}\d`]/u.test(sentence)) return false
  const words = /[`$]/.test(sentence)
    ? sentence.replace(/`[^`]*`/g, ' code ').replace(shortFormula, 'x')
    : sentence
  return (
    !speaks.test(words) &&
    !isPersonal(sentence) &&
    !signs.test(words) &&
    !points.test(words.replace(saidBefore, '$1$2 $3')) &&
    !isHalfCompared(words) &&
    isBalanced(sentence)
  )
}

/** "$m$": a sign of mathematics among words. */
const shortFormula = /\$(?!\\(?:right|left|im|to|up|down)\w*)[^$\s][^$]{0,14}\$/g

/** A longer sentence holds more than one fact. */
const longest = 32

const isBalanced = (text: string): boolean => {
  const count = (sign: string): number => text.split(sign).length
  return (
    count('(') === count(')') && count('“') === count('”') && count('"') % 2 === 1 && count('`') % 2 === 1
  )
}
