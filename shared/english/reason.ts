import { wordCount } from '../basics/text.ts'
import { trimEnd } from './phrase.ts'
import { shapeOf } from './shape.ts'
import { baseVerb } from './verbs.ts'

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
