import type { CardId } from '../../../shared/card/card.ts'
import type { FactKey } from '../../../shared/fact/fact.ts'
import type { GivenAnswer, Judged, QuizVerdict } from '../../../shared/quiz/given-answer.ts'
import { judgeQuestion } from '../../../shared/quiz/judge-question.ts'
import type { QuestionOf, QuizQuestion } from '../../../shared/quiz/question.ts'
import type { QuizPaper, QuizStep } from '../../../shared/quiz/quiz-paper.ts'

const base = (id: string, concept = 'Barge') => ({
  id,
  cardId: `card ${id}` as CardId,
  factKey: `fact ${id}` as FactKey,
  conceptId: `concept ${concept}`,
  concept,
  prompt: { kind: 'text', text: `What is asked by ${id}?` } as const,
  sources: [],
})

export const aTyped = (id: string, answers: readonly string[] = ['lighter'], concept?: string) =>
  ({
    ...base(id, concept),
    kind: 'typed',
    guessChance: 0,
    evidence: 'recall',
    control: {
      kind: 'typed',
      answer: answers[0] ?? '',
      check: { kind: 'spelling', answers, mode: 'text', examples: [] },
      alsoRight: [],
    },
  }) satisfies QuestionOf<'typed'>

export const aList = (id: string, items: readonly string[]): QuestionOf<'typed'> => ({
  ...aTyped(id),
  control: {
    kind: 'typed',
    answer: items.join('\n'),
    check: { kind: 'items', items: items.map((item) => [item]) },
    alsoRight: [],
  },
})

export const aLongAnswer = (id: string, ideas: readonly string[]): QuestionOf<'typed'> => ({
  ...aTyped(id),
  control: { kind: 'typed', answer: ideas.join(', '), check: { kind: 'ideas', ideas }, alsoRight: [] },
})

export const aChoice = (id: string, keyIndex = 0, concept?: string) =>
  ({
    ...base(id, concept),
    kind: 'multiple_choice',
    guessChance: 1 / 3,
    evidence: 'recognition',
    control: {
      kind: 'options',
      keyIndex,
      answer: `option ${keyIndex}`,
      options: [0, 1, 2].map((i) => ({
        text: `option ${i}`,
        origin: i === keyIndex ? null : (`other ${i}` as CardId),
        whyWrong: i === keyIndex ? null : `“option ${i}” is the answer to: What is number ${i}?`,
      })),
    },
  }) satisfies QuestionOf<'multiple_choice'>

export const anOwnChoice = (id: string, keyIndexes: readonly number[]): QuestionOf<'own_choice'> => ({
  ...base(id),
  kind: 'own_choice',
  guessChance: 1 / 4,
  evidence: 'recognition',
  keyIndexes,
  options: ['sail', 'oar', 'wheel', 'pole'].map((text, i) => ({
    text,
    origin: null,
    whyWrong: keyIndexes.includes(i) ? null : 'The note marks it as wrong.',
  })),
})

/** Four steps, shown in the order 2, 0, 3, 1. */
export const anOrder = (id: string): QuestionOf<'order'> => ({
  ...base(id),
  kind: 'order',
  guessChance: 1 / 24,
  evidence: 'recall',
  steps: ['third', 'first', 'fourth', 'second'],
  rightOrder: [1, 3, 0, 2],
})

export const aMatch = (id: string): QuestionOf<'match'> => ({
  ...base(id),
  kind: 'match',
  guessChance: 1 / 4,
  evidence: 'recognition',
  rights: ['for coal', 'for people', 'for mud', 'for logs'],
  pairs: [
    ['lighter', 0],
    ['ferry', 1],
    ['hopper', 2],
    ['raft', 3],
  ].map(([left, rightIndex]) => ({
    cardId: `card ${left}` as CardId,
    factKey: `fact ${left}` as FactKey,
    conceptId: 'concept Barge',
    left: String(left),
    rightIndex: Number(rightIndex),
    sources: [],
  })),
})

export const aStatement = (id: string, truth: boolean): QuestionOf<'true_false'> => ({
  ...base(id),
  kind: 'true_false',
  guessChance: truth ? 0.5 : 0,
  evidence: truth ? 'recognition' : 'recall',
  truth,
  said: truth ? 'lock' : 'weir',
  answer: 'lock',
  correction: truth ? null : { kind: 'spelling', answers: ['lock'], mode: 'text', examples: [] },
  whyWrong: truth ? null : '“weir” is the answer to: What holds a river back?',
})

/** One question of every kind, each with a right and a wrong answer. */
export const everyKind: readonly {
  readonly question: QuizQuestion
  readonly right: GivenAnswer
  readonly wrong: GivenAnswer
}[] = [
  {
    question: aTyped('short'),
    right: { kind: 'text', text: 'Lighter' },
    wrong: { kind: 'text', text: 'ferry' },
  },
  {
    question: aList('list', ['bow', 'stern', 'hold']),
    right: { kind: 'text', text: 'hold\nbow\nstern' },
    wrong: { kind: 'text', text: 'hold\nbow' },
  },
  {
    question: aLongAnswer('long', ['a flat boat', 'towed by another']),
    right: { kind: 'text', text: 'flat and towed', ticked: [0, 1] },
    wrong: { kind: 'text', text: 'something', ticked: [] },
  },
  {
    question: { ...aTyped('problem'), kind: 'problem', asks: 'solution' },
    right: { kind: 'text', text: 'the lighter' },
    wrong: { kind: 'text', text: '' },
  },
  {
    question: aChoice('choice', 1),
    right: { kind: 'option', index: 1 },
    wrong: { kind: 'option', index: 2 },
  },
  {
    question: anOwnChoice('own', [0, 2]),
    right: { kind: 'options', indexes: [2, 0] },
    wrong: { kind: 'options', indexes: [0] },
  },
  {
    question: anOrder('order'),
    right: { kind: 'order', order: [1, 3, 0, 2] },
    wrong: { kind: 'order', order: [3, 1, 0, 2] },
  },
  {
    question: aMatch('match'),
    right: { kind: 'pairs', rights: [0, 1, 2, 3] },
    wrong: { kind: 'pairs', rights: [0, 1, 3, null] },
  },
  {
    question: aStatement('true', true),
    right: { kind: 'truth', says: true },
    wrong: { kind: 'truth', says: false, correction: 'weir' },
  },
  {
    question: aStatement('false', false),
    right: { kind: 'truth', says: false, correction: 'a lock' },
    wrong: { kind: 'truth', says: true },
  },
  {
    question: { ...aChoice('pair'), kind: 'confusable', apart: [{ name: 'MVC', said: 'with a controller' }] },
    right: { kind: 'option', index: 0 },
    wrong: { kind: 'option', index: 1 },
  },
]

/** What an answer to a choice or a typed question amounts to. */
export function judgedAs(question: QuizQuestion, verdict: QuizVerdict): Judged {
  const { evidence, guessChance, cardId, factKey } = question
  const cards = [{ cardId, factKey, verdict }]
  return {
    verdict,
    credit: verdict === 'wrong' ? 0 : 1,
    parts: [],
    evidence,
    guessChance,
    cards,
    matched: null,
    canAppeal: false,
  }
}

export const aStep = (
  question: QuizQuestion,
  verdict: QuizVerdict,
  confidence: QuizStep['confidence'] = 'likely',
): QuizStep => ({
  questionId: question.id,
  judged: judgedAs(question, verdict),
  confidence,
  unknown: false,
  durationMs: 4000,
})

export const aPaper = (questions: readonly QuizQuestion[], more: Partial<QuizPaper> = {}): QuizPaper => ({
  length: { kind: 'count', count: questions.length },
  mode: { kind: 'practice' },
  asksConfidence: true,
  questions,
  order: questions.map(({ id }) => id),
  concepts: [],
  secondLooks: [],
  easier: [],
  replaced: [],
  ...more,
})

/** The right answer to a question, where it is not a matter of ticking. */
export function rightAnswer(question: QuizQuestion): GivenAnswer {
  switch (question.kind) {
    case 'own_choice':
      return { kind: 'options', indexes: question.keyIndexes }
    case 'order':
      return { kind: 'order', order: question.rightOrder }
    case 'match':
      return { kind: 'pairs', rights: question.pairs.map(({ rightIndex }) => rightIndex) }
    case 'true_false': {
      const { correction } = question
      if (correction === null) return { kind: 'truth', says: question.truth }
      return correction.kind === 'ideas'
        ? { kind: 'truth', says: false, correction: '…', ticked: correction.ideas.map((_, i) => i) }
        : { kind: 'truth', says: false, correction: textFor(correction) }
    }
    case 'typed':
    case 'problem':
    case 'multiple_choice':
    case 'confusable': {
      const { control } = question
      if (control.kind === 'options') return { kind: 'option', index: control.keyIndex }
      const { check } = control
      return check.kind === 'ideas'
        ? { kind: 'text', text: '…', ticked: check.ideas.map((_, i) => i) }
        : { kind: 'text', text: textFor(check) }
    }
  }
}

function textFor(
  check:
    | { kind: 'spelling'; answers: readonly string[] }
    | { kind: 'items'; items: readonly (readonly string[])[] },
): string {
  return check.kind === 'spelling'
    ? (check.answers[0] ?? '')
    : check.items.map(([shown = '']) => shown).join('\n')
}

export const verdictOf = (question: QuizQuestion, given: GivenAnswer) =>
  judgeQuestion(question, given, new Set()).verdict
