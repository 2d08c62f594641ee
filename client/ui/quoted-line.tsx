/** A line of a note as a reader sees it: list mark and heading signs gone, bold and code set, nothing else touched. */
export function QuotedLine({ text }: { readonly text: string }) {
  return <>{quoteParts(withoutMarks(text)).map(render)}</>
}

export type QuotePart =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly parts: readonly QuotePart[] }

const marks = /\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]\([^)\s]*\)/g

/** Text cut at its bold, code and link marks. */
export function quoteParts(text: string): QuotePart[] {
  const parts: QuotePart[] = []
  let at = 0
  for (const match of text.matchAll(marks)) {
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) })
    parts.push(toPart(match[1], match[2], match[3]))
    at = match.index + match[0].length
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) })
  return parts
}

function toPart(strong: string | undefined, code: string | undefined, link: string | undefined): QuotePart {
  if (strong !== undefined) return { kind: 'strong', parts: quoteParts(strong) }
  return code === undefined ? { kind: 'text', text: link ?? '' } : { kind: 'code', text: code }
}

/** The line without its list mark, heading signs or table bars. A table's ruling line has nothing to read. */
export function withoutMarks(line: string): string {
  const bare = line.trim().replace(/^(?:(?:[-*+]|\d+[.)]|#{1,6}|>)\s+)+/, '')
  if (!bare.startsWith('|')) return bare
  if (/^[|\s:-]+$/.test(bare)) return ''
  return bare
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' · ')
}

function render(part: QuotePart) {
  if (part.kind === 'strong') return <strong>{part.parts.map(render)}</strong>
  if (part.kind === 'code') return <code dir="ltr">{part.text}</code>
  return part.text
}
