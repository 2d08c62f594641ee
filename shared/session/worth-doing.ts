/** What a suggestion is decided on, of one concept. */
export interface WorthConcept {
  readonly id: string
  readonly term: string
  readonly conflicts: number
  readonly due: number
  readonly cards: number
  readonly facts: number
  readonly covered: number
  readonly answered: number
  /** Expected number of facts recalled now. */
  readonly recallNow: number
  /** 0 unseen … 5 lasting. */
  readonly level: number
  readonly levelName: string
  /** Whether its level is on its way to be lost. */
  readonly slipping: boolean
  /** What it builds on, as the learner said, where all of that is held; empty elsewhere. */
  readonly heldPrerequisites: readonly string[]
}

/** All that is looked at. */
export interface WorthInput {
  readonly concepts: readonly WorthConcept[]
  readonly leeches: number
  /** The missed days from which a card is a leech. */
  readonly leechDays: number
  /** Cards that were wrong when a quiz asked them last, in the past week: those where the learner was sure, and the rest. */
  readonly misses: { readonly sure: number; readonly other: number }
  /** Days since the last quiz; null before the first. */
  readonly quizDaysAgo: number | null
  /** Cards that wait for a word of the learner. */
  readonly inbox: number
  readonly secondsPerCard: number
  /** The minutes of the quiz that a suggestion leads to, where it can ask about so many facts. */
  readonly quizMinutes: (preset: 'mixed' | 'weakest' | 'sure_but_wrong', facts: number) => number
  /** Keys of suggestions that the learner put off. */
  readonly hidden: ReadonlySet<string>
}

export const suggestionKinds = [
  'conflict',
  'sure_but_wrong',
  'slipping',
  'weak',
  'leeches',
  'misses',
  'quiz',
  'quiet_conflict',
  'uncovered',
  'ready',
  'inbox',
] as const
/** In the order of their urgency: what is wrong, what is being lost, what was missed, finding out; housekeeping comes last. */
export type SuggestionKind = (typeof suggestionKinds)[number]

/** Something worth doing besides the day's cards. */
export interface Suggestion {
  /** Names it from day to day, so that it can be put off. */
  readonly key: string
  readonly kind: SuggestionKind
  /** The concept it is about; null for none. */
  readonly conceptId: string | null
  readonly name: string
  readonly reason: string
  /** The rule that named it, with its numbers. */
  readonly rule: string
  readonly minutes: number
}

const most = 3
/** For so many days a suggestion that was put off stays away. */
export const putOffDays = 7
const weakShare = 0.6
const fewestFacts = 3
const familiar = 2
const solid = 3
const fullInbox = 5
const quizEveryDays = 7
/** A quiz finds nothing out before so many facts were learned. */
const enoughForQuiz = 20

/**
 * At most three things worth doing, in the order of their kinds: one of each kind first, so that many weak concepts hide
 * no leech; then more of the same. The day's queue does not depend on it.
 */
export function worthDoing(input: WorthInput): Suggestion[] {
  const wanted = suggestionsOf(input).filter(({ key }) => !input.hidden.has(key))
  const firsts = wanted.filter(({ kind }, i) => wanted.findIndex((other) => other.kind === kind) === i)
  const rest = wanted.filter((suggestion) => !firsts.includes(suggestion))
  const chosen = [...firsts, ...rest].slice(0, most)
  return wanted.filter((suggestion) => chosen.includes(suggestion))
}

function suggestionsOf(input: WorthInput): Suggestion[] {
  const { concepts, hidden } = input
  // Of tens of thousands only the first can be shown: those that were put off, and a few more.
  const first = (fits: (concept: WorthConcept) => boolean, order: Order) =>
    concepts
      .filter(fits)
      .sort(order)
      .slice(0, most + hidden.size)
  return [
    ...first(
      ({ conflicts, due }) => conflicts > 0 && due > 0,
      (a, b) => b.due - a.due,
    ).map(torn('conflict')),
    ...sureButWrong(input),
    ...first(isSlipping, byRecall).map(slipping(input)),
    ...first((one) => isWeak(one) && !isSlipping(one), byRecall).map(weak(input)),
    ...leeches(input),
    ...misses(input),
    ...quiz(input),
    ...first(({ conflicts, due }) => conflicts > 0 && due === 0, byRecall).map(torn('quiet_conflict')),
    ...first(isUncovered, (a, b) => missingOf(b) - missingOf(a)).map(uncovered),
    ...first(isReady, (a, b) => b.covered - a.covered).map(ready(input)),
    ...inbox(input),
  ]
}

type Order = (a: WorthConcept, b: WorthConcept) => number

function torn(kind: 'conflict' | 'quiet_conflict') {
  return ({ id, term, conflicts, due }: WorthConcept): Suggestion => ({
    key: `conflict:${id}`,
    kind,
    conceptId: id,
    name: `${term}: your notes disagree`,
    reason: 'Two notes say different things; its cards wait until you say which is right.',
    rule: `Notes that contradict each other come first where cards are due. Here: ${counted(conflicts, 'contradiction')}, ${counted(due, 'card')} due.`,
    minutes: 1,
  })
}

function sureButWrong({ misses: { sure }, quizMinutes }: WorthInput): Suggestion[] {
  if (sure === 0) return []
  return [
    {
      key: 'sure_but_wrong',
      kind: 'sure_but_wrong',
      conceptId: null,
      name: 'Sure, and wrong',
      reason: `${counted(sure, 'answer')} in a quiz this week ${sure === 1 ? 'was' : 'were'} wrong though you were sure. Such mistakes are the ones best mended.`,
      rule: `Cards that a quiz of the last 7 days asked, where your last answer was wrong at “sure”. Here: ${sure}.`,
      minutes: quizMinutes('sure_but_wrong', sure),
    },
  ]
}

function slipping({ secondsPerCard }: WorthInput) {
  return (concept: WorthConcept): Suggestion => ({
    key: `slipping:${concept.id}`,
    kind: 'slipping',
    conceptId: concept.id,
    name: `${concept.term} is slipping`,
    reason: `${recallReason(concept)} It stands on ${concept.levelName}, and will not for long.`,
    rule: `A concept at Solid or above whose predicted recall lies under what its level asks for. ${numbersOf(concept)}`,
    minutes: minutesOf(concept.cards, secondsPerCard),
  })
}

function weak({ secondsPerCard }: WorthInput) {
  return (concept: WorthConcept): Suggestion => ({
    key: `weak:${concept.id}`,
    kind: 'weak',
    conceptId: concept.id,
    name: concept.term,
    reason: recallReason(concept),
    rule: `A concept of which you learned ${fewestFacts} facts or more, and would recall fewer than 6 in 10. ${numbersOf(concept)}`,
    minutes: minutesOf(concept.cards, secondsPerCard),
  })
}

function leeches({ leeches: count, leechDays, secondsPerCard }: WorthInput): Suggestion[] {
  if (count === 0) return []
  return [
    {
      key: 'leeches',
      kind: 'leeches',
      conceptId: null,
      name: count === 1 ? 'A card you keep forgetting' : `${count} cards you keep forgetting`,
      reason:
        'Most likely they ask badly, not you: study them apart, and rewrite or split what does not stick.',
      rule: `Cards whose first try failed on ${counted(leechDays, 'study day')} or more, and that you have not recalled over three weeks since. Here: ${count}.`,
      minutes: minutesOf(count, secondsPerCard),
    },
  ]
}

function misses({ misses: { other }, concepts, quizMinutes }: WorthInput): Suggestion[] {
  if (other === 0) return []
  return [
    {
      key: 'misses',
      kind: 'misses',
      conceptId: null,
      name: 'What a quiz showed you do not know',
      reason: `${counted(other, 'card')} ${other === 1 ? 'was' : 'were'} wrong in a quiz this week, and not right since.`,
      rule: `Cards that a quiz of the last 7 days asked, where your last answer was wrong. Here: ${other}.`,
      minutes: quizMinutes('weakest', learnedOf(concepts)),
    },
  ]
}

function quiz({ quizDaysAgo, concepts, quizMinutes }: WorthInput): Suggestion[] {
  const learned = learnedOf(concepts)
  if (learned < enoughForQuiz || (quizDaysAgo !== null && quizDaysAgo < quizEveryDays)) return []
  const since =
    quizDaysAgo === null
      ? 'You have not quizzed yourself yet'
      : `Your last quiz was ${counted(quizDaysAgo, 'day')} ago`
  return [
    {
      key: 'quiz',
      kind: 'quiz',
      conceptId: null,
      name: 'A quiz of ten questions',
      reason: `${since}. A quiz asks in other forms than a card, and finds out what only looks known.`,
      rule: `No quiz in ${quizEveryDays} days, and ${enoughForQuiz} facts learned or more. Here: ${counted(learned, 'fact')}.`,
      minutes: quizMinutes('mixed', learned),
    },
  ]
}

function uncovered(concept: WorthConcept): Suggestion {
  const missing = missingOf(concept)
  return {
    key: `uncovered:${concept.id}`,
    kind: 'uncovered',
    conceptId: concept.id,
    name: concept.term,
    reason: `${counted(missing, 'fact')} ${missing === 1 ? 'has' : 'have'} no card yet.`,
    rule: `A concept at Familiar or above with facts that no card asks about. Here: ${concept.covered} of ${counted(concept.facts, 'fact')} asked, at ${concept.levelName}.`,
    minutes: 2,
  }
}

function ready({ secondsPerCard }: WorthInput) {
  return ({ id, term, cards, covered, heldPrerequisites }: WorthConcept): Suggestion => {
    const named = heldPrerequisites.slice(0, mostNamed)
    const names = named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
    const more = heldPrerequisites.length - named.length
    return {
      key: `ready:${id}`,
      kind: 'ready',
      conceptId: id,
      name: `${term}, new`,
      reason: `You hold what it builds on: ${names}${more === 0 ? '' : ` and ${more} more`}.`,
      rule: `A concept that you have not begun, of which all that you said it builds on stands on Solid or above. Here: ${counted(heldPrerequisites.length, 'concept')} held, ${counted(covered, 'fact')} to learn.`,
      minutes: minutesOf(cards, secondsPerCard),
    }
  }
}
const mostNamed = 3

function inbox({ inbox: waiting }: WorthInput): Suggestion[] {
  if (waiting <= fullInbox) return []
  return [
    {
      key: 'inbox',
      kind: 'inbox',
      conceptId: null,
      name: 'Inbox',
      reason: `${counted(waiting, 'card')} wait for your decision.`,
      rule: `More than ${fullInbox} cards wait. Here: ${waiting}.`,
      minutes: Math.max(1, Math.round(waiting / 6)),
    },
  ]
}

function isSlipping({ slipping: slips, level }: WorthConcept): boolean {
  return slips && level >= solid
}

function isWeak(concept: WorthConcept): boolean {
  return concept.answered >= fewestFacts && shareOf(concept) < weakShare
}

function isUncovered({ level, covered, facts }: WorthConcept): boolean {
  return level >= familiar && covered < facts
}

function isReady({ level, covered, heldPrerequisites }: WorthConcept): boolean {
  return level === 0 && covered > 0 && heldPrerequisites.length > 0
}

function learnedOf(concepts: readonly WorthConcept[]): number {
  return concepts.reduce((sum, { answered }) => sum + answered, 0)
}

function missingOf({ facts, covered }: WorthConcept): number {
  return facts - covered
}

function byRecall(a: WorthConcept, b: WorthConcept): number {
  return shareOf(a) - shareOf(b) || b.answered - a.answered
}

function shareOf({ recallNow, answered }: WorthConcept): number {
  return recallNow / Math.max(1, answered)
}

function recallReason({ recallNow, answered }: WorthConcept): string {
  return `You would recall about ${Math.round(recallNow)} of the ${counted(answered, 'fact')} you learned.`
}

function numbersOf({ recallNow, answered }: WorthConcept): string {
  return `Here: ${Math.round(recallNow * 10) / 10} of ${answered}, by prediction.`
}

function minutesOf(cards: number, secondsPerCard: number): number {
  return Math.max(1, Math.round((cards * secondsPerCard) / 60))
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
