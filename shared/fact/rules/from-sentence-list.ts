import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { wordCount } from '../../basics/text.ts'
import { splitEnumeration } from '../../english/enumeration.ts'
import { isPlural } from '../../english/nouns.ts'
import { trimEnd, withoutAsides } from '../../english/phrase.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'

/** A sentence of a line, whoever its subject is, and the line. */
interface Raw {
  readonly text: string
  readonly statement: Statement
  /** What the sentence before is about, or ''. */
  readonly spoken: () => string
}

type Layout = Case<Raw, Draft | null>

/** An enumeration inside a sentence: its members are counted, or are all that something consists of. */
export function fromSentenceList(text: string, statement: Statement, spoken: () => string): Draft[] {
  if (!enumerates.test(text) || wordCount(text) > 60) return []
  const found = firstAnswer(layouts, { text: trimEnd(text), statement, spoken })
  return found === undefined || found === null ? [] : [found]
}

/** Every such sentence holds one of these words, and most sentences none. */
const enumerates =
  /\b(?:two|three|four|five|six|[2-6]|consists?|comprises?|composed|made|divided|split|separated|broken|classified|categori[sz]ed|grouped|(?:the|its) (?:main|major|basic|key|primary|principal))\b/i

const counts: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 }
const countWord = String.raw`(two|three|four|five|six|[2-6])`
const countOf = (word: string): number => counts[word.toLowerCase()] ?? Number(word)

/** Nouns by which a sentence says that its members make up the whole. */
const parted =
  /\b(?:aims|approaches|aspects|branches|categories|causes|chambers|characteristics|classes|components|conditions|criteria|dimensions|divisions|effects|elements|factors|families|features|fields|forms|functions|goals|groups|ingredients|kinds|laws|layers|levels|means|members|methods|modes|parts|phases|pillars|principles|processes|properties|purposes|reasons|regions|requirements|roles|rules|sections|sources|stages|states|steps|strategies|systems|techniques|theories|tiers|types|uses|values|varieties|ways|zones)\b/i

const thereAreForm = new RegExp(
  String.raw`^(?:In [^,]{2,40}, )?there (?:are|were) (?:only |just |exactly )?${countWord} ([^:,;–—()]{3,70}?)(?::|,? namely|,? which are|,|\s[–—-])\s+(.+)$`,
  'i',
)

const theseAreForm = new RegExp(
  String.raw`^(?:The|Its) (?:${countWord} |(?=(?:main|major|basic|key|primary|principal)\s))([^:,;–—()]{3,70}?) (?:are|were|include)(?::| the following:)? (.+)$`,
  'i',
)

const hasPartsForm = new RegExp(
  String.raw`^(.{2,50}?) (?:has|have|had|contains?|comprises?|consists of|is made (?:up )?of|are made (?:up )?of) ${countWord} ([^:,;–—()]{3,50}?)(?::|,? namely|\s[–—-])\s+(.+)$`,
  'i',
)

/** "There are three types of muscle: skeletal, cardiac and smooth". */
const thereAre: Layout = ({ text, statement, spoken }) => {
  const [, count = '', kind = '', told = ''] = thereAreForm.exec(text) ?? []
  return told === '' ? undefined : counted({ count, kind, told, statement, spoken })
}

/** "The three branches of government are the legislative, the executive and the judicial". */
const theseAre: Layout = ({ text, statement, spoken }) => {
  const [, count = '', kind = '', told = ''] = theseAreForm.exec(text) ?? []
  return told === '' ? undefined : counted({ count, kind, told, statement, spoken, closed: count !== '' })
}

/** "A nucleotide has three parts: a sugar, a phosphate and a base". */
const hasParts: Layout = ({ text, statement, spoken }) => {
  const [, owner = '', count = '', kind = '', told = ''] = hasPartsForm.exec(text) ?? []
  if (told === '' || !isOwner(owner)) return undefined
  return counted({ count, kind: `${kind} of ${asOwner(owner)}`, told, statement, spoken })
}

/** "A nucleotide consists of a sugar, a phosphate and a base". */
const consists: Layout = ({ text, statement, spoken }) => {
  const [, owner = '', verb = '', told = ''] =
    /^(.{2,60}?) (consists? of|(?:is|are) (?:made up|composed|made) of|comprises?|(?:is|are|can be|may be) (?:divided|split|separated|broken down|classified|categori[sz]ed|grouped) into) (.+)$/i.exec(
      text,
    ) ?? []
  if (told === '' || !isOwner(owner)) return undefined
  // "into two further categories of a and b": the noun that counts them is no part of the first.
  const [head = '', , noun = ''] = countedFirst.exec(told) ?? []
  const items = itemsIn(told.slice(head.length))
  if (items === undefined || items.length < 2 || (noun !== '' && !isPlural(noun))) return null
  const said = asOwner(owner)
  const words = verb.endsWith('into')
    ? `${noun === '' ? 'parts' : noun} into which ${said} ${verb.replace(/ into$/, '')}`
    : `parts that ${said} ${verb}`
  return listOf(words, items, { text, statement, spoken }, owner, noun !== '')
}

const countedFirst = new RegExp(
  String.raw`^${countWord} (?:further |different |main |distinct |separate |major |broad )*(\p{L}+s)(?: of|:|,| namely| called)? (?=\p{L})`,
  'iu',
)

const donePartForm = new RegExp(
  String.raw`^(.{2,50}?) ((?:is|are|was|were) \p{L}+(?:ed|en|wn|un|lt|ilt|ught)) (by|from|in|into|on|through|with) ${countWord} ([^:,;–—()]{3,40}?)(?::|,? namely|\s[–—-])\s+(.+)$`,
  'iu',
)

/** "Moods are ruled by two hormones: serotonin and dopamine". */
const doneBy: Layout = ({ text, statement, spoken }) => {
  const [, owner = '', verb = '', link = '', count = '', noun = '', told = ''] = donePartForm.exec(text) ?? []
  const items = told === '' ? undefined : itemsIn(told)
  if (items === undefined || items.length !== countOf(count) || !isOwner(owner) || !isPlural(noun))
    return undefined
  const words = `${noun} ${link} which ${asOwner(owner)} ${verb}`
  return listOf(words, items, { text, statement, spoken }, owner, true)
}

const layouts: readonly Layout[] = [thereAre, theseAre, hasParts, doneBy, consists]

interface Counted {
  readonly count: string
  readonly kind: string
  readonly told: string
  readonly statement: Statement
  readonly spoken: () => string
  /** "The two …": article and count close the set, whatever its noun is. */
  readonly closed?: boolean
}

function counted({ count, kind, told, statement, spoken, closed = false }: Counted): Draft | null {
  const items = itemsIn(told)
  if (items === undefined || !(closed || parted.test(kind))) return null
  if (count === '' ? items.length < 3 : items.length !== countOf(count)) return null
  const owned = /\s(?:of|for|in|to|by|that|which|on|with|at)\s/.test(kind)
  const owner = owned ? '' : statement.label || spoken() || statement.subject
  if (!owned && (owner === '' || wordCount(owner) > 4)) return null
  const words = owned ? kind : `${kind} of ${owner}`
  if (/\b(?:this|these|that is|it|its|they|their|above|below|we|you|i|our|your)\b/i.test(`${words} ${told}`))
    return null
  return listOf(words, items, { text: kind, statement, spoken }, owner)
}

function listOf(
  words: string,
  items: readonly string[],
  { statement }: Raw,
  owner: string,
  counted = false,
): Draft | null {
  const named = statement.subject !== '' ? statement.subject : owner.replace(/^(?:an?|the)\s+/i, '')
  const after = /\s(?:of|for|in|to)\s(?:an?\s|the\s)?(.+)$/.exec(words)?.[1]
  const term = named === '' ? (after ?? words) : named
  return {
    kind: 'list',
    term: wordCount(term) > 5 ? words.split(' ').slice(0, 4).join(' ') : term,
    cue: counted ? { kind: 'introduced', words, counted } : { kind: 'introduced', words },
    items,
  }
}

/** Two to six short members; "and more" leaves the set open. */
function itemsIn(told: string): string[] | undefined {
  if (/\b(?:etc|and so on|and more|among others|such as|for example|e\.g|including|like)\b/i.test(told))
    return undefined
  const items = splitEnumeration(told.replace(/;/g, ','))?.map((item) =>
    item
      .replace(/^(?:both|either|an?|the)\s+/i, '')
      .replace(/^\(?\w\)\s+/, '')
      .trim(),
  )
  if (items === undefined || items.length < 2 || items.length > 6) return undefined
  const fine = items.every(
    (item) =>
      item !== '' &&
      wordCount(withoutAsides(item)) <= 8 &&
      !/[.:?]\s|\b(?:is|are|was|were|which|this|it|they)\b|^(?:and|or|but|so|then)\b/i.test(item),
  )
  return fine && !/\s(?:and|or)\s/.test(items.at(-1) ?? '') ? items : undefined
}

const isOwner = (owner: string): boolean =>
  wordCount(owner) <= 6 &&
  !/[,:;]|\b(?:it|they|this|these|that|which|who|we|you|he|she|there|both|each|some|most|many|and|or|is|are)\b/i.test(
    owner,
  )

const asOwner = (owner: string): string => {
  const first = owner.split(' ')[0] ?? ''
  return /^(?:an?|the)$/i.test(first) || (/^\p{Lu}\p{Ll}+$/u.test(first) && isPlural(owner))
    ? owner.charAt(0).toLowerCase() + owner.slice(1)
    : owner
}

/** "There are seven spectral classes of stars": the count of a whole. */
export function countGap(text: string, statement: Statement): Draft[] {
  const said = trimEnd(text)
  const found =
    /^There are (?:(?:exactly|only|about) )?(three|four|five|six|seven|eight|nine|ten|eleven|twelve|[3-9]|1[0-2]) ((?:\p{L}[\p{L}-]* ){0,3}?(\p{L}+s)(?: (?:of|in|for|that|which|to) .+|))$/u.exec(
      said,
    )
  const [, count = '', kind = '', noun = ''] = found ?? []
  if (
    count === '' ||
    !parted.test(noun) ||
    wordCount(said) > 20 ||
    /\b(?:this|these|we|you|it|they|reasons?|ways?|steps?|options?)\b|[:,;()]/i.test(kind)
  )
    return []
  const topic = statement.label !== '' ? statement.label : statement.subject
  const isOwned = / (?:of|in|for) /.test(kind)
  if (!isOwned && (topic === '' || wordCount(topic) > 4)) return []
  const lead =
    isOwned || kind.toLowerCase().includes(topic.toLowerCase().replace(/s$/, ''))
      ? 'There are '
      : `${topic}: there are `
  const at = said.indexOf(count)
  return [
    {
      kind: 'cloze',
      by: 'number',
      term: topic !== '' && wordCount(topic) <= 4 ? topic : kind.split(' ').slice(0, 4).join(' '),
      sentence: [
        { kind: 'text', text: lead + said.slice('There are '.length, at) },
        { kind: 'gap', text: count },
        { kind: 'text', text: said.slice(at + count.length) },
      ],
      hidden: [count],
    },
  ]
}
