import { isFunctionWord, wordCount } from '../basics/text.ts'
import { baseVerb, gerundBase, pastBase, thirdPersonBase, toGerundForm } from './verbs.ts'

/** What a piece of text is, by its first words: this decides which question it can answer. */
export type Shape =
  'noun' | 'gerund' | 'used' | 'past' | 'third' | 'imperative' | 'infinitive' | 'for' | 'clause' | 'other'

const finite =
  /\b(?:is|are|was|were|can|could|should|must|will|would|may|might|has|have|had|do|does|did|cannot|can't|don't|doesn't|isn't|aren't|won't|couldn't|didn't|wasn't|shouldn't)\b/i

/** The first word of a text without quotes and marks. */
export function firstWord(text: string): string {
  return /^["'“‘(]*([\p{L}\p{N}'’-]+)/u.exec(text)?.[1] ?? ''
}

const adverb =
  /^(?:always|never|regularly|often|usually|mainly|mostly|primarily|also|only|simply|just|consistently|carefully|directly|automatically|easily|quickly|efficiently|effectively|typically|commonly|widely|significantly|first|then|do not|don't|\p{L}{3,}ly)\s+/iu

/** A leading adverb ("Always", "Regularly") and the rest. */
export function splitAdverb(text: string): { adverb: string; rest: string } {
  const found = adverb.exec(text)?.[0] ?? ''
  return { adverb: found.trim(), rest: text.slice(found.length) }
}

/** Tells a noun phrase from a gerund, an imperative, a diary entry and a full sentence. */
export function shapeOf(text: string): Shape {
  const { adverb: lead, rest } = splitAdverb(text.trim())
  const first = firstWord(rest)
  const second = firstWord(rest.slice(first.length).trim())
  const lower = first.toLowerCase()
  if (/^to\s+\p{Ll}/iu.test(rest) && baseVerb(second) !== undefined) return 'infinitive'
  if (lower === 'for') return 'for'
  if (
    /^(?:used|utilized|utilised|employed|leveraged|useful|ideal|great|perfect|suited|suitable|good|best|designed|intended|essential|helpful)\s+(?:mainly |primarily |often |mostly |commonly |extensively )?(?:for|to|as)\b/i.test(
      rest,
    )
  )
    return 'used'
  if (
    gerundBase(first) !== undefined &&
    !/^(?:of|point|block|blocks|time|order|state|key|copy|set|part|parts|rule|rules|value|version)$/i.test(
      second,
    ) &&
    !/^(?:starting|running|existing|missing|working|floating|remaining|following|leading)$/i.test(first) &&
    !/^(?:is|are|was|helps?|makes?|ensures?|reduces?|improves?)$/i.test(second)
  ) {
    return hasFiniteHead(rest) ? 'clause' : 'gerund'
  }
  if (
    /^(?:the|an?|this|these|each|every|any|all|some|no|your|it|they|you|we|he|she|i|one|two|three)$/i.test(
      first,
    )
  ) {
    return isClause(rest) ? 'clause' : 'noun'
  }
  const past = pastBase(first)
  if (past !== undefined && baseVerb(first) === undefined && startsObject(rest.slice(first.length)))
    return 'past'
  if (
    thirdPersonBase(first) !== undefined &&
    startsObject(rest.slice(first.length)) &&
    !finite.test(rest.split(/[,;]/)[0] ?? '')
  )
    return 'third'
  const base = baseVerb(first)
  if (base !== undefined && isImperative(rest, first, lead)) return 'imperative'
  return isClause(rest) ? 'clause' : 'noun'
}

/** Words that are verbs and nouns alike count as verbs only before something that can be their object. */
function isImperative(text: string, first: string, lead: string): boolean {
  const rest = text.slice(first.length).trimStart()
  if (lead !== '' && /^(?:always|never|regularly|consistently|carefully)$/i.test(lead)) return true
  const next = firstWord(rest)
  const nounToo =
    /^(?:access|batch|block|branch|cache|call|change|check|cluster|code|commit|control|copy|cost|count|cover|design|document|drop|end|experience|experiment|filter|focus|form|format|function|group|guard|guide|hash|help|host|index|interest|label|lead|limit|link|list|load|lock|log|loop|map|mark|mask|match|measure|model|monitor|name|need|note|offer|order|package|pass|patch|place|plan|point|poll|pool|post|power|practice|present|process|profile|prompt|prototype|pull|push|query|queue|rank|rate|record|reference|release|repair|report|request|research|reset|return|review|roll|route|run|sample|scale|schedule|search|seed|segment|set|setup|shape|share|shift|ship|sort|speed|split|stage|start|state|store|stream|stress|structure|style|supply|support|surface|switch|target|test|track|trade|train|transfer|transition|trigger|trust|tune|turn|update|upgrade|upload|use|value|version|view|wait|walk|watch|work|wrap|yield|import|export|display|cast|cause|view|balance|benchmark|boost|escape|force|lint|result|mount|project|object|subject|process|feed|fit|fix|hold|play|move|read|replay|division|union|cap|pin|rate|refresh|update|retry|merge|cut|delete|edit|worry)$/i
  // "State Management" is a name: title case after a word that is a noun too.
  if (nounToo.test(first) && /^\p{Lu}\p{Ll}{3,}/u.test(next) && text.trim().split(/\s+/).length <= 3)
    return false
  if (
    /^(?:of|that|which)$/i.test(next) ||
    (pastBase(next) !== undefined &&
      baseVerb(next) === undefined &&
      !/^(?:related|needed|nested|shared|required|repeated)$/i.test(next) &&
      nounToo.test(first))
  )
    return false
  if (!nounToo.test(first)) return next === '' ? false : !finite.test(firstWord(rest))
  if (
    /^(?:alert|cache|test|focus|use|log|work|start|design|plan|wait|run|listen|index|commit|deploy|scale|fail|review|trust|cap|turn|name|store|handle|return|write|check|read|pin|set)$/i.test(
      first,
    ) &&
    /^(?:in|on|at|as|from|to|with|for|what|whether|early|off|down|up)$/i.test(next) &&
    text.split(/\s+/).length >= 4
  )
    return true
  if (
    /^(?:the|an?|your|all|any|each|every|both|only|it|them|these|those|early|often|before|after|with|in|on|from|to|one|two|meaningful|proper|clear|small|multiple|specific|\p{L}+ly|\p{L}+(?:ive|ful|able|ible|ic|al|ous|ant|ent|ed|ing))$/iu.test(
      next,
    )
  ) {
    return (
      !/^(?:in|on|from|to|with)$/i.test(next) ||
      /^(?:test|focus|use|log|work|start|design|plan|wait|run|listen)$/i.test(first)
    )
  }
  if (
    next === '' ||
    isFunctionWord(next) ||
    (/^\p{Lu}\p{Ll}/u.test(next) && !/^(?:use|write|track|name)$/i.test(first))
  )
    return false
  if (text.split(/\s+/).length < 4 && !/^(?:use|write|keep|avoid|name|fix|trust|track)$/i.test(first))
    return false
  return /^(?:return|set|read|delete|pin|rate|merge|use|test|write|document|commit|cache|index|design|limit|log|measure|monitor|plan|process|profile|query|release|review|run|schedule|set|store|structure|track|trust|update|validate|version|load|check|focus|model|wrap|patch|keep|scale|lint|batch|copy|list|fix|help|name|order|pass|place|share|split|start|support|switch|tune)$/i.test(
    first,
  )
    ? !isClause(text)
    : false
}

/** True when a word that follows can be the object of a verb (so the word before is one). */
function startsObject(rest: string): boolean {
  const next = firstWord(rest.trimStart())
  return rest.trim() === '' || next !== '' || rest.trimStart().startsWith('`')
}

function hasFiniteHead(text: string): boolean {
  const head = text.split(/[,;:–—(]/)[0] ?? ''
  return (
    finite.test(head) ||
    /\s(?:helps|makes|ensures|reduces|improves|leads|allows|enables|prevents|saves|fosters|streamlines|enhances|provides|requires|means|gives|yields|proved|helped|highlighted|taught|showed|became|improved|reduced|made|emphasized|turned out)\s/i.test(
      head.replace(/\b(?:that|which|who)\s+\p{L}+/gu, ''),
    )
  )
}

/** True when the text has a subject and a finite verb of its own, outside relative clauses. */
export function isClause(text: string): boolean {
  const head = text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b(?:that|which|who|whose|where|when|if|how|what|why|because|so)\s.*$/iu, ' ')
  const parts = head.split(/\s+/)
  if (parts.length < 3) return false
  if (finite.test(parts.slice(1).join(' '))) return true
  return parts.slice(1, 9).some((word, i) => {
    const before = parts[i] ?? ''
    const bare = word.replace(/[^\p{L}'-].*$/u, '')
    if (bare === '' || /[,;:]$/.test(before)) return false
    const past = pastBase(bare)
    const isPast =
      past !== undefined &&
      bare !== past &&
      /[a-z]{3,}$/.test(before) &&
      !isFunctionWord(before) &&
      !before.endsWith('ly') &&
      followsAsPast(bare, parts[i + 2] ?? '')
    const third = thirdPersonBase(bare)
    const isThird =
      third !== undefined &&
      !isFunctionWord(before) &&
      !/ing$|ed$|ive$|al$|ic$/.test(before) &&
      followsAsVerb(parts, i + 1) &&
      unambiguousThird.test(bare)
    return isPast || isThird
  })
}

const unambiguousThird =
  /^(?:adds|allows|applies|avoids|becomes|breaks|bridges|brings|builds|catches|combines|comes|consists|contains|converts|creates|decides|defines|deletes|depends|describes|determines|divides|eliminates|enables|encourages|ensures|enhances|evolves|executes|exists|expires|explains|fails|fetches|follows|fosters|gathers|generates|gets|gives|grows|guarantees|happens|handles|helps|holds|identifies|implements|improves|includes|increases|involves|keeps|leads|lets|lives|lowers|maintains|makes|manages|means|minimizes|needs|occurs|offers|operates|optimizes|organizes|performs|prevents|produces|promotes|protects|proves|provides|reaches|reads|receives|reduces|refers|relies|removes|represents|requires|responds|runs|saves|scales|sends|separates|serves|simplifies|solves|specifies|speeds|stands|starts|stays|stops|stores|streamlines|supports|takes|tells|transforms|treats|triggers|turns|uses|validates|verifies|works|writes|yields|drives|strengthens|facilitates|remains|misleads|stays|loses|forgets|grows|hangs|crashes|leaks|exceeds|slows|tells|knows|shows|answers|asks|accepts|stops|costs|catches|wins|fails|falls|passes|counts|moves|matters|varies|waits|blocks|hides|reveals|carries|gives|lies|sees|sits|comes|goes|belongs)$/i

/** A past form before a preposition is a participle ("copy kept apart"), before an object it tells what was done. */
function followsAsPast(word: string, next: string): boolean {
  if (
    next === '' ||
    /^(?:by|in|on|at|to|from|with|for|of|as|into|over|under|through|during|apart|and|or|together|visible|when|while|per|without|within|between|after|before|up|down|out|off)$/i.test(
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

/** "Using X and adding Y" from "Used X and added Y"; undefined when the first word is no verb in the past. */
export function toGerund(text: string): string | undefined {
  const { adverb: lead, rest } = splitAdverb(text)
  const first = firstWord(rest)
  const form =
    gerundBase(first) !== undefined
      ? first
      : pastBase(first) !== undefined && baseVerb(first) === undefined
        ? formFor(first)
        : undefined
  if (form === undefined) return undefined
  const body =
    form +
    rest
      .slice(first.length)
      .replace(
        /(,?\s+(?:and|&)\s+|,\s+|;\s+)((?:\p{L}+ly\s+)?)(\p{L}+)(?=\s)/gu,
        (whole, glue: string, ly: string, word: string) => {
          if (participles.test(word)) return whole
          const past = pastBase(word)
          const base = past !== undefined && past !== word.toLowerCase() ? past : undefined
          return base === undefined ? whole : `${glue}${ly}${toGerundForm(base)}`
        },
      )
  return lead === '' ? body : `${lead.toLowerCase()} ${body.charAt(0).toLowerCase()}${body.slice(1)}`
}

/** Past forms that stand before nouns more often than they tell what was done. */
const participles =
  /^(?:structured|automated|distributed|managed|shared|nested|advanced|detailed|typed|related|based|centralized|repeated|required|improved|dedicated|established)$/i

function formFor(word: string): string | undefined {
  const past = pastBase(word)
  const base = past ?? baseVerb(word)
  if (base === undefined) return undefined
  const gerund = toGerundForm(base)
  return /^\p{Lu}/u.test(word) ? gerund.charAt(0).toUpperCase() + gerund.slice(1) : gerund
}

/** "Add logging and break tasks" from "Added logging and broke tasks"; undefined when the first word is no past form. */
export function toBase(text: string): string | undefined {
  const gerund = toGerund(text)
  const first = gerund === undefined ? '' : firstWord(splitAdverb(gerund).rest)
  if (gerund === undefined || gerundBase(firstWord(splitAdverb(text).rest)) !== undefined) return undefined
  const plain = gerund.replace(
    /(^|,?\s+and\s+|,\s+|;\s+)((?:\p{L}+ly\s+)?)(\p{L}+ing)(?=\s)/gu,
    (whole, glue: string, ly: string, word: string) => {
      const base = gerundBase(word)
      const wasPast = new RegExp(`\\b${word}\\b`, 'u').test(text)
      return base === undefined || wasPast ? whole : `${glue}${ly}${base}`
    },
  )
  return first === '' ? undefined : plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** The base form of a gerund phrase: "manage environments" from "Managing environments". */
export function fromGerund(text: string): string | undefined {
  const first = firstWord(text)
  const base = gerundBase(first)
  return base === undefined ? undefined : base + text.slice(first.length)
}

/**
 * The members of an enumeration ("a, b, and c"), split at top level: commas in parentheses or code do not count.
 * Undefined when the text is no enumeration of at least two.
 */
export function splitEnumeration(text: string): string[] | undefined {
  const pieces = splitTopLevel(text)
  if (pieces.length < 2) {
    const two = /^(.+?)\s+(?:and|or|&)\s+(.+)$/.exec(text)
    if (two?.[1] === undefined || two[2] === undefined) return undefined
    return [two[1].trim(), two[2].trim()]
  }
  const last = pieces.pop() ?? ''
  const joined = /^(?:and|or|&)\s+(.+)$/.exec(last)
  if (joined?.[1] !== undefined) return [...pieces, joined[1]].map(trimPiece).filter((piece) => piece !== '')
  const two = /^(.+?)\s+(?:and|or|&)\s+(.+)$/.exec(last)
  if (two?.[1] !== undefined && two[2] !== undefined && wordCount(last) <= 8)
    return [...pieces, two[1], two[2]].map(trimPiece)
  return [...pieces, last].map(trimPiece).filter((piece) => piece !== '')
}

const trimPiece = (piece: string): string => piece.replace(/^[\s,;]+|[\s,;.]+$/g, '')

/** Splits at commas and semicolons outside brackets, quotes and code. */
export function splitTopLevel(text: string): string[] {
  const out: string[] = []
  let depth = 0
  let code = false
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (sign === '`') code = !code
    if (code) continue
    if (sign === '(' || sign === '[') depth++
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1)
    else if ((sign === ',' || sign === ';' || sign === '、' || sign === '，') && depth === 0) {
      out.push(text.slice(from, i).trim())
      from = i + 1
    }
  }
  out.push(text.slice(from).trim())
  return out.filter((piece) => piece !== '')
}

/** The sentences of a text. Dots in code, numbers, names and common abbreviations do not end one. */
export function splitSentences(text: string): string[] {
  const out: string[] = []
  let code = false
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (sign === '`') code = !code
    if (code) continue
    if (sign === '。' || sign === '！' || sign === '？') {
      out.push(text.slice(from, i + 1).trim())
      from = i + 1
    } else if (
      (sign === '.' || sign === '!' || sign === '?') &&
      /^["'”’)]?\s+["'“(`]?[\p{Lu}\d`]/u.test(text.slice(i + 1, i + 6))
    ) {
      const before = text.slice(Math.max(from, i - 6), i)
      if (/(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|Mr|Ms|Dr|St|No|Fig|approx|[A-Z])$/i.test(before)) continue
      out.push(text.slice(from, i + 1).trim())
      from = i + 1
    }
  }
  out.push(text.slice(from).trim())
  return out.filter((sentence) => sentence !== '')
}

/** The text without its final dot, colon or dangling dash. */
export function trimEnd(text: string): string {
  return text
    .replace(/[\s.,;:–—-]+$/, '')
    .replace(/\.([”"’])$/, '$1')
    .trim()
}

/** The text without parenthesised asides; a code call like `f()` keeps its brackets. */
export function withoutAsides(text: string): string {
  return text
    .replace(/\s\([^()]*\)/g, '')
    .replace(/\s+([,.;:])/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .trim()
}

const singleNames =
  /^(?:Kubernetes|Jenkins|Postgres|Redis|Rails|Windows|Pandas|Express|Keras|DNS|AWS|CSS|HTTPS|TLS|OS|CORS|SaaS|PaaS|IaaS|Nuxt\.?js|HTTPs)$/i

/** True when an English term is plural, by the ending of its head noun. */
export function isPlural(term: string): boolean {
  const bare = term
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/[`"'“”]/g, '')
    .trim()
  const last = (bare.split(/\s+(?:for|of|in|with|on)\s+/)[0] ?? bare).split(/[\s/]+/).at(-1) ?? ''
  if (/\s(?:and|&)\s|\s\+\s/.test(bare)) return true
  if (singleNames.test(last) || last.length < 4) return /^[A-Z]{2,}s$/.test(last)
  return /[^suis']s$/.test(last) && !/(?:ics|ss|ous|sis|js)$/i.test(last)
}

/** True for names of activities ("Database Design", "Code Review"): they involve something, they are not used for it. */
export function isActivity(term: string): boolean {
  const last =
    term
      .replace(/\s*\([^)]*\)/g, '')
      .trim()
      .split(/\s+/)
      .at(-1) ?? ''
  return /(?:ing|tion|sion|ment|ance|ence|sis|ship|ity|ery)$|^(?:design|control|review|reviews|analysis|strategy|strategies|skills|development|management|practice|practices|recovery|thinking|architecture|workflow|workflows|as code|code|operations|quality)$/i.test(
    last,
  )
}
