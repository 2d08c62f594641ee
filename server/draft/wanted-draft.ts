import type { StoredDraft } from '../db/drafts.ts'

/** A draft as its owner wants it asked. */
export interface WantedDraft {
  readonly draft: StoredDraft
  readonly question: string
  readonly answer: string
  /** Whether these are other words than those that were proposed. */
  readonly isReworded: boolean
}

/** Why a draft cannot become a card, for programs and for people. */
export interface WhyNot {
  readonly code: string
  readonly sentence: string
}

/** A draft in the words that its owner gives it, or why they are no card. */
export function wantedDraft(
  draft: StoredDraft,
  words: { readonly question?: string; readonly answer?: string },
): WantedDraft | WhyNot {
  const question = (words.question ?? draft.question).replaceAll(/\s+/g, ' ').trim()
  const answer = (words.answer ?? draft.answer).replaceAll(/\r\n?/g, '\n').trim()
  if (question === '' || answer === '')
    return { code: 'empty', sentence: 'Question or answer is empty. Write both, or drop the draft.' }
  if (draft.kind === 'cloze' && (question.match(/_{3,}/g) ?? []).length !== 1)
    return { code: 'no_gap', sentence: 'A cloze needs one gap, written ___.' }
  return {
    draft,
    question: question.replace(/_{3,}/, '___'),
    answer,
    isReworded: question !== draft.question || answer !== draft.answer,
  }
}
