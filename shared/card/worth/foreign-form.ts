import type { Fact } from '../../fact/fact.ts'
import type { QuestionForm } from './question-form.ts'

/** The form of a question in another language, told by what it asks of its fact. */
export function foreignForm(fact: Fact, kind: string): QuestionForm {
  if (kind === 'cloze') return 'fill the gap'
  if (kind === 'reverse') return 'term for a meaning'
  if (fact.kind === 'expansion') return 'stands for'
  return fact.kind === 'aspect' ? 'in a certain respect' : 'what is it'
}

/** How likely a reader of the language keeps such a card: estimated by hand from few cards, not fitted. */
export const keptAbroad: Readonly<Partial<Record<QuestionForm, number>>> = {
  'fill the gap': 0.65,
  'term for a meaning': 0.75,
  'stands for': 0.9,
  'in a certain respect': 0.75,
  'what is it': 0.8,
}
