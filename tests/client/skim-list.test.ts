import { describe, expect, test } from 'vitest'
import { inEnglish } from '../../shared/card/side-languages.ts'
import type { DraftView } from '../../shared/api/drafts.ts'
import type { SkimCard, SkimReply, SkimState } from '../../shared/api/skim.ts'
import {
  cardsOfLines,
  currentRow,
  groupsOf,
  isEditable,
  leftIn,
  leftOfNote,
  lookAt,
  markNote,
  markRows,
  moveRow,
  openSkimList,
  rewordRow,
  unmarkRows,
  withMoreRows,
} from '../../client/state/skim-list.ts'
import { inNotes, toDraftCard } from '../../client/state/draft-row.ts'
import { draftedWords, placeWords, skimWords } from '../../client/words/skim-words.ts'

function aCard(cardId: string, file: string, line: number, state: SkimState = 'ready'): SkimCard {
  const sources = [{ noteId: `note ${file}`, file, lines: [line], heading: ['Top', 'Part'], text: ['…'] }]
  return {
    cardId,
    state,
    kind: 'basic',
    conceptId: 'c',
    concept: 'C',
    front: cardId,
    back: 'b',
    languages: inEnglish,
    reasons: [],
    sources,
  }
}

const noteOf = (file: string, ready: number, proposed: number) => ({
  noteId: `note ${file}`,
  file,
  title: file,
  ready,
  proposed,
})
const reply: SkimReply = {
  cards: [aCard('a', 'one', 1), aCard('b', 'one', 1), aCard('c', 'one', 2, 'proposed'), aCard('d', 'two', 1)],
  notes: [noteOf('one', 2, 1), noteOf('two', 5, 0)],
  counts: { ready: 7, proposed: 1 },
  drafted: 0,
  nextCursor: 'more',
}
const list = openSkimList(reply)
const theFirst = { ...aCard('a', 'one', 1), drafted: null }
const only = (...ids: string[]) => new Set(ids)
const marks = ({ rows }: typeof list) => rows.map(({ mark }) => mark ?? '-').join(' ')

describe('skimming', () => {
  test('a decision stays in sight, counts, and goes on to the next row that is left', () => {
    const next = markRows(list, only('a'), 'keep')
    expect(marks(next)).toBe('keep - - -')
    expect(currentRow(next)?.card.cardId).toBe('b')
    expect(next.counts).toEqual({ ready: 6, proposed: 1, drafted: 0 })
    expect(next.notes[0]).toMatchObject({ ready: 1, proposed: 1 })
    expect(currentRow(markRows(lookAt(next, 2), only('c'), 'drop'))?.card.cardId).toBe('d')
  })
  test('after the last row it begins again with what was passed over, and stays when nothing is left', () => {
    const last = markRows(lookAt(list, 3), only('d'), 'keep')
    expect(currentRow(last)?.card.cardId).toBe('a')
    const done = markRows(last, only('a', 'b', 'c'), 'drop')
    expect(done.counts).toEqual({ ready: 4, proposed: 0, drafted: 0 })
    expect(done.at).toBe(last.at)
  })
  test('taking a decision back brings the row back, with its count', () => {
    const there = unmarkRows(markRows(list, only('a', 'c'), 'drop'), only('a', 'c'))
    expect(there).toEqual(list)
    expect(unmarkRows(markRows(list, only('c'), 'keep'), only('c')).at).toBe(2)
  })
  test('another word on the same row counts once', () => {
    expect(markRows(markRows(list, only('a'), 'keep'), only('a'), 'drop').counts).toEqual({
      ready: 6,
      proposed: 1,
      drafted: 0,
    })
  })
  test('a note is decided on with what is not loaded of it', () => {
    const done = markNote(lookAt(list, 3), 'two', 'keep')
    expect(done.counts).toEqual({ ready: 2, proposed: 1, drafted: 0 })
    expect(done.notes[1]).toMatchObject({ ready: 0, proposed: 0 })
    expect(leftOfNote(done, 'one')).toEqual(only('a', 'b', 'c'))
    expect(leftOfNote(done, 'two')).toEqual(only())
  })
  test('never takes the cards of the same lines along, but not those that were dropped already', () => {
    expect(cardsOfLines(list, theFirst)).toEqual(only('a', 'b'))
    expect(cardsOfLines(markRows(list, only('b'), 'drop'), theFirst)).toEqual(only('a'))
  })
  test('the list ends at its ends', () => {
    expect(moveRow(list, -1).at).toBe(0)
    expect(moveRow(lookAt(list, 3), 1).at).toBe(3)
  })
  test('rows stand under their notes, more of them under the note that is there', () => {
    const more = withMoreRows(list, {
      ...reply,
      cards: [aCard('d', 'two', 1), aCard('e', 'two', 2), aCard('f', 'three', 1)],
      notes: [noteOf('two', 5, 0), noteOf('three', 1, 0)],
      nextCursor: null,
    })
    expect(groupsOf(more).map(({ note, rows, from }) => [note.file, rows.length, from])).toEqual([
      ['one', 3, 0],
      ['two', 2, 3],
      ['three', 1, 5],
    ])
    expect(more.nextCursor).toBeNull()
  })
  test('an edited card says its new words', () => {
    const { rows } = rewordRow(list, 'b', { front: 'B?', back: 'B.' })
    expect(rows[1]?.card).toMatchObject({ front: 'B?', back: 'B.' })
    expect(rows[0]).toEqual(list.rows[0])
  })
})

function aDraft(draftId: string, file: string, line: number | null): DraftView {
  return {
    draftId,
    noteId: `note ${file}`,
    file,
    note: `The ${file}`,
    kind: 'list',
    question: draftId,
    answer: 'x\ny',
    quote: 'the words',
    lines: line === null ? [] : [line],
    concept: null,
    corrects: null,
    draftedBy: 'qwen3:14b',
    draftedAt: 1,
  }
}

describe('drafts', () => {
  const drafts = inNotes([aDraft('x', 'two', 9), aDraft('y', 'one', 1), aDraft('z', 'two', 1)])
  const both = openSkimList(reply, drafts)
  test('come first, note by note and each from its top, under headings of their own; what was lost comes last', () => {
    expect(groupsOf(both).map(({ note, rows }) => [note.title, rows.length, leftIn(note)])).toEqual([
      ['The two', 2, 2],
      ['The one', 1, 1],
      ['one', 3, 3],
      ['two', 1, 5],
    ])
    expect(both.rows.slice(0, 3).map(({ card }) => card.cardId)).toEqual(['z', 'x', 'y'])
    expect(both.counts).toEqual({ ready: 7, proposed: 1, drafted: 3 })
    expect(inNotes([aDraft('a', 'one', null), aDraft('b', 'one', 7)]).map(({ draftId }) => draftId)).toEqual([
      'b',
      'a',
    ])
  })
  test('count like cards, and those of a note are decided on apart from its cards', () => {
    const kept = markNote(both, 'drafts of two', 'keep')
    expect(kept.counts).toEqual({ ready: 7, proposed: 1, drafted: 1 })
    expect(marks(kept)).toBe('keep keep - - - - -')
    expect(unmarkRows(kept, only('x', 'z'))).toEqual(both)
    expect(markNote(both, 'one', 'drop').counts).toEqual({ ready: 5, proposed: 0, drafted: 3 })
  })
  test('are lists as cards are, and stay when the cards of their lines are never wanted', () => {
    expect(toDraftCard(aDraft('x', 'one', 1))).toMatchObject({
      kind: 'list_recall',
      front: 'x',
      back: 'x\ny',
      drafted: { by: 'qwen3:14b', quote: 'the words', isFound: true },
    })
    expect(cardsOfLines(both, theFirst)).toEqual(only('a', 'b'))
  })
  test('are edited until they are cards', () => {
    const [first] = both.rows
    if (first === undefined) throw new Error('no row')
    expect(isEditable(first)).toBe(true)
    expect(isEditable({ ...first, mark: 'keep' })).toBe(false)
    expect(isEditable({ card: { ...theFirst }, mark: 'keep' })).toBe(true)
  })
})

test('a row says what it is and where it stands', () => {
  expect(placeWords(aCard('a', 'one', 12))).toBe('question · Part ›\u00a0line\u00a012')
  const [source] = aCard('a', 'one', 12).sources
  if (source === undefined) throw new Error('no source')
  expect(placeWords({ kind: 'cloze', sources: [source, source] })).toBe(
    'gap · Part ›\u00a0line\u00a012 · and 1 more place',
  )
  expect(skimWords({ ready: 1, proposed: 0, drafted: 0 })).toBe('1 new card: 1 ready.')
  expect(skimWords({ ready: 70, proposed: 5, drafted: 0 })).toBe('75 new cards: 70 ready, 5 proposed.')
  expect(skimWords({ ready: 0, proposed: 0, drafted: 2 })).toBe('2 new cards: 2 drafted.')
  expect(draftedWords('qwen3:14b', '2026-05-14')).toBe('drafted by qwen3:14b on\u00a014\u00a0May')
})
