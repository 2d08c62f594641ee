/**
 * How the log names the form in which something was asked: the kind, and behind a colon among how many answers one could
 * guess. "typed" had none; "multiple_choice:3" had three, "order:24" the ways to arrange four steps.
 */
export function nameForm(kind: string, guessChance: number): string {
  return guessChance <= 0 ? kind : `${kind}:${Math.round(1 / guessChance)}`
}

/** What a form says by itself: its kind, and the chance to be right without knowing. */
export function readForm(kindShown: string): { readonly kind: string; readonly guessChance: number } {
  const [, kind, choices] = /^(.+):(\d+)$/.exec(kindShown) ?? []
  if (kind === undefined || Number(choices) < 1) return { kind: kindShown, guessChance: 0 }
  return { kind, guessChance: 1 / Number(choices) }
}

/** Up to this chance a right answer is taken for recall: four steps in order, but not three. */
const mostGuessed = 1 / 20

/** Whether a right answer in this form shows that it was brought forth, not only recognised. */
export const showsRecall = (guessChance: number): boolean => guessChance <= mostGuessed

/** How the log names what was typed in a review. A miss keeps its name, whatever the learner made of it. */
export type TypedForm = 'typed' | 'typed_miss'

export const typedForm = (isMiss: boolean): TypedForm => (isMiss ? 'typed_miss' : 'typed')
