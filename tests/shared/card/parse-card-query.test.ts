import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCardQuery, withoutTerm } from '../../../shared/card/parse-card-query.ts'

const asked = (text: string) =>
  parseCardQuery(text).terms.map(({ condition, negated }) => ({ ...condition, negated }))
const wrong = (text: string) => parseCardQuery(text).problems.map((problem) => problem.text)

describe('a search of cards', () => {
  test.each([
    ['cache', { kind: 'words', words: 'cache', negated: false }],
    ['-cache', { kind: 'words', words: 'cache', negated: true }],
    ['"cold start"', { kind: 'words', words: 'cold start', negated: false }],
    ['-“cold start”', { kind: 'words', words: 'cold start', negated: true }],
    ['"std::map"', { kind: 'words', words: 'std::map', negated: false }],
    ['write-through', { kind: 'words', words: 'write-through', negated: false }],
    ['is:due', { kind: 'is', standing: 'due', negated: false }],
    ['IS:Due', { kind: 'is', standing: 'due', negated: false }],
    ['-is:leech', { kind: 'is', standing: 'leech', negated: true }],
    ['concept:caching', { kind: 'text', field: 'concept', part: 'caching', negated: false }],
    ['note:"my notes"', { kind: 'text', field: 'note', part: 'my notes', negated: false }],
    ['folder:web/http', { kind: 'text', field: 'folder', part: 'web/http', negated: false }],
    ['front:what', { kind: 'text', field: 'front', part: 'what', negated: false }],
    ['re:^what', { kind: 'pattern', pattern: '^what', negated: false }],
    ['-re:"(a|b) \\d+"', { kind: 'pattern', pattern: '(a|b) \\d+', negated: true }],
    ['kind:list_recall', { kind: 'kind', cardKind: 'list_recall', negated: false }],
    ['flag:"too long"', { kind: 'flag', flag: 'too_long', negated: false }],
    ['lapses>3', { kind: 'number', field: 'lapses', compares: '>', value: 3, negated: false }],
    ['interval<=7', { kind: 'number', field: 'interval', compares: '<=', value: 7, negated: false }],
    ['ease<2.5', { kind: 'number', field: 'ease', compares: '<', value: 2.5, negated: false }],
    ['answers:0', { kind: 'number', field: 'answers', compares: '=', value: 0, negated: false }],
    ['due<2026-12-01', { kind: 'dueDay', compares: '<', day: '2026-12-01', negated: false }],
    ['due<=7', { kind: 'dueIn', compares: '<=', days: 7, negated: false }],
    ['due<-7', { kind: 'dueIn', compares: '<', days: -7, negated: false }],
  ])('%s', (text, condition) => {
    expect(asked(text)).toEqual([condition])
    expect(wrong(text)).toEqual([])
  })

  test.each([
    'is:overdue',
    'color:red',
    'lapses>many',
    'due<2026-02-30',
    'front>a',
    'is:',
    're:(open',
    're:[z-a]',
    're>a',
    '"cold',
    'note:"a b',
    '""',
  ])('%s is a problem, not an error', (text) => {
    expect(wrong(text)).toEqual([text])
    expect(parseCardQuery(text).problems[0]?.sentence).toMatch(/\.$/)
  })

  test('a problem has its place, and the terms around it still stand', () => {
    const { terms, problems } = parseCardQuery('cache is:soon  lapses>2')
    expect(problems).toMatchObject([{ from: 6, to: 13, text: 'is:soon' }])
    expect(terms.map(({ text }) => text)).toEqual(['cache', 'lapses>2'])
  })

  test('without one of its terms a query keeps the others as they were written', () => {
    const text = 'cache -note:"a b" is:due'
    const [, note] = parseCardQuery(text).terms
    expect(note && withoutTerm(text, note)).toBe('cache is:due')
  })

  test('whatever is typed, every piece is a term or a problem with its own text', () => {
    const typed = fc.stringMatching(/^[a-z:<>=" \-.0-9“”]{0,60}$/)
    fc.assert(
      fc.property(fc.oneof(typed, fc.string()), (text) => {
        const { terms, problems } = parseCardQuery(text)
        for (const { from, to, text: own } of [...terms, ...problems]) expect(text.slice(from, to)).toBe(own)
      }),
    )
  })
})
