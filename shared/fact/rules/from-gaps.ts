import { wordCount } from '../../basics/text.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { ClozePiece } from '../fact.ts'
import type { Placed } from '../to-fact.ts'
import { cleanWritten, isListLine, withoutMarker } from '../read/written-text.ts'
import type { WrittenLine } from '../read/written-groups.ts'

/** `==gap==`, `{{gap}}`, `{{c1::gap::hint}}`; in a "C:" line also `[gap]`. */
const gap = /==([^=\n]{1,80})==|\{\{(?:[a-z]?\d{0,2}::)?([^{}]{1,80}?)(?:::[^{}]{0,80})?\}\}/g
const bracketGap = /\[([^[\]]{1,80})\](?!\()/g

/** Sentences with gaps that their author marked; the gaps of one sentence are one fact, so that its cards are siblings. */
export function fromGaps(lines: readonly WrittenLine[], path: readonly string[]): Placed[] {
  const plain = lines.filter((line) => !line.inCode)
  if (!plain.some((line) => /==|\{\{|^\s*C\s*[:：]/.test(line.text))) return []
  return thoughts(plain).flatMap((thought) => fromThought(thought, path))
}

/** Listed lines stand alone; the lines of a paragraph are one text. */
function thoughts(lines: readonly WrittenLine[]): WrittenLine[][] {
  const out: WrittenLine[][] = []
  for (const line of lines) {
    const last = out.at(-1)
    const alone = isListLine(line.text) || /^\s*(?:C\s*[:：]|\|)/.test(line.text)
    if (last === undefined || alone) out.push([line])
    else last.push(line)
  }
  return out
}

function fromThought(lines: readonly WrittenLine[], path: readonly string[]): Placed[] {
  const bracketed = /^\s*(?:[-*]\s+)?C\s*[:：]\s*/.test(lines[0]?.text ?? '')
  const texts = lines.map((line) => withoutMarker(line.text).trim())
  const whole = marked(texts.join(' ').replace(/^C\s*[:：]\s*/, ''), bracketed)
  if (!whole.includes('⦃') || whole.startsWith('|')) return []
  const parts = wordCount(whole) <= longestWhole ? [whole] : splitSentences(whole)
  return parts.flatMap((part) => {
    const said = cleanWritten(part)
    const sentence = piecesOf(said)
    const gaps = sentence.filter(({ kind }) => kind === 'gap').map(({ text }) => text)
    if (gaps.length === 0 || said.length > 600) return []
    const own = lines.filter((_, i) => sharesText(texts[i] ?? '', part, bracketed)).map((line) => line.line)
    return chunks(gaps).map((hidden): Placed => ({
      draft: { kind: 'cloze', by: 'author', term: hidden[0] ?? '', sentence, hidden },
      lines: own.length > 0 ? own : lines.map((line) => line.line),
      path,
    }))
  })
}

/** A longer text is cut to the sentence around its gap. */
const longestWhole = 30

/** All ways to mark a gap written as one, in brackets that no note uses: "⦃gap⦄"; marks inside code are code. */
function marked(text: string, bracketed: boolean): string {
  return text
    .split(/(`[^`]*`|\$[^$]+\$)/)
    .map((part, i) => {
      if (i % 2 === 1) return part
      const own = part.replace(
        gap,
        (_all, high?: string, curly?: string) => `⦃${(high ?? curly ?? '').trim()}⦄`,
      )
      return bracketed ? own.replace(bracketGap, '⦃$1⦄') : own
    })
    .join('')
}

/** A marked sentence as pieces: what stands in the brackets may be asked. */
function piecesOf(text: string): ClozePiece[] {
  return text
    .split(/⦃([^⦃⦄]+)⦄/)
    .map((piece, i): ClozePiece => ({ kind: i % 2 === 1 ? 'gap' : 'text', text: piece }))
    .filter(({ kind, text: own }) => kind === 'gap' || own !== '')
}

/** The text with every gap filled. */
const withoutMarks = (text: string): string => text.replace(/⦃([^⦃⦄]+)⦄/g, '$1')

/** True when a line gave words to the sentence. */
function sharesText(line: string, sentence: string, bracketed: boolean): boolean {
  const said = withoutMarks(marked(line, bracketed)).replace(/^C\s*[:：]\s*/, '')
  const whole = withoutMarks(sentence)
  const head = said.slice(0, 12)
  return whole.includes(head) || (said.length > 12 && whole.includes(said.slice(-12))) || said.includes(whole)
}

/** A fact has three scheduled cards at most; a sentence with more gaps is several facts. */
function chunks(gaps: readonly string[]): string[][] {
  const out: string[][] = []
  const own = [...new Set(gaps)]
  for (let i = 0; i < own.length; i += 3) out.push(own.slice(i, i + 3))
  return out
}
