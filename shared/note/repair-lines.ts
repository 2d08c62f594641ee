import { atSpaces } from '../basics/text.ts'
import { asList, isBoxedProse } from './boxed-prose.ts'
import { frontMatterLines } from './front-matter.ts'
import type { NoteProblem } from './note.ts'

/** A line longer than this is reported and not read: no sentence is that long, and inline parsing could stall. */
const longestLine = 65_536

/**
 * Mends, line by line, what CommonMark would read otherwise than its author meant. The number of lines never changes,
 * so that every position still fits the file.
 */
export function repairLines(
  file: string,
  raw: readonly string[],
): { lines: string[]; problems: NoteProblem[] } {
  const problems: NoteProblem[] = []
  const lines = raw.map((line, i) => {
    if (line.length <= longestLine) return line.includes('\u205F') ? line.replaceAll('\u205F', ' ') : line
    problems.push({
      file,
      line: i + 1,
      code: 'line_too_long',
      sentence: `This line has ${line.length} characters, so it was not read; break it into shorter lines.`,
    })
    return ''
  })
  blankFrontMatter(lines)
  closeFence(file, lines, problems)
  openBoxes(lines)
  const fenced = fencedLines(lines)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (opensAsText(line) || fenced.has(i)) continue
    if (/^(?:<{7}|>{7}|\|{7})(?: |$)/.test(line)) {
      problems.push(conflictProblem(file, i + 1))
      lines[i] = ''
    } else if (isSetextAccident(lines, i)) lines[i] = line.includes('=') ? '' : '***'
    else if (/^={7}(?: |$)/.test(line)) lines[i] = ''
    else lines[i] = repairMarker(lines, i, line)
  }
  return { lines, problems }
}

const conflictProblem = (file: string, line: number): NoteProblem => ({
  file,
  line,
  code: 'merge_conflict',
  sentence: 'A merge left its marker here; keep one of the two versions and delete the marker lines.',
})

function blankFrontMatter(lines: string[]): void {
  lines.fill('', 0, frontMatterLines(lines))
}

/** True for a line that begins with a letter, or is blank: nothing in it needs to be mended. */
function opensAsText(line: string): boolean {
  const first = line.trimStart().charCodeAt(0)
  return Number.isNaN(first) || ((first | 32) >= 97 && (first | 32) <= 122)
}

const fence = /^ {0,3}(?:[-*+] +|\d+[.)] +|> ?)*\s*(`{3,}|~{3,})([^`]*)$/

/** The fence that a line opens or closes: its marks, and what stands behind them. */
function fenceOf(line: string): RegExpExecArray | null {
  return line.includes('```') || line.includes('~~~') ? fence.exec(line.slice(0, fenceWidth)) : null
}

/** The marks of a fence stand at the beginning of its line. */
const fenceWidth = 200

/** A fence that never closes would swallow the rest of the note: it ends before the next heading or blank line and prose. */
function closeFence(file: string, lines: string[], problems: NoteProblem[]): void {
  const open = openFence(lines)
  if (open === undefined) return
  problems.push({
    file,
    line: open.at + 1,
    code: 'fence_not_closed',
    sentence: `The code block that begins here is never closed; end it with a line of ${open.mark}.`,
  })
  for (let i = open.at + 1; i < lines.length; i++) {
    const next = lines[i + 1] ?? ''
    const endsHere = (lines[i] ?? '').trim() === '' && (/^#{1,6} \S/.test(next) || looksLikeProse(next))
    if (endsHere) {
      lines[i] = open.mark
      return
    }
    if (/^#{2,6} \S/.test(lines[i] ?? '')) {
      lines[open.at] = ''
      return
    }
  }
}

function openFence(lines: readonly string[]): { at: number; mark: string } | undefined {
  let open: { at: number; mark: string } | undefined
  lines.forEach((line, at) => {
    const found = fenceOf(line)
    const mark = found?.[1]
    if (mark === undefined) return
    if (open === undefined) open = { at, mark }
    else if (mark.startsWith(open.mark) && (found?.[2] ?? '').trim() === '') open = undefined
  })
  return open
}

/** A nameless fence around prose is a box and no code: its marks go, and its lines are read. */
function openBoxes(lines: string[]): void {
  let open: { at: number; mark: string; isNamed: boolean } | undefined
  lines.forEach((line, at) => {
    const [, mark, behind = ''] = fenceOf(line) ?? []
    if (mark === undefined) return
    if (open === undefined) open = { at, mark, isNamed: behind.trim() !== '' }
    else if (mark.startsWith(open.mark) && behind.trim() === '') {
      const inside = lines.slice(open.at + 1, at)
      if (!open.isNamed && isBoxedProse(inside))
        lines.splice(open.at, inside.length + 2, '', ...asList(inside), '')
      open = undefined
    }
  })
}

/** The indexes of lines inside code fences, the fences themselves with them. */
export function fencedLines(lines: readonly string[]): Set<number> {
  const inside = new Set<number>()
  let mark: string | undefined
  lines.forEach((line, i) => {
    const found = fenceOf(line)?.[1]
    if (mark === undefined && found !== undefined) {
      mark = found
      inside.add(i)
    } else if (mark !== undefined) {
      inside.add(i)
      if (found?.startsWith(mark) === true && /^\s*(?:>\s*)*[`~]+\s*$/.test(line)) mark = undefined
    }
  })
  return inside
}

/** A rule of dashes right below a sentence was meant as a rule, not as a heading. */
function isSetextAccident(lines: readonly string[], i: number): boolean {
  if (!/^ {0,3}(?:-{2,}|={2,})\s*$/.test(lines[i] ?? '')) return false
  const above = (lines[i - 1] ?? '').trim()
  if (above === '' || above.includes('|')) return false
  const alone = (lines[i - 2] ?? '').trim() === ''
  const title =
    atSpaces(above).length <= 8 && !/[.:;,!?*_]$/.test(above) && !/^(?:[-*+>]|\d+[.)])\s/.test(above)
  return !(alone && title)
}

function repairMarker(lines: readonly string[], i: number, line: string): string {
  const lifted = /^\s{0,3}(?:[-*+]|\d+[.)])\s+(#{1,6}\s+\S.*)$/.exec(line)
  if (lifted?.[1] !== undefined) return lifted[1]
  if (/^#{2,6}[^#\s]/.test(line)) return line.replace(/^(#+)/, '$1 ')
  if (/^\s*[•·▪◦‣●○➢➤]\s+\S/.test(line)) return line.replace(/[•·▪◦‣●○➢➤]\s+/, '- ')
  const mark = leadingEmoji(line)
  if (
    mark !== '' &&
    (leadingEmoji(lines[i - 1] ?? '') === mark || leadingEmoji(lines[i + 1] ?? '') === mark)
  ) {
    return '- ' + line.trimStart().slice(mark.length).trimStart()
  }
  return line
}

function leadingEmoji(line: string): string {
  return /^\s*((?:\p{Extended_Pictographic}\uFE0F?|[\u2713\u2714\u2705])+)\s+\S/u.exec(line)?.[1] ?? ''
}

/** A line of running text: several words, starting with a capital letter, without the signs of code. */
export function looksLikeProse(line: string): boolean {
  const text = line.slice(0, 400).trim()
  return (
    /^[\p{Lu}\p{Lo}*]/u.test(text) &&
    atSpaces(text).length >= 4 &&
    !/[{};=<>$]|\)\s*$|^\w+\(|^[A-Z_]+=|^(?:SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|COPY|RUN|CMD)\b/.test(
      text,
    )
  )
}
