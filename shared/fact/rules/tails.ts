import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { upTo } from '../../basics/text.ts'
import { splitEnumeration, splitTopLevel } from '../../english/enumeration.ts'
import { firstWord, trimEnd, withoutAsides } from '../../english/phrase.ts'
import { baseVerb, gerundBase, thirdPersonBase, toThirdPerson } from '../../english/verbs.ts'
import type { Draft } from '../fact.ts'

/** Verbs whose object answers "What does X …?" well. */
const telling =
  /^(?:allow|enable|ensure|encourage|improve|reduce|prevent|provide|support|follow|avoid|remove|simplify|lead|increase|promote|eliminate|guarantee|enforce|automate|accelerate|speed|boost|enhance|help|let|make|minimize|protect|replace|require|store|combine|separate|translate|measure|handle|manage|isolate|save|bridge|facilitate|maximize|lower|streamline|validate|verify|detect|convert|generate|connect|distribute|foster|favor|favour|organize|rely|describe|express|eliminate)$/

/** A statement's core and the further facts that its tails hold: ", reducing X", " that encourages Y", " for Z". */
export interface Tailed {
  readonly core: string
  readonly drafts: readonly Draft[]
}

/** Cuts ", allowing clients to …" and " that follows …" from a definition: each answers a question of its own. */
export function cutTails(term: string, text: string): Tailed {
  const drafts: Draft[] = []
  let core = trimEnd(text)
  const participle = participleTail(core)
  if (participle !== undefined) {
    core = trimEnd(core.slice(0, participle.at))
    drafts.push(...effectsOf(term, participle.tail))
  }
  const relative =
    /^(.{8,}?),?\s+(?:that|which)\s+(?:(?:also|then|mainly|directly|automatically)\s+)?(\p{L}+)\s+(.+)$/u.exec(
      withoutAsidesKeepingCode(core),
    )
  if (relative?.[1] !== undefined && relative[2] !== undefined && relative[3] !== undefined) {
    const base = thirdPersonBase(relative[2])
    if (base !== undefined && telling.test(base) && !/\b(?:that|which)\b/.test(relative[1])) {
      const effect = effect1(term, base, relative[3])
      if (effect !== undefined) drafts.push(effect)
    }
  }
  return { core, drafts }
}

const withoutAsidesKeepingCode = (text: string): string => text

function participleTail(text: string): { at: number; tail: string } | undefined {
  const pieces = splitTopLevel(text)
  if (listsActivities(pieces)) return undefined
  let at = 0
  for (const [i, piece] of pieces.entries()) {
    if (i > 0) {
      const bare = piece.replace(/^(?:and |thereby |thus |significantly |greatly |often |while )+/i, '')
      const base = gerundBase(firstWord(bare))
      if (base !== undefined && telling.test(base) && /^\p{Ll}/u.test(bare)) {
        const from = text.indexOf(piece, at)
        return from < 0 ? undefined : { at: from, tail: text.slice(from) }
      }
    }
    at = text.indexOf(piece, at) + piece.length
  }
  return undefined
}

/** "orchestrating containers, managing deployments, and enabling …": one list of activities, no tail. */
function listsActivities(pieces: readonly string[]): boolean {
  const acts = (piece: string): boolean => gerundBase(firstWord(piece)) !== undefined
  const head = /(?:^|\s(?:involving|including|covering|of|for|by|means|involves|includes)\s)(\p{L}+ing\s.*)$/u
  const last = /^and\s+(.+)$/.exec(pieces.at(-1) ?? '')?.[1] ?? ''
  return (
    pieces.length >= 3 &&
    acts(last) &&
    pieces.slice(1, -1).every(acts) &&
    acts(head.exec(pieces[0] ?? '')?.[1] ?? '')
  )
}

/** "improving quality, reducing errors, and accelerating delivery": one effect each, or a list of three or more. */
export function effectsOf(term: string, tail: string): Draft[] {
  const cleaned = trimEnd(tail.replace(/^,?\s*(?:and |thereby |thus |significantly |greatly |often )+/i, ''))
  const parts = splitEnumeration(cleaned) ?? [cleaned]
  const gerunds = parts.filter((part) => gerundBase(firstWord(part)) !== undefined)
  if (gerunds.length >= 3 && gerunds.length === parts.length) {
    return [{ kind: 'list', term, cue: { kind: 'effects' }, items: parts }]
  }
  if (gerunds.length === parts.length) {
    return parts.flatMap((part) => {
      const first = firstWord(part)
      const effect = effect1(term, gerundBase(first) ?? '', part.slice(first.length).trim())
      return effect === undefined ? [] : [effect]
    })
  }
  const first = firstWord(cleaned)
  const effect = effect1(term, gerundBase(first) ?? '', cleaned.slice(first.length).trim())
  return effect === undefined ? [] : [effect]
}

/** "errors, saves time and makes results reliable": only the first verb's object. */
function cutVerbs(object: string): string {
  const found =
    /,?\s+(?:and\s+)?(?:saves|makes|helps|reduces|improves|ensures|allows|enables|keeps|gives|prevents|provides|supports|increases|simplifies|avoids|adds|removes|runs|uses|returns|handles|lets|leads)\s/.exec(
      object,
    )
  return found === null ? object : object.slice(0, found.index)
}

/** A deed of a term: "allows | clients to request …". */
interface Done {
  readonly term: string
  readonly base: string
  /** What follows the verb. */
  readonly rest: string
}

/** A layout answers for the deeds that it knows; null for one that tells nothing. */
type Layout = Case<Done, Draft | null>

/** "What does X allow clients to do?" → "request exactly the data they need". */
export function effect1(term: string, base: string, object: string): Draft | undefined {
  if (!telling.test(base)) return undefined
  const rest = trimEnd(upTo(cutVerbs(object), /,?\s+but\s/))
  if (rest === '') return undefined
  return firstAnswer(layouts, { term, base, rest }) ?? undefined
}

/** "allows clients to request …". */
const enables: Layout = ({ term, base, rest }) => {
  if (!/^(?:allow|enable|encourage|help|require)$/.test(base)) return undefined
  const [, who, statement] = /^((?:(?!to\b)[\p{L}\p{N}'-]+\s+){1,4})to\s+(\p{L}+\b.*)$/u.exec(rest) ?? []
  if (who === undefined || statement === undefined) return undefined
  const whom = /^(?:us|me|you)$/.test(who.trim()) ? 'you' : who.trim()
  return { kind: 'effect', term, deed: { verb: base, whom, follows: 'to do' }, statement }
}

/** "lets clients request …"; "makes code faster" has no such verb and tells nothing by itself. */
const letsDo: Layout = ({ term, base, rest }) => {
  if (!/^(?:let|help|make)$/.test(base)) return undefined
  const parts = rest.split(' ')
  const at = parts.findIndex((word, i) => i > 0 && i < 4 && isDeed(word, parts[i - 1] ?? ''))
  const who = parts.slice(0, Math.max(0, at))
  if (base === 'make' || at < 1 || who.some((word) => /^(?:of|for|in|to|and|with|be)$/.test(word)))
    return null
  const whom = who.join(' ').replace(/^(?:us|me)$/, 'you')
  const deed = { verb: base, whom, follows: 'do' } as const
  return { kind: 'effect', term, deed, statement: parts.slice(at).join(' ') }
}

/** A verb that is no noun here: no article stands before it, and it is seldom a thing. */
const isDeed = (word: string, before: string): boolean =>
  baseVerb(word) !== undefined &&
  !/^(?:code|work|process|time|test|build|access|design|state|use|name|query|view|model)$/.test(word) &&
  !/^(?:the|an?|your|this|each)$/i.test(before)

/** "speeds up reads". */
const withParticle: Layout = ({ term, base, rest }) => {
  const [, particle, statement] = /^(to|on|up|with|as|by|from|for|into)\s+(.+)$/.exec(rest) ?? []
  if (particle === undefined || statement === undefined) return undefined
  return phrasalVerbs.test(`${base} ${particle}`)
    ? { kind: 'effect', term, deed: { verb: base, particle }, statement }
    : null
}

const phrasalVerbs = /^(?:lead to|speed up|rely on|help with|turn into|serve as|protect from|run on)$/

/** "improves it", "leads teams": the object is elsewhere, or the verb wants its particle. */
const pointsAway: Layout = ({ base, rest }) =>
  /^(?:it|them|this|that)\b/i.test(rest) || base === 'lead' ? null : undefined

/** "reduces load". */
const plainObject: Layout = ({ term, base, rest }) => effectOf(term, base, withoutAsides(rest))

/** In order: the first layout that knows a deed answers for it. */
const layouts: readonly Layout[] = [enables, letsDo, withParticle, pointsAway, plainObject]

/** "What does pagination break?" asks for something else than "breaks large data into pages": such verbs stay in the answer. */
export function effectOf(term: string, base: string, object: string): Draft {
  return phrasal.test(base)
    ? { kind: 'effect', term, deed: null, statement: `${toThirdPerson(base)} ${object}` }
    : { kind: 'effect', term, deed: { verb: base }, statement: object }
}

/** Verbs that say little or something else without what follows their object. */
const phrasal =
  /^(?:break|bring|change|convert|cut|divide|get|give|group|keep|map|move|put|separate|set|split|take|transform|translate|turn)$/
