import { atSpaces, isFunctionWord, upTo, wordCount } from '../basics/text.ts'
import type { Draft } from './fact.ts'
import { splitEnumeration } from './enumeration.ts'
import { firstWord, trimEnd, withoutAsides } from './phrase.ts'
import { splitSentences } from './sentences.ts'
import { shapeOf, splitAdverb } from './shape.ts'
import { impersonal } from './impersonal.ts'
import { isOrder } from './order.ts'
import { baseVerb } from './verbs.ts'
import type { Statement } from './statement.ts'

/** Advice without a term of its own: "Write tests early to catch bugs", "Test before deployment — saves time later". */
export function fromBestPractice(statement: Statement): Draft[] {
  if (statement.label !== '' || /[:：]$/.test(statement.text)) return []
  const text = impersonal(splitSentences(statement.full)[0] ?? '')
  if (text === undefined || shapeOf(text) !== 'imperative') return []
  if (statement.section !== 'practice' && !statement.listed && !/\bbecause\b|\bso that\b/.test(text))
    return []
  if (statement.leadIn !== '' && statement.section !== 'practice') return []
  return adviceDrafts('', text, statement)
}

/** The facts in an advice: why it is given, how it is done, what it asks for. */
export function adviceDrafts(label: string, said: string, statement: Statement): Draft[] {
  const text = trimEnd(withoutAsides(said))
  const titled = label !== '' && isOrder(label, said)
  const title = titled ? lowerAction(label, statement) : ''
  const reason = splitReason(text)
  const term = label !== '' ? label : objectOf(reason?.action ?? text, statement)
  if (term === '') return []
  const action = reason?.action ?? text
  const shape = shapeOf(text)
  if (titled && shape !== 'imperative')
    return [{ kind: 'best_practice', term, slot: 'why', cue: title, statement: text }]
  if (shape === 'clause') {
    if (titled) return [{ kind: 'best_practice', term, slot: 'why', cue: title, statement: text }]
    return label === '' || wordCount(text) < 4
      ? []
      : [{ kind: 'best_practice', term, slot: 'what', statement: text }]
  }
  const listed = colonList(text)
  if (label === '' && listed !== undefined) {
    return [
      { kind: 'list', term, slot: 'ways', cue: `ways to ${lower(listed.action)}`, items: listed.items },
      ...(listed.reason === ''
        ? []
        : [
            {
              kind: 'best_practice' as const,
              term,
              slot: 'why',
              cue: lower(listed.action),
              statement: listed.reason,
            },
          ]),
    ]
  }
  const drafts: Draft[] = []
  if (reason !== undefined) {
    // A short action that does not mention its own term says too little to be asked about.
    const vague = !titled && label !== '' && wordCount(action) < 4
    if (vague) drafts.push({ kind: 'purpose', term, statement: reason.reason })
    else
      drafts.push({
        kind: 'best_practice',
        term,
        slot: 'why',
        cue: titled ? title : lower(action),
        statement: reason.reason,
      })
  }
  if (titled) drafts.push({ kind: 'best_practice', term, slot: 'how', cue: title, statement: action })
  else if (label !== '') drafts.push({ kind: 'best_practice', term, slot: 'what', statement: text })
  else if (reason === undefined) drafts.push(...mannerOf(term, action))
  return drafts
}

/** "Write X to keep Y", "Do X because Y", "Do X — it saves Y": the action and the reason. */
export function splitReason(text: string): { action: string; reason: string } | undefined {
  const because = /^(.{8,}?),?\s+(because|since|so that|so)\s+(.+)$/i.exec(text)
  if (
    because?.[1] !== undefined &&
    because[2] !== undefined &&
    because[3] !== undefined &&
    !(because[2] === 'so' && wordCount(because[3]) < 3)
  ) {
    const word = /^so/i.test(because[2]) ? 'So that' : 'Because'
    return { action: because[1], reason: `${word} ${because[3]}` }
  }
  const dash = /^(.{6,}?)\s*(?:\s[–—-]|;|,?\s→)\s+(.+)$/.exec(text)
  if (dash?.[1] !== undefined && dash[2] !== undefined && wordCount(dash[2]) >= 2) {
    const said = trimEnd(dash[2])
    if (shapeOf(said) === 'third')
      return { action: dash[1], reason: `It ${said.charAt(0).toLowerCase()}${said.slice(1)}` }
    if (/^(?:it|this|they)\s/i.test(said))
      return {
        action: dash[1],
        reason: said.replace(/^this\b/i, 'It').replace(/^./, (letter) => letter.toUpperCase()),
      }
  }
  const purpose = /^(.{8,}?),?\s+(?:in order )?to\s+(\p{Ll}+)\s+(.+)$/u.exec(text)
  if (
    purpose?.[1] !== undefined &&
    purpose[2] !== undefined &&
    baseVerb(purpose[2]) !== undefined &&
    !/\b(?:how|need|needs|want|able|ready|access|adhere|adherence|respond|respect|up|due|related|changes|attention|committed|commit|going|ought|apply|likely|open|subject|compared|next)$/i.test(
      purpose[1],
    ) &&
    wordCount(purpose[1]) >= 2
  ) {
    return { action: purpose[1], reason: `To ${purpose[2]} ${purpose[3] ?? ''}`.trim() }
  }
  const good =
    /^(.{8,}?)\s+for\s+((?:better|easier|easy|faster|consistent|improved|efficient|quick|smoother|smooth|safer|greater|high|maximum|reproducib\p{L}*|readab\p{L}*|maintainab\p{L}*|clarity|performance|scalab\p{L}*|consistency|reliab\p{L}*|security|safety|reuse|reusab\p{L}*|seamless|cleaner|fewer|less|more|robust)\b.*)$/iu.exec(
      text,
    )
  if (good?.[1] !== undefined && good[2] !== undefined && wordCount(good[1]) >= 2)
    return { action: good[1], reason: `For ${good[2]}` }
  return undefined
}

/** "Use X with Y": asks how X is to be used. */
function mannerOf(term: string, action: string): Draft[] {
  const found = /^(.{6,}?)\s+((?:with|using|by|via|through|from|before|after|out of|in)\s+.+)$/i.exec(action)
  if (
    found?.[1] !== undefined &&
    found[2] !== undefined &&
    wordCount(found[1]) >= 2 &&
    wordCount(found[2]) >= 2 &&
    wordCount(found[2]) <= 14
  ) {
    const how = /^(?:before|after)\b/i.test(found[2])
      ? 'when'
      : /^(?:in|from|out of)\b/i.test(found[2])
        ? 'where'
        : 'how'
    if (how !== 'where')
      return [{ kind: 'best_practice', term, slot: how, cue: lower(found[1]), statement: found[2] }]
  }
  const kind = /^(\p{L}+)\s+((?:[\p{L}-]+,\s+)*[\p{L}-]+,?\s+and\s+[\p{L}-]+)\s+(\p{L}+(?:\s\p{L}+)?)$/u.exec(
    splitAdverb(action).rest,
  )
  if (kind?.[1] !== undefined && kind[2] !== undefined && kind[3] !== undefined) {
    return [
      {
        kind: 'best_practice',
        term: kind[3],
        slot: 'which',
        cue: lower(kind[1]),
        statement: `${kind[2]} ${kind[3]}`,
      },
    ]
  }
  return []
}

function colonList(text: string): { action: string; items: string[]; reason: string } | undefined {
  const found = /^([^:]{4,60}):\s+(.+)$/.exec(text)
  if (found?.[1] === undefined || found[2] === undefined) return undefined
  const purpose = /^(.+?)\s+to\s+(\p{Ll}+\s.+)$/u.exec(found[2])
  const isReason = purpose?.[2] !== undefined && baseVerb(firstWord(purpose[2])) !== undefined
  const items = splitEnumeration(isReason ? (purpose?.[1] ?? '') : found[2])
  if (items === undefined || items.length < 2 || items.some((item) => wordCount(item) > 8)) return undefined
  return { action: found[1], items, reason: isReason ? `To ${purpose?.[2] ?? ''}` : '' }
}

/** What the advice is about: its bold words, else the object of its verb. */
function objectOf(action: string, statement: Statement): string {
  const strong = statement.strong.find(
    (run) =>
      wordCount(run) <= 6 && endsPhrase(statement.full.slice(statement.full.indexOf(run) + run.length)),
  )
  if (strong !== undefined) {
    const first = firstWord(strong)
    const rest = strong.slice(first.length).trim()
    const bare = shapeOf(strong) === 'imperative' && wordCount(rest) >= 2 ? rest : strong
    return bare.replace(/\s*\([^)]*\)$/, '')
  }
  const { rest } = splitAdverb(action)
  const object = rest.slice(firstWord(rest).length).trim()
  const head = upTo(
    object.replace(/^(?:an?|the|your|all|any|every|each|clear|proper|good)\s+/i, ''),
    /\s+(?:with|using|by|via|through|for|from|in|on|before|after|to|of|into|across|at|as|early|when|while|over)\s+|[,;:–—]\s/i,
  )
  const bare = trimEnd(head.replace(/\s+(?:properly|clearly|early|carefully|effectively|consistently)$/i, ''))
  const named =
    !/^(?:\p{L}+ly|updated|clean|early|late|small|simple)$/iu.test(bare) &&
    wordCount(bare) >= 1 &&
    wordCount(bare) <= 5 &&
    bare.length > 2 &&
    !isFunctionWord(firstWord(bare))
  return named
    ? bare
    : statement.subject !== ''
      ? statement.subject
      : atSpaces(trimEnd(rest)).slice(0, 5).join(' ')
}

/** True when nothing that belongs to a noun phrase follows. */
const endsPhrase = (rest: string): boolean =>
  /^\s*(?:$|[.;:(—–]|(?:with|to|for|in|on|using|by|from|of|and|before|after|across|at|as|when|so|because|out|early)\b)/i.test(
    rest,
  )

function lower(text: string): string {
  const first = firstWord(text)
  return /^\p{Lu}\p{Ll}+$/u.test(first) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** A title-case action in running text: known words lose their capital, names keep it. */
function lowerAction(label: string, statement: Statement): string {
  const seen = statement.text.toLowerCase()
  const plain = label.split(' ').filter((word) => /^\p{Lu}\p{Ll}+[,.]?$/u.test(word)).length
  return label
    .split(' ')
    .map((word, i) => {
      if (!/^\p{Lu}\p{Ll}+[,.]?$/u.test(word)) return word
      const small = word.toLowerCase()
      const name = statement.text.includes(word) && !seen.startsWith(small)
      return i === 0 || (plain >= 2 && !name) ? small : word
    })
    .join(' ')
}
