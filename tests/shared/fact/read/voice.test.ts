import { expect, test } from 'vitest'
import { parseNote } from '../../../../shared/note/parse-note.ts'
import { readVoice } from '../../../../shared/fact/read/voice.ts'

const voiceOf = (text: string) => readVoice(parseNote({ path: 'a.md', text }).note)

test.each([
  ['A template renders the page.', 'template'],
  ['Each crew has an oar rack, and an oar leans on it.', 'oar rack'],
  ['The clerk files a QuerySet.', 'QuerySet'],
  ['In a B-tree, keys are sorted.', 'B-tree'],
])('%s counts "%s"', (text, phrase) => {
  expect(voiceOf(text).counted).toContain(phrase)
})

test.each([
  ['The GIL slows threads down.', 'GIL'],
  ['Most of the ECB is in Frankfurt.', 'ECB'],
])('%s speaks of the one "%s"', (text, phrase) => {
  expect(voiceOf(text).definite).toContain(phrase)
})

test('initials before another noun are no phrase of their own', () => {
  expect(voiceOf('The API contract is agreed first.').definite).not.toContain('API')
})

test('a word that opens a sentence without an article is a name or a mass', () => {
  const { subjects } = voiceOf('The kiln is hot. Loam is a soil. Glazes are thin. Sealed pots dry.')
  expect([...subjects]).toEqual(['loam'])
})
