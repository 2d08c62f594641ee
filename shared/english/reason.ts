import { wordCount } from '../basics/text.ts'
import { trimEnd } from './phrase.ts'
import { shapeOf } from './shape.ts'
import { baseVerb } from './verbs.ts'

/** An action with the reason for it. */
interface Reasoned {
  readonly action: string
  readonly reason: string
}

/** "Write X to keep Y", "Do X because Y", "Do X — it saves Y": the action and the reason. */
export const splitReason = (text: string): Reasoned | undefined =>
  atBecause(text) ?? atDash(text) ?? atPurpose(text) ?? atGood(text)

/** "Do X because Y", "Do X so that Y". */
function atBecause(text: string): Reasoned | undefined {
  const [, action, link, reason] = /^(.{8,}?),?\s+(because|since|so that|so)\s+(.+)$/i.exec(text) ?? []
  if (action === undefined || link === undefined || reason === undefined) return undefined
  if (link === 'so' && wordCount(reason) < 3) return undefined
  return { action, reason: `${/^so/i.test(link) ? 'So that' : 'Because'} ${reason}` }
}

/** "Do X — saves Y", "Do X; this saves Y". */
function atDash(text: string): Reasoned | undefined {
  const [, action, rest] = /^(.{6,}?)\s*(?:\s[–—-]|;|,?\s→)\s+(.+)$/.exec(text) ?? []
  if (action === undefined || rest === undefined || wordCount(rest) < 2) return undefined
  const said = trimEnd(rest)
  if (shapeOf(said) === 'third')
    return { action, reason: `It ${said.charAt(0).toLowerCase()}${said.slice(1)}` }
  if (!/^(?:it|this|they)\s/i.test(said)) return undefined
  const reason = said.replace(/^this\b/i, 'It').replace(/^./, (letter) => letter.toUpperCase())
  return { action, reason }
}

/** "Do X to keep Y". */
function atPurpose(text: string): Reasoned | undefined {
  const [, action, verb, rest = ''] = /^(.{8,}?),?\s+(?:in order )?to\s+(\p{Ll}+)\s+(.+)$/u.exec(text) ?? []
  if (action === undefined || verb === undefined || baseVerb(verb) === undefined) return undefined
  if (wantsTo.test(action) || wordCount(action) < 2) return undefined
  return { action, reason: `To ${verb} ${rest}`.trim() }
}

/** "how to", "ready to", "adhere to": such a "to" tells no purpose. */
const wantsTo =
  /\b(?:how|need|needs|want|able|ready|access|adhere|adherence|respond|respect|up|due|related|changes|attention|committed|commit|going|ought|apply|likely|open|subject|compared|next)$/i

/** "Do X for better Y". */
function atGood(text: string): Reasoned | undefined {
  const [, action, good] = forGood.exec(text) ?? []
  return action === undefined || good === undefined || wordCount(action) < 2
    ? undefined
    : { action, reason: `For ${good}` }
}

const forGood =
  /^(.{8,}?)\s+for\s+((?:better|easier|easy|faster|consistent|improved|efficient|quick|smoother|smooth|safer|greater|high|maximum|reproducib\p{L}*|readab\p{L}*|maintainab\p{L}*|clarity|performance|scalab\p{L}*|consistency|reliab\p{L}*|security|safety|reuse|reusab\p{L}*|seamless|cleaner|fewer|less|more|robust)\b.*)$/iu
