import { isAscii, upTo } from '../basics/text.ts'
import type { Token } from 'markdown-it'
import type { TextLine } from './note.ts'
import { endsOpen } from '../english/open-ending.ts'
import { cleanHeading, plainSigns, stripEmoji } from './clean-text.ts'
import { plainTokens } from './html-words.ts'
import { lineMark } from './inline-signs.ts'
import { sectionKind } from './section-words.ts'

interface Run {
  text: string
  lead: string
  strong: string[]
  /** Its source lines: code and formulas may go on over several. */
  lines: number[]
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
  let run: Run = { text: '', lead: '', strong: [], lines: [firstLine], hard: false }
  let at = firstLine
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
    run = { text: '', lead: '', strong: [], lines: [++at], hard: false }
    if (depth > 0) markedFrom = 0
  }
  const keepStrong = (): void => {
    const marked = run.text.slice(markedFrom).trim()
    if (marked === '') return
    run.strong.push(marked)
    if (run.text.slice(0, markedFrom).trim() === '') run.lead = marked
  }
  const inOneLine = (content: string): string => {
    const pieces = content.split(lineMark)
    for (let i = 1; i < pieces.length; i++) run.lines.push(++at)
    return pieces.join('')
  }
  let brokeHard = false
  for (const token of plainTokens(children)) {
    switch (token.type) {
      case 'strong_open':
      case 'em_open':
        if (depth === 0) markedFrom = run.text.length
        depth++
        break
      case 'strong_close':
      case 'em_close':
        depth--
        if (depth === 0) keepStrong()
        break
      case 'code_inline':
        run.text += '`' + inOneLine(token.content).trim() + '`'
        break
      case 'softbreak':
        brokeHard = false
        break
      case 'hardbreak':
        brokeHard = true
        break
      case 'break':
        run.text += ' '
        break
      case 'text':
      case 'wikilink':
        if (token.content.startsWith(lineMark)) {
          startRun(brokeHard)
          add(token.content.slice(1))
        } else add(token.content)
        break
      case 'math':
        run.text += token.markup + inOneLine(token.content) + token.markup
        break
      case 'tag':
        run.text += tagMark + token.content
        break
      default:
        // What is hidden still has its lines.
        for (let i = token.content.split(lineMark).length; i > 1; i--) startRun(false)
    }
  }
  runs.push(run)
  return runs
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
    if (run.text.trim() === '') {
      // A picture or comment of its own line parts what stands around it.
      previous = undefined
      continue
    }
    if (
      last !== undefined &&
      previous !== undefined &&
      last.text.length < longestThought &&
      continues(previous, run, width)
    ) {
      const glue = !isAscii(last.text) && /\p{Script=Han}$/u.test(last.text) ? '' : ' '
      last.text = last.text.trimEnd() + glue + run.text.trim()
      last.strong.push(...run.strong)
      last.lines.push(...run.lines)
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
  lines: [...run.lines],
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
const marked = /[^ -~]|[*_]|^\[!| {2}/

/** Text as readers see it: no emoji that only decorates, no tags at its end, no stray bold marks. */
export function cleanLine(text: string): string {
  if (!marked.test(text)) return text.trim()
  const bare = withoutTags(plainSigns(text).replace(/^\[!\p{L}+\][+-]?\s*/u, ''))
  return stripEmoji(withoutStrayBold(bare)).replace(/\s+/g, ' ').trim()
}

/** Marks that the parser refused and that close somewhere are residue; `**kwargs` alone is a name. */
function withoutStrayBold(text: string): string {
  if (!text.includes('**') && !text.includes('__')) return text
  const bare = text.replace(/`[^`]*`/g, '')
  const stars = strayStars.test(bare)
    ? text.replace(/(^|\s)\*\*(?=\S)|(\S)\*\*(?=[\s:.,;)]|$)/g, '$1$2')
    : text
  return strayLows.test(bare) ? stars.replace(/(^|\s)__(?=\S)|(\S)__(?=[\s:.,;)]|$)/g, '$1$2') : stars
}

const strayStars = /\S\s?\*\*(?=[\s:.,;)]|$)/
const strayLows = /\S\s?__(?=[\s:.,;)]|$)/

/** Stands before a tag until it is known whether its sentence needs it. */
export const tagMark = '\uFDD0'
const tagAtEnd = /(?:\s*\uFDD0#[\p{L}\p{N}\p{M}_/-]+[,;]?)+\s*$/u
const tagAtStart = /^(?:\uFDD0#[\p{L}\p{N}\p{M}_/-]+\s+)+(?=[\p{Lu}*`]|[–—:-]\s)/u

/**
 * A tag files its line where it stands alone, at the end, or before the sentence; elsewhere it is a word of it, and so it is
 * behind one of `signs`.
 */
export function withoutTags(text: string, signs: readonly string[] = []): string {
  if (!text.includes(tagMark)) return text
  const bare = text.replace(tagAtStart, '')
  const head = bare.replace(tagAtEnd, '')
  const needed = endsOpen(head.trim()) || signs.some((sign) => head.endsWith(sign))
  return (needed ? bare : head).replaceAll(tagMark, '')
}
