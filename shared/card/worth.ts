import type { NoteGenre } from '../note/note-genre.ts'
import { type CardLook, type Feature, featuresOf, formAndLayout } from './worth/card-features.ts'
import type { QuestionForm } from './worth/question-form.ts'
import type { SourceLayout } from './worth/source-layout.ts'
import { doubtOf, seldom } from './worth/doubts.ts'
import { keptAbroad } from './worth/foreign-form.ts'
import { intercept, weights } from './worth/weights.ts'

/** By what a learner's own decisions are counted: how a card asks, what its lines look like, what kind of note it is from. */
export interface CardTraits {
  readonly form: QuestionForm
  readonly layout: SourceLayout
  readonly genre: NoteGenre
}

/** What is thought of a card before its owner has seen it. */
export interface Worth {
  /** The chance that its owner keeps it as it stands, between 0 and 1. */
  readonly chance: number
  readonly traits: CardTraits
  /** What speaks most against it, in words that go on a sentence: "advice without a reason". */
  readonly doubt: string
}

/** What an author wrote as a card is worth asking: they said so. */
export function writtenWorth(look: CardLook): Worth {
  return { chance: 1, traits: traitsOf(look), doubt: '' }
}

/** A card in another language is judged by its form alone: the features of the model are read from English words. */
export function foreignWorth(look: CardLook, form: QuestionForm): Worth {
  return { chance: keptAbroad[form] ?? 0.5, traits: { ...traitsOf(shortened(look)), form }, doubt: seldom }
}

/**
 * How likely the owner of a card keeps it: a logistic model over features that can be named, fitted on cards that readers
 * judged (`npm run bench -- worth`). The text of the card decides and where it stands, not the rule that made it.
 */
export function worthOf(look: CardLook): Worth {
  const short = shortened(look)
  const traits = traitsOf(short)
  const features = featuresOf(short, traits)
  return { chance: chanceOf(features), traits, doubt: doubtOf(features) }
}

/** The chance that a card with these features is kept. A feature that no judged card had counts for nothing. */
function chanceOf(features: readonly Feature[]): number {
  let sum = intercept
  for (const [name, size] of features) sum += (weights[name] ?? 0) * size
  return chanceOfOdds(sum)
}

/** A chance from the logarithm of its odds. */
export const chanceOfOdds = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

/** The logarithm of the odds of a chance. */
export const logOddsOf = (chance: number): number => Math.log(chance / (1 - chance))

const traitsOf = (look: CardLook): CardTraits => ({ ...formAndLayout(look), genre: look.genre })

/** No card is judged by more of its text: patterns on endless lines would take endless time. */
const longest = 600

function shortened(look: CardLook): CardLook {
  const cut = (text: string): string => text.slice(0, longest)
  const { front, back, concept, heading, source } = look
  const isShort = [front, back, concept, ...heading, ...source].every((text) => text.length <= longest)
  return isShort && source.length <= 20
    ? look
    : {
        ...look,
        front: cut(front),
        back: cut(back),
        concept: cut(concept),
        heading: heading.map(cut),
        source: source.slice(0, 20).map(cut),
      }
}
