import type { Note } from '../../note/note.ts'
import { holdsKind, sayTyped } from '../../note/typed-text.ts'
import type { Placed } from '../to-fact.ts'
import { fromGaps } from './from-gaps.ts'
import { cardOf, turnedCard } from '../read/written-answer.ts'
import {
  type InlinePair,
  type Signs,
  inlinePair,
  isTagged,
  opensCloze,
  outlineSigns,
  questionLabel,
  separatorOf,
} from '../read/written-card.ts'
import { endOfAnswer } from '../read/written-extent.ts'
import {
  type WrittenLine,
  type WrittenSection,
  isBelow,
  isDeck,
  ownSeparators,
  writtenSections,
} from '../read/written-lines.ts'

/** Cards found, and the index of the first line that they did not take. */
interface Found {
  readonly cards: readonly Placed[]
  readonly end: number
}

type Layout = (lines: WrittenSection, at: number, signs: Signs) => Found | undefined

/** Cards that the author already wrote: `Q::A`, `Q:::A`, `?` between lines, `Q:`/`A:`, `Q -> A`, `==gap==`, `{{gap}}`. */
export function fromWritten(note: Note): Placed[] {
  if (note.typed.lines.length === 0) return []
  const signs: Signs = {
    deck: isDeck(note),
    own: ownSeparators(note),
    outline: note.typed.lines.filter((line) => outlineSigns({ ...line, path: [] }) !== undefined).length > 1,
    orbit: note.typed.lines.some(({ text }) => /^Q\.\s/.test(text)),
    held: note.typed.held,
  }
  const sections = writtenSections(note)
  return [...sections.flatMap((section) => readSection(section, signs)), ...fromSides(note, sections, signs)]
}

function readSection(lines: WrittenSection, signs: Signs): Placed[] {
  const out: Placed[] = []
  let pending: WrittenLine[] = []
  for (let i = 0; i < lines.length;) {
    const line = lines[i]
    if (line === undefined) break
    const turned = turnedAbove(lines, i, pending, signs)
    const found = turned ?? firstLayout(lines, i, signs)
    if (found === undefined) {
      pending.push(line)
      i++
      continue
    }
    if (turned !== undefined) pending = pending.slice(0, pending.length - askedAbove(pending, line).length)
    out.push(...found.cards)
    i = Math.max(i + 1, found.end)
  }
  return [...out, ...fromGaps(pending, signs)]
}

/** In order: the first layout that knows a line reads it. */
const layouts: readonly Layout[] = [labelled, tagged, paired]

function firstLayout(lines: WrittenSection, at: number, signs: Signs): Found | undefined {
  for (const layout of layouts) {
    const found = layout(lines, at, signs)
    if (found !== undefined) return found
  }
  return undefined
}

/** The lines right above, without a blank one between them. */
function askedAbove(pending: readonly WrittenLine[], separator: WrittenLine): readonly WrittenLine[] {
  let from = pending.length
  let below = separator
  while (from > 0) {
    const line = pending[from - 1]
    if (line === undefined || !isBelow(line, below) || line.depth > separator.depth) break
    below = line
    from--
    if (line.opensItem) break
  }
  return pending.slice(from)
}

/** A separator turns the lines above it into the question of what stands below it. */
function turnedAbove(
  lines: WrittenSection,
  at: number,
  pending: readonly WrittenLine[],
  signs: Signs,
): Found | undefined {
  const line = lines[at]
  const turns = line === undefined ? undefined : separatorOf(line, signs)
  if (line === undefined || turns === undefined) return undefined
  const asked = askedAbove(pending, line)
  if (asked.length === 0) return undefined
  const end = endOfAnswer(lines, at + 1, signs)
  const told = lines.slice(at + 1, end)
  return { cards: turnedCard({ asked, told, between: [line], both: turns === 'both' }, signs.held), end }
}

/** "Q: …" and "A: …" on lines of their own, in one line, or with a blank line between them. */
function labelled(lines: WrittenSection, at: number, signs: Signs): Found | undefined {
  const line = lines[at]
  const label = line?.kind === 'text' ? questionLabel(line.text) : undefined
  if (line === undefined || label === undefined) return undefined
  const inLine = /^([^]+[?？])\s+(?:A(?:nswer)?\s*[:：]|A\.)\s*(\S[^]*)$/.exec(label.asked)
  if (inLine?.[1] !== undefined && inLine[2] !== undefined)
    return {
      cards: turnedCard(
        { asked: [{ ...line, text: inLine[1] }], told: [{ ...line, text: inLine[2] }] },
        signs.held,
      ),
      end: at + 1,
    }
  const answer = answerLine(lines, at, label.answer)
  const opening = answer === undefined ? undefined : lines[answer]
  if (answer === undefined || opening === undefined) return { cards: [], end: at + 1 }
  // "A. red", "B. blue" are options to choose from.
  if (lines.slice(answer + 1, answer + 3).some(({ text }) => /^B\s?[.):]\s/.test(text)))
    return { cards: [], end: answer + 1 }
  const opened = opening.text.replace(label.answer, '')
  const end = endOfAnswer(lines, answer + 1, signs, opened === '' ? 'not_begun' : 'begun')
  const asked = lines.slice(at, answer).map((own, i) => (i === 0 ? { ...own, text: label.asked } : own))
  const first = { ...opening, text: opened, opensItem: false }
  const told = [first, ...lines.slice(answer + 1, end)].filter(({ text }) => text !== '')
  return { cards: turnedCard({ asked, told, between: [opening] }, signs.held), end }
}

/** The line that answers a question: no other question stands before it. */
function answerLine(lines: WrittenSection, at: number, label: RegExp): number | undefined {
  const limit = Math.min(lines.length, at + 40)
  for (let i = at + 1; i < limit; i++) {
    const line = lines[i]
    if (line === undefined || line.kind === 'scheduled') return undefined
    if (line.kind !== 'text') continue
    if (label.test(line.text)) return i
    if (questionLabel(line.text) !== undefined || opensCloze(line.text)) return undefined
  }
  return undefined
}

/** "What is ballast? #card" in an outline: what stands below it answers; a gap in it is one. */
function tagged(lines: WrittenSection, at: number, signs: Signs): Found | undefined {
  const line = lines[at]
  if (line === undefined || !isTagged(line) || inlinePair(line, signs) !== undefined) return undefined
  const end = endOfItem(lines, at)
  const told = lines.slice(at + 1, end)
  if (told.length === 0 || holdsKind(line.text, 'gap', signs.held))
    return { cards: fromGaps([line], signs), end: at + 1 }
  return { cards: turnedCard({ asked: [line], told }, signs.held), end }
}

/** Behind the last line that stands in the item: its own further lines and the lists below it. */
function endOfItem(lines: WrittenSection, at: number): number {
  const depth = lines[at]?.depth ?? 0
  const end = lines.findIndex(
    (line, i) => i > at && (line.depth < depth || (line.depth === depth && (line.opensItem || !line.joins))),
  )
  return end < 0 ? lines.length : end
}

/** Both sides on one line; the answer goes on where its sentence does, or stands below where nothing is told yet. */
function paired(lines: WrittenSection, at: number, signs: Signs): Found | undefined {
  const line = lines[at]
  const pair = line === undefined ? undefined : inlinePair(line, signs)
  if (line === undefined || pair === undefined) return undefined
  const asked = pair.ofParent ? `${parentOf(lines, at)}${pair.asked}` : pair.asked
  if (pair.told === '') return pairedBelow(lines, at, { ...pair, asked }, signs)
  const end = endOfSentence(lines, at, pair.told, signs)
  const told = [pair.told, ...lines.slice(at + 1, end).map(({ text }) => text)].join(' ')
  const turned = pair.sides === 'backward'
  const statement = sayTyped(turned ? asked : told, signs.held).replace(/\n/g, '  \n')
  const draft = cardOf(turned ? told : asked, { statement, items: [] }, pair.sides === 'both', signs.held)
  const own = lines.slice(at, end)
  return {
    cards: draft === undefined ? [] : [{ draft, lines: own.flatMap((part) => part.lines), path: line.path }],
    end,
  }
}

/** "Term::" with its answer in the items or lines below. */
function pairedBelow(lines: WrittenSection, at: number, pair: InlinePair, signs: Signs): Found | undefined {
  const line = lines[at]
  if (line === undefined) return undefined
  const end = line.depth > 0 ? endOfItem(lines, at) : endOfAnswer(lines, at + 1, signs)
  const told = lines.slice(at + 1, end)
  if (told.length === 0) return undefined
  const both = pair.sides === 'both'
  return { cards: turnedCard({ asked: [{ ...line, text: pair.asked }], told, both }, signs.held), end }
}

/** The item around an item, with a colon. */
function parentOf(lines: WrittenSection, at: number): string {
  const depth = lines[at]?.depth ?? 0
  const parent = lines.slice(0, at).findLast((line) => line.depth < depth && line.opensItem)
  const name = parent?.text.split(/::|>>|<<|<>|;;/)[0]?.trim() ?? ''
  return name === '' ? '' : `${name}: `
}

/** Behind the lines of the same paragraph that only go on with the answer's sentence. */
function endOfSentence(lines: WrittenSection, at: number, told: string, signs: Signs): number {
  let end = at + 1
  let said = told
  for (let line = lines[end]; line !== undefined && line.joins && !line.broken; line = lines[end]) {
    const goesOn = /^[\p{Ll}(]/u.test(line.text) && !/[.!?。！？]$/.test(said)
    if (!goesOn || isCard(lines, end, signs)) break
    said = line.text
    end++
  }
  return end
}

function isCard(lines: WrittenSection, at: number, signs: Signs): boolean {
  const line = lines[at]
  const next = lines[at + 1]
  if (line === undefined) return false
  if (inlinePair(line, signs) !== undefined || separatorOf(line, signs) !== undefined) return true
  if (questionLabel(line.text) !== undefined || opensCloze(line.text)) return true
  return next?.joins === true && separatorOf(next, signs) !== undefined
}

/** A question, a rule and its answer: the two sides of a card. */
function fromSides(note: Note, sections: readonly WrittenSection[], signs: Signs): Placed[] {
  const rules = note.typed.lines.filter(({ kind }) => kind === 'rule').flatMap(({ lines }) => lines)
  if (rules.length === 0) return []
  return sections.flatMap((section, i) => {
    const next = sections[i + 1]
    const last = section.at(-1)
    if (next === undefined || last === undefined || last.kind !== 'text' || !/[?？]$/.test(last.text))
      return []
    const asked = section.filter((line, at) => at >= section.length - 1 || sameParagraph(section, at))
    const [first] = next
    const rule = rules.find((at) => at > (last.lines.at(-1) ?? 0) && at < (first?.lines[0] ?? 0))
    const isAlone = asked.length === section.length && asked.length <= 2
    if (rule === undefined || !isAlone || next.some((line) => /[?？]$/.test(line.text))) return []
    if (isCard(section, section.length - 1, signs) || next.some((_, at) => isCard(next, at, signs))) return []
    return turnedCard({ asked, told: next }, signs.held)
  })
}

const sameParagraph = (section: WrittenSection, at: number): boolean =>
  section.slice(at + 1).every(({ joins }) => joins)
