import { atSpaces, isFunctionWord, remembering, upTo, wordSet } from '../basics/text.ts'
import { pastBase, thirdPersonBase } from './verbs.ts'

const finite =
  /\b(?:is|are|was|were|can|could|should|must|will|would|may|might|has|have|had|do|does|did|cannot|can't|don't|doesn't|isn't|aren't|won't|couldn't|didn't|wasn't|shouldn't)\b/i

/** True when a finite auxiliary stands anywhere in the text. */
export function hasFinite(text: string): boolean {
  return finite.test(text)
}

/** True when the part before the first comma or bracket has a verb of its own. */
export function hasFiniteHead(text: string): boolean {
  const head = upTo(text, /[,;:–—(]/)
  return (
    finite.test(head) ||
    /\s(?:helps|makes|ensures|reduces|improves|leads|allows|enables|prevents|saves|fosters|streamlines|enhances|provides|requires|means|gives|yields|proved|helped|highlighted|taught|showed|became|improved|reduced|made|emphasized|turned out)\s/i.test(
      head.replace(/\b(?:that|which|who)\s+\p{L}+/gu, ''),
    )
  )
}

/** "Using caches, indexes and pools reduces latency": an activity with its verb, however late. */
export function activityActs(text: string): boolean {
  const parts = atSpaces(text)
  const sub = parts.findIndex((word) => subordinate.test(word))
  return parts.slice(2, sub < 0 ? parts.length : sub).some((word, i) => {
    const before = parts[i + 1] ?? ''
    return (
      !isFunctionWord(before) &&
      !/[,;:]$/.test(before) &&
      (/^(?:is|are|was|were|became|broke|caused|created|led|made|required|resulted)$/i.test(word) ||
        (outcomes.has(word) && (parts[i + 3] ?? '') !== ''))
    )
  })
}

const subordinate = /^(?:that|which|who|whose|where|when|if|how|what|why|because|so|while|until|unless)$/i
const outcomes = wordSet(`
  enables encourages enhances ensures guarantees helps improves keeps leads lets makes minimizes prevents
  promotes reduces saves simplifies speeds streamlines strengthens`)

/** The letters with which a word begins. */
const bareWord = remembering((word) => word.replace(/[^\p{L}'-].*$/u, ''), 2048)

const relativeClause =
  /\b(?:that|which|who|whose|where|when|if|how|what|why|because|so|until|while|unless|(?:before|after) (?:it|they))\s/i

/** True when the text has a subject and a finite verb of its own, outside relative clauses. */
export const isClause = remembering((text): boolean => {
  const open = text.includes('(') ? text.replace(/\([^)]*\)/g, ' ') : text
  const relative = relativeClause.exec(open)
  const head = relative === null ? open : `${open.slice(0, relative.index)} `
  const parts = atSpaces(head)
  if (parts.length < 3) return false
  if (hasFinite(parts.slice(1).join(' ')) || toldInThePast(parts)) return true
  return parts.slice(1, 9).some((word, i) => {
    const before = parts[i] ?? ''
    const bare = bareWord(word)
    if (bare === '') return false
    const past = pastBase(bare)
    const third = thirdPersonBase(bare)
    if ((past === undefined && third === undefined) || /[,;:]$/.test(before)) return false
    const isPast =
      past !== undefined &&
      bare !== past &&
      /[a-z]{3,}$/.test(before) &&
      !isFunctionWord(before) &&
      !before.endsWith('ly') &&
      followsAsPast(bare, parts[i + 2] ?? '')
    const isThird =
      third !== undefined &&
      !isFunctionWord(before) &&
      !/ing$|ed$|ive$|al$|ic$/.test(before) &&
      followsAsVerb(parts, i + 1) &&
      unambiguousThird.has(bare.toLowerCase())
    return isPast || isThird
  })
})

/** "Deer chewed the bark": an unknown past form between a noun and an article. */
function toldInThePast(parts: readonly string[]): boolean {
  return parts.slice(1, 9).some((word, i) => {
    const before = parts[i] ?? ''
    return (
      (/^\p{Ll}{3,}ed$/u.test(word) || strongPast.has(word)) &&
      /^\p{L}[\p{Ll}-]*[^d\W]$/u.test(before) &&
      !isFunctionWord(before) &&
      !before.endsWith('ly') &&
      /^(?:the|an?|its|their|our|his|her|every|all)$/.test(parts[i + 2] ?? '')
    )
  })
}

const strongPast = wordSet(
  'ate beat bit blew caught drove fell froze held hit left lost rose shook stood struck tore wore',
)

/** Verb forms that are hardly ever plural nouns. */
const unambiguousThird = wordSet(`
  accepts adds allows answers applies asks avoids becomes belongs blocks breaks bridges brings builds
  carries catches combines comes consists contains converts costs counts crashes creates decides defines
  deletes depends describes determines differs divides drives eliminates enables encourages enhances ensures
  evolves exceeds executes exists expires explains exposes facilitates fails falls fetches follows forgets fosters
  gathers generates gets gives goes grows guarantees handles hangs happens helps hides holds identifies ignores
  implements improves includes increases invalidates involves keeps knows leads leaks lets lies lives loses lowers
  maintains makes manages matters means minimizes misleads moves needs occurs offers operates optimizes
  organizes passes performs prevents produces promotes protects proves provides reaches reads receives
  reduces refers rejects relies remains remembers removes represents requires responds reveals runs saves scales sees sends
  separates serves shows simplifies sits slows solves specifies speeds stands starts stays stops stores
  streamlines strengthens supports takes tells transforms treats triggers turns uses validates varies
  verifies waits wins works writes yields`)

/** A past form before a preposition is a participle ("copy kept apart"), before an object it tells what was done. */
function followsAsPast(word: string, next: string): boolean {
  if (
    next === '' ||
    /^(?:by|in|on|at|to|from|with|for|of|as|into|over|under|through|during|along|apart|and|or|together|visible|when|while|per|without|within|between|after|before|up|down|out|off)$/i.test(
      next,
    )
  )
    return false
  return (
    !/^(?:kept|made|held|given|written|taken|sent|built|set|put|used|needed|called|based|read|shared|stored)$/i.test(
      word,
    ) || /^(?:the|an?|it|them|all|us|you)$/i.test(next)
  )
}

function followsAsVerb(parts: readonly string[], i: number): boolean {
  const next = (parts[i + 1] ?? '').toLowerCase()
  return next !== 'by' && next !== ''
}
