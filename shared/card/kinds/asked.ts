import type { KindRules } from './kind-rules.ts'

/** What kinds of one question and one answer text have in common. */
interface Asked {
  readonly question: string
  readonly answer: string
}

/** The rules of a kind that is a question with one answer text, but for what makes it its own kind. */
export function askedRules<Content extends Asked>(
  make: (question: string, answer: string) => Content,
): Pick<KindRules<Content>, 'front' | 'back' | 'read' | 'sides' | 'statesInFront' | 'quiz'> {
  return {
    front: ({ question }) => question,
    back: ({ answer }) => answer,
    read: make,
    sides: ({ question, answer }) => ({
      prompt: { kind: 'text', text: question },
      answer: { kind: 'text', text: answer },
    }),
    statesInFront: false,
    quiz: {
      answers: ({ answer }) => [answer],
      answerIs: 'by_question',
      isTurned: false,
      offersOptions: true,
      fill: () => null,
      answerTo: 'is the answer to',
    },
  }
}
