import type { QuizBody, QuizScopeChoice } from '../../shared/api/quizzes.ts'
import { type QuestionKind, questionKinds } from '../../shared/quiz/question.ts'
import type { QuizEffectSetting } from '../../shared/quiz/quiz-effects.ts'
import type { QuizLength, QuizPreset, QuizScope } from '../../shared/quiz/quiz-request.ts'
import { paths } from '../router.ts'
import { readLocal, writeLocal } from './device.ts'

/** Something a quiz is about, by the name it was chosen by; '' where an address named only its id. */
export type ChosenScope = Pick<QuizScopeChoice, 'scope' | 'name'>

/** What the learner chose for a quiz of their own; kept on this device. */
export interface SetupChoice {
  /** Concepts, or one topic, note, folder or tag; all notes where it is empty. */
  readonly about: readonly ChosenScope[]
  readonly length: QuizLength
  readonly kinds: readonly QuestionKind[]
  readonly asksConfidence: boolean
  readonly isExam: boolean
  /** Minutes of an exam; null without a limit. */
  readonly examMinutes: number | null
  readonly effect: QuizEffectSetting
}

export const usualChoice: SetupChoice = {
  about: [],
  length: { kind: 'count', count: 10 },
  kinds: questionKinds,
  asksConfidence: true,
  isExam: false,
  examMinutes: null,
  effect: 'balanced',
}

const key = 'recollect.quiz-setup'

/** What was chosen last; the address may say what the quiz is about. */
export function chosenSetup(query: Readonly<Record<string, string>>): SetupChoice {
  const kept = readKept()
  const asked = scopeOfAddress(query)
  return asked === null ? kept : { ...kept, about: [asked] }
}

export function keepSetup(choice: SetupChoice): void {
  writeLocal(key, JSON.stringify(choice))
}

/** Where a quiz about two concepts that were mixed up is set up. */
export function pairQuizAddress(one: Named, other: Named): string {
  const query = { concept: one.id, with: other.id, name: `${one.term} and ${other.term}` }
  return `${paths.quiz()}?${new URLSearchParams(query).toString()}`
}

/** Where a preset begins at once. */
export const presetAddress = (preset: QuizPreset): string => `${paths.quiz()}?preset=${preset}`

interface Named {
  readonly id: string
  readonly term: string
}

/** What to ask the server for. */
export function bodyOf(choice: SetupChoice): QuizBody {
  const { about, length, kinds, asksConfidence, isExam, examMinutes, effect } = choice
  const names = about.some(({ name }) => name === '') ? '' : about.map(({ name }) => name).join(', ')
  return {
    scope: scopeOf(about),
    focus: 'mixed',
    // An exam has a fixed number of questions: it cannot go on until something is decided.
    length: isExam && length.kind !== 'count' ? { kind: 'count', count: 20 } : length,
    kinds: [...kinds],
    mode: isExam ? { kind: 'exam', minutes: examMinutes } : { kind: 'practice' },
    asksConfidence,
    effect,
    ...(names === '' ? {} : { name: names.length > 120 ? `${names.slice(0, 117)}…` : names }),
  }
}

/** The choice in a line: "10 questions over all notes". */
export function setupWords({ about, length, isExam, kinds }: SetupChoice): string {
  const much =
    length.kind === 'count'
      ? `${length.count} questions`
      : length.kind === 'minutes'
        ? `${length.minutes} minutes`
        : 'Until it is decided what you know'
  const over =
    about.length === 0
      ? 'over all notes'
      : `about ${about.map(({ name }) => name || 'one concept').join(', ')}`
  const fewer =
    kinds.length === questionKinds.length ? '' : `, ${kinds.length} of ${questionKinds.length} kinds`
  return `${isExam ? 'An exam: ' : ''}${much} ${over}${fewer}.`
}

/** One more thing to ask about: concepts go together, anything else stands alone. */
export function withScope(about: readonly ChosenScope[], added: ChosenScope): readonly ChosenScope[] {
  if (added.scope.kind !== 'concepts') return [added]
  const concepts = about.filter(({ scope }) => scope.kind === 'concepts')
  const id = added.scope.conceptIds[0]
  const isThere = concepts.some(({ scope }) => scope.kind === 'concepts' && scope.conceptIds[0] === id)
  return isThere ? concepts : [...concepts, added]
}

function scopeOf(about: readonly ChosenScope[]): QuizScope {
  const [first] = about
  if (first === undefined) return { kind: 'library' }
  if (first.scope.kind !== 'concepts') return first.scope
  return {
    kind: 'concepts',
    conceptIds: about.flatMap(({ scope }) => (scope.kind === 'concepts' ? scope.conceptIds : [])),
  }
}

function scopeOfAddress(query: Readonly<Record<string, string>>): ChosenScope | null {
  const { concept, with: other, note, tag, topic, name } = query
  if (concept !== undefined && concept !== '') {
    const both = other === undefined || other === '' ? [concept] : [concept, other]
    return { scope: { kind: 'concepts', conceptIds: both }, name: name ?? '' }
  }
  if (note !== undefined && note !== '') return { scope: { kind: 'note', path: note }, name: name ?? note }
  if (tag !== undefined && tag !== '') return { scope: { kind: 'tag', tag }, name: name ?? `#${tag}` }
  if (topic !== undefined && topic !== '') {
    const path = topic.split(' › ')
    return { scope: { kind: 'topic', path }, name: name ?? topic }
  }
  return null
}

function readKept(): SetupChoice {
  try {
    const kept = JSON.parse(readLocal(key) ?? '{}') as Partial<SetupChoice>
    const kinds = questionKinds.filter((kind) => kept.kinds?.includes(kind) !== false)
    return { ...usualChoice, ...kept, kinds: kinds.length === 0 ? questionKinds : kinds }
  } catch {
    return usualChoice
  }
}
