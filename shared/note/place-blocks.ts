import { atSpaces } from '../basics/text.ts'
import type { Block, Heading, TextLine } from './note.ts'
import { cleanHeading } from './clean-text.ts'
import { sectionKind } from './section-words.ts'

/**
 * Gives every block the headings above it. Lines that act as headings become headings first: a bold line alone,
 * a numbered title before its list, and in plain text a short title above its paragraph. A note without a top heading
 * stands below the title that its front matter gives.
 */
export function placeBlocks(blocks: readonly Block[], title = ''): Block[] {
  const plain = !blocks.some(
    (block) => block.kind === 'heading' && block.line.lines[0] !== firstLineOf(blocks),
  )
  const promoted = blocks.flatMap((block, i) => promote(block, blocks[i + 1], plain))
  const topped = promoted.some((block) => block.kind === 'heading' && block.level === 1)
  return withPaths(promoted, topped ? '' : cleanHeading(title))
}

function firstLineOf(blocks: readonly Block[]): number {
  const first = blocks[0]
  return first?.kind === 'heading' ? (first.line.lines[0] ?? 0) : 0
}

function withPaths(blocks: readonly Block[], title: string): Block[] {
  const open: { level: number; text: string }[] = title === '' ? [] : [{ level: 0, text: title }]
  let below: readonly string[] = open.map((heading) => heading.text)
  return blocks.map((block) => {
    if (block.kind !== 'heading') return placed(block, below)
    const realLevel =
      open.filter((heading) => heading.level <= 6 && Number.isInteger(heading.level)).at(-1)?.level ?? 0
    const level = block.level > 6 ? realLevel + (block.level === 7 ? 0.5 : 0.3) : block.level
    while (open.length > 0 && (open[open.length - 1]?.level ?? 0) >= level) open.pop()
    const path = open.map((heading) => heading.text)
    open.push({ level, text: cleanHeading(block.line.text) })
    below = open.map((heading) => heading.text)
    return { ...block, path }
  })
}

function placed(block: Block, path: readonly string[]): Block {
  if (block.kind === 'list') {
    return {
      ...block,
      path,
      items: block.items.map((item) => ({
        ...item,
        children: item.children.map((child) => placed(child, path)),
      })),
    }
  }
  if (block.kind === 'quote')
    return { ...block, path, blocks: block.blocks.map((child) => placed(child, path)) }
  return { ...block, path }
}

function promote(block: Block, next: Block | undefined, plain: boolean): Block[] {
  if (block.kind === 'list') {
    const only = block.items[0]
    const line = only?.lines[0]
    const titled =
      block.ordered && block.items.length === 1 && only?.children.length === 0 && line !== undefined
    if (titled && isBoldTitle(line) && next?.kind === 'list') return [headingOf(line, 7)]
    return [block]
  }
  if (block.kind !== 'paragraph') return [block]
  const out: Block[] = []
  let rest: TextLine[] = []
  const flush = (): void => {
    if (rest.length > 0) out.push({ ...block, lines: rest })
    rest = []
  }
  block.lines.forEach((line, i) => {
    const last = i === block.lines.length - 1
    const followed = !last || (next !== undefined && next.kind !== 'heading')
    const bold = block.lines.length === 1 && isBoldTitle(line)
    // A marked term above one more line is defined by it.
    const defined = i === 0 && block.lines.length === 2 && line.lead === line.text
    if (followed && (bold || (!defined && isPlainTitle(line, plain, i === 0)))) {
      flush()
      out.push(headingOf(line, bold ? 7 : isSection(line.text) ? 2 : 8))
    } else rest.push(line)
  })
  flush()
  return out
}

function headingOf(line: TextLine, level: number): Heading {
  return { kind: 'heading', level, line, path: [] }
}

/** A label whose text follows in the next lines is no heading: problem and solution stay together. */
const pairLabel =
  /^(?:the )?(?:problem|issue|challenge|solution|fix|resolution|outcome|result|cause|root cause)s?$/i

function isBoldTitle(line: TextLine): boolean {
  if (line.text.length > 200) return false
  const bare = line.text.replace(/[:：]\s*$/, '').trim()
  const lead = line.lead.replace(/[:：]\s*$/, '').trim()
  return (
    lead !== '' &&
    bare === lead &&
    !pairLabel.test(bare) &&
    !/^(?:there (?:is|are)|th(?:is|ese) (?:is|are)|here (?:is|are)|the following|you|we|it)\b/i.test(bare) &&
    atSpaces(bare).length <= 9 &&
    !/[.!?;]$/.test(bare)
  )
}

/** In text without Markdown a title is a short line in title case; section words are one in any note. */
function isPlainTitle(line: TextLine, plain: boolean, first: boolean): boolean {
  const text = line.text
  if (text.length > 120) return false
  const parts = atSpaces(text)
  if (parts.length > 7 || /[.!?;,:]$|::|->|→|[=<>{}]|:\s|\s[–—-]\s/.test(text) || !/^\p{Lu}/u.test(text))
    return false
  if (line.lead !== '' && line.lead !== text) return false
  if (isSection(text)) return /^(?:\p{Lu}|\d)/u.test(text) && parts.length >= (plain ? 1 : 2)
  if (!plain || !first) return false
  const long = parts.filter((part) => part.length > 3)
  return long.length > 0 && long.every((part) => /^[\p{Lu}\d(`]/u.test(part))
}

function isSection(text: string): boolean {
  return sectionKind(cleanHeading(text)) !== 'subject'
}
