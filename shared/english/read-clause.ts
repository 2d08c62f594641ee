import { remembering } from '../basics/text.ts'
import { isIrregularPlural } from './irregular-plurals.ts'
import { isIrregularParticiple, isOnlyPast, isPastOrParticiple } from './irregular-pasts.ts'
import { knownAsBase, knownAsThird } from './verbs-only.ts'
import {
  isAdverb,
  isAuxiliary,
  isCoordinator,
  isDeterminer,
  isPreposition,
  isPronoun,
  isRelative,
  opensClause,
} from './word-classes.ts'

/** A sentence cut at its main verb. The parts, joined by spaces, are the sentence without its final dot. */
export interface Clause {
  /** What stands before the subject, up to its comma: "In mammals,"; '' where nothing does. */
  readonly opening: string
  readonly subject: string
  /** Adverbs between subject and verb: "also", "never". */
  readonly adverb: string
  /** The finite verb with what belongs to it: "lower", "cannot reproduce", "was abolished". */
  readonly verb: string
  readonly rest: string
  readonly form: VerbForm
  /** True for a subject of which a question says "are" and "do". */
  readonly plural: boolean
}

/** "auxiliary" is any group that begins with one: "is", "has been", "must give". */
export type VerbForm = 'auxiliary' | 'third' | 'base' | 'past'

interface Token {
  readonly text: string
  /** In lower case, without signs around it. */
  readonly word: string
  /** A sign after it ends its phrase. */
  readonly ends: boolean
  /** Between brackets, or an aside between commas: no part of the sentence's own grammar. */
  aside: boolean
}

/** A place where the main verb may stand, and how sure that is. */
interface Candidate {
  readonly at: number
  readonly form: VerbForm
  readonly strength: number
}

/**
 * The main verb of an English sentence, by laws of grammar and closed classes of words alone. A clause has one finite
 * verb; "-s" follows a singular, a bare verb a plural; a plural noun describes no other noun, so what follows it is no
 * noun; a past before an article tells what was done. Undefined where these laws do not decide.
 */
export const readClause = remembering((sentence): Clause | undefined => {
  const isWhole = /[.!]["”)]?$/.test(sentence)
  const tokens = tokensOf(sentence.replace(/[.!]+$/, ''))
  if (tokens.length < 2 || tokens.length > 60) return undefined
  const from = openingEnd(tokens)
  if (from === undefined) return undefined
  markAsides(tokens, from)
  const found = mainVerb(tokens, from, isWhole && !isGerund(tokens[from]?.word ?? ''))
  if (found === undefined || found.at <= from) return undefined
  const to = verbEnd(tokens, found)
  const join = (a: number, b: number): string =>
    tokens
      .slice(a, b)
      .map(({ text }) => text)
      .join(' ')
  let end = found.at
  while (end - 1 > from && isAdverb(tokens[end - 1]?.word ?? '') && tokens[end - 1]?.ends === false) end--
  const head = headOf(tokens, from, end)
  return {
    opening: join(0, from),
    subject: join(from, end),
    adverb: join(end, found.at),
    verb: join(found.at, to),
    rest: join(to, tokens.length),
    form: found.form,
    plural: isPluralSubject(tokens, { from, at: found.at, head, form: found.form }),
  }
})

/** Words at spaces; code and brackets stay whole. */
function tokensOf(text: string): Token[] {
  const pieces = text.match(/`[^`]*`\S*|\([^()]*\)[^\s(]*|\S+/g) ?? []
  return pieces.map((piece) => ({
    text: piece,
    word: piece.replace(/^[("“'‘]+|[)"”'’,;:.]+$/g, '').toLowerCase(),
    ends: /[,;:–—]$/.test(piece) || /^[–—-]$/.test(piece),
    aside: piece.startsWith('('),
  }))
}

/** Where the subject begins: after "In mammals,", "When the switch closes,", "In 1848". Undefined where that is not told. */
function openingEnd(tokens: readonly Token[]): number | undefined {
  const first = tokens[0]
  if (first === undefined) return undefined
  const { word } = first
  if (first.ends) return isAdverb(word) ? 1 : 0
  const opens =
    (isPreposition(word) && !/^(?:like|near|opposite|past|outside|inside)$/.test(word)) ||
    (opensClause(word) && !/^(?:that|what|how|who|why|whose|which|where)$/.test(word)) ||
    (isAdverb(word) && !/^(?:most|more|first|even|only|not|once)$/.test(word)) ||
    word === 'once' ||
    (word === 'according' && tokens[1]?.word === 'to')
  if (!opens || (/^(?:about|around|over|under)$/.test(word) && /^\d/.test(tokens[1]?.word ?? ''))) return 0
  // "Sometimes the costs …", "Usually enzymes …": an adverb of time or degree stands alone before its subject.
  if (
    /^(?:sometimes|often|usually|typically|normally|generally|occasionally|today|now|originally)$/.test(word)
  ) {
    const second = tokens[1]
    if (
      second !== undefined &&
      (isDeterminer(second.word) || isPluralNoun(second) || /^\p{Lu}/u.test(second.text))
    )
      return 1
  }
  const comma = tokens.findIndex(({ ends, aside }, i) => ends || (aside && i > 2 && opensClause(word)))
  if (comma >= 0 && comma < tokens.length - 2) return comma + 1
  return /^(?:in|by|around|since|from)$/.test(word) && /^(?:\d{3,4}|\d{3,4}s)$/.test(tokens[1]?.word ?? '')
    ? 2
    : undefined
}

const beginsAside =
  /^(?:also|as|or|often|sometimes|formerly|originally|which|who|whose|where|an?|the|known|called|including|such|named|e\.g|i\.e)$/

/** Marks ", invented by Gutenberg," and ", which is …," before any verb: the sentence goes on behind them. */
function markAsides(tokens: readonly Token[], from: number): void {
  for (let i = from; i < tokens.length - 1; i++) {
    const token = tokens[i]
    const next = tokens[i + 1]
    if (token === undefined || next === undefined) return
    if (isAuxiliary(token.word) || token.aside) return
    if (!token.ends) continue
    if (!beginsAside.test(next.word) && !isPastOrParticiple(next.word)) return
    const close = tokens.findIndex(({ ends }, at) => at > i + 1 && ends)
    const after = tokens[close + 1]
    if (close < 0 || after === undefined || /^(?:and|or)$/.test(after.word)) return
    for (let at = i + 1; at <= close; at++) {
      const one = tokens[at]
      if (one !== undefined) one.aside = true
    }
    i = close
    return
  }
}

function mainVerb(tokens: readonly Token[], from: number, isWhole: boolean): Candidate | undefined {
  let best: Candidate | undefined
  let licensed = false
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined || token.aside) continue
    const { word } = token
    if (best !== undefined && (opensClause(word) || isCoordinator(word))) licensed = true
    else if (
      i > from &&
      opensClause(word) &&
      !isRelative(word) &&
      !isPreposition(word) &&
      !/^\p{Lu}{2}/u.test(token.text)
    )
      return undefined
    if (i > from && best === undefined && isRelative(word) && !tokens[i - 1]?.ends) {
      const closed = relativeEnd(tokens, i + 1)
      if (closed === undefined) return undefined
      i = closed - 1
      continue
    }
    if (best === undefined && opensContact(tokens, from, i)) {
      const closed = relativeEnd(tokens, i)
      if (closed === undefined) return undefined
      i = closed - 1
      continue
    }
    if (i > from && isFiniteAuxiliary(tokens, i)) {
      // Two finite verbs in one clause: what looked like the first was a noun.
      if (best === undefined || (!licensed && best.strength < certain))
        return { at: i, form: 'auxiliary', strength: certain }
      return best
    }
    if (licensed) {
      if (best !== undefined && best.strength >= likely) return accepted(best, isWhole)
      continue
    }
    const found = i > from ? candidateAt(tokens, from, i) : undefined
    // Two verbs do not stand side by side: "supports generated columns".
    const beside = found?.form === 'past' && best?.at === i - 1
    if (found !== undefined && !beside && (best === undefined || found.strength > best.strength)) best = found
    if (best !== undefined && token.ends && i > best.at) licensed = true
  }
  return best === undefined ? undefined : accepted(best, isWhole)
}

/** What is only possible needs a whole sentence around it. */
const accepted = (found: Candidate, isWhole: boolean): Candidate | undefined =>
  found.strength >= likely || isWhole ? found : undefined

const [possible, likely, certain] = [1, 2, 3] as const

/** "can" after an article, "May" and "will" of somebody are nouns. */
function isFiniteAuxiliary(tokens: readonly Token[], i: number): boolean {
  const { text = '', word = '' } = tokens[i] ?? {}
  if (!isAuxiliary(word) || /^\p{Lu}/u.test(text)) return false
  const before = tokens[i - 1]?.word ?? ''
  return !(
    isDeterminer(before) &&
    /^(?:can|will|might|must|may)$/.test(word) &&
    before !== 'all' &&
    before !== 'some'
  )
}

/** "the energy a man must eat": an article right behind a noun begins a clause without "that", if two verbs follow. */
function opensContact(tokens: readonly Token[], from: number, i: number): boolean {
  const before = tokens[i - 1]
  if (i < from + 2 || before === undefined || !/^(?:an?|the)$/.test(tokens[i]?.word ?? '')) return false
  if (
    before.ends ||
    before.aside ||
    isClosed(before.word) ||
    /^(?:half|twice|once|such|quite)$/.test(before.word)
  )
    return false
  const verbs = tokens.flatMap((_, at) => (at > i && isFiniteAuxiliary(tokens, at) ? [at] : []))
  const [first, second] = verbs
  if (first === undefined || second === undefined || second < first + 2) return false
  return !tokens
    .slice(i + 1, second)
    .some(({ word, ends }) => ends || isCoordinator(word) || (opensClause(word) && !isPreposition(word)))
}

/** The token behind the verb of a relative clause that begins at `start`. */
function relativeEnd(tokens: readonly Token[], start: number): number | undefined {
  let i = start
  while (isAdverb(tokens[i]?.word ?? '')) i++
  const first = tokens[i]?.word ?? ''
  const ownSubject = isDeterminer(first) || isPronoun(first) || /^\p{Lu}/u.test(tokens[i]?.text ?? '')
  if (!ownSubject) {
    if (!isAuxiliary(first)) return i + 1
    while (
      isAuxiliary(tokens[i]?.word ?? '') ||
      /^(?:not|be|been|being)$/.test(tokens[i]?.word ?? '') ||
      isAdverb(tokens[i]?.word ?? '')
    )
      i++
    return i + 1
  }
  for (let at = i + 1; at < Math.min(tokens.length, i + 8); at++) {
    if (isAuxiliary(tokens[at]?.word ?? '')) return at + 2
    if (candidateAt(tokens, i, at) !== undefined || isPronoun(tokens[at - 1]?.word ?? '')) return at + 1
  }
  return undefined
}

function candidateAt(tokens: readonly Token[], from: number, i: number): Candidate | undefined {
  const token = tokens[i]
  if (token === undefined || !/^\p{Ll}[\p{Ll}-]*[,;:]?$/u.test(token.text)) return undefined
  const { word } = token
  if (
    isClosed(word) ||
    word.length < 3 ||
    (token.ends && knownAsThird(word) !== 'verb only' && !goesOn(tokens[i + 1]))
  )
    return undefined
  let p = i - 1
  while (p > from && (tokens[p]?.aside === true || (isAdverb(tokens[p]?.word ?? '') && !tokens[p]?.ends))) p--
  const before = tokens[p]
  if (before === undefined || before.aside || (before.ends && p === i - 1)) return undefined
  if (!isPronoun(before.word) && (isClosed(before.word) || /^(?:be|been|being)$/.test(before.word)))
    return undefined
  const follows = followsAs(tokens[i + 1], tokens[i + 2])
  if (follows === 'relative') return undefined
  // "the things we see": a clause inside the sentence.
  if (isPronoun(before.word) && before.word !== 'one')
    return p === from ? { at: i, form: formOf(word), strength: certain } : undefined
  return (
    pastCandidate(word, follows, i) ??
    thirdCandidate(tokens, { from, i, p, follows }) ??
    baseCandidate(tokens, { from, i, p, follows })
  )
}

const isClosed = (word: string): boolean =>
  isDeterminer(word) ||
  isPreposition(word) ||
  isCoordinator(word) ||
  opensClause(word) ||
  isPronoun(word) ||
  isAdverb(word) ||
  isAuxiliary(word)

const formOf = (word: string): VerbForm =>
  isOnlyPast(word) || isPastOrParticiple(word) ? 'past' : /[^s]s$/.test(word) ? 'third' : 'base'

/** ", reducing consumption": a deed that follows from the one before. */
const goesOn = (next: Token | undefined): boolean => next !== undefined && isGerund(next.word)

/** What the next word tells of this one: only an object of its own, or "that", must follow a verb. */
type Follows = 'object' | 'noun' | 'relative' | 'of' | 'by' | 'preposition' | 'end' | 'other'

function followsAs(next: Token | undefined, after: Token | undefined): Follows {
  if (next === undefined) return 'end'
  const { word } = next
  if (word === 'of' || word === 'by') return word
  if (word === 'who' || word === 'which' || word === 'whose') return 'relative'
  // "herbivores that had plates": no verb takes "that" without a subject behind it.
  if (word === 'that' && after !== undefined && isAuxiliary(after.word)) return 'relative'
  if (
    word === 'that' ||
    word === 'how' ||
    word === 'what' ||
    word === 'whether' ||
    word === 'itself' ||
    word === 'himself'
  )
    return 'object'
  if (isDeterminer(word) || /^(?:it|them|him|us|you|me|themselves|one|two|three|four|five)$/.test(word))
    return 'object'
  if (/^(?:about|around|over|under)$/.test(word) && /^(?:an?|half|\d.*)$/.test(after?.word ?? ''))
    return 'object'
  if (isPreposition(word) || word === 'and' || word === 'or') return 'preposition'
  return isAdverb(word) ||
    isCoordinator(word) ||
    opensClause(word) ||
    isAuxiliary(word) ||
    !/^[\p{L}\d]/u.test(next.text)
    ? 'other'
    : 'noun'
}

function pastCandidate(word: string, follows: Follows, at: number): Candidate | undefined {
  if (isOnlyPast(word)) return { at, form: 'past', strength: nounToo.test(word) ? likely : certain }
  if (!isPastOrParticiple(word) || follows === 'by' || follows === 'of' || bearsName.test(word))
    return undefined
  if (follows === 'object') return { at, form: 'past', strength: certain }
  // A participle behind its noun takes no object: before a noun it tells what was done.
  if (follows === 'noun') return naming.test(word) ? undefined : { at, form: 'past', strength: likely }
  return intransitive.test(word) ? { at, form: 'past', strength: possible } : undefined
}

/** Pasts that are written like a noun: "the use bit". */
const nounToo = /^(?:bit|bore|fell|lay|rose|saw|spoke|stole)$/

/** Verbs without an object: their "-ed" is hardly ever a participle behind its noun. */
const intransitive =
  /^(?:agreed|appeared|arrived|belonged|collapsed|consisted|declined|decreased|depended|died|differed|disappeared|emerged|ended|erupted|existed|expanded|fled|fought|happened|increased|lasted|led|lived|marched|met|migrated|moved|occurred|reigned|remained|resulted|returned|ruled|sat|served|slept|spread|stood|swept|turned|won|worked)$/

/** Participles that take a name behind them: "enzymes called proteases". */
const bearsName = /^(?:called|named|termed|known|labelled|labeled|dubbed|entitled|titled)$/

/** Pasts that are written like the verb, or stand behind a noun as often as they tell what was done. */
const naming =
  /^(?:considered|made|left|kept|held|bet|cost|cut|hit|hurt|let|put|quit|read|rid|set|shut|split|spread)$/

interface Look {
  readonly from: number
  readonly i: number
  /** The word before it, adverbs and asides left out. */
  readonly p: number
  readonly follows: Follows
}

/** "The heart pumps blood": after a singular. */
function thirdCandidate(tokens: readonly Token[], { from, i, p, follows }: Look): Candidate | undefined {
  const word = tokens[i]?.word ?? ''
  const before = tokens[p]
  if (before === undefined || !/[^suia]s$/.test(word)) return undefined
  const known = knownAsThird(word)
  if (known === undefined && isIrregularPlural(word)) return undefined
  const head = headOf(tokens, from, i)
  const single = isSingle(tokens, from, head)
  const acts = follows === 'object' || known === 'verb only'
  // No noun stands behind an adverb of manner: "incorrectly results in".
  if (p < i - 1 && known !== undefined && /[a-z]{3}ly$/.test(tokens[i - 1]?.word ?? '') && follows !== 'of')
    return { at: i, form: 'third', strength: likely }
  // "Limits on a use lowers the value": writers let a verb agree with the nearest noun; before an article it is one.
  const slips = known === 'verb only' && follows === 'object' && head !== p
  if (!single && !slips && isPluralNoun(tokens[head])) return undefined
  if (!single && !slips && isPluralNoun(before) && (head === p || !acts)) return undefined
  if (follows === 'of')
    return /^(?:consists|comprises|disposes|thinks|dies|conceives)$/.test(word)
      ? { at: i, form: 'third', strength: certain }
      : undefined
  if (known === 'verb only')
    return { at: i, form: 'third', strength: follows === 'object' ? certain : likely + 0.25 }
  if (follows === 'object') return { at: i, form: 'third', strength: likely + 0.5 }
  if (describes.test(before.word)) return undefined
  if (follows === 'end')
    return known === undefined ? undefined : { at: i, form: 'third', strength: possible - 0.5 }
  return known === undefined ? undefined : { at: i, form: 'third', strength: possible + 0.5 }
}

/** Adjectives by their ending: what follows them is most often a noun. */
const describes = /(?:[^aeiou]al|ical|ial|ic|ive|ous|ful|less|able|ible|ary)$/

/** "a", "each": one thing, whatever its noun ends in. */
const isSingle = (tokens: readonly Token[], from: number, head: number): boolean => {
  const first = tokens[from]?.word ?? ''
  return (
    head > from && (/^(?:an?|each|every|another|this|one|either|neither)$/.test(first) || isGerund(first))
  )
}

/** "Giving gifts reduces conflict": an activity is one thing. */
const isGerund = (word: string): boolean =>
  (/[a-z]{2}ing$/.test(word) && knownAsBase(word.slice(0, -3)) !== undefined) ||
  (knownAsBase(`${word.slice(0, -3)}e`) !== undefined && word.endsWith('ing'))

/** "The kidneys filter blood": after a plural, which describes no noun. */
function baseCandidate(tokens: readonly Token[], { from, i, p, follows }: Look): Candidate | undefined {
  const word = tokens[i]?.word ?? ''
  const before = tokens[p]
  if (before === undefined || /(?:[^s]s|ing|[^e]ed)$/.test(word)) return undefined
  // "sends back a frame": what stands before is the verb.
  if (p > from && knownAsThird(before.word) === 'verb only') return undefined
  if (isPastOrParticiple(word) && follows !== 'object') return undefined
  const known = knownAsBase(word)
  const head = headOf(tokens, from, i)
  if (isSingle(tokens, from, head)) return undefined
  if (isPluralNoun(before)) {
    if (follows === 'object') return { at: i, form: 'base', strength: certain }
    // "Firms attempt to prevent …": no noun stands between a plural and an infinitive.
    if (
      follows === 'preposition' &&
      tokens[i + 1]?.word === 'to' &&
      knownAsBase(tokens[i + 2]?.word ?? '') !== undefined
    )
      return { at: i, form: 'base', strength: likely }
    const none = describes.test(word) || postposed.test(word) || isIrregularPlural(word)
    if (known !== 'verb only' && none) return undefined
    if (known !== undefined) return { at: i, form: 'base', strength: likely }
    // "Glaciers carve valleys": what stands between a plural and a noun is a verb, if the sentence is whole.
    return follows === 'noun' && p === i - 1 && head === p && isPluralNoun(tokens[i + 1])
      ? { at: i, form: 'base', strength: possible }
      : undefined
  }
  const joined = tokens.slice(from, i).some(({ word: own }) => own === 'and')
  if (!isPluralNoun(tokens[head]) && !joined) return undefined
  return known === 'verb only' && !describes.test(before.word)
    ? { at: i, form: 'base', strength: follows === 'object' ? certain : likely }
    : undefined
}

/** Adjectives that stand behind their noun: "cells capable of …". */
const postposed =
  /^(?:able|absent|alike|alone|available|capable|common|due|equal|free|further|greater|higher|larger|less|likely|longer|lower|present|ready|responsible|rich|similar|smaller|such|typical|unable|worth)$/

/** The noun that decides the number of a subject: the last one before its first preposition. */
function headOf(tokens: readonly Token[], from: number, to: number): number {
  let head = from
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (token === undefined || token.aside) continue
    if (i > from && (isPreposition(token.word) || isRelative(token.word) || isPastOrParticiple(token.word)))
      break
    head = i
    if (token.ends) break
  }
  return head
}

function isPluralNoun(token: Token | undefined): boolean {
  if (token === undefined || isClosed(token.word)) return false
  const bare = token.text.replace(/[,;:"”)]+$/, '')
  if (/^\p{Lu}{2,}$/u.test(bare) || /['’]s$/.test(bare)) return false
  return (
    isIrregularPlural(token.word) ||
    (/[^suia']s$/.test(token.word) && !token.word.endsWith('ics') && token.word.length > 3) ||
    /^[A-Z]{2,}s$/.test(bare)
  )
}

/** The end of the verb's group: its auxiliaries, "not", adverbs between them and the verb itself. */
function verbEnd(tokens: readonly Token[], { at, form }: Candidate): number {
  if (form !== 'auxiliary') return at + 1
  let to = at + 1
  const word = (i: number): string => tokens[i]?.word ?? ''
  const hasBeen = (i: number): boolean => word(i) === 'have' && isParticiple(word(i + 1))
  while (
    /^(?:not|be|been|being)$/.test(word(to)) ||
    hasBeen(to) ||
    (isAdverb(word(to)) && to < tokens.length - 1)
  )
    to++
  const first = word(at)
  if (/^(?:is|are|was|were|isn't|aren't|wasn't|weren't)$/.test(first) || /^(?:be|been)$/.test(word(to - 1)))
    return isParticiple(word(to)) && !tokens[to]?.aside ? to + 1 : lastVerbal(tokens, at, to)
  if (/^(?:has|have|had)$/.test(first)) return isParticiple(word(to)) ? to + 1 : at + 1
  return to + 1
}

/** "is often": an adverb before no participle belongs to what follows. */
function lastVerbal(tokens: readonly Token[], at: number, to: number): number {
  let end = to
  while (end > at + 1 && isAdverb(tokens[end - 1]?.word ?? '')) end--
  return end
}

const isParticiple = (word: string): boolean => isPastOrParticiple(word) || isIrregularParticiple(word)

function isPluralSubject(
  tokens: readonly Token[],
  { from, at, head, form }: { from: number; at: number; head: number; form: VerbForm },
): boolean {
  const verb = tokens[at]?.word ?? ''
  if (/^(?:is|was|has|does|isn't|wasn't|hasn't|doesn't)$/.test(verb)) return false
  if (form === 'third') return !isSingle(tokens, from, head) && isPluralNoun(tokens[head])
  if (form === 'base' || /^(?:are|were|have|do|aren't|weren't|haven't|don't)$/.test(verb)) return true
  const joined = tokens.slice(from, at).some(({ word, aside }) => word === 'and' && !aside)
  return joined || isPluralNoun(tokens[head])
}
