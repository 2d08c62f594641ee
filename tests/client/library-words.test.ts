import { beforeEach, describe, expect, test } from 'vitest'
import type { ImportReply } from '../../shared/api/imports.ts'
import type { NoteRow } from '../../shared/api/notes.ts'
import { fileOfNote, isNotePath, pastedFile, pickedFolder } from '../../client/pages/library/chosen-files.ts'
import { changeWords, refusedWords, waitWords, waitingAfter } from '../../client/words/import-words.ts'
import { noteTemplate, suggestPath } from '../../client/pages/editor/new-note.ts'
import { noteFolders } from '../../client/pages/library/note-folders.ts'
import { dropDraft, keepDraft, readDraft } from '../../client/pages/editor/draft-store.ts'
import { readingWords } from '../../client/words/reading-words.ts'

function aReply(counts: Partial<ImportReply['counts']>, more: Partial<ImportReply> = {}): ImportReply {
  const none = {
    files: 1,
    added: 0,
    updated: 0,
    same: 0,
    moved: 0,
    retired: 0,
    waiting: 0,
    conflicts: 0,
    refused: 0,
  }
  return {
    applied: false,
    changeId: null,
    counts: { ...none, ...counts },
    notes: [],
    added: [],
    updated: [],
    retired: [],
    waiting: [],
    conflicts: [],
    refused: [],
    problems: [],
    ...more,
  }
}

describe('what an import does', () => {
  test.each([
    [{ added: 12, updated: 1, retired: 2 }, 'This would change: 12 cards added, 1 changed, 2 retired.'],
    [{ updated: 1, conflicts: 1 }, 'This would change: 1 card changed. 1 disagreement between notes.'],
    [{ waiting: 2 }, 'No card would change before you decide about it.'],
    [{}, 'Nothing would change.'],
  ])('%j is said as "%s"', (counts, words) => {
    expect(changeWords(aReply(counts))).toBe(words)
  })
  test('counts doubtful new cards among those that wait', () => {
    const card = { front: 'f', back: 'b', kind: 'basic', file: 'a.md' }
    const reply = aReply(
      { added: 2, waiting: 1 },
      {
        added: [
          { ...card, status: 'doubtful' },
          { ...card, status: 'ready' },
        ],
      },
    )
    expect(waitingAfter(reply)).toBe(2)
    expect([0, 1, 1234].map(waitWords)).toEqual([
      '',
      '1 card waits in the Inbox',
      '1,234 cards wait in the Inbox',
    ])
  })
  test('names a refused file once', () => {
    const code = 'not_a_note'
    expect(refusedWords({ path: 'a.docx', code, sentence: 'a.docx: not a note.' })).toBe('Not a note.')
    expect(refusedWords({ path: 'a.docx', code, sentence: 'It is empty.' })).toBe('It is empty.')
  })
})

test.each([
  [{ state: 'reading', done: 311, of: 2000, facts: 1204 }, 'File 312 of 2,000 · 1,204 facts'],
  [{ state: 'paused', done: 311, of: 2000, facts: 1 }, 'Paused at file 312 of 2,000 · 1 fact'],
  [{ state: 'reading', done: 2, of: 2, facts: 9 }, '2 files read. Comparing 9 facts with your cards…'],
  [{ state: 'storing', done: 2, of: 2, facts: 9 }, 'Storing 9 facts of 2 files…'],
  [{ state: 'reading', done: 0, of: 0, facts: 0 }, 'Looking for notes…'],
] as const)('a reading at %j is said as "%s"', (state, words) => {
  expect(readingWords({ ...state, file: null })).toBe(words)
})

describe('files to bring in', () => {
  test.each([
    ['vault/notes/a.md', true],
    ['vault/a.TXT', true],
    ['vault/all.zip', true],
    ['vault/picture.png', false],
    ['vault/.obsidian/plugin.md', false],
    ['vault/node_modules/x/README.md', false],
  ])('%s is a note: %s', (path, verdict) => {
    expect(isNotePath(path)).toBe(verdict)
  })
  test('a folder brings its notes under their paths and counts the rest', () => {
    const files = ['v/a.md', 'v/sub/b.md', 'v/c.png'].map((path) =>
      Object.defineProperty(new File([''], path.split('/').at(-1) ?? ''), 'webkitRelativePath', {
        value: path,
      }),
    )
    const { files: chosen, others } = pickedFolder(files)
    expect(chosen.map(({ path }) => path)).toEqual(['v/a.md', 'v/sub/b.md'])
    expect(others).toBe(1)
    expect(fileOfNote(chosen, 'uploads/v/sub/b.md')?.path).toBe('v/sub/b.md')
    expect(fileOfNote(chosen, 'uploads/v/sub/xb.md')).toBeUndefined()
  })
  test('pasted text becomes a Markdown file', () => {
    expect(pastedFile(' Caching ', '').path).toBe('Caching.md')
    expect(pastedFile('', '').path).toBe('pasted.md')
    expect(pastedFile('log.txt', '').path).toBe('log.txt')
  })
})

describe('the list of notes', () => {
  const aRow = (path: string, title: string, missing = false): NoteRow => ({
    id: path,
    path,
    origin: 'folder',
    title,
    readAt: 0,
    lines: 1,
    facts: 1,
    ignored: 0,
    covered: 1,
    cards: 1,
    doubtful: 0,
    skipped: 0,
    problems: 0,
    missing,
  })
  const notes = [
    aRow('web/django.md', 'Django'),
    aRow('b.md', 'Caching'),
    aRow('a.md', 'Old', true),
    aRow('c.md', 'CI'),
  ]
  test('goes by folder, then by name, with what is gone last', () => {
    expect(noteFolders(notes, '').map(({ name, notes }) => [name, notes.map(({ path }) => path)])).toEqual([
      ['', ['b.md', 'c.md', 'a.md']],
      ['web', ['web/django.md']],
    ])
  })
  test('is searched by title and path, in any order of the words', () => {
    expect(noteFolders(notes, 'DJANGO web').flatMap(({ notes }) => notes.map(({ id }) => id))).toEqual([
      'web/django.md',
    ])
    expect(noteFolders(notes, 'nothing')).toEqual([])
  })
})

describe('a new note', () => {
  test.each([
    ['# Event sourcing\n\ntext', 'event-sourcing.md'],
    ['## Only a section', 'new-note.md'],
    ['# Über C++ & Co.', 'uber-c-co.md'],
    [noteTemplate, 'new-note.md'],
    ['', 'new-note.md'],
  ])('%j is kept as %s', (text, path) => {
    expect(suggestPath(text)).toBe(path)
  })
})

describe('a draft', () => {
  beforeEach(() => localStorage.clear())
  test('is there again after a reload, with what it was begun from', () => {
    expect(keepDraft('n', { text: 'mine', base: 'was', version: 'v1' })).toBe(true)
    expect(readDraft('n')).toMatchObject({ text: 'mine', base: 'was', version: 'v1' })
    expect(readDraft('other')).toBeNull()
    dropDraft('n')
    expect(readDraft('n')).toBeNull()
  })
  test('that cannot be read is as good as none', () => {
    localStorage.setItem('recollect.draft.n', '{"text":1')
    expect(readDraft('n')).toBeNull()
    localStorage.setItem('recollect.draft.n', '{"text":1}')
    expect(readDraft('n')).toBeNull()
  })
})
