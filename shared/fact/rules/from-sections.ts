import { groupBy } from '../../basics/group-by.ts'
import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import type { Note } from '../../note/note.ts'
import { fromClaimTitle } from './from-claim-title.ts'
import { fromCodeIntro, fromCodeTitle } from './from-code.ts'
import { fromFacets } from './from-facets.ts'
import { fromFormulas } from './from-formula.ts'
import { namesThing } from './from-heading-term.ts'
import { fromLawHeading } from './from-law-heading.ts'
import { fromMeans } from './from-means.ts'
import { fromSubHeadings } from './from-sub-headings.ts'
import { apartRows, fromTable } from './from-table.ts'
import { isDefiningPhrase } from '../../english/defining-phrase.ts'
import { splitLabel } from '../../english/split-label.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Reading, Statement, TitledCode } from '../read/statement.ts'
import { fitsAcronym, readTerm } from './terms.ts'
import type { Draft } from '../fact.ts'
import type { Placed } from '../to-fact.ts'
import type { Voice } from '../read/voice.ts'

/** Facts that no single line states: they need the heading above, the table around or the code below it. */
export function fromSections(note: Note, reading: Reading, voice: Voice): Placed[] {
  const codes = fromCodes(reading, voice)
  const answered = new Set(
    codes
      .filter(({ draft }) => draft.kind === 'code' && draft.told === 'title')
      .map(({ draft }) => draft.term),
  )
  const means = fromTexts(reading, voice).filter(({ draft }) => !answered.has(draft.term))
  return [
    ...fromHeadings(note, voice),
    ...fromSubHeadings(note),
    ...fromTables(reading, voice),
    ...codes,
    ...means,
  ]
}

/** "SSH (Secure Shell)" as a heading spells its letters out like any line; a top heading may state a whole fact. */
function fromHeadings(note: Note, voice: Voice): Placed[] {
  return note.blocks.flatMap((block) => {
    if (block.kind !== 'heading') return []
    const title = cleanHeading(block.line.text)
    const expansion = readTerm(title).expansion ?? spelledOut(title)
    const claims = block.level === 1 ? fromClaimTitle(title, voice) : []
    const drafts = expansion === undefined ? [...claims, ...explained(title)] : [expansion]
    return drafts.map((draft) => ({ draft, lines: block.line.lines, path: block.path }))
  })
}

/** "`TRUNCATE`: empties a table", "Selvage: an edge that does not fray" as a heading. */
function explained(title: string): readonly Draft[] {
  const { label: term, text } = splitLabel({ text: title, lead: '' })
  if (/^`[^`]+`$/.test(term) && wordCount(text) >= 2 && wordCount(text) <= 20)
    return [{ kind: 'code', told: 'meaning', term, statement: text }]
  const defines = /^an?\s/i.test(text) && namesThing(term) && isDefiningPhrase(term, text)
  return defines ? [{ kind: 'definition', term, statement: text }] : []
}

/** "AMAT - Average Memory Access Time". */
function spelledOut(title: string): Draft | undefined {
  const [, short = '', long = ''] = /^(\S{2,10})\s*(?:[:–—]|\s-)\s+(.+)$/.exec(title) ?? []
  return fitsAcronym(short, long) ? { kind: 'expansion', term: short, statement: long } : undefined
}

function fromTables({ tables }: Reading, voice: Voice): Placed[] {
  return apartRows(tables).flatMap((table) =>
    fromTable(table, voice).map((found) => ({ ...found, path: table.path })),
  )
}

/** Below one heading one code answers the heading; the others answer only their own sentence. */
function fromCodes({ codes, statements }: Reading, voice: Voice): Placed[] {
  const places = groupBy(codes, (code) => code.path.join('\n'))
  const texts = groupBy(statements, (statement) => statement.path.join('\n'))
  return [...places].flatMap(([place, group]) => {
    const titled = fromCodeTitle(group, voice).filter(
      ({ code }) => !goesOnAfter(code, texts.get(place) ?? []),
    )
    return group.flatMap((code) => {
      const own = titled.filter((found) => found.code === code).map((found) => found.draft)
      // The title asks what the sentence before the code asks too: one question is enough.
      const drafts = own.length > 0 ? own : fromCodeIntro(code)
      return drafts.map((draft) => ({ draft, lines: code.code.lines, path: code.path }))
    })
  })
}

/** "Then …", "Instead, …" below a code: it is the first step only, or not the way at all. */
function goesOnAfter({ code }: TitledCode, statements: readonly Statement[]): boolean {
  const last = code.lines.at(-1) ?? 0
  return statements.some(
    ({ lines, full }) =>
      (lines[0] ?? 0) > last &&
      splitSentences(full).some((sentence) =>
        /^(?:then|next|finally|last|lastly|instead|after that|afterwards|from there)(?:,|\s\p{Ll})/iu.test(
          sentence,
        ),
      ),
  )
}

function fromTexts({ statements }: Reading, voice: Voice): Placed[] {
  const places = groupBy(statements, (statement) => statement.path.join('\n'))
  return [...places.values()].flatMap((group) => {
    const path = group[0]?.path ?? []
    return [
      ...fromMeans(group, voice).map(({ draft, statement }) => ({ draft, lines: statement.lines, path })),
      ...fromFacets(group).map((found) => ({ ...found, path })),
      ...fromLawHeading(group).map((found) => ({ ...found, path })),
      ...fromFormulas(group).map((found) => ({ ...found, path })),
    ]
  })
}
