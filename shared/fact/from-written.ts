import type { Block, Note, TextLine } from '../note/note.ts'
import { wordCount } from '../basics/text.ts'
import type { Draft } from './fact.ts'
import { trimEnd } from './phrase.ts'

interface Written {
  readonly draft: Draft
  readonly lines: readonly number[]
  readonly path: readonly string[]
}

/** Cards that the author already wrote: `Q::A`, `Q:::A`, `?` between lines, `Q:`/`A:`, `==gap==`, `{{gap}}`. */
export function fromWritten(note: Note): Written[] {
  const out: Written[] = []
  note.blocks.forEach((block, i) => {
    if (block.kind === 'paragraph') out.push(...fromLines(block.lines, block.path, note.blocks[i + 1]))
    if (block.kind === 'list')
      for (const item of block.items) out.push(...fromLines(item.lines, block.path, undefined))
  })
  return out
}

function fromLines(lines: readonly TextLine[], path: readonly string[], next: Block | undefined): Written[] {
  return [
    ...inlinePairs(lines, path),
    ...questionMark(lines, path),
    ...questionAnswer(lines, path, next),
    ...gaps(lines, path),
  ]
}

function inlinePairs(lines: readonly TextLine[], path: readonly string[]): Written[] {
  return lines.flatMap((line) => {
    if (line.text.length > 800 || !line.text.includes('::')) return []
    const found = /^([^`]*?\S)\s*(:{2,3})\s*(\S.*)$/.exec(line.text)
    if (
      found?.[1] === undefined ||
      found[3] === undefined ||
      (/\b[a-z_]\w*$/i.test(found[1]) && /^[a-z_]\w*[(<:;]/i.test(found[3]))
    )
      return []
    if (wordCount(found[1]) < 2 && found[2] === '::' && !found[1].endsWith('?') && /^\w+$/.test(found[3]))
      return []
    return [{ draft: question(found[1], found[3], found[2] === ':::'), lines: line.lines, path }]
  })
}

function questionMark(lines: readonly TextLine[], path: readonly string[]): Written[] {
  const at = lines.findIndex((line) => line.text === '?' || line.text === '??')
  const asked = lines
    .slice(0, at)
    .map((line) => line.text)
    .join(' ')
  const told = lines.slice(at + 1)
  if (at < 1 || told.length === 0 || told.length > 6) return []
  const draft =
    told.length === 1
      ? question(asked, told[0]?.text ?? '', lines[at]?.text === '??')
      : listQuestion(
          asked,
          told.map((line) => line.text),
        )
  return [{ draft, lines: lines.flatMap((line) => line.lines), path }]
}

function questionAnswer(
  lines: readonly TextLine[],
  path: readonly string[],
  next: Block | undefined,
): Written[] {
  const out: Written[] = []
  lines.forEach((line, i) => {
    const asked = /^Q(?:uestion)?\s*[:.]\s*(.+)$/.exec(line.text)?.[1]
    const below = lines[i + 1]
    const told = /^A(?:nswer)?\s*[:.]\s*(.*)$/.exec(below?.text ?? '')?.[1]
    if (asked === undefined || told === undefined || below === undefined) return
    if (told !== '')
      out.push({ draft: question(asked, told, false), lines: [...line.lines, ...below.lines], path })
    else if (next?.kind === 'list' && i + 2 === lines.length) {
      const items = next.items.flatMap((item) => item.lines.slice(0, 1))
      out.push({
        draft: listQuestion(
          asked,
          items.map((item) => item.text),
        ),
        lines: [...line.lines, ...below.lines, ...items.flatMap((item) => item.lines)],
        path,
      })
    }
  })
  return out
}

function gaps(lines: readonly TextLine[], path: readonly string[]): Written[] {
  return lines.flatMap((line) => {
    if (line.text.length > 400) return []
    if (!/==|\{\{|^C\s*:/.test(line.text)) return []
    const text = line.text.replace(/^C\s*:\s*/, '')
    const marks = [...text.matchAll(/==([^=]{1,60})==|\{\{(?:c\d+::)?([^{}]{1,60}?)(?:::[^{}]*)?\}\}/g)]
    const own = /^C\s*:/.test(line.text) ? [...text.matchAll(/\[([^[\]]{1,60})\](?!\()/g)] : []
    return [...marks, ...own].flatMap((mark) => {
      const hidden = mark[1] ?? mark[2] ?? ''
      const at = mark.index
      const inCode = (text.slice(0, at).split('`').length - 1) % 2 === 1
      const plain = (part: string): string =>
        part.replace(/==([^=]{1,60})==|\{\{(?:c\d+::)?([^{}]{1,60}?)(?:::[^{}]*)?\}\}/g, '$1$2')
      const cue = `${plain(text.slice(0, at))}___${plain(text.slice(at + mark[0].length))}`
      return hidden.trim() === '' || inCode
        ? []
        : [
            {
              draft: { kind: 'cloze' as const, term: hidden, slot: hidden, cue, statement: hidden },
              lines: line.lines,
              path,
            },
          ]
    })
  })
}

function question(asked: string, told: string, both: boolean): Draft {
  return {
    kind: 'question',
    term: shortTerm(asked),
    slot: both ? 'both' : '',
    cue: bare(asked),
    statement: trimEnd(bare(told)),
  }
}

function listQuestion(asked: string, items: readonly string[]): Draft {
  return {
    kind: 'question',
    term: shortTerm(asked),
    slot: '',
    cue: bare(asked),
    statement: items.join('; '),
    items: items.map((item) => trimEnd(bare(item))),
  }
}

const bare = (text: string): string =>
  text
    .replace(/<!--.*?-->/g, '')
    .replace(/^\[\[|\]\]$/g, '')
    .trim()
const shortTerm = (asked: string): string => bare(asked).replace(/[?:.]+$/, '')
