import type { EpochMs } from '../../../shared/basics/time.ts'
import type { Confidence, QuizVerdict } from '../../../shared/quiz/given-answer.ts'
import { type QuizQuestion, questionKinds } from '../../../shared/quiz/question.ts'
import type { QuizCard } from '../../../shared/quiz/quiz-card.ts'
import type { QuizPaper } from '../../../shared/quiz/quiz-paper.ts'
import type {
  PastQuestion,
  QuizLearner,
  QuizRequest,
  QuizStanding,
} from '../../../shared/quiz/quiz-request.ts'

export const now = 1_800_000_000_000 as EpochMs
export const minutesAgo = (minutes: number): EpochMs => (now - minutes * 60_000) as EpochMs
const longAgo = minutesAgo(60 * 24 * 400)

export const aStanding = (more: Partial<QuizStanding> = {}): QuizStanding => ({
  recall: 0.8,
  answers: 3,
  lastAnsweredAt: minutesAgo(60 * 24 * 5),
  createdAt: longAgo,
  ...more,
})

/** Someone who reviewed every card, and remembers them about as well. */
export const aLearner = (
  cards: readonly QuizCard[],
  more: Partial<QuizLearner> = {},
  standingOf: (card: QuizCard, i: number) => QuizStanding = () => aStanding(),
): QuizLearner => ({
  now,
  standings: new Map(cards.map((card, i) => [card.cardId, standingOf(card, i)])),
  history: [],
  options: [],
  reported: [],
  dependants: new Map(),
  confusions: [],
  secondsPer: {},
  ...more,
})

export const aRequest = (more: Partial<QuizRequest> = {}): QuizRequest => ({
  scope: { kind: 'library' },
  focus: 'mixed',
  length: { kind: 'count', count: 10 },
  kinds: questionKinds,
  mode: { kind: 'practice' },
  asksConfidence: true,
  seed: 'seed',
  ...more,
})

export const planned = (paper: QuizPaper): QuizQuestion[] =>
  paper.order.flatMap((id) => paper.questions.find((question) => question.id === id) ?? [])

/** Every card that a question is about. */
export const cardsIn = (question: QuizQuestion): readonly string[] =>
  question.kind === 'match' ? question.pairs.map(({ cardId }) => cardId) : [question.cardId]

export const factsIn = (question: QuizQuestion): readonly string[] =>
  question.kind === 'match' ? question.pairs.map(({ factKey }) => factKey) : [question.factKey]

/** The planned questions as they were answered. */
export const answered = (
  questions: readonly QuizQuestion[],
  at: EpochMs,
  verdict: QuizVerdict = 'right',
  confidence: Confidence | null = 'likely',
): PastQuestion[] =>
  questions.flatMap((question) =>
    (question.kind === 'match' ? question.pairs : [question]).map(({ cardId, factKey }) => ({
      cardId,
      factKey,
      kind: question.kind,
      answeredAt: at,
      verdict,
      confidence,
      given: '',
    })),
  )

/** About 320 made-up cards of 110 concepts, in eleven notes with headings: enough to rotate through. */
export const archive = (
  make: (concept: string, definition: string, note: string) => readonly QuizCard[],
): QuizCard[] =>
  rooms.flatMap((room, r) =>
    things.flatMap((thing, t) =>
      make(
        `${room} ${thing}`,
        `${shapes[t % shapes.length]} of ${stuffs[r % stuffs.length]} for ${deeds[(t * 3 + r) % deeds.length]} ${wares[(t + r * 7) % wares.length]}`,
        `${room.toLowerCase()}.md`,
      ),
    ),
  )

const rooms = 'Harbour Mill Forge Orchard Quarry Dairy Brewery Tannery Foundry Vineyard Pottery'.split(' ')
const things = 'crane hopper anvil ladder chisel churn mash scraper mould press'.split(' ')
const shapes = ['frame', 'vessel', 'block', 'tray', 'blade', 'drum', 'screen', 'hook', 'lid', 'rail']
const stuffs = [
  'oak',
  'iron',
  'clay',
  'brass',
  'slate',
  'elm',
  'copper',
  'leather',
  'steel',
  'willow',
  'stone',
]
const deeds = [
  'lifting',
  'sorting',
  'shaping',
  'reaching',
  'splitting',
  'stirring',
  'heating',
  'cleaning',
  'casting',
  'pressing',
  'drying',
  'rinsing',
  'weighing',
]
const wares = [
  'cargo',
  'grain',
  'horseshoes',
  'apples',
  'boulders',
  'cream',
  'barley',
  'hides',
  'bells',
  'grapes',
  'bowls',
  'ropes',
  'sacks',
  'nails',
  'pears',
  'gravel',
  'butter',
]
