import { frontMatterLines } from './front-matter.ts'

const fence = /^\s*(?:```|~~~)/
const inlineTag = /(?:^|[\s(,;])#([\p{L}_][\p{L}\p{N}_/-]*)/gu

/**
 * The tags of a note, in lower case: those of its front matter (`tags: [a, b]`, `tags: a, b`, a list below `tags:`, `tags = ["a"]`) and
 * `#tag` in its text, code left out. A tag within another (`#web/css`) belongs to the outer one, too.
 */
export function noteTags(text: string): ReadonlySet<string> {
  const lines = text.split(/\r\n|\n|\r/)
  const head = frontMatterLines(lines)
  const tags = [...headTags(lines.slice(1, head)), ...textTags(lines.slice(head))]
  return new Set(tags.flatMap(withOuterTags))
}

function headTags(head: readonly string[]): string[] {
  const start = head.findIndex((line) => /^tags?\s*[:=]/i.test(line))
  if (start < 0) return []
  const inline = (head[start] ?? '').replace(/^tags?\s*[:=]/i, '')
  const below: string[] = []
  for (const line of head.slice(start + 1)) {
    if (!/^\s*-\s/.test(line)) break
    below.push(line.replace(/^\s*-\s*/, ''))
  }
  return [...inline.split(/[,\s]+/), ...below].map((tag) => tag.replace(/^[\s"'#[]+|[\s"'\]]+$/g, ''))
}

function textTags(lines: readonly string[]): string[] {
  let inCode = false
  return lines.flatMap((line) => {
    if (fence.test(line)) {
      inCode = !inCode
      return []
    }
    if (inCode) return []
    return [...line.replace(/`[^`]*`/g, '').matchAll(inlineTag)].map((match) => match[1] ?? '')
  })
}

function withOuterTags(tag: string): string[] {
  const parts = tag
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '')
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}
