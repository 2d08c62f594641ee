import { expect, test } from 'vitest'
import type { CardKind } from '../../../shared/card/card.ts'
import { contentOfTexts } from '../../../shared/card/kinds/content-of-texts.ts'
import { typedAnswer } from '../../../shared/answer/typed-answer.ts'

const typed = (kind: CardKind, back: string, accepted: readonly string[] = []) =>
  typedAnswer(contentOfTexts(kind, 'It is ___.', back), accepted)

test.each([
  ['cloze', 'an in-memory store', true],
  ['basic', 'Redis', true],
  ['basic', '`git push`', true],
  ['basic', 'Rapid development and a clean design', false],
  ['list_recall', 'a', false],
] as const)('a %s card answered by %j is offered to be typed: %j', (kind, back, isOffered) =>
  expect(typed(kind, back) !== null).toBe(isOffered),
)

test('names that the notes accept count as right, behind the answer that is shown', () => {
  expect(typed('reverse', 'TTL', ['Time to Live'])?.answers).toEqual(['TTL', 'Time to Live'])
})

test('code is compared as code', () => {
  expect(typed('typed', '`select_related`')?.mode).toBe('code')
  expect(typed('reverse', 'Redis')?.mode).toBe('text')
})
