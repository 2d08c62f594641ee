import { atSpaces } from '../../basics/text.ts'
import type { Block, List, ListItem, Note, TextLine } from '../../note/note.ts'
import { cleanHeading, stripNumbering } from '../../note/clean-text.ts'
import { sectionKind } from '../../note/section-words.ts'
import type { SectionKind } from '../../note/section-words.ts'
import { isTooLong } from './long-lines.ts'
import { splitLabel } from '../../english/split-label.ts'
import { labelKind } from '../../english/labels.ts'
import { subjectOf } from './subject.ts'
import { type PlacedTable, type Reading, type Statement, type TitledCode, aStatement } from './statement.ts'

interface Place {
  readonly path: readonly string[]
  readonly subject: string
  readonly section: SectionKind
  readonly leadIn: string
}

/** Reads a note's blocks as statements: labels split off, lists joined to the line that introduces them. */
export function readStatements(note: Note): Reading {
  const statements: Statement[] = []
  const tables: PlacedTable[] = []
  const codes: TitledCode[] = []
  const placeOf = onePlaceOnePath()
  const visit = (blocks: readonly Block[], quoted: boolean): void => {
    let opens = true
    let firstCode = true
    blocks.forEach((block, i) => {
      const place = placeOf(block)
      switch (block.kind) {
        case 'heading':
          opens = true
          firstCode = true
          return
        case 'paragraph': {
          const list = blocks[i + 1]
          const lines = thoughtsOf(block.lines)
          lines.forEach((line, j) => {
            const introduces = j === lines.length - 1 && list?.kind === 'list' && /[:：]$/.test(line.text)
            const items = introduces ? itemsOf(list, { ...place, leadIn: line.text }) : []
            statements.push(
              ...statementsOf([line], place, items, {
                listed: false,
                opens: opens && j === 0,
                checked: null,
              }),
            )
          })
          opens = false
          return
        }
        case 'list': {
          const above = blocks[i - 1]
          const taken = above?.kind === 'paragraph' && /[:：]$/.test(above.lines.at(-1)?.text ?? '')
          if (!taken)
            statements.push(
              ...itemsOf(block, place).map((item, j) =>
                opens && j === 0 ? aStatement({ ...item, opens: true }) : item,
              ),
            )
          for (const item of block.items) visitNested(item)
          opens = false
          return
        }
        case 'table':
          tables.push({ table: block, ...place })
          return
        case 'code': {
          const above = blocks[i - 1]
          const intro = above?.kind === 'paragraph' ? above.lines.at(-1) : undefined
          codes.push({
            code: block,
            intro: intro?.text ?? '',
            introLines: intro?.lines ?? [],
            first: firstCode,
            ...place,
          })
          firstCode = false
          return
        }
        case 'quote':
          if (!quoted) visit(block.blocks, true)
          return
      }
    })
  }
  const visitNested = (item: ListItem): void => {
    item.children.forEach((child, i) => {
      if (child.kind === 'table') tables.push({ table: child, ...placeOf(child) })
      if (child.kind === 'list') for (const inner of child.items) visitNested(inner)
      if (child.kind === 'code') {
        const intro = i === 0 ? item.lines.at(-1) : undefined
        codes.push({
          code: child,
          intro: intro?.text ?? '',
          introLines: intro?.lines ?? [],
          first: false,
          ...placeOf(child),
        })
      }
    })
  }
  visit(note.blocks, false)
  return { statements, tables, codes }
}

/** Blocks below one heading share their path, so their place is made once. */
function onePlaceOnePath(): (block: Block) => Place {
  let last: Place | undefined
  return ({ path }) => {
    if (last?.path !== path) last = { path, subject: subjectOf(path), section: sectionOf(path), leadIn: '' }
    return last
  }
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
  const isTopic =
    bareLabel !== '' && labelKind(bareLabel) === 'term' && sectionKind(cleanHeading(bareLabel)) === 'subject'
  const inner: Place = isTopic
    ? { ...place, subject: cleanHeading(bareLabel), leadIn: '' }
    : { ...place, leadIn: last.text }
  return statementsOf(item.lines, place, nested(inner), { listed: true, opens: false, checked: item.checked })
}

function statementsOf(
  lines: readonly TextLine[],
  place: Place,
  items: readonly Statement[],
  flags: { listed: boolean; opens: boolean; checked: boolean | null },
): Statement[] {
  const out: Statement[] = []
  for (const line of splitPairs(lines.filter((own) => !isTooLong(own)))) {
    const text = flags.listed ? stripNumbering(line.text) : line.text
    const { label, text: body } = splitLabel({ text, lead: line.lead })
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
