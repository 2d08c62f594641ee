import { atSpaces, isFunctionWord, upTo, wordCount } from '../basics/text.ts'
import { asidesIn } from './asides.ts'
import type { Draft } from './fact.ts'
import { splitEnumeration } from './enumeration.ts'
import { isPlural } from './nouns.ts'
import { trimEnd } from './phrase.ts'
import { labelKind } from './labels.ts'
import { isName } from './from-use.ts'
import { isAboutTheDocument } from './subject.ts'
import { isAcronym } from './terms.ts'
import { baseVerb, gerundBase, isVerbForm, pastBase, thirdPersonBase } from './verbs.ts'
import type { Statement } from './statement.ts'

/** Members of a kind in parentheses or after "such as": "NoSQL databases (MongoDB, Redis)". */
export function fromExample(statement: Statement): Draft[] {
  const drafts: Draft[] = []
  const text = statement.full
  const add = (before: string, list: string): void => {
    const kind = kindBefore(before)
    const items = membersOf(list)
    if (items === undefined) return
    const about =
      statement.label !== '' && labelKind(statement.label) === 'term' ? statement.label : statement.subject
    if (kind === '') {
      const whole = optionsFor(before, items)
      if (whole !== '') drafts.push({ kind: 'example', term: whole, slot: 'options', cue: whole, items })
      return
    }
    if (general.test(kind)) {
      if (about !== '' && !isAboutTheDocument(about))
        drafts.push({ kind: 'example', term: about, slot: kind, cue: `${kind} of ${about}`, items })
      return
    }
    if (
      wordCount(kind) === 1 &&
      !isAcronym(kind) &&
      (statement.subject === '' || statement.section === 'trouble' || isAboutTheDocument(statement.subject))
    )
      return
    const term =
      wordCount(kind) === 1 && statement.subject !== '' && !isAcronym(kind)
        ? `${kind} (${statement.subject})`
        : kind
    drafts.push({ kind: 'example', term, slot: '', cue: kind, items })
  }
  for (const { before, inside } of asidesIn(text, 'example')) add(before, inside)
  const colon = statement.label === '' && text.includes(':') ? /^([^:]{6,60}):\s+([^:]+)$/.exec(text) : null
  if (
    colon?.[1] !== undefined &&
    colon[2] !== undefined &&
    /^(?:applied|used|implemented|learned|explored|use|apply|know)\b/i.test(colon[1])
  )
    add(colon[1], colon[2])
  const such = /\s(?:such as|like|including)\s/i.test(text)
    ? /^(.{4,}?),?\s+(?:such as|like|including)\s+(.+)$/i.exec(text.replace(/\([^()]*\)/g, ''))
    : null
  if (such?.[1] !== undefined && such[2] !== undefined && !/\bvs\b/i.test(text)) {
    const list = upTo(
      such[2],
      /[.;]|\s(?:to|for|that|which|when|while|in order|in|on|so|because|with|by|using)\s|,?\s+and\s+(?=\p{Ll}+ing\b)/u,
    )
    add(such[1], list)
  }
  const options = /,\s+or\s/.test(text)
    ? /^((?:`[^`]+`|\p{Lu})[^.:;()]{4,70}?,\s+(?:or)\s+(?:`[^`]+`|\p{Lu}\S*(?:\s\p{Lu}\S*)?))(?:\s+\p{Ll}+)?$/u.exec(
        trimEnd(text),
      )?.[1]
    : undefined
  const names = options === undefined ? undefined : membersOf(options)
  if (names !== undefined && names.length >= 3 && names.every(isName) && statement.subject !== '') {
    drafts.push({
      kind: 'example',
      term: statement.subject,
      slot: 'options',
      cue: statement.subject,
      items: names,
    })
  }
  return drafts
}

/** Kinds so general that only their owner makes them a question. */
const general =
  /^(?:features|concepts|principles|practices|techniques|strategies|tools|libraries|frameworks|technologies|components|methods|approaches|mechanisms|types|levels|layers|patterns)$/i

/** "Message queues and task processing (Celery, RabbitMQ)": names after a whole topic are options for it. */
function optionsFor(before: string, items: readonly string[]): string {
  const topic = trimEnd(before)
  const plainTopic =
    wordCount(topic) >= 2 &&
    wordCount(topic) <= 5 &&
    !/[,;:–—]|\b(?:is|are|the|that|with|using|for|in)\b/i.test(topic)
  return plainTopic &&
    items.every((item) => /^[`\p{Lu}]/u.test(item)) &&
    !isVerbForm(topic.split(' ')[0] ?? '') &&
    !/\b(?:apps?|projects?|sites?|tables?|models?|systems?|clones?|platforms?)$/i.test(topic)
    ? topic
    : ''
}

/** The noun phrase that ends a text: "Use multiple security layers" gives "security layers". */
function kindBefore(before: string): string {
  const parts = atSpaces(trimEnd(before))
  const out: string[] = []
  for (let i = parts.length - 1; i >= 0 && out.length < 5; i--) {
    const word = parts[i] ?? ''
    const bare = word.replace(/["'“”*`]/g, '')
    if (/^(?:two|three|four|five|six|seven|its|both)$/i.test(bare)) break
    if (/[,;:–—()→]$/.test(word) || /^[–—→-]$/.test(word)) break
    if (
      isFunctionWord(bare) &&
      !(out.length > 0 && /^(?:and|of|as)$/i.test(bare) && joins(bare, parts[i - 1] ?? '', out))
    )
      break
    if (out.length > 0 && /ly$/i.test(bare)) break
    if (
      out.length > 0 &&
      /^(?:applied|used|multiple|various|different|several|many|numerous|common|popular|modern|other|some|certain|key|learned|related)$/i.test(
        bare,
      )
    )
      break
    if (out.length > 0 && (stopsAt(bare, out[0] ?? '') || (i === 0 && startsAsVerb(bare)))) break
    if (
      out.length > 0 &&
      gerundBase(bare) !== undefined &&
      /^(?:by|for|of|to|when|while)$/i.test(parts[i - 1] ?? '')
    )
      break
    if (
      out.length > 0 &&
      thirdPersonBase(bare) !== undefined &&
      /^(?:that|which|it|and|who)$/i.test(parts[i - 1] ?? '')
    )
      break
    if (out.length > 0 && pastBase(bare) !== undefined && (parts[i - 1] ?? '').endsWith('ly')) break
    out.unshift(bare)
  }
  while (out.length > 0 && /^(?:and|of|or|&)$/i.test(out[0] ?? '')) out.shift()
  const kind = out.join(' ')
  const head = (kind.split(/\sof\s/)[0] ?? kind).split(' ').at(-1) ?? ''
  if (!isPlural(head) && !/\b(?:and|&)\b/.test(kind)) return ''
  return /^(?:things|examples|cases|topics|basics|others|ones|fields|items|ways|forms|basics|apps|applications|projects|tables|areas|tasks|services|operations)$/i.test(
    kind,
  )
    ? ''
    : kind
}

const joins = (word: string, before: string, out: readonly string[]): boolean =>
  word === 'as'
    ? /^\p{Lu}/u.test(out[0] ?? '') && /^\p{Lu}/u.test(before)
    : word.toLowerCase() === 'of'
      ? out.length >= 1 && before !== ''
      : out.length === 1 && isPlural(before) && !/[,;]$/.test(before)

const startsAsVerb = (word: string): boolean =>
  thirdPersonBase(word) !== undefined ||
  (baseVerb(word) !== undefined &&
    !/^(?:test|design|cache|model|query|data|form|process|code|access|control|load|index|network|support|state|sort|search|log|message|function|release|process|build|view|type|file|image|key)$/i.test(
      word,
    ))

/** A verb before the noun phrase ends it; a participle used as an adjective does not. */
function stopsAt(word: string, next: string): boolean {
  const lower = word.toLowerCase()
  if (pastBase(lower) !== undefined && /^\p{Lu}/u.test(word)) return true
  if (!isVerbForm(lower)) return false
  if (gerundBase(lower) !== undefined)
    return (
      /^(?:using|including|following|applying|implementing|exploring|understanding|learning|handling|writing|creating|managing|building|developing|leveraging|integrating|employing|adding)$/.test(
        lower,
      ) || next === ''
    )
  return thirdPersonBase(lower) !== undefined
    ? /^(?:uses|provides|includes|supports|offers|covers|requires|enables|allows|represents|applies)$/.test(
        lower,
      )
    : baseVerb(lower) !== undefined &&
        /^(?:use|apply|implement|write|create|follow|leverage|learn|explore|adopt|add|integrate|understand|manage|build|define|represent|avoid|embrace|handle|enforce|know)$/.test(
          lower,
        )
}

/** The members of a list: two to six short names. */
function membersOf(list: string): string[] | undefined {
  const bare = trimEnd(
    list.replace(/,?\s*etc\.?$/i, '').replace(/^(?:e\.?g\.?,?|i\.e\.?,?|for example,?)\s*/i, ''),
  )
  if (
    /^(?:to|for|if|when|no|not|with|or|and|see|optional|planned|basics)\b/i.test(bare) ||
    /https?:|\bvs\b/i.test(bare)
  )
    return undefined
  const items = splitEnumeration(bare.replace(/\s*\/\s*(?=\p{Lu})/gu, ', ').replace(/\s+\+\s+/g, ', '))?.map(
    (item) => item.replace(/\s+basics$/i, ''),
  )
  if (items === undefined || items.length < 2 || items.length > 6) return undefined
  if (
    items.some(
      (item) =>
        wordCount(item) > 4 ||
        item.length < 2 ||
        /[.!?:=]$/.test(item) ||
        /^(?:not|no|never|and|or)\b/i.test(item),
    )
  )
    return undefined
  if (new Set(items.map((item) => item.toLowerCase())).size !== items.length) return undefined
  return items
}
