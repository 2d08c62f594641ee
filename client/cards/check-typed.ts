import { diffChars, diffWordsWithSpace } from 'diff'
import { type AnswerVerdict, type ExpectedAnswer, judgeAnswer } from '../../shared/answer/judge-answer.ts'
import type { QueueCard } from '../../shared/api/queue.ts'
import { type TypedForm, typedForm } from '../../shared/schedule/answer-form.ts'

/** A piece of the typed answer beside the right one. */
export interface DiffPart {
  readonly kind: 'same' | 'extra' | 'missing'
  readonly text: string
}

export interface TypedCheck {
  readonly verdict: AnswerVerdict['verdict']
  readonly given: string
  readonly expected: string
  readonly parts: readonly DiffPart[]
  /** How the log names it: as it was judged, even when the learner says that it was right. */
  readonly form: TypedForm
}

/** Judges a typed answer and shows where it differs. */
export function checkTyped(expected: ExpectedAnswer, given: string, others: ReadonlySet<string>): TypedCheck {
  const { verdict, matched } = judgeAnswer(expected, given, others)
  const right = bare(matched ?? expected.answers[0] ?? '')
  return {
    verdict,
    given,
    expected: right,
    form: typedForm(verdict === 'wrong'),
    parts: verdict === 'right' ? [{ kind: 'same', text: right }] : diffParts(given.trim(), right),
  }
}

/** The names and short answers of the other cards: a slip that spells one of them is another answer. */
export function otherTerms(cards: Iterable<QueueCard>, own: string): Set<string> {
  const terms = new Set<string>()
  for (const card of cards) {
    if (card.id === own) continue
    terms.add(card.concept)
    for (const answer of card.typed?.answers ?? []) terms.add(answer)
  }
  return terms
}

/** Words first, then letters inside a word that was nearly right. */
export function diffParts(given: string, right: string): DiffPart[] {
  const changes = diffWordsWithSpace(given, right, { ignoreCase: true } as object)
  return changes.flatMap((change, i): DiffPart[] => {
    const next = changes[i + 1]
    if (change.removed && next?.added && isLike(change.value, next.value)) {
      return diffChars(change.value, next.value, { ignoreCase: true }).map(toPart)
    }
    const before = changes[i - 1]
    if (change.added && before?.removed && isLike(before.value, change.value)) return []
    return [toPart(change)]
  })
}

function toPart({ added, removed, value }: { added: boolean; removed: boolean; value: string }): DiffPart {
  return { kind: removed ? 'extra' : added ? 'missing' : 'same', text: value }
}

/** Whether two words share enough letters that marking single ones helps. */
function isLike(a: string, b: string): boolean {
  if (/\s/.test(a.trim()) || /\s/.test(b.trim())) return false
  const shared = diffChars(a, b, { ignoreCase: true })
    .filter((part) => !part.added && !part.removed)
    .reduce((sum, part) => sum + part.value.length, 0)
  return shared * 2 >= Math.max(a.length, b.length)
}

function bare(answer: string): string {
  return answer.replace(/`/g, '')
}
