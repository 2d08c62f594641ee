import { cleanLine } from '../../note/read-inline.ts'

/** Code and formulas, whose signs are their own. */
const verbatim = /(`+[^`]*`+|\$\$[^$]+\$\$|\$[^$\s](?:[^$]*[^$\s])?\$)/

/** An author's own words without the marks that only steer their tools: comments, links' brackets, tags, bold, block names. */
export function cleanWritten(text: string): string {
  return text
    .split(verbatim)
    .map((part, i) => (i % 2 === 1 ? part : cleanPart(part)))
    .join('')
    .replace(/\s{2,}/g, ' ')
    .trim()
}

/** Cleaning trims; the space beside code or a formula stays. */
function cleanPart(part: string): string {
  const before = /^\s/.test(part) ? ' ' : ''
  const after = /\s$/.test(part) && part.trim() !== '' ? ' ' : ''
  const bare = part
    .replace(/!\[[^\]]{0,200}\]\([^)]{0,400}\)/g, '')
    .replace(/\[([^\]]{1,200})\]\([^)]{0,400}\)/g, '$1')
    .replace(/\*\*([^*]{1,300})\*\*/g, '$1')
    .replace(/(^|[\s(])([*_])([^*_\s][^*_]{0,200})\2(?=[\s).,;:!?]|$)/g, '$1$3')
    .replace(/\s\^[\w-]{2,20}\s*$/, '')
    .replace(/<!--[^>]{0,300}-->|%%[^%]{1,300}%%/g, '')
    .replace(/!\[\[[^\]]{0,200}\]\]/g, '')
    .replace(/\[\[(?:[^\]|]{0,200}\|)?#?([^\]|]{1,200})\]\]/g, '$1')
    .replace(/(^|\s)#[\p{L}][\p{L}\p{N}_/-]*\s*$/gu, '')
  return before + cleanLine(bare) + after
}

/** The line without the marker of its list, quote or check-box. */
export const withoutMarker = (text: string): string =>
  text.replace(/^\s*(?:>\s?)*(?:(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?)?/, '')

export const isListLine = (text: string): boolean => /^\s*(?:[-*+•]|\d{1,3}[.)])\s+\S/.test(text)
