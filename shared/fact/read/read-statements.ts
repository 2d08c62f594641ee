import { atSpaces } from '../../basics/text.ts'
import type { Block, Code, Formula, List, ListItem, Note, TextLine } from '../../note/note.ts'
import { cleanHeading, stripNumbering } from '../../note/clean-text.ts'
import { sectionKind } from '../../note/section-words.ts'
import type { SectionKind } from '../../note/section-words.ts'
import { countsItems } from '../../english/counts-items.ts'
import { isTooLong } from './long-lines.ts'
import { shapeOf } from '../../english/shape.ts'
import { splitLabel } from '../../english/split-label.ts'
import { isAdjectiveAlone, isLabelOnly } from '../../english/label-words.ts'
import { labelKind } from '../../english/labels.ts'
import { isOnlyRelation, mayBeThing, relationOf } from '../../english/relations.ts'
import { subjectOf } from './subject.ts'
import {
  type PlacedFormula,
  type PlacedTable,
  type Reading,
  type Statement,
  type TitledCode,
  aStatement,
} from './statement.ts'

interface Place {
  readonly path: readonly string[]
  readonly subject: string
  readonly section: SectionKind
  readonly leadIn: string
  readonly whole: string
}

/** What a note is read into, block by block. */
interface Reader {
  readonly statements: Statement[]
  readonly tables: PlacedTable[]
  readonly codes: TitledCode[]
  readonly formulas: PlacedFormula[]
  readonly placeOf: (block: Block) => Place
}

/** Reads a note's blocks as statements: labels split off, lists joined to the line that introduces them. */
export function readStatements(note: Note): Reading {
  const reader: Reader = { statements: [], tables: [], codes: [], formulas: [], placeOf: onePlaceOnePath() }
  readBlocks(note.blocks, { quoted: false, opens: true }, reader)
  const { statements, tables, codes, formulas } = reader
  return { statements, tables, codes, formulas }
}

function readBlocks(
  blocks: readonly Block[],
  { quoted, opens: first }: { quoted: boolean; opens: boolean },
  reader: Reader,
): void {
  let opens = first
  let firstCode = true
  for (const [i, block] of blocks.entries()) {
    const place = reader.placeOf(block)
    const introduction = lastLine(blocks[i - 1])
    switch (block.kind) {
      case 'heading':
        opens = true
        firstCode = true
        break
      case 'paragraph':
        reader.statements.push(...paragraphStatements(block.lines, blocks[i + 1], place, opens))
        opens = false
        break
      case 'list':
        if (!introduces(introduction, block))
          reader.statements.push(...listStatements(block, askedPlace(block, introduction, place), opens))
        for (const item of block.items) readNested(item, reader)
        opens = false
        break
      case 'table':
        reader.tables.push({ table: block, ...place })
        break
      case 'code':
        reader.codes.push(titledCode(block, introduction, firstCode, place))
        firstCode = false
        break
      case 'formula':
        reader.formulas.push(placedFormula(block, introduction, place))
        break
      case 'quote':
        if (!quoted) readBlocks(block.blocks, { quoted: true, opens }, reader)
        opens = false
        break
    }
  }
}

const lastLine = (block: Block | undefined): TextLine | undefined =>
  block?.kind === 'paragraph' ? block.lines.at(-1) : undefined

/** A line with a colon, or one that counts what follows. */
const introduces = (line: TextLine | undefined, list: List): boolean =>
  line !== undefined && (/[:：]$/.test(line.text) || countsItems(line.text, list.items.length))

/** A paragraph's statements; the list that its last line introduces is part of that one. */
function paragraphStatements(
  lines: readonly TextLine[],
  next: Block | undefined,
  place: Place,
  opens: boolean,
): Statement[] {
  const thoughts = thoughtsOf(lines)
  return thoughts.flatMap((line, i) => {
    const list =
      i === thoughts.length - 1 && next?.kind === 'list' && introduces(line, next) ? next : undefined
    const items = list === undefined ? [] : itemsOf(list, { ...place, leadIn: line.text })
    return statementsOf([line], place, items, { listed: false, opens: opens && i === 0, checked: null })
  })
}

const listStatements = (list: List, place: Place, opens: boolean): Statement[] =>
  itemsOf(list, place).map((item, i) => (opens && i === 0 ? aStatement({ ...item, opens: true }) : item))

/** Boxes below a question, some of them ticked, are options to choose from: the question introduces them. */
function askedPlace(list: List, introduction: TextLine | undefined, place: Place): Place {
  const question = introduction?.text ?? place.path.at(-1) ?? ''
  const isChoice =
    /[?？]$/.test(question) &&
    [true, false].every((ticked) => list.items.some((item) => item.checked === ticked))
  return isChoice ? { ...place, leadIn: question } : place
}

/** Tables, code and formulas below an item of a list, at any depth. */
function readNested(item: ListItem, reader: Reader): void {
  for (const [i, child] of item.children.entries()) {
    if (child.kind === 'table') reader.tables.push({ table: child, ...reader.placeOf(child) })
    if (child.kind === 'formula')
      reader.formulas.push(placedFormula(child, item.lines.at(-1), reader.placeOf(child)))
    if (child.kind === 'list') for (const inner of child.items) readNested(inner, reader)
    if (child.kind === 'code')
      reader.codes.push(
        titledCode(child, i === 0 ? item.lines.at(-1) : undefined, false, reader.placeOf(child)),
      )
  }
}

const titledCode = (
  code: Code,
  introduction: TextLine | undefined,
  first: boolean,
  place: Place,
): TitledCode => ({
  code,
  intro: introduction?.text ?? '',
  introLines: introduction?.lines ?? [],
  first,
  ...place,
})

const placedFormula = (
  formula: Formula,
  introduction: TextLine | undefined,
  place: Place,
): PlacedFormula => ({
  formula,
  intro: introduction?.text ?? '',
  introLines: introduction?.lines ?? [],
  ...place,
})

/** Blocks below one heading share their path, so their place is made once. */
function onePlaceOnePath(): (block: Block) => Place {
  let last: Place | undefined
  return ({ path }) => {
    if (last?.path !== path) last = placeBelow(path)
    return last
  }
}

function placeBelow(path: readonly string[]): Place {
  const subject = subjectOf(path)
  const whole = isOnlyRelation(cleanHeading(path.at(-1) ?? '')) ? wholeOf(path.slice(0, -1)) : ''
  return { path, subject, section: sectionOf(path), leadIn: '', whole }
}

/** The subject above all relations. */
function wholeOf(path: readonly string[]): string {
  const last = path.at(-1)
  if (last === undefined) return ''
  return isOnlyRelation(cleanHeading(last)) ? wholeOf(path.slice(0, -1)) : subjectOf(path)
}

/** The nearest heading that only names a part decides; a noise heading anywhere below the title makes everything noise. */
function sectionOf(path: readonly string[]): SectionKind {
  const kinds = path.map((heading) => sectionKind(heading))
  if (kinds.slice(1).includes('noise')) return 'noise'
  return kinds.filter((kind) => kind !== 'subject' && kind !== 'noise').at(-1) ?? 'subject'
}

/** A paragraph's thoughts: a marked term alone on its line and the line below it, which defines it, are one. */
function thoughtsOf(lines: readonly TextLine[]): TextLine[] {
  const out: TextLine[] = []
  for (const line of lines) {
    const above = out.at(-1)
    if (above !== undefined && isTermAlone(above) && splitLabel(line).label === '')
      out[out.length - 1] = {
        ...above,
        text: `${above.text}: ${line.text}`,
        lead: `${above.text}:`,
        lines: [...above.lines, ...line.lines],
      }
    else out.push(line)
  }
  return out
}

const isTermAlone = ({ text, lead }: TextLine): boolean =>
  lead !== '' && text === lead && !/[.:：!?]$/.test(text) && labelKind(text) === 'term'

function itemsOf(list: List, place: Place): Statement[] {
  return list.items.flatMap((item) => itemStatements(item, place))
}

function itemStatements(item: ListItem, place: Place): Statement[] {
  const nested = (inner: Place): Statement[] =>
    item.children.flatMap((child) => {
      if (child.kind === 'list') return itemsOf(child, inner)
      if (child.kind === 'paragraph')
        return statementsOf(child.lines, inner, [], { listed: true, opens: false, checked: null })
      return []
    })
  const last = item.lines.at(-1)
  if (last === undefined) return nested(place)
  const own = splitLabel({ ...last, text: stripNumbering(last.text) })
  const bareLabel =
    own.text === '' && own.label !== ''
      ? own.label
      : item.children.some((child) => child.kind === 'list') &&
          own.label === '' &&
          !/[:：]$/.test(last.text) &&
          atSpaces(last.text).length <= 5
        ? last.text
        : ''
  const inner = placeInItem(place, bareLabel, last.text)
  return statementsOf(item.lines, place, nested(inner), { listed: true, opens: false, checked: item.checked })
}

/** What stands below an item speaks of it where it is a term; of what it belongs to, where it names a relation. */
function placeInItem(place: Place, bareLabel: string, line: string): Place {
  const relation = bareLabel === '' ? undefined : relationOf(bareLabel)
  const whole = relation === undefined || place.whole !== '' ? place.whole : place.subject
  const isTopic =
    bareLabel !== '' &&
    (relation === undefined || (mayBeThing(relation.noun) && !relation.many)) &&
    labelKind(bareLabel) === 'term' &&
    !isLabelOnly(bareLabel) &&
    !isAdjectiveAlone(bareLabel) &&
    sectionKind(cleanHeading(bareLabel)) === 'subject'
  return isTopic
    ? { ...place, subject: cleanHeading(bareLabel), leadIn: '', whole }
    : { ...place, leadIn: line, whole }
}

function statementsOf(
  lines: readonly TextLine[],
  place: Place,
  items: readonly Statement[],
  flags: { listed: boolean; opens: boolean; checked: boolean | null },
): Statement[] {
  const out: Statement[] = []
  const own = splitPairs(lines.filter((line) => !isTooLong(line)))
  for (const [i, line] of own.entries()) {
    const text = flags.listed ? stripNumbering(line.text) : line.text
    const split = splitLabel({ text, lead: line.lead })
    const isTitle = flags.listed && i === 0 && split.label === '' && titlesNext(text, own[1])
    const { label, text: body } = isTitle ? { label: text, text: '' } : split
    const above = out[out.length - 1]
    // A term alone on its line is defined by the next one.
    if (above !== undefined && above.text === '' && labelKind(above.label) === 'term' && label === '') {
      out[out.length - 1] = aStatement({
        ...above,
        text: body,
        full: `${above.full} ${body}`,
        lines: [...above.lines, ...line.lines],
      })
      continue
    }
    out.push(
      aStatement({
        label: stripNumbering(label),
        text: body,
        full: text,
        strong: line.strong,
        lines: line.lines,
        items: [],
        ...place,
        ...flags,
      }),
    )
  }
  const last = out.at(-1)
  if (last !== undefined && items.length > 0) out[out.length - 1] = aStatement({ ...last, items })
  return out
}

/** A few words alone on the first line of an item: what stands on the next one is told of them. */
const titlesNext = (text: string, next: TextLine | undefined): boolean =>
  next !== undefined &&
  /^\p{Lu}.*[.!]$/u.test(next.text) &&
  /^\p{L}[\p{L} ()-]*$/u.test(text) &&
  !/\sof\s/.test(text) &&
  atSpaces(text).length <= 4 &&
  labelKind(text) === 'term' &&
  shapeOf(text) === 'noun' &&
  splitLabel(next).label === ''

const solutionWord = /(?:Solution|Fix|Resolution|Workaround|Outcome|Result)[^:：]{0,20}[:：]/
const inlinePair =
  /^(.*\S)\s+((?:\*|_)*(?:Solution|Fix|Resolution|Workaround|Outcome|Result)s?(?:\*|_)*\s*[:：].*)$/u

/** "Problem: … Solution: …" on one line is two lines. */
function splitPairs(lines: readonly TextLine[]): TextLine[] {
  return lines.flatMap((line) => {
    if (!/[:：]/.test(line.text) || !solutionWord.test(line.text)) return [line]
    const found = inlinePair.exec(line.text)
    if (found?.[1] === undefined || found[2] === undefined) return [line]
    return [
      { ...line, text: found[1] },
      { ...line, text: found[2], lead: line.strong.find((run) => found[2]?.startsWith(run)) ?? '' },
    ]
  })
}
