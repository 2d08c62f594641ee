import type { QuizScopeChoice, QuizSetupReply } from '../../shared/api/quizzes.ts'
import { groupBy } from '../../shared/basics/group-by.ts'
import { compareText, normaliseText } from '../../shared/basics/text.ts'
import { planQuiz } from '../../shared/quiz/plan-quiz.ts'
import type { QuizCard } from '../../shared/quiz/quiz-card.ts'
import { presetRequest } from '../../shared/quiz/quiz-presets.ts'
import {
  type QuizLearner,
  type QuizPreset,
  type QuizScope,
  quizPresets,
} from '../../shared/quiz/quiz-request.ts'
import type { PreparedLibrary } from './quiz-libraries.ts'

/** Every plan looks at the same sample: what is read for one is known to the next. */
export const planSeed = 'plan'
/** Concepts with fewer facts decide nothing: they are offered only when they are looked for. */
const fewestFacts = 3
/** A preset only tells whether and about how much it would ask. */
const lookedAtForPresets = 24
const mostWeakest = 12
const mostFound = 20

/** The presets with what they would ask, and the concepts that are recalled least. */
export function offerChoices(
  prepared: PreparedLibrary,
  asker: QuizLearner,
): Pick<QuizSetupReply, 'presets' | 'weakest'> {
  const weakest = conceptChoices(prepared, asker)
    .filter(({ facts }) => facts >= fewestFacts)
    .sort((a, b) => a.recalled / a.facts - b.recalled / b.facts || b.facts - a.facts)
  return {
    presets: quizPresets.map((preset) => toPreset(preset, prepared, asker, weakest[0])),
    weakest: weakest.slice(0, mostWeakest),
  }
}

/** What a quiz can be about, by a part of its name; without one the largest topics, notes and tags. */
export function findChoices(prepared: PreparedLibrary, asker: QuizLearner, q: string): QuizScopeChoice[] {
  const wanted = normaliseText(q)
  const concepts = wanted === '' ? [] : conceptChoices(prepared, asker)
  const found = [...concepts, ...placeChoices(prepared, asker)].filter(({ name }) =>
    normaliseText(name).includes(wanted),
  )
  const startsSo = ({ name }: QuizScopeChoice) => normaliseText(name).startsWith(wanted)
  return found
    .sort(
      (a, b) => Number(startsSo(b)) - Number(startsSo(a)) || b.facts - a.facts || compareText(a.name, b.name),
    )
    .slice(0, mostFound)
}

function toPreset(
  preset: QuizPreset,
  { library }: PreparedLibrary,
  asker: QuizLearner,
  weakest: QuizScopeChoice | undefined,
): QuizSetupReply['presets'][number] {
  const isOfOne = preset === 'all_of_one_concept'
  const conceptId = weakest?.scope.kind === 'concepts' ? weakest.scope.conceptIds[0] : undefined
  if (isOfOne && conceptId === undefined)
    return {
      preset,
      body: null,
      questions: 0,
      minutes: 0,
      unavailable: `No concept has ${fewestFacts} facts that can be asked yet.`,
      about: null,
    }
  const request = presetRequest(preset, {
    seed: planSeed,
    ...(conceptId === undefined ? {} : { conceptId }),
  })
  const { seed: _seed, kinds, ...rest } = request
  const { questions, minutes, shortfall } = planQuiz(library, request, asker, lookedAtForPresets)
  return {
    preset,
    body: { ...rest, kinds: [...kinds] },
    questions,
    minutes,
    unavailable: shortfall === null || shortfall.kind === 'too_few' ? null : shortfall.sentence,
    about: isOfOne ? (weakest?.name ?? null) : null,
  }
}

function conceptChoices({ library }: PreparedLibrary, asker: QuizLearner): QuizScopeChoice[] {
  return [...groupBy(library.cards, ({ conceptId }) => conceptId)].map(([conceptId, cards]) =>
    toChoice({ kind: 'concepts', conceptIds: [conceptId] }, conceptName(cards), cards, asker),
  )
}

/** A fact that is filed by its topic speaks of its own term: the concept is called as the others call it. */
function conceptName(cards: readonly QuizCard[]): string {
  return (cards.find(({ subjectId, conceptId }) => subjectId === conceptId) ?? cards[0])?.concept ?? ''
}

/** Topics, folders, notes and tags, each with the cards in it. */
function placeChoices({ library }: PreparedLibrary, asker: QuizLearner): QuizScopeChoice[] {
  const places = new Map<string, { readonly scope: QuizScope; readonly name: string; cards: QuizCard[] }>()
  const put = (scope: QuizScope, name: string, card: QuizCard) => {
    const key = JSON.stringify(scope)
    const known = places.get(key)
    if (known === undefined) places.set(key, { scope, name, cards: [card] })
    else known.cards.push(card)
  }
  for (const card of library.cards) {
    for (let depth = 1; depth <= card.topic.length; depth++) {
      const path = card.topic.slice(0, depth)
      put({ kind: 'topic', path }, path.join(' › '), card)
    }
    for (const file of card.notes) {
      put({ kind: 'note', path: file }, file, card)
      const folder = file.slice(0, file.lastIndexOf('/') + 1)
      if (folder !== '') put({ kind: 'note', path: folder }, folder, card)
    }
    for (const tag of card.tags) put({ kind: 'tag', tag }, `#${tag}`, card)
  }
  return [...places.values()].map(({ scope, name, cards }) => toChoice(scope, name, cards, asker))
}

function toChoice(
  scope: QuizScope,
  name: string,
  cards: readonly QuizCard[],
  { standings }: QuizLearner,
): QuizScopeChoice {
  const facts = [...groupBy(cards, ({ factKey }) => factKey).values()]
  const recalled = facts.reduce((sum, own) => {
    const recalls = own.map(({ cardId }) => standings.get(cardId)?.recall ?? 0)
    return sum + recalls.reduce((all, one) => all + one, 0) / recalls.length
  }, 0)
  return { scope, name, facts: facts.length, recalled: Math.round(recalled * 10) / 10 }
}
