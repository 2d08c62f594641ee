import { judgeAnswer } from '../answer/judge-answer.ts'
import { assertNever } from '../basics/brand.ts'
import type { JudgedPart, QuizVerdict } from './given-answer.ts'
import type { AnswerCheck } from './question.ts'
import { differsInExamples } from './example-parts.ts'

/** How a typed answer went. */
export interface CheckOutcome {
  readonly verdict: QuizVerdict
  readonly credit: number
  readonly parts: readonly JudgedPart[]
  readonly matched: string | null
}

/** From this share of its ideas on, a long answer is right but for what is missing. */
export const mostIdeas = 0.6

/** Whether what was typed, or ticked, is what a check asks for. `otherTerms` are names that no slip may spell. */
export function judgeCheck(
  check: AnswerCheck,
  text: string,
  ticked: readonly number[],
  otherTerms: ReadonlySet<string>,
): CheckOutcome {
  switch (check.kind) {
    case 'spelling':
      return judgeSpelling(check, text, otherTerms)
    case 'items':
      return judgeItems(check, text, otherTerms)
    case 'ideas':
      return judgeIdeas(check.ideas, new Set(ticked))
    default:
      return assertNever(check)
  }
}

function judgeSpelling(
  check: Extract<AnswerCheck, { readonly kind: 'spelling' }>,
  text: string,
  otherTerms: ReadonlySet<string>,
): CheckOutcome {
  const { verdict, matched } = judgeAnswer(check, text, otherTerms)
  if (verdict !== 'wrong') return { verdict, matched, credit: 1, parts: [] }
  const [first = ''] = check.answers
  const isSameButExamples = differsInExamples(first, text, check.examples)
  return isSameButExamples
    ? { verdict: 'right', matched: first, credit: 1, parts: [] }
    : { verdict: 'wrong', matched: null, credit: 0, parts: [] }
}

/** Each piece that was typed is given to the first item that it names; the order does not matter. */
function judgeItems(
  { items, accents }: Extract<AnswerCheck, { readonly kind: 'items' }>,
  text: string,
  otherTerms: ReadonlySet<string>,
): CheckOutcome {
  const pieces = piecesOf(text, items.length)
  const free = accents === undefined ? {} : { accents }
  const taken = new Map<number, { readonly piece: string; readonly verdict: QuizVerdict }>()
  for (const wanted of ['right', 'near'] as const) {
    for (const piece of pieces) {
      if ([...taken.values()].some((found) => found.piece === piece)) continue
      const at = items.findIndex(
        (answers, i) =>
          !taken.has(i) &&
          judgeAnswer({ answers, mode: 'text', ...free }, piece, otherTerms).verdict === wanted,
      )
      if (at >= 0) taken.set(at, { piece, verdict: wanted })
    }
  }
  const parts = items.map(([shown = ''], i): JudgedPart => {
    const found = taken.get(i)
    return { text: shown, verdict: found?.verdict ?? 'wrong', given: found?.piece ?? null }
  })
  return { ...outcomeOf(parts), matched: null }
}

function judgeIdeas(ideas: readonly string[], ticked: ReadonlySet<number>): CheckOutcome {
  const parts = ideas.map((text, i): JudgedPart => ({
    text,
    verdict: ticked.has(i) ? 'right' : 'wrong',
    given: null,
  }))
  const credit = ideas.length === 0 ? 0 : ticked.size / ideas.length
  const verdict = credit >= 1 ? 'right' : credit >= mostIdeas ? 'near' : 'wrong'
  return { verdict, credit, parts, matched: null }
}

/** All of it or not: what was right of it is shown, and is no verdict. */
function outcomeOf(parts: readonly JudgedPart[]): Pick<CheckOutcome, 'verdict' | 'credit' | 'parts'> {
  const wrong = parts.filter(({ verdict }) => verdict === 'wrong').length
  const near = parts.some(({ verdict }) => verdict === 'near')
  return {
    parts,
    credit: parts.length === 0 ? 0 : 1 - wrong / parts.length,
    verdict: wrong > 0 || parts.length === 0 ? 'wrong' : near ? 'near' : 'right',
  }
}

/** One item a line, or with commas where it is one line. More pieces than twice the items are no answer but a sweep. */
function piecesOf(text: string, items: number): string[] {
  const lines = cut(text, /[\n;]+/)
  const pieces = lines.length > 1 || items < 2 ? lines : cut(text, /[,;]+|\s(?:and|&)\s/)
  return [...new Set(pieces)].slice(0, 2 * items)
}

const cut = (text: string, at: RegExp): string[] =>
  text
    .split(at)
    .map((piece) => piece.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim())
    .filter((piece) => piece !== '')
