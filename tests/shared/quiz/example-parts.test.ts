import { describe, expect, test } from 'vitest'
import { differsInExamples, exampleParts } from '../../../shared/quiz/example-parts.ts'

const accepts = (code: string, question: string, given: string) =>
  differsInExamples(code, given, exampleParts(code, question))

describe('what is only an example in code need not be typed', () => {
  test.each([
    ['`\\df now`', 'How do you describe a function in psql?', '\\df'],
    ['`git show --stat 4f9c2ab`', 'In Git, how do you list the files of a commit?', 'git show --stat'],
    ['`git show --stat 4f9c2ab`', 'In Git, how do you list the files of a commit?', 'git show --stat HEAD'],
    ['`truncate barges;`', 'How do you empty a table in SQL?', 'truncate users'],
    ['`docker run -p 8000:8000 barge`', 'How do you publish a port?', 'docker run -p 3000:3000 shop'],
    ['`tar -xzf logs.tgz`', 'How do you unpack an archive?', 'tar -xzf other.tgz'],
  ])('%s to “%s” is answered by “%s”', (code, question, given) => {
    expect(accepts(code, question, given)).toBe(true)
  })

  test.each([
    ['`git show --stat 4f9c2ab`', 'In Git, how do you list the files of a commit?', 'git show'],
    ['`git show --stat 4f9c2ab`', 'In Git, how do you list the files of a commit?', 'git log --stat'],
    ['`truncate barges;`', 'How do you empty the table barges?', 'truncate users'],
    ['`git push`', 'How do you send commits?', 'git pull'],
    ['`select_related`', 'What joins in one query?', 'prefetch_related'],
    ['`tar -xzf logs.tgz`', 'How do you unpack an archive?', 'tar -czf logs.tgz'],
    ['`tar -xzf logs.tgz`', 'How do you unpack an archive?', ''],
  ])('%s to “%s” is not answered by “%s”', (code, question, given) => {
    expect(accepts(code, question, given)).toBe(false)
  })
})
