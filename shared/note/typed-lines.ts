import type { Token } from 'markdown-it'
import { plainSigns } from './clean-text.ts'
import { plainTokens } from './html-words.ts'
import { lineMark } from './inline-signs.ts'
import type { Held, TypedLine, TypedNote } from './note.ts'
import { tagMark, withoutTags } from './read-inline.ts'
import { heldSign } from './typed-text.ts'

const nothingTyped: TypedNote = { lines: [], held: [], scheduled: false }

/** Every written card has one of these signs; most notes have none. */
const mayHold =
  /::|;;|>>|==|\{\{|(?:^|[\n>*+-])[ \t]{0,12}#{0,6} ?[QC](?:uestion)? ?\d{0,3} ?[:：.]|\n[ \t>]{0,12}[?!&%@+;:^~=*/\\-]{1,4}[ \t]*(?:\n|$)|\s(?:->|→|=>)\s|#(?:flash)?card|<!--\s?SR/

/** A note's lines as they were typed, from the parser's tokens; sections in which no card can be written are left out. */
export function typedNote(tokens: readonly Token[], lines: readonly string[], text: string): TypedNote {
  if (!mayHold.test(text)) return nothingTyped
  const held: Held[] = []
  const isRead = readSections(tokens, lines)
  const typed = readTokens(tokens, lines, isRead, (piece) => heldSign(held.push(piece) - 1))
  return { lines: typed, held, scheduled: text.includes('<!--SR:') || text.includes('<!-- SR:') }
}

/** True for a line whose section may hold a card; a question above a rule is answered in the next section. */
function readSections(tokens: readonly Token[], lines: readonly string[]): (line: number) => boolean {
  const isRead = new Uint8Array(lines.length + 1)
  let from = 0
  let isAnswer = false
  const close = (to: number, byRule: boolean): void => {
    const section = lines.slice(from, to).join('\n')
    const asks = byRule && /[?？]\s*$/.test(section.slice(-longestEnd))
    if (isAnswer || asks || mayHold.test(`\n${section}`)) isRead.fill(1, from, to)
    isAnswer = asks
    from = to
  }
  for (const { type, level, map } of tokens)
    if (level === 0 && map !== null && (type === 'heading_open' || type === 'hr'))
      close(map[0], type === 'hr')
  close(lines.length, false)
  return (line) => isRead[line] === 1
}

/** Where a question's sign is looked for. */
const longestEnd = 200

function readTokens(
  tokens: readonly Token[],
  sourceLines: readonly string[],
  isRead: (line: number) => boolean,
  hold: (piece: Held) => string,
): TypedLine[] {
  const lines: TypedLine[] = []
  const lists: string[] = []
  let opensItem = false
  let marker = ''
  let inTable = false
  const add = (line: Partial<TypedLine> & Pick<TypedLine, 'kind' | 'text' | 'lines'>): void => {
    lines.push({
      kind: line.kind,
      text: line.text,
      told: '',
      lines: line.lines,
      depth: line.depth ?? lists.length,
      opensItem: line.opensItem ?? opensItem,
      marker: line.marker ?? marker,
      joins: line.joins ?? false,
      broken: line.broken ?? false,
      tags: line.tags ?? noTags,
    })
    opensItem = false
  }
  tokens.forEach((token, i) => {
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        lists.push(token.type === 'bullet_list_open' ? '-' : '1.')
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop()
        break
      case 'list_item_open':
        opensItem = true
        marker = lists.at(-1) === '-' ? '-' : `${token.info || '1'}.`
        break
      case 'table_open':
        inTable = true
        break
      case 'table_close':
        inTable = false
        break
      default:
        break
    }
    if (token.map === null || !isRead(token.map[0])) return
    switch (token.type) {
      case 'table_open':
        add({ kind: 'table', text: rawOf(sourceLines, linesOf(token)), lines: linesOf(token) })
        break
      case 'fence':
      case 'code_block':
        if (token.content.trim() !== '') add({ kind: 'code', text: fenced(token), lines: linesOf(token) })
        break
      case 'math_block':
        add({ kind: 'formula', text: `$$\n${token.content}\n$$`, lines: linesOf(token) })
        break
      case 'hr':
        add({ kind: 'rule', text: '', lines: linesOf(token) })
        break
      case 'html_block':
        if (/<!--\s*SR:/.test(token.content)) add({ kind: 'scheduled', text: '', lines: linesOf(token) })
        break
      case 'inline': {
        if (inTable) break
        const kind = tokens[i - 1]?.type === 'heading_open' ? 'heading' : 'text'
        inlineLines(token, hold).forEach(({ text: own, lines: at, tags, broken }, j) => {
          const [mark = '', sign] = j > 0 ? (lateMarker.exec(own) ?? []) : []
          if (sign !== undefined) {
            const item = {
              text: own.slice(mark.length),
              depth: lists.length + 1,
              opensItem: true,
              marker: sign,
            }
            add({ kind, lines: at, tags, ...item })
            return
          }
          const text = opensItem ? own.replace(/^\[[ xX]\]\s+/, '') : own
          add({ kind, text, lines: at, joins: j > 0, broken, tags })
        })
        break
      }
      default:
        break
    }
  })
  return lines
}

const noTags: readonly string[] = []

/** The marker of an item that its indent, or its number, made part of the paragraph above. */
const lateMarker = /^([-*+]|\d{1,3}[.)])\s+(?=\S)/

/** Code as a block of a card: with the language that its author named, in a fence that nothing inside closes. */
function fenced({ content, info }: Token): string {
  const language = /^[\w+#-]{1,20}(?=\s|$)/.exec(info.trim())?.[0] ?? ''
  const runs = content.match(/`{3,}/g)?.map((run) => run.length) ?? []
  const sign = '`'.repeat(Math.max(2, ...runs) + 1)
  return [sign + language, content.replace(/\n$/, ''), sign].join('\n')
}

function linesOf({ map }: Token): number[] {
  const [from = 0, to = 0] = map ?? []
  return Array.from({ length: to - from }, (_, i) => from + i + 1)
}

const rawOf = (lines: readonly string[], numbers: readonly number[]): string =>
  numbers
    .map((line) => lines[line - 1] ?? '')
    .join('\n')
    .trim()

/** One text of its own as a typed text; what it holds is added to `held`. */
export function typedText(tokens: readonly Token[], held: Held[]): string {
  const hold = (piece: Held): string => heldSign(held.push(piece) - 1)
  return tokens
    .flatMap((token) => inlineLines(token, hold))
    .map(({ text }) => text)
    .join('\n')
}

interface Typed {
  text: string
  readonly lines: number[]
  tags: readonly string[]
  readonly broken: boolean
}

/** The lines of an inline token: one for each source line that holds text. */
function inlineLines(inline: Token, hold: (piece: Held) => string): Typed[] {
  let at = (inline.map?.[0] ?? 0) + 1
  const out: Typed[] = []
  let line: Typed = { text: '', lines: [at], tags: noTags, broken: false }
  let breaks = false
  const outer: string[] = []
  const breakLine = (): void => {
    at++
    if (outer.length > 0) {
      // A gap that goes on over a line break is one.
      line.text += ' '
      line.lines.push(at)
      return
    }
    out.push(line)
    line = { text: '', lines: [at], tags: noTags, broken: breaks }
    breaks = false
  }
  const inOneLine = (content: string): string => {
    const pieces = content.split(lineMark)
    for (let i = 1; i < pieces.length; i++) line.lines.push(++at)
    return pieces.join('')
  }
  for (const token of plainTokens(inline.children ?? [])) {
    switch (token.type) {
      case 'wikilink':
        line.text += hold({ kind: 'link', text: token.content })
        break
      case 'text':
        token.content.split(lineMark).forEach((piece, i) => {
          if (i > 0) breakLine()
          line.text += plainSigns(piece)
        })
        break
      case 'code_inline':
        line.text += hold({ kind: 'code', code: inOneLine(token.content).trim() })
        break
      case 'math':
        line.text += hold({ kind: 'formula', tex: inOneLine(token.content), markup: token.markup })
        break
      case 'image':
        line.text += hold({ kind: 'picture', target: String(token.attrGet('src') ?? '') })
        break
      case 'embed':
        line.text += hold({ kind: 'picture', target: token.content })
        break
      case 'tag':
        line.text += tagMark + token.content
        break
      case 'break':
        line.text += '\n'
        break
      case 'softbreak':
        breaks = false
        break
      case 'hardbreak':
        breaks = true
        break
      case 'gap_open':
        outer.push(line.text)
        line.text = ''
        break
      case 'gap_close': {
        const before = outer.pop()
        if (before !== undefined) line.text = before + hold({ kind: 'gap', text: line.text.trim() })
        break
      }
      default:
        for (let i = token.content.split(lineMark).length; i > 1; i--) breakLine()
    }
  }
  out.push(line)
  return out.map(settled).filter(({ text, tags }) => text !== '' || tags.length > 0)
}

/** Behind these a tag is an answer. */
const cardSigns = ['::', '>>', ';;']

/** Tags at the end file the line; so does the name that a vault gives its block. */
function settled(line: Typed): Typed {
  const text = withoutTags(line.text, cardSigns)
  const tags = line.text.includes(tagMark)
    ? [...line.text.matchAll(/\uFDD0(#[\p{L}\p{N}\p{M}_/-]+)/gu)]
        .map(([, tag = '']) => tag)
        .filter((tag) => !text.includes(tag))
    : noTags
  return {
    text: text.replace(/\s\^[\w-]{2,20}\s*$/, '').trim(),
    lines: line.lines,
    tags,
    broken: line.broken,
  }
}
