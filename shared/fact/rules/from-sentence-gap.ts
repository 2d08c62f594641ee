import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { contentStems, isFunctionWord, upTo, wordCount } from '../../basics/text.ts'
import { isAdverb, isAuxiliary, isDeterminer, isPreposition } from '../../english/word-classes.ts'
import { isNomenclature } from '../../english/nomenclature.ts'
import { isGeneralNoun } from '../../english/general-nouns.ts'
import { isEveryday } from '../../english/everyday-words.ts'
import { isBorrowing, isLoose } from '../../english/stands-alone.ts'
import { knownAsBase, knownAsThird } from '../../english/verbs-only.ts'
import type { Cloze, ClozePiece, Draft } from '../fact.ts'
import { type Sentence, topicFor } from '../read/sentence.ts'
import { contrastIn } from '../../english/contrast-words.ts'
import { isNamed, topicBeside } from './sentence-question.ts'
import { inSentence, subjectTerm, termOf } from './sentence-term.ts'

/** The words of a sentence that its gap hides, and where they stand. */
interface Gap {
  readonly by: Cloze['by']
  readonly at: number
  readonly text: string
}

type GapCase = Case<Sentence, Gap>

/** The author's own sentence with one gap on what its words surely ask for: a marked or named term, its number, who did it. */
export function fromSureGap(sentence: Sentence): Draft[] {
  return gapDrafts(sentence, sureGaps)
}

/** The same with a gap on the term that it is about, or on the phrase that it ends in. */
export function fromSentenceGap(sentence: Sentence): Draft[] {
  return gapDrafts(sentence, gaps)
}

function gapDrafts(sentence: Sentence, cases: readonly GapCase[]): Draft[] {
  const isVague = isLoose(sentence.text)
  const gap =
    sentence.text.includes('`') || isVague ? onlyNumber(cases, sentence) : firstAnswer(cases, sentence)
  if (gap === undefined || insideFormula(sentence.text, gap.at) || isListed(sentence.text, gap)) return []
  // What the sentence itself says is called so is its term, whatever its heading is.
  const isNaming = gap.by === 'term' && namedInside(sentence)?.at === gap.at
  if (
    gap.by !== 'number' &&
    ((isTopic(sentence, gap.text) && !isNaming) || isBesideBracket(sentence.text, gap))
  )
    return []
  const lead = sentence.lead === '' ? topicOf(sentence, gap) : sentence.lead
  const { text } = sentence
  const said = lead === '' || gap.at === 0 ? text : innerStart(text, sentence)
  const pieces: ClozePiece[] = [
    { kind: 'text', text: lead + said.slice(0, gap.at) },
    { kind: 'gap', text: gap.text },
    { kind: 'text', text: said.slice(gap.at + gap.text.length) },
  ]
  return [
    {
      kind: 'cloze',
      by: gap.by,
      term: gap.by === 'number' ? subjectTerm(sentence, gap.text) : termOf(sentence, gap.text),
      sentence: pieces,
      hidden: [gap.text],
    },
  ]
}

/** A number is told even where the rest of the sentence is vague. */
const onlyNumber = (cases: readonly GapCase[], sentence: Sentence): Gap | undefined =>
  cases.includes(number) && !isBorrowing(sentence.text) && !sentence.text.endsWith(' first')
    ? number(sentence)
    : undefined

/** True for what the headings or the label above name: whoever sees the note's other cards fills such a gap. */
function isTopic({ statement }: Sentence, hidden: string): boolean {
  const own = contentStems(hidden)
  return [...statement.path, statement.label, statement.subject].some((heading) => {
    const stems = contentStems(heading)
    return own.length > 0 && own.every((stem) => stems.some((other) => alike(stem, other)))
  })
}

/** "___ (Advanced Encryption Standard)": one of the two names gives the other away. */
const isBesideBracket = (text: string, { at, text: hidden }: Gap): boolean =>
  /^\s?\(/.test(text.slice(at + hidden.length)) || /\(\s?$/.test(text.slice(0, at))

/** The heading's topic before a number whose sentence does not name it: 300 acres, but of which disaster? */
function topicOf(sentence: Sentence, gap: Gap): string {
  const { statement, text, subject, terms } = sentence
  if (terms.isMarked(subject) || gap.by === 'subject' || (isNamed(sentence) && wordCount(text) > 5)) return ''
  const stems = contentStems(subject)
  if (gap.by !== 'number' && (stems.length >= 3 || /\p{Lu}{2}|\s\p{Lu}/u.test(subject))) return ''
  const topic = topicBeside(topicFor(statement, 0), text, gap.text)
  return topic === '' ? '' : `${topic}: `
}

/** One member of an enumeration: the others do not tell which it is. */
const isListed = (text: string, { at, text: hidden }: Gap): boolean => {
  const after = text.slice(at + hidden.length)
  const before = text.slice(0, at)
  return (
    (/^,\s/.test(after) &&
      /,?\s(?:and|or)\s/.test(after) &&
      !/^,\s(?:which|who|where|but|so|and|or)\s/.test(after)) ||
    /,\s(?:and\s|or\s)?(?:an?\s|the\s)?$/.test(before) ||
    /^\s(?:and|or)\s/.test(after) ||
    /\s(?:and|or)\s$/.test(before)
  )
}

/** A sentence behind its topic: a capital that only stood for its beginning goes. */
const innerStart = (text: string, sentence: Sentence): string =>
  /^(?:It|They|The|An?|In|Its|All|No|Each|Every|By|At|On|When|If)\s/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : inSentence(sentence, text)

const insideFormula = (text: string, at: number): boolean =>
  (text.slice(0, at).split('$').length - 1) % 2 === 1

/** A bold term that the sentence shows once. */
const marked: GapCase = (sentence) => {
  const runs = sentence.statement.strong.map((run) => run.replace(/[\s:：.,;]+$/, '')).filter(isKeyPhrase)
  for (const run of runs) {
    const gap = onlyPlace(sentence, run, 'term')
    if (gap !== undefined) return gap
  }
  return undefined
}

/** "… in a process called photosynthesis": the author names it there. */
const namedInside: GapCase = (sentence) => {
  const name =
    /\b(?:doctrine|principle|law|theory|theorem|concept|rule|phenomenon|practice|policy|process|method|technique) of (?!the\b|an?\b)([\p{L}-]+(?: [\p{L}-]+){0,2})$/u.exec(
      sentence.text,
    )?.[1] ??
    /\s(?:called|known as|named|termed|referred to as)\s(?:an?\s|the\s)?["“‘']?([^,;:.()"”’]+?)["”’']?(?=$|[,;.(]|\s(?:that|which|who|where|in|by|of|to|for|and|with|when|because)\s)/.exec(
      sentence.text,
    )?.[1]
  return name !== undefined && isKeyPhrase(name) ? onlyPlace(sentence, name, 'term') : undefined
}

/** A term of one to four words that is no stop word, deed or mere emphasis. */
function isKeyPhrase(run: string): boolean {
  const words = run.toLowerCase().split(/\s+/)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  if (words.length > 4 || !/\p{L}/u.test(run) || isFunctionWord(first) || isFunctionWord(last)) return false
  if (/[.!?;:/]/.test(run) || words.some((word) => isAuxiliary(word))) return false
  if (knownAsThird(first) === 'verb only' || (words.length > 1 && knownAsBase(first) === 'verb only'))
    return false
  if (words.length > 1) return !vague.test(run)
  return !isAdverb(first) && !isEveryday(first) && run.length > 2 && !/(?:ed|ing)$/.test(first)
}

const figure =
  /(?<![\p{L}\p{N}`.,/:_#+$-])(?:\d+k[-–]\d+(?=k)|\d[\d,. ]*\d(?:[-–]\d+)?|\d(?:[-–]\d+)?)(?:(?![\p{L}\p{N}`/:_+-]|\.\d|['’]s)|(?=(?:x|k|-(?:bit|byte|day|year|week|hour|minute|second|fold|point|inch|volt|watt)|[kmµn]?(?:g|m|s|l|L|V|W|A|J|N|Pa|Hz|bit|bits)|[KMGT]i?B|[kMG]bps|[MG]Hz|h|K|min|mmHg|°C)(?![\p{L}\p{N}])))/gu
const counted =
  /(?<![\p{L}\p{N}-])(?:four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half(?=\s(?:of\s)?(?:an?|the|all|its|their)\s)|(?:one|two)[- ]thirds?|three[- ]quarters)(?:-\p{L}+)?(?:\s(?:hundred|thousand|million|billion|percent))?(?=\s\p{L})/giu

/** The only number of the sentence, or the first of two. */
const number: GapCase = ({ text, clause }) => {
  const all = [...text.matchAll(figure), ...text.matchAll(counted)]
  const told = clause.opening.length + clause.subject.length
  // Of two numbers the first behind the subject is told, the other one says where or when.
  const only = all.length > 1 ? all.find(({ index }) => index > told) : all[0]
  if (only === undefined || all.length > 2) return undefined
  const said = only[0].trim()
  // The figures of names, as in CO2, count nothing.
  const others = all
    .reduce((rest, { 0: figures }) => rest.replace(figures, ''), text)
    .replace(/\p{L}[\p{L}\d]*/gu, '')
  if (
    /\d/.test(others) ||
    /^[0-3]$/.test(said) ||
    all.some((other) => other !== only && other[0].trim() === said)
  )
    return undefined
  const isYear = /^1\d\d\d$|^20\d\d$/.test(said)
  // "Group 1 metals", "the Act of 1956": a number that is part of a name.
  const before = text.slice(0, only.index).trimEnd().split(' ').at(-1) ?? ''
  const isShare = only.index === 0 && /^(?:%| ?percent\b)/.test(text.slice(said.length))
  if (!isYear && !isShare && only.index < clause.opening.length + clause.subject.length) return undefined
  if (/^\p{Lu}/u.test(before) && only.index > 0 && !/^(?:In|By|Since|From|Around|About|Until)$/.test(before))
    return undefined
  if (/\p{Lu}\p{L}+ of $/u.test(text.slice(0, only.index))) return undefined
  // "(288)" is where it stands; two shares of a whole tell each other.
  if (text.slice(0, only.index).endsWith('(') && text.slice(only.index + said.length).startsWith(')'))
    return undefined
  if (
    all.length > 1 &&
    sharesOfOne(
      text,
      all.map((one) => one[0].trim()),
    )
  )
    return undefined
  const decade = isYear && text.charAt(only.index + said.length) === 's' ? 's' : ''
  return { by: 'number', at: only.index, text: said + decade }
}

/** "80 % French, 20 % British". */
const sharesOfOne = (text: string, figures: readonly string[]): boolean =>
  (text.match(/%|percent/g) ?? []).length >= 2 && figures.reduce((sum, one) => sum + Number(one), 0) === 100

const nameWords = String.raw`\p{Lu}[\p{L}\d'’-]*(?:\s(?:\p{Lu}[\p{L}\d'’-]*|(?:de|van|von|of|the|der|da|di)\s\p{Lu}[\p{L}\d'’-]*))*`

const agentName = new RegExp(String.raw`(?<=\sby\s)${nameWords}(?=$|[\s,;.])`, 'u')
const wholeName = new RegExp(String.raw`^${nameWords}$`, 'u')

/** "Newton's laws". */
const lawOf =
  /^\p{Lu}\p{L}+(?:['’]s?|s['’])? (?:law|theorem|equation|rule|principle|theory|effect|constant|paradox|model|hypothesis|conjecture|lemma|test|syndrome|disease)s?$/u

/** "was developed by John Bowlby": who did it. */
const agent: GapCase = ({ text, clause }) => {
  const isPassive = /^(?:is|are|was|were|has been|have been)\s\p{L}+/u.test(clause.verb)
  if (!isPassive) return undefined
  const found = agentName.exec(text)
  if (found === null || wordCount(found[0]) > 4 || /^[A-Z]{2,}$/.test(found[0])) return undefined
  return { by: 'name', at: found.index, text: found[0] }
}

/** The term that the sentence is about, where the note marks it as one or it is a name. */
const about: GapCase = (sentence) => {
  const { clause, subject, terms, lead } = sentence
  if (lead !== '' || wordCount(clause.opening) > 6 || !isPlain(subject)) return undefined
  const isName = /^\p{Lu}[\p{L}\d]*[\p{Lu}\d]|\s\p{Lu}/u.test(subject) && !/^\d/.test(subject)
  if (!terms.isMarked(subject) && !isName) return undefined
  if (tellsLittle(sentence) || (wordCount(subject) === 1 && !isName && !isTechnical(subject)))
    return undefined
  const least = /^(?:is|are)$/.test(clause.verb) ? 4 : 5
  return contentStems(`${clause.verb} ${clause.rest}`).length < least
    ? undefined
    : onlyPlace(sentence, subject, 'subject')
}

/** What holds for others as well: "also runs in …", "is like …", "supports more devices". */
const tellsLittle = ({ clause, subject }: Sentence): boolean =>
  promises.test(clause.verb) ||
  /\b(?:also|too)\b/.test(clause.adverb) ||
  /^(?:like|similar|important|essential|useful)\b|^\d|\bthan\b/.test(clause.rest) ||
  (/^(?:is|are|was|were|has|have|shows?)$/.test(clause.verb) &&
    /^(?:very|well|quite|so|too|rather|strong|great|good|many|some|several)\b/.test(clause.rest)) ||
  /\b(?:more|less|fewer)\b(?!.*\bthan\b)/.test(clause.rest) ||
  subject.split(' ')[0]?.endsWith('ing') === true

/** "helps in understanding", "provides a foundation": what many other things do as well. */
const promises =
  /^(?:can |will |may )?(?:help|provide|ensure|improve|enhance|enable|facilitate|support|promote|work|encourage|offer|include|make|are like|is like)s?$/

const isPlain = (subject: string): boolean =>
  !/^(?:all|any|each|every|no|most|some|many|several|few|your|two|three|four|five|six|\d+)\s/i.test(
    subject,
  ) &&
  wordCount(subject) <= 4 &&
  !/[,;()]|\b(?:and|or|that|which|who)\b|\s\p{L}+ing\b/u.test(subject) &&
  !subject.split(' ').some((word) => isPreposition(word.toLowerCase())) &&
  !endsAsAdjective.test(subject)

/** "Keeled downward", "Thirty-odd colourless": a phrase without its noun. */
const endsAsAdjective = /(?:ous|ful|less|able|ible|ward|wards|wise|\p{L}ly)$/u

/** A name, or a term of the note, at the end of the sentence: "… is based on respondeat superior". */
const lastName: GapCase = (sentence) => {
  const { text, clause, terms } = sentence
  const last = lastPhrase(sentence)
  if (last === undefined) return undefined
  const isName = (wholeName.test(last) || lawOf.test(last)) && !/^[IA]$/.test(last)
  // One plain name, most often of a place, is guessed.
  const isPlainName = /^\p{Lu}\p{Ll}+$/u.test(last)
  const isMarked = terms.isMarked(last) && (wordCount(last) > 1 || isTechnical(last))
  if ((!isName || isPlainName) && !isMarked) return undefined
  return contentStems(text).length < 4 || clause.rest === '' ? undefined : onlyPlace(sentence, last, 'object')
}

/** A subject of several words, or with its own adjective, of which much is told. */
const longSubject: GapCase = (sentence) => {
  const { clause, subject, lead } = sentence
  if (lead !== '' || clause.opening !== '' || tellsLittle(sentence)) return undefined
  if (!isPlain(subject) || wordCount(subject) < 2 || /\d/.test(subject)) return undefined
  if (!isTechnical(subject) || endsGeneral(subject)) return undefined
  if (contentStems(`${clause.verb} ${clause.rest}`).length < 6) return undefined
  return onlyPlace(sentence, subject, 'subject') ?? modifier(sentence)
}

/** "___ risk assessment assigns a value to each risk": what is not seen again of a subject. */
function modifier(sentence: Sentence): Gap | undefined {
  const [first = '', second = ''] = sentence.subject.split(' ')
  return isTechnical(first) && second !== '' && !first.endsWith('-')
    ? onlyPlace(sentence, first, 'subject')
    : undefined
}

/** "A superkey of a relation identifies its rows": the term at the head of a longer subject. */
const headOfSubject: GapCase = (sentence) => {
  const { clause, subject, lead, terms } = sentence
  if (lead !== '' || clause.opening !== '' || tellsLittle(sentence) || /[,;()]/.test(subject))
    return undefined
  const head = /^(\S+(?: \S+){0,2}?) (?:of|for|in|between|to|from|with) /.exec(subject)?.[1]
  if (head === undefined || !(terms.isMarked(head) || head.split(' ').every(isTechnical)) || actor.test(head))
    return undefined
  if (!terms.recurs(head) || contentStems(sentence.text).length < 7) return undefined
  return onlyPlace(sentence, head, 'subject')
}

/** "The temperature scale of the diagram is logarithmic": a quality with a name of its own. */
const quality: GapCase = (sentence) => {
  const { clause, subject } = sentence
  const told = upTo(clause.rest, /\s[–—-]\s|,\s/)
  if (
    !/^(?:is|are)$/.test(clause.verb) ||
    !/^(?:\p{Ll}|-)+(?:ic|ous|ive|al|able|ible|ary|ant|ent)$/u.test(told)
  )
    return undefined
  if (told.length < 8 || isEveryday(told) || contentStems(`${clause.opening} ${subject}`).length < 3)
    return undefined
  return /^(?:different|important|essential|necessary|possible|impossible|available|dependent|independent|significant|expensive|effective|efficient|beneficial|problematic|relevant|responsible|sufficient|dangerous|obvious|various|numerous)$/.test(
    told,
  )
    ? undefined
    : onlyPlace(sentence, told, 'object')
}

/** Nouns of those who act: what they do, others do as well. */
const actor = /(?:[^i]an|ist|[^aeiou]er|eer|or|iff|ee|ant|men|man)s?$/i

/** A subject of one word that belongs to a field: "Helicase unwinds the double helix before replication". */
const shortSubject: GapCase = (sentence) => {
  const { clause, subject, lead } = sentence
  if (
    lead !== '' ||
    clause.opening !== '' ||
    clause.form === 'past' ||
    tellsLittle(sentence) ||
    wordCount(subject) !== 1 ||
    !isTechnical(subject)
  )
    return undefined
  if (/^the\s/i.test(clause.subject) || actor.test(subject) || !isNomenclature(subject)) return undefined
  return contentStems(`${clause.verb} ${clause.rest}`).length < 5
    ? undefined
    : onlyPlace(sentence, subject, 'subject')
}

/** The last phrase of two or three words: what a deed or relation ends at. */
const lastWords: GapCase = (sentence) => {
  const last = lastPhrase(sentence)
  if (
    last === undefined ||
    wordCount(last) < 2 ||
    wordCount(last) > 3 ||
    contentStems(sentence.text).length < 6
  )
    return undefined
  const [first = ''] = last.split(' ')
  const isField = isTechnical(first) && describes.test(first)
  if (vague.test(last) || !isField || tellsLittle(sentence) || endsGeneral(last)) return undefined
  return onlyPlace(sentence, last, 'object')
}

/** "different ways", "legitimate users": a noun that says nothing of its own. */
const endsGeneral = (phrase: string): boolean => {
  const last = phrase.split(' ').at(-1) ?? ''
  return (
    /^(?:way|user|member|people|thing|portion)s?$/.test(last) ||
    (last.endsWith('s') && isGeneralNoun(last) && isEveryday(last))
  )
}

/** A term in quotation marks: the author names it. */
const quoted: GapCase = ({ text }) => {
  const [, before = '', name = ''] = /^(.*[“"])([\p{L}][\p{L} -]{2,40})[”"]/u.exec(text) ?? []
  if (name === '' || !isKeyPhrase(name) || /^[“"]$/.test(before) || (text.match(/["“”]/g) ?? []).length > 2)
    return undefined
  const rest = contentStems(text.replace(name, ' '))
  return rest.length < 4 || contentStems(name).every((stem) => rest.some((other) => alike(stem, other)))
    ? undefined
    : { by: 'term', at: before.length, text: name }
}

/** "shifts the curve to the right": the word whose opposite would fit as well. */
const contrast: GapCase = ({ text, clause, lead }) => {
  // Before the verb it describes the subject, unless that is a condition.
  const told = clause.opening.length + clause.subject.length
  const found = contrastIn(text, told) ?? contrastIn(text)
  if (found === undefined || contentStems(`${lead} ${text}`).length < 5) return undefined
  if (/^(?:increases?|decreases?|rises|falls)$/.test(found.text) && !clause.verb.endsWith(found.text))
    return undefined
  return found.at < told && !/^(?:If|When)\b/.test(clause.opening) ? undefined : { by: 'object', ...found }
}

/** The last phrase, where it holds a word of some field: "Wet beriberi is caused by a lack of thiamine". */
const lastTerm: GapCase = (sentence) => {
  const last = lastPhrase(sentence)
  if (last === undefined || wordCount(last) > 3 || contentStems(sentence.text).length < 5) return undefined
  const words = last.split(' ')
  const head = words.at(-1) ?? ''
  if (!isTechnical(head) || vague.test(last) || tellsLittle(sentence) || isBorrowing(sentence.text))
    return undefined
  if (words.some((word) => isGeneralNoun(word) || isAdverb(word))) return undefined
  // "as coursework advances": a clause of its own.
  if (words.length > 1 && knownAsThird(head) !== undefined) return undefined
  // One word fills its place surely where its form shows a field, or it is a name.
  if (words.length === 1 && !isNomenclature(head) && !/^\p{Lu}/u.test(head)) return undefined
  // "of the application": one that was spoken of.
  if (words.length === 1 && sentence.text.includes(` the ${last}`)) return undefined
  if (
    /\b(?:not|n['’]t|to|which one)\s(?:\S+\s){0,2}$/.test(
      sentence.text.slice(0, sentence.text.lastIndexOf(last)),
    )
  )
    return undefined
  return onlyPlace(sentence, last, 'object')
}

/** Adjectives that tell a kind: "oncotic pressure", "proximate cause". */
const describes = /(?:ic|al|ate|ous|ive|ary|ory|ar|ine|ian|oid|id|ent|ant)$/

/** A word of some field: none that everyone uses, no deed, long enough to be one. */
const isTechnical = (phrase: string): boolean =>
  phrase
    .split(' ')
    .some(
      (word) =>
        word.length >= 6 && !isEveryday(word) && /^[\p{L}'’-]+$/u.test(word) && !/(?:ing|ed|ly)$/.test(word),
    )

/** Adjectives that describe anything: what they describe is not told by them. */
const vague =
  /^(?:certain|different|few|general|good|great|high|higher|large|larger|low|lower|many|much|new|old|other|own|particular|same|several|similar|small|smaller|some|specific|such|various|whole|year)\s/i

/** The noun phrase that ends the sentence, without its article: what follows the last preposition, or the verb. */
function lastPhrase({ clause }: Sentence): string | undefined {
  if (/[,;:()“”"]/.test(clause.rest) || clause.rest === '') return undefined
  const words = clause.rest.split(' ')
  let from = words.length
  while (from > 0 && !isBreak(words[from - 1] ?? '')) from--
  const phrase = words.slice(from)
  if (
    phrase.length === 0 ||
    phrase.length > 4 ||
    (from === 0 && /^(?:is|are|was|were)\b/.test(clause.verb) && phrase.length < 2)
  )
    return undefined
  if (phrase.some((word) => /^(?:\p{Ll}+ly|\p{Ll}+ing|\p{Ll}+ed|\d.*|not|more|less)$/u.test(word)))
    return undefined
  const before = words[from - 1]?.toLowerCase() ?? ''
  if (/^(?:and|or|than|when|if|that|which|who|because|but|like|is|are|was|were)$/.test(before))
    return undefined
  if (before === 'to' && knownAsBase(phrase[0]?.toLowerCase() ?? '') !== undefined) phrase.shift()
  return phrase.length === 0 ? undefined : phrase.join(' ')
}

const isBreak = (word: string): boolean => {
  const lower = word.toLowerCase()
  return (
    isPreposition(lower) ||
    isDeterminer(lower) ||
    isAuxiliary(lower) ||
    /^(?:and|or|but|that|which|who|when|if|because|than|be|been|being|not|to)$/.test(lower) ||
    knownAsThird(lower) === 'verb only'
  )
}

/** In order: what an author marked says most surely what to ask for. */
const sureGaps: readonly GapCase[] = [marked, namedInside, number, agent]

/** In order: what a sentence is about tells more than what it ends in. */
const gaps: readonly GapCase[] = [
  quoted,
  contrast,
  about,
  lastName,
  longSubject,
  headOfSubject,
  shortSubject,
  quality,
  lastWords,
  lastTerm,
]

/** The place of words that stand once in a sentence, and of which no part is seen elsewhere in it. */
function onlyPlace({ text, lead }: Sentence, words: string, by: Cloze['by']): Gap | undefined {
  const at = by === 'object' ? text.lastIndexOf(words) : text.indexOf(words)
  if (
    at < 0 ||
    /\bthan(?: an?| the)?\s$/.test(text.slice(0, at)) ||
    /[\p{L}\p{N}-]/u.test(text.charAt(at - 1)) ||
    /[\p{L}\p{N}-]/u.test(text.charAt(at + words.length))
  )
    return undefined
  const rest = `${lead}${text.slice(0, at)} ${text.slice(at + words.length)}`
  const around = contentStems(rest)
  const own = contentStems(words)
  const isSeen = own.some((stem) => around.some((other) => alike(stem, other)))
  return own.length === 0 || isSeen || wordCount(rest) < 5 || around.length < 3
    ? undefined
    : { by, at, text: words }
}

const alike = (a: string, b: string): boolean =>
  a === b || (a.length > 3 && b.includes(a)) || (b.length > 3 && a.includes(b))
