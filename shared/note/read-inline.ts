import { isAscii, upTo } from '../basics/text.ts'
import type { Token } from 'markdown-it'
import type { TextLine } from './note.ts'
import { cleanHeading, plainSigns, stripEmoji } from './clean-text.ts'
import { sectionKind } from './section-words.ts'

/** Stands at the start of every source line inside inline text, so that text can be traced to its line. */
export const lineMark = '\u205F'

interface Run {
  text: string
  lead: string
  strong: string[]
  line: number
  /** The author broke the line on purpose after this run. */
  hard: boolean
}

/** The lines of an inline token as clean text; hard-wrapped ones are joined to one thought. */
export function readInline(children: readonly Token[], firstLine: number): TextLine[] {
  const runs = readRuns(children, firstLine)
  return (runs.length > 1 ? joinWrapped(runs) : runs.map(alone)).map(clean).filter(({ text }) => text !== '')
}

function readRuns(children: readonly Token[], firstLine: number): Run[] {
  const runs: Run[] = []
  let run: Run = { text: '', lead: '', strong: [], line: firstLine, hard: false }
  let markedFrom = -1
  let depth = 0
  const add = (text: string): void => {
    if (!text.includes(lineMark)) {
      run.text += text
      return
    }
    text.split(lineMark).forEach((piece, i) => {
      if (i > 0) startRun(false)
      run.text += piece
    })
  }
  const startRun = (hard: boolean): void => {
    if (depth > 0 && markedFrom >= 0) keepStrong()
    run.hard = hard
    runs.push(run)
    run = { text: '', lead: '', strong: [], line: run.line + 1, hard: false }
    if (depth > 0) markedFrom = 0
  }
  const keepStrong = (): void => {
    const marked = run.text.slice(markedFrom).trim()
    if (marked === '') return
    run.strong.push(marked)
    if (run.text.slice(0, markedFrom).trim() === '') run.lead = marked
  }
  let brokeHard = false
  for (const [i, token] of children.entries()) {
    if (token.type === 'strong_open' || token.type === 'em_open') {
      if (depth === 0) markedFrom = run.text.length
      depth++
    } else if (token.type === 'strong_close' || token.type === 'em_close') {
      depth--
      if (depth === 0) keepStrong()
    } else if (token.type === 'code_inline') {
      const [code, ...rest] = token.content.split(lineMark)
      run.text += '`' + [code, ...rest].join('').trim() + '`'
      for (let i = 0; i < rest.length; i++)
        runs.push({ text: '', lead: '', strong: [], line: run.line++, hard: false })
    } else if (token.type === 'softbreak') brokeHard = false
    else if (token.type === 'hardbreak') brokeHard = true
    else if (token.type === 'html_inline') {
      if (/^<br\s*\/?>$/i.test(token.content)) run.text += ' '
      else if (isCodeTag(children, i)) run.text += '`'
    } else if (token.type === 'text' || token.type === 'math') {
      if (token.content.startsWith(lineMark)) {
        startRun(brokeHard)
        add(token.content.slice(1))
      } else add(token.content)
    }
  }
  runs.push(run)
  return runs
}

/** True for the tags around code, where both are there. */
function isCodeTag(children: readonly Token[], i: number): boolean {
  const [, slash, name] = /^<(\/?)(code|kbd|samp)\b[^<>]*>$/i.exec(children[i]?.content ?? '') ?? []
  if (name === undefined) return false
  const ofName = new RegExp(`^<${slash === '' ? '/' : ''}${name}\\b`, 'i')
  const others = slash === '' ? children.slice(i + 1) : children.slice(0, i)
  return others.some(({ type, content }) => type === 'html_inline' && ofName.test(content))
}

/** No thought is longer; the guard keeps joining linear in broken files. */
const longestThought = 4000

/** Lines that only continue the one above are joined; a line that ends its thought or begins a labelled one stands alone. */
function joinWrapped(runs: readonly Run[]): OpenLine[] {
  const width = runs.reduce((widest, run) => Math.max(widest, run.text.length), 60)
  const out: OpenLine[] = []
  let previous: Run | undefined
  for (const run of runs) {
    const last = out[out.length - 1]
    if (run.text.trim() === '') continue
    if (
      last !== undefined &&
      previous !== undefined &&
      last.text.length < longestThought &&
      continues(previous, run, width)
    ) {
      const glue = !isAscii(last.text) && /\p{Script=Han}$/u.test(last.text) ? '' : ' '
      last.text = last.text.trimEnd() + glue + run.text.trim()
      last.strong.push(...run.strong)
      last.lines.push(run.line)
    } else out.push(alone(run))
    previous = run
  }
  return out
}

/** A line to which the next one may still be joined. */
interface OpenLine {
  text: string
  readonly lead: string
  readonly strong: string[]
  readonly lines: number[]
}

const alone = (run: Run): OpenLine => ({
  text: run.text.trim(),
  lead: run.lead,
  strong: [...run.strong],
  lines: [run.line],
})

const clean = ({ text, lead, strong, lines }: OpenLine): TextLine => ({
  text: cleanLine(text),
  lead: lead === '' ? '' : cleanLine(lead),
  strong: strong.map(cleanLine),
  lines,
})

function continues(above: Run, below: Run, width: number): boolean {
  if (above.hard || below.text.length > longestThought) return false
  const text = below.text.trim()
  // A term alone on its line is defined by the next one.
  if (above.lead !== '' && above.text.trim() === above.lead) return false
  if (below.lead !== '' && /^[:–—-]|[:：]$/.test(text.slice(below.lead.length).trim() + below.lead.slice(-1)))
    return false
  if (text.includes('::') || above.text.includes('::') || text === '?' || text === '??') return false
  if (/^\p{Lu}/u.test(text) && opensThought(text)) return false
  const firstWord = upTo(text, /\s/)
  if (/^[\p{Ll}(`"']/u.test(text)) return !/[.!?:]$/.test(above.text.trim()) || above.text.length > 60
  return above.text.trimEnd().length + 1 + firstWord.length > width - 12 && above.text.length > 50
}

/** A label, "Name – what it is" or a section's name: with a capital these begin a thought of their own. */
function opensThought(text: string): boolean {
  return (
    /^[\p{L}][\p{L}\p{N} /&'-]{0,30}:(?:\s|$)/u.test(text) ||
    /^.[^.:;!?]{1,48}?\s(?:[–—→]|-{1,2}>?)\s/u.test(text) ||
    (text.length < 80 && text.includes(' ') && sectionKind(cleanHeading(text)) !== 'subject')
  )
}

/** What cleaning could change: other signs than ASCII, marks, and white space that is no single space. */
const marked = /[^ -~]|[#*_<[%]| {2}/

/** Text as readers see it: no emoji, no wikilink brackets, no tags, no comments, no stray bold marks. */
export function cleanLine(text: string): string {
  if (!marked.test(text)) return text.trim()
  return stripEmoji(
    plainSigns(text)
      .replace(/<!--[^>]{0,300}-->|%%[^%]{1,300}%%/g, '')
      .replace(/^\[!\p{L}+\][+-]?\s*/u, '')
      .replace(/!\[\[[^\]]{0,200}\]\]/g, '')
      .replace(/\[\[(?:[^\]|]{0,200}\|)?#?([^\]|]{1,200})\]\]/g, '$1')
      .replace(/(^|\s)#[\p{L}][\p{L}\p{N}_/-]*(?=\s|$)/gu, '$1')
      .replace(/(^|\s)\*\*(?=\S)|(\S)\*\*(?=[\s:.,;)]|$)/g, '$1$2')
      .replace(/(^|\s)__(?=\S)|(\S)__(?=[\s:.,;)]|$)/g, '$1$2'),
  )
    .replace(/\s+/g, ' ')
    .trim()
}
