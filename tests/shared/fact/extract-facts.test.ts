import { expect, test } from 'vitest'
import { extractFacts } from '../../../shared/fact/extract-facts.ts'
import { itemsOf, statementOf } from '../../../shared/fact/fact.ts'
import { nameOf } from '../../../shared/fact/identity.ts'
import { parseNote } from '../../../shared/note/parse-note.ts'

const extract = (text: string) => extractFacts(parseNote({ path: 'a.md', text }).note)
const facts = (text: string) =>
  extract(text).facts.map((fact) => {
    const items = itemsOf(fact)
    return [fact.kind, fact.term, nameOf(fact), items.length > 0 ? items : statementOf(fact)]
  })

test.each([
  [
    'a term before a colon is defined',
    '- **Mutex**: lock that one thread holds at a time',
    [['definition', 'Mutex', '', 'lock that one thread holds at a time']],
  ],
  [
    'a repeated subject is dropped',
    '- **Mutex**: A mutex is a lock that one thread holds',
    [['definition', 'Mutex', '', 'a lock that one thread holds']],
  ],
  [
    'a gerund tells the use',
    '- **Terraform**: Describing servers in files',
    [['purpose', 'Terraform', '', 'Describing servers in files']],
  ],
  [
    'an acronym is expanded in either direction',
    '- Time to First Byte (TTFB)',
    [['expansion', 'TTFB', '', 'Time to First Byte']],
  ],
  ['an expansion must fit its letters', '- Serverless code (FAAS)', []],
  [
    'members in parentheses are examples',
    '- Key-value stores (Redis, Valkey)',
    [['example', 'Key-value stores', '', ['Redis', 'Valkey']]],
  ],
  [
    'a tail in -ing is an effect of its own',
    '- **Batching**: grouping of calls that belong together, reducing round trips',
    [
      ['definition', 'Batching', '', 'grouping of calls that belong together'],
      ['effect', 'Batching', 'reduce', 'round trips'],
    ],
  ],
  [
    'an arrow gives a code its meaning',
    '- `git stash` → Put changes aside',
    [['code', '`git stash`', '', 'Put changes aside']],
  ],
  [
    'a solution keeps its problem',
    '## Challenges\n\n- **Challenge**: Flaky network.\n  **Solution**: Added retries.',
    [['problem_solution', 'Flaky network', '', 'Added retries']],
  ],
  [
    'advice with a reason asks why',
    '## Best practices\n\n- Write tests early to catch bugs',
    [['best_practice', 'tests', 'why', 'To catch bugs']],
  ],
])('%s', (_law, text, expected) => {
  expect(facts(text)).toEqual(expected)
})

test.each([
  ['a bare topic', '- State management'],
  ['a diary entry', '- Updated my profile page'],
  ['an open check-box', '- [ ] Learn Rust: a systems language'],
  ['a comparison that is not made', '- SQL vs NoSQL databases'],
  ['a section about people', '# T\n\n## Contact\n\n- **Mail**: somebody at example'],
  ['a planned thing', '- **Kafka**: event streaming (planned)'],
])('%s gives no fact, and the report says why', (_what, text) => {
  const { facts: found, skipped } = extract(text)
  expect(found).toEqual([])
  expect(skipped.every(({ reason }) => reason.length > 10)).toBe(true)
  expect(skipped.length).toBeGreaterThan(0)
})

test('every fact quotes lines that exist with that text', () => {
  const text =
    '# Logs\n\n- **WAL** (Write-Ahead Log): file that records\n  each change first\n\nWAL is used to recover after a crash.'
  const raw = text.split('\n')
  for (const fact of extract(text).facts) {
    for (const source of fact.sources) expect(source.lines.map((line) => raw[line - 1])).toEqual(source.text)
  }
})
