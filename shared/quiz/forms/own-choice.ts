import { randomFrom, shuffled } from '../../basics/random.ts'
import { type QuestionForm, chanceIn, questionBase } from './asking.ts'

/** "All of the above" stays where it points from. */
const pointsAbove =
  /\b(?:all|none|both|neither|any) of (?:the|these) (?:above|others|options)?\b|^(?:all|none) of (?:them|these)$/i

/** The options that the notes' author wrote below a question. */
export const ownChoiceForm: QuestionForm<'own_choice'> = {
  kind: 'own_choice',
  isFor: ({ content }) => content.kind === 'choice',
  ask: (card, asking) => {
    const { content } = card
    if (content.kind !== 'choice') return null
    const all = content.options.map((text, i) => ({ text, isRight: content.keys.includes(i) }))
    const last = all.filter(({ text }) => pointsAbove.test(text))
    const moved = all.filter(({ text }) => !pointsAbove.test(text))
    const options = [...shuffled(moved, randomFrom(chanceIn(card, 'own_choice', asking))), ...last]
    const keyIndexes = options.flatMap(({ isRight }, i) => (isRight ? [i] : []))
    return {
      ...questionBase(card, 'own_choice', asking),
      kind: 'own_choice',
      prompt: { kind: 'text', text: content.question },
      // Of several right ones it is not told how many there are.
      guessChance: keyIndexes.length === 1 ? 1 / options.length : 1 / (2 ** options.length - 1),
      evidence: 'recognition',
      keyIndexes,
      options: options.map(({ text, isRight }) => ({
        text,
        origin: null,
        whyWrong: isRight ? null : 'The note does not tick it.',
      })),
    }
  },
}
