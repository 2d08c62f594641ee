import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { atSpaces, contentStems, upTo, wordCount } from '../../basics/text.ts'
import { isGeneralNoun } from '../../english/general-nouns.ts'
import { isPlural } from '../../english/nouns.ts'
import { firstWord } from '../../english/phrase.ts'
import { splitAdverb } from '../../english/shape.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { isPreposition } from '../../english/word-classes.ts'
import { lowerTitle } from '../../english/title-case.ts'
import { aspectOf } from '../../english/labels.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import { baseVerb, gerundBase, isVerbForm, pastBase, thirdPersonBase } from '../../english/verbs.ts'

/** What a list is asked for, and which term it is about. */
interface Cue {
  readonly words: string
  readonly term: string
}

/** A line that introduces a list. */
interface Lead {
  /** As it stands. */
  readonly line: string
  /** Without the author's words and without "are the following". */
  readonly own: string
  readonly subject: string
}

/** A layout answers for the lines that it knows; null for one that introduces nothing. */
type Layout = Case<Lead, Cue | null>

/** What a list below an introducing line is asked for: "uses of X", "problems that X avoids", "features of X". */
export function cueOf(line: string, subject: string): Cue | undefined {
  if (isAboutTheDocument(line) || pointsAway.test(line) || isAdverbial(line)) return undefined
  const own = withoutFrame(line)
  return isPersonal(own) ? undefined : (firstAnswer(layouts, { line, own, subject }) ?? undefined)
}

/** "What helps?", "the above", "This happens because cells", "other cases". */
const pointsAway =
  /\?$|\b(?:because|since|although)\b|\b(?:above|here|these are|this is|this|such|said)\b|^(?:an)?other\b/i

/** "For faces and words": where or for whom something holds, not what is listed. */
const isAdverbial = (line: string): boolean => isPreposition(firstWord(line).toLowerCase())

/** The line without "that I liked most", "There are three …", "… are the following". */
const withoutFrame = (line: string): string =>
  line
    .replace(
      /\s+(?:that |which )?(?:I|we)\s+(?:found|liked|like|used|use|learned|learnt|discovered|love|enjoyed)(?:\s+(?:most|useful|helpful|interesting))?(?=\s|$)/gi,
      '',
    )
    .replace(/^(?:I|We)\s+/i, '')
    .replace(
      /^There (?:are|exist)\s+(?:\d+|two|three|four|five|six|several|many|some|a few|the)?\s*(?=\p{Ll})/iu,
      '',
    )
    .replace(
      /\s+(?:are|is|were|was|include|includes|including)(?:\s+(?:as follows|the following|following|these|listed|below))*$/i,
      '',
    )
    .replace(/\s+(?:the )?following$/i, '')
    .trim()

/** "Use cases", "Benefits". */
const aspect: Layout = ({ own, subject }) => {
  const name = subject === '' ? undefined : aspectOf(own)
  if (name === undefined || name === 'reason' || name === 'importance') return undefined
  return { words: `${name === 'purpose' ? 'use' : name}s of ${subject}`, term: subject }
}

/** "Used Redis for", "Used for". */
const usedFor: Layout = ({ own, subject }) => {
  const found =
    /^(?:(?:used|use|using|uses|utilized)\s+)(it|them|[\p{L}\p{N} ./-]{1,40}?)?\s*(?:\p{L}+ly\s+)?(?:for|to)$/iu.exec(
      own,
    )
  if (found === null) return undefined
  const used = found[1]?.trim() ?? 'it'
  const term = /^(?:it|them)$/i.test(used) ? subject : used
  const isTime = /\b(?:weeks?|days?|months?|hours?|sprints?|time)$/i.test(term)
  return isTime || term === '' ? null : { words: `uses of ${term}`, term }
}

/** "Great for". */
const goodFor: Layout = ({ own, subject }) =>
  subject !== '' &&
  /^(?:useful|great|good|ideal|perfect|best|suited|helpful|handy)\s+(?:for|when)$/i.test(own)
    ? {
        words: `things ${subject} ${isPlural(subject) ? 'are' : 'is'} ${own.toLowerCase()}`,
        term: subject,
      }
    : undefined

/** "A request is answered in four steps". */
const steps: Layout = ({ own, subject }) => {
  const [, deed, parts] =
    /^(.+?)\s+in\s+(?:\p{L}+\s+)?(steps|stages|phases|ways|layers|parts)$/iu.exec(own) ?? []
  return deed === undefined || parts === undefined
    ? undefined
    : { words: `${parts} in which ${lowerFirst(deed)}`, term: subject }
}

/** "Bubble sort is a bad choice for". */
const dangling: Layout = ({ own, subject }) => {
  const who = /^(.+?)\s+(is|are|was|were)\s+((?:a |an )?[\p{L} ]+?\s(?:for|in|of|with|to|by))$/iu.exec(
    own,
  )?.[1]
  return who === undefined
    ? undefined
    : { words: `things that ${lowerFirst(own)}`, term: subject === '' ? who : subject }
}

/** "GraphQL avoids two problems"; no line that ends with "are": its verb introduces the list. */
const clause: Layout = ({ line, own, subject }) =>
  copula.test(line) || /^there (?:are|were|exist)\b/i.test(line) ? undefined : clauseCue(own, subject)

const copula = /\s(?:are|is|were|was|include|includes|including)(?:\s(?:as follows|the following|these))*$/i

/** "Building blocks of an API". */
const noun: Layout = ({ own, subject }) => nounCue(own, subject)

/** In order: the first layout that knows a line answers for it. */
const layouts: readonly Layout[] = [aspect, usedFor, goodFor, steps, dangling, clause, noun]

/** "GraphQL avoids two problems" asks for "problems that GraphQL avoids". */
function clauseCue(own: string, subject: string): Cue | undefined {
  const parts = own.split(' ')
  const at = parts.findIndex(
    (word, i) =>
      i > 0 &&
      i < 6 &&
      /^\p{Ll}/u.test(word) &&
      (thirdPersonBase(word) !== undefined ||
        (/^(?:have|has|need|use|support|offer|provide|cover|include|require|can|allow)$/.test(word) &&
          isPlural(parts[i - 1] ?? ''))) &&
      !/^(?:of|for|the|a|to|in|with|that)$/i.test(parts[i - 1] ?? ''),
  )
  if (at < 1) return undefined
  const who = parts.slice(0, at).join(' ')
  // "2 stages" counts a noun that is a verb's form elsewhere.
  if (/^(?:\d+|one|two|three|four|five|six|several)$/i.test(who)) return undefined
  const verb = parts[at] ?? ''
  const object = parts
    .slice(at + 1)
    .join(' ')
    .replace(
      /^(?:one|two|three|four|five|six|several|some|many|the|these|its|various|multiple|different)\s+/i,
      '',
    )
  const named = /^(?:it|this|they)$/i.test(who) ? subject : who
  if (named === '' || /\b(?:that|which)\b/.test(who)) return undefined
  if (/^to\s/.test(object)) return undefined
  if (object === '')
    return { words: `things that ${lowerFirst(named)} ${verb}`, term: subject === '' ? named : subject }
  const head = upTo(object, /\s+(?:for|of|in|to|with|on|that|when)\s+/)
  if (!isPlural(head) || wordCount(object) > 8) return undefined
  return { words: `${object} that ${lowerFirst(named)} ${verb}`, term: subject === '' ? named : subject }
}

/** "Features", "Learned strategies to reduce load", "Building blocks of an API besides its schema". */
function nounCue(own: string, subject: string): Cue | undefined {
  const { rest } = splitAdverb(own)
  const first = firstWord(rest)
  const bare = (
    pastBase(first) !== undefined && /^\p{Lu}/u.test(first) ? rest.slice(first.length).trim() : own
  )
    .replace(
      /^(?:the|some|several|many|a few|these|its|their|one|two|three|four|five|six|\d+|main|key|various)\s+/gi,
      '',
    )
    .replace(/^(?:the|some|several|many|a few|these|its|their|one|two|three|four|five|six|\d+)\s+/gi, '')
  if (bare === '' || wordCount(bare) > 10 || (gerundBase(firstWord(bare)) !== undefined && !isPlural(bare)))
    return undefined
  const head = upTo(
    bare,
    /\s+(?:for|of|in|to|with|on|that|when|which|besides|at|from|between|used|\p{Ll}{3,}ed (?:by|for|from|in|on|to|with))\s+/u,
  ).trim()
  if (
    !isPlural(atSpaces(head).at(-1) ?? '') ||
    wordCount(head) > 5 ||
    (isVerbForm(firstWord(bare)) && !isPlural(head))
  )
    return undefined
  // "The three main blood vessels" are all that there are, whatever their heading is.
  const isWhole = wordCount(bare) >= 2 && theCounted.test(own)
  // "details to get right": of what, only the sentence around it says.
  if (
    isGeneralNoun(atSpaces(head).at(-1) ?? '') &&
    baseVerb(/ to (\p{L}+)/u.exec(bare)?.[1] ?? '') !== undefined
  )
    return undefined
  const named = subject !== '' && wordCount(bare) < 5 && !isWhole && !mentions(bare, subject)
  const complete = /\s(?:for|to|of|in|that|with|by|from)\s/.test(bare)
  const linked = named && !complete ? `${lowerFirst(bare)} of ${subject}` : lowerFirst(bare)
  if (subject === '' && wordCount(bare) < 3) return undefined
  return { words: linked, term: subject === '' ? head : subject }
}

const theCounted = /^the (?:two|three|four|five|six|[2-6])\s/i

const mentions = (text: string, subject: string): boolean => {
  const stems = new Set(contentStems(text))
  return contentStems(subject).some((word) => stems.has(word))
}

function lowerFirst(title: string): string {
  const text = lowerTitle(title)
  const first = firstWord(text)
  return /^\p{Lu}\p{Ll}+$/u.test(first) &&
    (isVerbForm(first) ||
      isPlural(first) ||
      /(?:ent|ant|ive|al|able|ful|ous|ic|ed|ing|tion)$/.test(first) ||
      /^(?:The|A|An|Useful|Solid|Important|Common|Main|Good|Typical|Different)$/.test(first))
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}
