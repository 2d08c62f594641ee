import { atSpaces, contentStems, upTo, wordCount } from '../basics/text.ts'
import type { Draft } from './fact.ts'
import { isPlural } from './nouns.ts'
import { firstWord, trimEnd, withoutAsides } from './phrase.ts'
import { splitSentences } from './sentences.ts'
import { shapeOf, splitAdverb } from './shape.ts'
import { isPersonal } from './impersonal.ts'
import { aspectOf, labelKind } from './labels.ts'
import { isAboutTheDocument } from './subject.ts'
import { gerundBase, isVerbForm, pastBase, thirdPersonBase } from './verbs.ts'
import type { Statement } from './statement.ts'

/** A line that introduces a list: the line gives the question, the items the answer. */
export function fromList(statement: Statement): Draft[] {
  if (statement.items.length < 2 || statement.items.length > 6) return []
  const items = statement.items.map(itemText)
  if (items.some((item) => item === '' || wordCount(item) > 12) || new Set(items).size !== items.length)
    return []
  if (items.filter((item) => shapeOf(item) === 'past').length * 2 > items.length) return []
  if (items.some((item) => isPersonal(item) || /https?:/.test(item))) return []
  const lines = [...statement.lines, ...statement.items.flatMap((item) => item.lines)]
  const lead = leadOf(statement)
  const cue = lead === undefined ? undefined : cueOf(lead, statement.subject)
  if (cue === undefined) return []
  const term = statement.subject !== '' ? statement.subject : cue.term
  if (term === '') return []
  return [{ kind: 'list', term, slot: cue.cue, cue: cue.cue, items, lines }]
}

/** The introducing words without their author: "I used it mainly for" becomes "used mainly for". */
function leadOf(statement: Statement): string | undefined {
  if (statement.label !== '' && statement.text === '') {
    const kind = labelKind(statement.label)
    return kind === 'term' || kind === 'aspect' ? statement.label : undefined
  }
  const text = statement.text.replace(/[\s:：]+$/, '')
  if (!/[:：]$/.test(statement.text)) return undefined
  return text === '' ? undefined : (splitSentences(text).at(-1) ?? text)
}

function cueOf(lead: string, subject: string): { cue: string; term: string } | undefined {
  if (isAboutTheDocument(lead) || /\?$|\b(?:above|here|these are|this is)\b/i.test(lead)) return undefined
  const own = lead
    .replace(
      /\s+(?:that |which )?(?:I|we)\s+(?:found|liked|like|used|use|learned|learnt|discovered|love|enjoyed)(?:\s+(?:most|useful|helpful|interesting))?(?=\s|$)/gi,
      '',
    )
    .replace(/^(?:I|We)\s+/i, '')
    .replace(
      /\s+(?:are|is|were|was|include|includes|including)(?:\s+(?:as follows|the following|following|these|listed|below))*$/i,
      '',
    )
    .replace(/\s+(?:the )?following$/i, '')
    .trim()
  if (isPersonal(own)) return undefined
  const of = subject === '' ? '' : ` of ${subject}`
  const aspect = aspectOf(own)
  if (aspect === 'purpose' && subject !== '') return { cue: `uses${of}`, term: subject }
  if (aspect !== undefined && aspect !== 'reason' && aspect !== 'importance' && subject !== '')
    return { cue: `${aspect}s${of}`, term: subject }
  const usedFor =
    /^(?:(?:used|use|using|uses|utilized)\s+)(it|them|[\p{L}\p{N} ./-]{1,40}?)?\s*(?:\p{L}+ly\s+)?(?:for|to)$/iu.exec(
      own,
    )
  if (usedFor !== null) {
    const named =
      usedFor[1] === undefined || /^(?:it|them)$/i.test(usedFor[1].trim()) ? subject : usedFor[1].trim()
    return named === '' ? undefined : { cue: `uses of ${named}`, term: named }
  }
  if (
    /^(?:useful|great|good|ideal|perfect|best|suited|helpful|handy)\s+(?:for|when)$/i.test(own) &&
    subject !== ''
  ) {
    return {
      cue: `things ${subject} ${isPlural(subject) ? 'are' : 'is'} ${own.toLowerCase()}`,
      term: subject,
    }
  }
  const steps = /^(.+?)\s+in\s+(?:\p{L}+\s+)?(steps|stages|phases|ways|layers|parts)$/iu.exec(own)
  if (steps?.[1] !== undefined && steps[2] !== undefined)
    return { cue: `${steps[2]} in which ${lowerFirst(steps[1])}`, term: subject }
  const dangling = /^(.+?)\s+(is|are|was|were)\s+((?:a |an )?[\p{L} ]+?\s(?:for|in|of|with|to|by))$/iu.exec(
    own,
  )
  if (dangling?.[1] !== undefined)
    return { cue: `things that ${lowerFirst(own)}`, term: subject === '' ? dangling[1] : subject }
  const copula =
    /\s(?:are|is|were|was|include|includes|including)(?:\s(?:as follows|the following|these))*$/i.test(lead)
  const clause = copula ? undefined : clauseCue(own, subject)
  if (clause !== undefined) return clause
  return nounCue(own, subject)
}

/** "GraphQL avoids two problems" asks for "problems that GraphQL avoids". */
function clauseCue(own: string, subject: string): { cue: string; term: string } | undefined {
  const parts = own.split(' ')
  const at = parts.findIndex(
    (word, i) =>
      i > 0 &&
      i < 6 &&
      (thirdPersonBase(word) !== undefined ||
        (/^(?:have|has|need|use|support|offer|provide|cover|include|require|can|allow)$/.test(word) &&
          isPlural(parts[i - 1] ?? ''))) &&
      !/^(?:of|for|the|a|to|in|with|that)$/i.test(parts[i - 1] ?? ''),
  )
  if (at < 1) return undefined
  const who = parts.slice(0, at).join(' ')
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
    return { cue: `things that ${lowerFirst(named)} ${verb}`, term: subject === '' ? named : subject }
  const head = upTo(object, /\s+(?:for|of|in|to|with|on|that|when)\s+/)
  if (!isPlural(head) || wordCount(object) > 8) return undefined
  return { cue: `${object} that ${lowerFirst(named)} ${verb}`, term: subject === '' ? named : subject }
}

/** "Features", "Learned strategies to reduce load", "Building blocks of an API besides its schema". */
function nounCue(own: string, subject: string): { cue: string; term: string } | undefined {
  const { rest } = splitAdverb(own)
  const first = firstWord(rest)
  const bare = (
    pastBase(first) !== undefined && /^\p{Lu}/u.test(first) ? rest.slice(first.length).trim() : own
  )
    .replace(
      /^(?:the|some|several|many|a few|these|its|their|one|two|three|four|five|six|main|key|various)\s+/gi,
      '',
    )
    .replace(/^(?:the|some|several|many|a few|these|its|their|one|two|three|four|five|six)\s+/gi, '')
  if (bare === '' || wordCount(bare) > 10 || (gerundBase(firstWord(bare)) !== undefined && !isPlural(bare)))
    return undefined
  const head = upTo(
    bare,
    /\s+(?:for|of|in|to|with|on|that|when|which|besides|at|from|between|used)\s+/,
  ).trim()
  if (
    !isPlural(atSpaces(head).at(-1) ?? '') ||
    wordCount(head) > 5 ||
    (isVerbForm(firstWord(bare)) && !isPlural(head))
  )
    return undefined
  const named = subject !== '' && wordCount(bare) < 5 && !mentions(bare, subject)
  const linked = named
    ? `${lowerFirst(bare)}${/\s(?:for|to|of|in|that)\s/.test(bare) ? ` (${subject})` : ` of ${subject}`}`
    : lowerFirst(bare)
  if (subject === '' && wordCount(bare) < 3) return undefined
  return { cue: linked, term: subject === '' ? head : subject }
}

const mentions = (text: string, subject: string): boolean => {
  const stems = new Set(contentStems(text))
  return contentStems(subject).some((word) => stems.has(word))
}

function lowerFirst(text: string): string {
  const first = firstWord(text)
  return /^\p{Lu}\p{Ll}+$/u.test(first) &&
    (isVerbForm(first) ||
      isPlural(first) ||
      /(?:ent|ant|ive|al|able|ful|ous|ic|ed|ing|tion)$/.test(first) ||
      /^(?:The|A|An|Useful|Solid|Important|Common|Main|Good|Typical|Different)$/.test(first))
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}

/** An item as a short answer: its label, or its text without asides and reasons. */
export function itemText(item: Statement): string {
  if (item.label !== '' && item.text !== '' && labelKind(item.label) === 'term')
    return trimEnd(withoutAsides(item.label))
  const text = item.label !== '' && item.text === '' ? item.label : item.full
  const whole = trimEnd(
    upTo(withoutAsides(splitSentences(text)[0] ?? ''), /,\s+(?:because|so that|for example)\b/),
  )
  if (wordCount(whole) <= 9) return whole
  return trimEnd(
    upTo(whole, /,\s+(?:because|which|so|such as|like|e\.g)\b|\s+(?:because|so that)\s+|\s[–—]\s/),
  )
}
