import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { contentStems, isFunctionWord, upTo, wordCount } from '../../basics/text.ts'
import { isEveryday } from '../../english/everyday-words.ts'
import { isTerm } from '../../english/is-term.ts'
import { trimEnd } from '../../english/phrase.ts'
import { readClause } from '../../english/read-clause.ts'
import { standsAlone, withoutJoint } from '../../english/stands-alone.ts'

import { shapeOf } from '../../english/shape.ts'
import { knownAsThird } from '../../english/verbs-only.ts'
import { isDeterminer } from '../../english/word-classes.ts'
import type { Draft } from '../fact.ts'
import type { KeyTerms } from '../read/key-terms.ts'
import type { Sentence } from '../read/sentence.ts'
import { askedClause, questionDraft } from './sentence-question.ts'
import { inSentence, termOf } from './sentence-term.ts'
import { readTerm } from './terms.ts'

type Layout = Case<Sentence, readonly Draft[]>

/** Sentences that say what something is or what it is called. */
export function fromSentenceDefinition(sentence: Sentence): readonly Draft[] {
  return sentence.lead === '' ? (firstAnswer(layouts, sentence) ?? []) : []
}

/** "The process by which plants make sugar is called photosynthesis", "Red blood cells are also called erythrocytes". */
const isCalled: Layout = (sentence) => {
  const { clause, subject } = sentence
  if (clause.opening !== '') return undefined
  const named =
    /^(?:is|are|was|were)\s+(also\s+|often\s+|commonly\s+|sometimes\s+)?(?:called|known|termed|named|referred)$/.exec(
      clause.verb,
    )
  if (named === null) return undefined
  const name = nameIn(/^(?:to as\s|as\s)?(.+)$/.exec(clause.rest)?.[1] ?? '')
  if (name === undefined) return []
  const describes =
    wordCount(clause.subject) >= 4 &&
    /\b(?:of|that|which|who|whose|by|in|with|from|between|where)\b/.test(clause.subject)
  if (named[1] === undefined && describes && contentStems(clause.subject).length >= 3)
    return [{ kind: 'definition', term: name, statement: clause.subject }]
  if (!isShortTerm(subject)) return []
  if (named[1] === undefined) {
    const verb = clause.plural ? 'are' : 'is'
    const asked = { kind: 'name', clause: { ...askedClause(sentence, ''), verb } } as const
    return [{ ...questionDraft(sentence, { asked, statement: name }), aliases: [name] }]
  }
  return [
    {
      kind: 'told',
      term: inSentence(sentence, subject),
      asked: { kind: 'alias' },
      statement: name,
      aliases: [name],
    },
  ]
}

/** "photosynthesis", "a deadlock": the name at the end of such a sentence, without what follows it. */
function nameIn(text: string): string | undefined {
  const bare = trimEnd(
    upTo(text, /,|;|\s\(|\s(?:and|because|when|which|that|in|if|or|by|while|for|since|as)\s/),
  )
    .replace(/^(?:an?|the)\s+/i, '')
    .replace(/^["“‘']+|["”’']+$/g, '')
  return isTerm(bare) && wordCount(bare) <= 4 && !/^(?:\p{L}+ly|by|in|for|to|on|with)\b/u.test(bare)
    ? bare
    : undefined
}

/** "Two threads wait for each other and neither goes on. This is called a deadlock": the sentence before says what. */
export function namedNext(text: string, before: string): Draft[] {
  const name = nameIn(calledThis.exec(trimEnd(text))?.[1] ?? '')
  const said = trimEnd(withoutJoint(before))
  if (name === undefined || wordCount(said) > 24 || !standsAlone(said) || /[?:]$/.test(before)) return []
  const clause = readClause(`${said}.`)
  return clause === undefined ||
    /^(?:it|they|he|she|we)\b/i.test(clause.subject) ||
    said.toLowerCase().includes(name.toLowerCase())
    ? []
    : [{ kind: 'definition', term: name, statement: said }]
}

const calledThis =
  /^(?:(?:This|That|It|The) (?:\p{L}+ )?(?:is|was) (?:also |often |commonly )?(?:called|known as|termed|referred to as)|We call this)\s+(.+)$/u

const isShortTerm = (subject: string): boolean => isTerm(subject) && wordCount(subject) <= 4

/** "Osmosis is the movement of water across a membrane", "Enzymes are proteins that speed up reactions". */
const isSomething: Layout = (sentence) => {
  const { clause, subject } = sentence
  const link = /^(is|are|was|were|means|mean|denotes|describes|describe|refers|refer)$/.exec(clause.verb)?.[1]
  const isDefined = /^(?:is|are)\s+(?:\p{L}+ly |often )?defined$/u.test(clause.verb)
  if ((link === undefined && !isDefined) || clause.opening !== '') return undefined
  if (/^(?:each|every|all|any|most|no) /i.test(clause.subject)) return undefined
  // "Denial of service" is a name, "the rate of a reaction" is told by its words.
  const isMarked =
    sentence.terms.isMarked(subject) ||
    (/^\p{L}+ of \p{L}+$/u.test(subject) && clause.subject === subject && /^(?:is|was)$/.test(clause.verb))
  if (
    wordCount(subject) > 5 ||
    (!isMarked && /[,;]|\b(?:of|that|which|who|whose|for|in|between|with|and|or|by)\b/.test(subject))
  )
    return undefined
  const told = coreOf(clause.rest.replace(/^(?:as|to)\s+(?=\S)/, ''))
  const says = isDefined || /^(?:mean|denote|describe|refer)/.test(link ?? '')
  if (says && link?.startsWith('refer') === true && !/^to\s/.test(clause.rest)) return undefined
  if (!says && !definesByKind(told, clause.plural)) return undefined
  if (pickedOut.test(told) || contentStems(told).length < 3) return undefined
  const { term, aliases, expansion } = readTerm(inSentence(sentence, subject))
  if (!isTerm(term)) return undefined
  return [
    ...(expansion === undefined ? [] : [expansion]),
    { kind: 'definition', term, statement: told, aliases },
  ]
}

/** A noun phrase with a kind and what sets it apart. */
function definesByKind(told: string, plural: boolean): boolean {
  const [first = ''] = told.toLowerCase().split(' ')
  const apart =
    /\b(?:that|which|who|whose|where|when|in which|of|for|with|used|made|by|from|between|without|to)\b/.test(
      told.slice(first.length),
    )
  if (/^(?:when|where)\s/.test(told)) return wordCount(told) >= 5
  if (/^(?:those|ones|people|individuals) (?:that|which|who|whose)\s/.test(told)) return plural
  if (/^(?:someone|somebody|anyone|a person) (?:who|whose)\s/.test(told)) return !plural
  if (!apart) return false
  if (/^(?:an?|the|any|one)$/.test(first)) return shapeOf(told) === 'noun'
  // "time since the last period", "energy per unit of mass".
  if (
    !plural &&
    !/^(?:part|full|capable|typical|aware|characteristic|independent|short|free)\s/.test(told) &&
    /^[\p{L}-]+ (?:of|since|per|between|that|which)\s/u.test(told) &&
    !/^\p{L}+(?:ed|ly|ing|en|al|ic|ous|ive|able|ible|ent|ant)\s/u.test(told)
  )
    return true
  return (
    plural &&
    !isDeterminer(first) &&
    !/^(?:what|who|how|why|where|when)$/.test(first) &&
    /^(?:\p{L}+\s){0,3}?\p{L}+s\s(?:that|which|who|whose|with|of|made|used|in which|where)\b/u.test(told)
  )
}

/** "the best …", "a key …": a verdict, not what it is. */
const pickedOut =
  /^(?:the (?:same|first|next|last|main|only|most|best|key|reason|way|one|result|opposite)|an? (?:good|great|bit|little|lot|must|way|key|common|important|useful|major|big|popular|more|very|crucial|vital|fundamental|essential|powerful|central|core|simple|result|consequence|example|form of)|one of)\b/i

/** The text without the clauses that go on from it. */
const coreOf = (text: string): string => {
  const core = trimEnd(
    upTo(
      text,
      /,\s+(?:which|and|but|so|while|whereas|although|because|where|with|including|such as|like|as)\s|;|\s[–—]\s|\s-\s/,
    ),
  )
  return wordCount(core) >= 4 ? core : trimEnd(text)
}

/** "The SI unit of force is the newton": what something with an "of" is. */
const isValue: Layout = (sentence) => {
  const { clause } = sentence
  if (!/^(?:is|are|was|were)$/.test(clause.verb) || clause.opening !== '') return undefined
  const isPolicy =
    /\b(?:policy|strategy|rule|approach|method|principle|algorithm|technique)$/i.test(clause.subject) &&
    /^to\s\p{Ll}/u.test(clause.rest)
  if (isPolicy) {
    const { verb, plural } = clause
    const subject = inSentence(sentence, clause.subject)
    const told = coreOf(clause.rest)
    return [
      {
        kind: 'told',
        term: termOf(sentence, told),
        asked: { kind: 'value', clause: { subject, verb, rest: '', plural } },
        statement: told,
      },
    ]
  }
  // "An accomplice who is present is a principal": what the relative clause makes of it.
  const isPicked = /^(?:an?|any) (?:\p{L}+ )?\p{L}+ (?:who|that|which) /iu.test(clause.subject)
  if (
    (!/^the\s/i.test(clause.subject) && !isPicked) ||
    (!isPicked && !/\s(?:of|for|between|in|to)\s/.test(clause.subject)) ||
    /,/.test(clause.subject)
  )
    return undefined
  if (
    /^the\s+(?:\p{L}+\s)?(?:rest|most|some|all|many|number of|majority|half|part|parts|fact|idea|problem|issue|answer|case|one|ones|type|kind|use|lack)\b/iu.test(
      clause.subject,
    )
  )
    return undefined
  const told = coreOf(clause.rest)
  if (
    !isNamed(told, clause.subject) ||
    /\bthan\b/.test(told) ||
    wordCount(told) > 14 ||
    /\b(?:it|its|they|their|them)\b/.test(told)
  )
    return undefined
  const { verb, plural } = clause
  const subject = inSentence(sentence, clause.subject.replace(dashedAside, ' ').trim())
  return [
    {
      kind: 'told',
      term: termOf(sentence, told),
      asked: { kind: 'value', clause: { subject, verb, rest: '', plural } },
      statement: told,
    },
  ]
}

/** "… goodput (the number of useful bits that arrive)", "luminosity, which is the rate at which …": told beside its term. */
export function besideTerm(text: string, terms: KeyTerms): Draft[] {
  const found =
    /^(.*?)\s\(((?:an?|the)\s[^()]{8,120})\)/.exec(text) ??
    /^(.*?),?\swhich (?:is|are) ((?:an?|the)\s[^,;()]{8,120})$/.exec(trimEnd(text)) ??
    /^(.*?)\s[–—]\s((?:an?|the)\s[^,;()–—]{8,120})(?:\s[–—]|$)/.exec(text)
  const [, before = '', told = ''] = found ?? []
  if (told === '' || contentStems(told).length < 3 || pickedOut.test(told)) return []
  if (
    !/\b(?:of|that|which|who|where|by|for|in which|used|between|with)\b/.test(told) ||
    shapeOf(told) !== 'noun'
  )
    return []
  const words = before.split(' ')
  const from = words.findLastIndex(
    (word) =>
      !/^[\p{L}\d][\p{L}\d-]*$/u.test(word) ||
      isFunctionWord(word) ||
      knownAsThird(word) !== undefined ||
      /(?:ing|ed)$/.test(word),
  )
  const term = words.slice(from + 1).join(' ')
  const isKnown = terms.isMarked(term) || terms.recurs(term) || !term.split(' ').every(isEveryday)
  return isKnown && isTerm(term) && wordCount(term) <= 3 && !isFunctionWord(term)
    ? [{ kind: 'definition', term, statement: told }]
    : []
}

/** " - like a getaway driver - ": told by the way. */
const dashedAside = /\s[-–—]\s[^–—]{3,60}\s[-–—]\s|\s[-–—]\s[^–—]{3,60}\s[-–—]$/

/** A noun phrase, a name or a number; an aim may be an infinitive. */
function isNamed(told: string, subject: string): boolean {
  if (/^to\s\p{Ll}/u.test(told))
    return /\b(?:purpose|aim|goal|function|role|job|task|point|objective)\b/i.test(subject)
  if (/^(?:how|where|when|whether)\s/.test(told)) return wordCount(told) >= 4
  if (/^(?:an?|the)\s/i.test(told)) return !pickedOut.test(told) && !/^(?:an?|the)\s\p{L}+ing\b/u.test(told)
  if (/^(?:about |around |approximately |roughly |almost |nearly )?\d/.test(told)) return true
  if (/^\p{Lu}/u.test(told)) return true
  return wordCount(told) <= 2 && /(?:tion|sion|ity|ence|ance|ness|ment|ism|ship|sis|cy)$/.test(told)
}

/** In order: the first layout that knows a sentence answers for it. */
const layouts: readonly Layout[] = [isCalled, isSomething, isValue]
