/** A line of a note as a reader sees it: list mark and heading signs gone, bold and code set, nothing else touched. */
export function QuotedLine({ text }: { readonly text: string }) {
  return <>{quoteParts(text).map(render)}</>
}

export interface QuotePart {
  readonly kind: 'text' | 'strong' | 'code'
  readonly text: string
}

export function quoteParts(line: string): QuotePart[] {
  const bare = withoutMarks(line)
  const parts: QuotePart[] = []
  let at = 0
  for (const match of bare.matchAll(/\*\*(.+?)\*\*|__(.+?)__|`([^`]+)`/g)) {
    if (match.index > at) parts.push({ kind: 'text', text: bare.slice(at, match.index) })
    const strong = match[1] ?? match[2]
    parts.push(strong === undefined ? { kind: 'code', text: match[3] ?? '' } : { kind: 'strong', text: strong })
    at = match.index + match[0].length
  }
  if (at < bare.length) parts.push({ kind: 'text', text: bare.slice(at) })
  return parts
}

function withoutMarks(line: string): string {
  const trimmed = line.trim().replace(/^(?:[-*+]|\d+[.)]|#{1,6}|>)\s+/, '')
  if (!trimmed.startsWith('|')) return trimmed
  return trimmed
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' · ')
}

function render(part: QuotePart) {
  if (part.kind === 'strong') return <strong>{part.text}</strong>
  if (part.kind === 'code') return <code>{part.text}</code>
  return part.text
}
