import { expect, test } from 'vitest'
import { noteTags } from '../../../shared/note/note-tags.ts'

test.each([
  ['---\ntags: [Web, css]\n---\ntext', ['web', 'css']],
  ['---\ntitle: A\ntags: web, css\n---\n', ['web', 'css']],
  ['---\ntags:\n  - web\n  - "css"\nother: 1\n---\n', ['web', 'css']],
  ['# Heading\n\nA line about #web/css and (#caching).', ['web', 'web/css', 'caching']],
  ['`#no` and\n```\n#no\n```\nC# and issue #12 give none', []],
  ['no tag at all', []],
] as const)('%j has the tags %j', (text, tags) => {
  expect([...noteTags(text)].sort()).toEqual([...tags].sort())
})
