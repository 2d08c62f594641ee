import type { Confidence } from '../../shared/quiz/given-answer.ts'
import type { QuestionKind } from '../../shared/quiz/question.ts'
import type { ResultGroup } from '../../shared/quiz/quiz-paper.ts'
import type { QuizPreset } from '../../shared/quiz/quiz-request.ts'

/** What the kinds of question are called, above a question and where they are chosen. */
export const questionKindNames: Readonly<Record<QuestionKind, string>> = {
  typed: 'Short answer',
  problem: 'Problem and solution',
  multiple_choice: 'Multiple choice',
  own_choice: 'Your own options',
  order: 'Put in order',
  match: 'Match pairs',
  true_false: 'True or false',
  confusable: 'Which one is it?',
}

/** What is asked of the learner, in a line. */
export const questionKindHints: Readonly<Record<QuestionKind, string>> = {
  typed: 'Typed from memory',
  problem: 'What solves this, or what this solves',
  multiple_choice: 'One of three or four is right',
  own_choice: 'Lists with [x] that you wrote below a question',
  order: 'The steps of a numbered list',
  match: 'Four or five names and what they are',
  true_false: 'And if false, what is right instead',
  confusable: 'Two that are easily taken for each other',
}

export const confidenceNames: Readonly<Record<Confidence, string>> = {
  guess: 'Guess',
  likely: 'Likely',
  sure: 'Sure',
}

export const groupNames: Readonly<Record<ResultGroup, string>> = {
  sure_but_wrong: 'Sure, but not right',
  wrong: 'Not right',
  lucky_guess: 'Right by a guess',
  right: 'Right',
}

export const presetNames: Readonly<Record<QuizPreset, string>> = {
  mixed: '10 mixed questions',
  weakest: 'Weakest first',
  sure_but_wrong: 'Sure, but wrong',
  just_imported: 'Just imported',
  all_of_one_concept: 'All of one concept',
}

/** What is left of a time, as a clock shows it: 4:05. */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
