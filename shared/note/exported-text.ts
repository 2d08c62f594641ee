import type { TypedLine } from './note.ts'

/** The cells of a row with its source lines. */
interface Row {
  readonly cells: readonly string[]
  readonly lines: readonly number[]
}

/**
 * The cards of a plain text file that an app wrote: notes in plain text from Anki, or rows of a term and its definition.
 * Every row is a card, the first one too. Undefined for a text that was written by hand.
 */
export function exportedPairs(file: string, lines: readonly string[]): TypedLine[] | undefined {
  const head = lines.findIndex((line) => !/^#[a-z ]+:/i.test(line))
  const settings = new Map(
    lines.slice(0, Math.max(0, head)).map((line): [string, string] => {
      const at = line.indexOf(':')
      return [line.slice(1, at).toLowerCase().trim(), line.slice(at + 1).trim()]
    }),
  )
  if (settings.has('separator')) return ankiPairs(lines, head, settings)
  return /\.(?:txt|tsv)$/i.test(file) ? tabbedPairs(lines) : undefined
}

const separators: Readonly<Record<string, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
  colon: ':',
  space: ' ',
}

function ankiPairs(
  lines: readonly string[],
  head: number,
  settings: ReadonlyMap<string, string>,
): TypedLine[] {
  const name = settings.get('separator') ?? 'tab'
  const separator = separators[name.toLowerCase()] ?? (name === '\\t' || name === '' ? '\t' : name)
  // Columns that file a note are no sides of it.
  const filed = new Set(
    ['guid column', 'notetype column', 'deck column', 'tags column'].map(
      (key) => Number(settings.get(key)) - 1,
    ),
  )
  const isHtml = settings.get('html') !== 'false'
  return rowsOf(lines, head, separator).flatMap(({ cells, lines: own }) => {
    const sides = cells.filter((_, i) => !filed.has(i)).map((cell) => (isHtml ? plainOf(cell) : cell.trim()))
    return pairOf(sides[0], sides[1], own)
  })
}

/** Two cells in every row and nothing else: what an app exports as a list of terms. */
function tabbedPairs(lines: readonly string[]): TypedLine[] | undefined {
  const rows = lines.flatMap((line, i): Row[] =>
    line.trim() === '' ? [] : [{ cells: line.split('\t').map((cell) => cell.trim()), lines: [i + 1] }],
  )
  const isList = rows.length >= 2 && rows.every(({ cells }) => cells.length === 2 && cells[0] !== '')
  if (!isList) return undefined
  const [first] = rows
  const isHead = first?.cells.every((cell) => columnName.test(cell)) === true
  return rows.slice(isHead ? 1 : 0).flatMap(({ cells, lines: own }) => pairOf(cells[0], cells[1], own))
}

const columnName =
  /^(?:term|word|definition|meaning|translation|front|back|question|answer|prompt|response)$/i

function pairOf(asked = '', told = '', lines: readonly number[]): TypedLine[] {
  if (asked === '' || told === '') return []
  return [
    {
      kind: 'pair',
      text: asked,
      told,
      lines,
      depth: 0,
      opensItem: false,
      marker: '',
      joins: false,
      broken: false,
      tags: [],
    },
  ]
}

/** Rows of cells; a cell in quotes may hold the separator, doubled quotes and line breaks. */
function rowsOf(lines: readonly string[], from: number, separator: string): Row[] {
  const rows: Row[] = []
  for (let i = Math.max(0, from); i < lines.length; i++) {
    const first = i
    let text = lines[i] ?? ''
    while (isOpen(text) && i + 1 < lines.length && i - first < mostLines) text += `\n${lines[++i] ?? ''}`
    if (text.trim() === '') continue
    const own = Array.from({ length: i - first + 1 }, (_, at) => first + at + 1)
    rows.push({
      cells: cellsOf(text, separator),
      lines: own.filter((line) => (lines[line - 1] ?? '').trim() !== ''),
    })
  }
  return rows
}

/** A quoted cell that never closes does not take the rest of the file. */
const mostLines = 50

const isOpen = (text: string): boolean => (text.match(/"/g)?.length ?? 0) % 2 === 1

function cellsOf(text: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? ''
    if (quoted && sign === '"' && text[i + 1] === '"') {
      cell += '"'
      i++
    } else if (sign === '"' && (quoted || cell.trim() === '')) quoted = !quoted
    else if (!quoted && text.startsWith(separator, i)) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell]
}

/** A field that holds HTML as Markdown: line breaks, code and pictures stay, other elements leave their words. */
const plainOf = (html: string): string =>
  html
    .replace(/<br\s*\/?>|<\/(?:div|p|li)>/gi, '\n')
    .replace(
      /<(?:div|p|ul|ol|li|span|b|strong|i|em|u|font|a)\b[^>]{0,300}>|<\/(?:ul|ol|span|b|strong|i|em|u|font|a)>/gi,
      '',
    )
    .replace(/\[sound:[^\]]{1,200}\]/g, '')
    .replace(/&nbsp;/g, ' ')
    .trim()
