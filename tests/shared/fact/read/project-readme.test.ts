import { expect, test } from 'vitest'
import { isProjectReadme } from '../../../../shared/fact/read/project-readme.ts'
import { parseNote } from '../../../../shared/note/parse-note.ts'

const note = (headings: readonly string[]) =>
  parseNote({ path: 'a.md', text: headings.map((heading) => `## ${heading}\n`).join('\n') }).note

test.each([
  ['its sections alone', ['Ferry Planner', 'Features', 'Tech Stack', 'Installation & Setup', 'License']],
  [
    'sections with fillers, tools and brackets',
    [
      'Ferry Planner',
      'Key Features',
      'Local Setup (Docker)',
      'API Endpoints',
      'Running Tests',
      'Project Structure ferry/',
    ],
  ],
])('the README of a project is told by %s', (_, headings) => {
  expect(isProjectReadme(note(headings))).toBe(true)
})

test.each([
  [
    'whose headings only hold such words',
    ['Weaving', 'Loom features', 'Testing a warp', 'Run the shuttle', 'Admin of a guild', 'Dyes required'],
  ],
  ['that learns', ['Ferry Planner', 'Features', 'Usage', 'Testing', 'Deployment', 'What I learned']],
  ['with three of them', ['Ferry Planner', 'Features', 'Usage', 'License']],
])('a note %s is no README of a project', (_, headings) => {
  expect(isProjectReadme(note(headings))).toBe(false)
})
