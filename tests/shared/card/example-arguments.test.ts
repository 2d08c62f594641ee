import { expect, test } from 'vitest'
import { holdsExamples } from '../../../shared/card/example-arguments.ts'

test.each([
  ['git stash --patch', 'How do you pick changes to stash?'],
  ['git remote prune', 'How do you drop dead remotes?'],
  [':retab', 'How do you turn tabs into spaces?'],
  ['!$', 'How do you say the last word again?'],
  ['Ctrl-x', 'How do you split?'],
  ['git checkout -', 'How do you go back to the branch before?'],
  ['select version();', 'How do you select the version?'],
  ['boats.reverse', 'How do you turn a list round?'],
])('`%s` can be typed from its title', (command, title) => {
  expect(holdsExamples(`\`${command}\``, title)).toBe(false)
})

test.each([
  ['git remote rename origin harbour', 'How do you rename a remote?'],
  ['git tag -a v0.1.0', 'How do you mark a release?'],
  ['tail -c 100 boats', 'How do you show the end of a file?'],
  ['find ./pier -empty', 'How do you find empty files?'],
  ['3.5.floor()', 'How do you round a number down?'],
  ['truncate boats;', 'How do you empty a table?'],
  ['create table new_boats (like old_boats);', 'How do you create a table from another?'],
  ['\\df now', 'How do you list the versions of a function?'],
  ['sorted(boats)', 'How do you sort a list?'],
  ['git branch -m <name>', 'How do you rename a branch?'],
  ['bundle _1.2_ --version', 'How do you run an older bundler?'],
])('`%s` holds what only its note knows', (command, title) => {
  expect(holdsExamples(`\`${command}\``, title)).toBe(true)
})
