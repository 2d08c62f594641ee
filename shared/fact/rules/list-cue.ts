import { atSpaces, contentStems, upTo, wordCount } from '../../basics/text.ts'
import { isPlural } from '../../english/nouns.ts'
import { firstWord } from '../../english/phrase.ts'
import { splitAdverb } from '../../english/shape.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { lowerTitle } from '../../english/title-case.ts'
import { aspectOf } from '../../english/labels.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import { gerundBase, isVerbForm, pastBase, thirdPersonBase } from '../../english/verbs.ts'

/** What a list below an introducing line is asked for: "uses of X", "problems that X avoids", "features of X". */
export function cueOf(lead: string, subject: string): { words: string; term: string } | undefined {
  if (isAboutTheDocument(lead) || /\?$|\b(?:above|here|these are|this is)\b/i.test(lead)) return undefined
  const own = lead
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
  if (isPersonal(own)) return undefined
  const of = subject === '' ? '' : ` of ${subject}`
  const aspect = aspectOf(own)
  if (aspect === 'purpose' && subject !== '') return { words: `uses${of}`, term: subject }
  if (aspect !== undefined && aspect !== 'reason' && aspect !== 'importance' && subject !== '')
    return { words: `${aspect}s${of}`, term: subject }
  const usedFor =
    /^(?:(?:used|use|using|uses|utilized)\s+)(it|them|[\p{L}\p{N} ./-]{1,40}?)?\s*(?:\p{L}+ly\s+)?(?:for|to)$/iu.exec(
      own,
    )
  if (usedFor !== null) {
    const named =
      usedFor[1] === undefined || /^(?:it|them)$/i.test(usedFor[1].trim()) ? subject : usedFor[1].trim()
    if (/\b(?:weeks?|days?|months?|hours?|sprints?|time)$/i.test(named)) return undefined
    return named === '' ? undefined : { words: `uses of ${named}`, term: named }
  }
  if (
    /^(?:useful|great|good|ideal|perfect|best|suited|helpful|handy)\s+(?:for|when)$/i.test(own) &&
    subject !== ''
  ) {
    return {
      words: `things ${subject} ${isPlural(subject) ? 'are' : 'is'} ${own.toLowerCase()}`,
      term: subject,
    }
  }
  const steps = /^(.+?)\s+in\s+(?:\p{L}+\s+)?(steps|stages|phases|ways|layers|parts)$/iu.exec(own)
  if (steps?.[1] !== undefined && steps[2] !== undefined)
    return { words: `${steps[2]} in which ${lowerFirst(steps[1])}`, term: subject }
  const dangling = /^(.+?)\s+(is|are|was|were)\s+((?:a |an )?[\p{L} ]+?\s(?:for|in|of|with|to|by))$/iu.exec(
    own,
  )
  if (dangling?.[1] !== undefined)
    return { words: `things that ${lowerFirst(own)}`, term: subject === '' ? dangling[1] : subject }
  const copula =
    /\s(?:are|is|were|was|include|includes|including)(?:\s(?:as follows|the following|these))*$/i.test(lead)
  const clause = copula ? undefined : clauseCue(own, subject)
  if (clause !== undefined) return clause
  return nounCue(own, subject)
}

/** "GraphQL avoids two problems" asks for "problems that GraphQL avoids". */
function clauseCue(own: string, subject: string): { words: string; term: string } | undefined {
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
function nounCue(own: string, subject: string): { words: string; term: string } | undefined {
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
  return { words: linked, term: subject === '' ? head : subject }
}

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
