import { isFunctionWord, upTo, wordCount } from '../basics/text.ts'
import { isClause } from './clause.ts'
import { shapeOf } from './shape.ts'
import { labelKind } from './labels.ts'

interface Labelled {
  readonly label: string
  readonly text: string
}

const separator = /^\s*(?::{1}(?![:/])|：|[–—]|--?>?|→|⇒|=>|->)\s*/

/** Parts "Term: text", "**Term** – text", "`code` → text" and "**Term** (text)". The label is '' when there is none. */
export function splitLabel(line: { readonly text: string; readonly lead: string }): Labelled {
  return (
    fromMark(line.text, line.lead) ??
    fromCode(line.text) ??
    fromPlain(line.text) ?? { label: '', text: line.text }
  )
}

function fromMark(text: string, lead: string): Labelled | undefined {
  const at = lead === '' ? -1 : text.indexOf(lead)
  if (at < 0 || at > 3) return undefined
  const rest = text.slice(at + lead.length)
  const label = lead.replace(/[\s:：]+$/, '').replace(/\s+[–—-]+$/, '')
  if (/[:：]$/.test(lead)) return { label, text: rest.trim() }
  const aside = /^\s*(\([^()]{1,80}\))(.*)$/.exec(rest)
  const after = aside?.[2] ?? rest
  const found = separator.exec(after)
  if (found !== null && (after.slice(found[0].length).trim() !== '' || /[:：]/.test(found[0]))) {
    const whole = aside?.[1] === undefined ? label : `${label} ${aside[1]}`
    return { label: whole, text: after.slice(found[0].length).trim() }
  }
  if (aside?.[1] !== undefined && after.trim() === '' && wordCount(aside[1]) >= 2) {
    return { label, text: aside[1].slice(1, -1) }
  }
  // "**Uniporters** (carriers)" is a term with its other name.
  if (rest.trim() === '' || (aside?.[1] !== undefined && after.trim() === ''))
    return { label: `${label}${rest.trimEnd()}`, text: '' }
  // "**Schema** a frame that orders what one knows": bold words and an article need no sign between them.
  if (
    /^\s+(?:an?|any)\s\S+\s(?:\S+\s)?(?:for|in which|of|that|which|who)\s/.test(rest) &&
    isLabel(label, true)
  )
    return { label, text: rest.trim() }
  const isLabelWord = ['definition', 'problem', 'solution', 'aspect'].includes(labelKind(label))
  if (
    /^\s+\p{Lu}/u.test(rest) &&
    (isLabelWord || wordCount(label) <= 4) &&
    !/^(?:Use|Write|Always|Never|Keep|Avoid)\b/.test(label)
  ) {
    return isLabelWord ? { label, text: rest.trim() } : undefined
  }
  return undefined
}

function fromCode(text: string): Labelled | undefined {
  if (!text.startsWith('`')) return undefined
  const found =
    /^(`[^`]+`(?:\s*(?:,|\/|or|and)\s*`[^`]+`)*(?:\s\([^()]{1,60}\))?)\s*(?::(?!:)|[–—]|-{1,2}>?|→|⇒|=>?)\s+(.+)$/.exec(
      text,
    )
  return found?.[1] !== undefined && found[2] !== undefined ? { label: found[1], text: found[2] } : undefined
}

function fromPlain(text: string): Labelled | undefined {
  if (!/[:：–—→⇒=]|\s-/.test(text)) return undefined
  const colon = /^([^:：`]{1,70}?)\s*(?::(?![:/\\])\s*|：\s*)(.*)$/u.exec(text)
  if (
    colon?.[1] !== undefined &&
    colon[2] !== undefined &&
    (/^[^:：]+[:：](?:\s|$)/.test(text) || text.includes('：') || labelKind(colon[1]) !== 'term')
  ) {
    if (isLabel(colon[1], false)) return { label: colon[1].trim(), text: colon[2].trim() }
  }
  const dash = /^([^–—→⇒]{1,60}?)\s+(?:[–—→⇒]|-{1,2}>?|=>|=)\s+(.+)$/.exec(text)
  if (
    dash?.[1] !== undefined &&
    dash[2] !== undefined &&
    !/[.!?;,]/.test(dash[1].replace(/\.(?=\w)/g, '')) &&
    isLabel(dash[1], true)
  ) {
    return { label: dash[1].trim(), text: dash[2].trim() }
  }
  return undefined
}

/** A term is short and noun-like: an imperative or a clause before the separator is not one. */
function isLabel(label: string, dash: boolean): boolean {
  // A sign inside a formula parts nothing.
  if (label.includes('$') && /\$/.test(label.replace(/\$\$?[^$]+\$\$?/g, ''))) return false
  const bare = label.replace(/\s*\([^)]*\)/g, '').trim()
  if (labelKind(bare) !== 'term' || /^why (?:it|this|they)\s|^my (?:key |main )?takeaway$/i.test(bare))
    return true
  if (bare === '' || wordCount(bare) > (dash ? 5 : 7) || /[.!?]$|["“]/.test(bare)) return false
  const first = upTo(bare, /\s/)
  const isNamed = /^(?:an?|the)\s\p{L}+(?:\s\p{L}+)?$/iu.test(bare)
  if (isFunctionWord(first) && !isNamed && !/^(?:no|up|own|some|over|on|in|about|before|after)$/i.test(first))
    return false
  if (isClause(bare)) return false
  const shape = shapeOf(bare)
  if ((dash && shape === 'imperative') || shape === 'past') return false
  return /[\p{L}\p{N}]/u.test(bare)
}
