import { hash64Lanes } from '../basics/hash.ts'
import type { QuizQuestion } from './question.ts'
import type { QuizPaper, QuizStep, QuizTurn, StopReason } from './quiz-paper.ts'
import { findings, mostAsked, mostQuestions, secondLookIds } from './until-sure.ts'

/** A sure miss is asked again after so many others at least, and so many at most. */
const secondLookAfter = { least: 4, most: 7 }
/** Misses in a row after which something easier comes. */
const missesBeforeEase = 2
/** Questions of one concept in a row. */
const longestRun = 2

/**
 * What comes next, or why the quiz is over. Law: it depends on the paper, the answers and the time alone, so a reload or
 * another device goes on with the same question; no question comes twice.
 */
export function nextQuestion(paper: QuizPaper, steps: readonly QuizStep[], elapsedMs: number): QuizTurn {
  const minutes = paper.mode.kind === 'exam' ? paper.mode.minutes : minutesOf(paper)
  if (minutes !== null && elapsedMs >= minutes * 60_000) return stop({ kind: 'minutes_over' })
  const run = runOf(paper, steps)
  if (paper.mode.kind === 'exam') return inOrder(run)
  if (paper.length.kind === 'until_sure' && steps.length >= mostQuestions)
    return stop({ kind: 'limit', asked: steps.length })
  const again = secondLook(run, run.ahead.length === 0)
  if (again !== undefined) return ask(again, 'second_look', run)
  const planned = nextPlanned(run)
  if (planned === undefined)
    return stop(paper.length.kind === 'until_sure' ? { kind: 'sure' } : { kind: 'all_asked' })
  const easier = missedLately(steps) ? easierFor(planned, run) : undefined
  return easier === undefined ? ask(planned, 'planned', run) : ask(easier, 'easier_form', run)
}

/** A paper as far as it was gone through. */
interface Run {
  readonly paper: QuizPaper
  readonly steps: readonly QuizStep[]
  readonly questionOf: (id: string) => QuizQuestion | undefined
  readonly isAsked: (id: string) => boolean
  /** Planned questions that may still come. */
  readonly ahead: readonly QuizQuestion[]
  readonly pendingLooks: readonly { readonly at: number; readonly question: QuizQuestion }[]
}

function runOf(paper: QuizPaper, steps: readonly QuizStep[]): Run {
  const questions = new Map(paper.questions.map((question) => [question.id, question]))
  const asked = new Set(steps.map(({ questionId }) => questionId))
  const replaced = new Set(
    paper.easier.flatMap(({ planned, easier }) => (asked.has(easier) ? [planned] : [])),
  )
  const open = paper.order.flatMap((id) => {
    const question = questions.get(id)
    return question === undefined || asked.has(id) || replaced.has(id) ? [] : [question]
  })
  const ended =
    paper.length.kind === 'until_sure'
      ? new Set(findings(paper, steps).flatMap((found) => (found.ending === null ? [] : [found.conceptId])))
      : new Set<string>()
  return {
    paper,
    steps,
    questionOf: (id) => questions.get(id),
    isAsked: (id) => asked.has(id),
    ahead: open.filter(({ conceptId }) => !ended.has(conceptId)),
    pendingLooks: pendingLooks(paper, steps, questions, asked),
  }
}

function minutesOf({ length }: QuizPaper): number | null {
  return length.kind === 'minutes' ? length.minutes : null
}

function inOrder(run: Run): QuizTurn {
  const [next] = run.ahead
  return next === undefined ? stop({ kind: 'all_asked' }) : ask(next, 'planned', run)
}

/** Sure and wrong: each is asked again, four to seven questions later, as its id decides. */
function pendingLooks(
  paper: QuizPaper,
  steps: readonly QuizStep[],
  questions: ReadonlyMap<string, QuizQuestion>,
  asked: ReadonlySet<string>,
): Run['pendingLooks'] {
  const secondLooks = secondLookIds(paper)
  return steps.flatMap(({ questionId, judged, confidence }, i) => {
    if (confidence !== 'sure' || judged.verdict !== 'wrong' || secondLooks.has(questionId)) return []
    const again = paper.secondLooks.find(({ first }) => first === questionId)?.again
    const question = again === undefined ? undefined : questions.get(again)
    if (question === undefined || asked.has(question.id)) return []
    const { least, most } = secondLookAfter
    return [{ at: i + 1 + least + (hash64Lanes(question.id)[0] % (most - least + 1)), question }]
  })
}

/** One that is due now; at the end of a quiz that is over before, the first that waits, but never right after its miss. */
function secondLook({ pendingLooks: pending, steps, paper }: Run, isEnd: boolean): QuizQuestion | undefined {
  const due = pending.find(({ at }) => at <= steps.length)
  if (due !== undefined || !isEnd) return due?.question
  const last = steps.at(-1)?.questionId
  return pending.find(
    ({ question }) => paper.secondLooks.find(({ again }) => again === question.id)?.first !== last,
  )?.question
}

/** The first that is ahead and does not make three of one concept in a row, if another waits. */
function nextPlanned({ ahead, steps, questionOf }: Run): QuizQuestion | undefined {
  const lately = steps.slice(-longestRun).map(({ questionId }) => questionOf(questionId)?.conceptId)
  const isRun = lately.length === longestRun && new Set(lately).size === 1
  const other = isRun ? ahead.find(({ conceptId }) => conceptId !== lately[0]) : undefined
  return other ?? ahead[0]
}

function missedLately(steps: readonly QuizStep[]): boolean {
  const lately = steps.slice(-missesBeforeEase)
  return lately.length === missesBeforeEase && lately.every(({ judged }) => judged.verdict === 'wrong')
}

function easierFor(planned: QuizQuestion, { paper, isAsked, questionOf }: Run): QuizQuestion | undefined {
  const easier = paper.easier.find((pair) => pair.planned === planned.id)?.easier
  return easier === undefined || isAsked(easier) ? undefined : questionOf(easier)
}

function ask(question: QuizQuestion, reason: 'planned' | 'second_look' | 'easier_form', run: Run): QuizTurn {
  return { kind: 'ask', question, reason, left: leftOf(run) }
}

/** About how many still come: until it is sure, each open concept takes a few more. */
function leftOf({ paper, steps, ahead, pendingLooks: pending }: Run): number {
  if (paper.length.kind !== 'until_sure') return ahead.length + pending.length
  const asked = new Map(findings(paper, steps).map((found) => [found.conceptId, found.asked]))
  const perConcept = new Map<string, number>()
  for (const { conceptId } of ahead) perConcept.set(conceptId, (perConcept.get(conceptId) ?? 0) + 1)
  const open = [...perConcept].reduce(
    (sum, [conceptId, more]) => sum + Math.min(more, Math.max(1, usualAsked - (asked.get(conceptId) ?? 0))),
    0,
  )
  return Math.min(mostQuestions - steps.length, open + pending.length)
}

/** Questions after which most concepts are decided. */
const usualAsked = Math.ceil(mostAsked / 2) + 1

function stop(reason: StopReason): QuizTurn {
  return { kind: 'stop', reason, sentence: stopSentence(reason) }
}

/** Which rule ended a quiz, in words. */
export function stopSentence(reason: StopReason): string {
  switch (reason.kind) {
    case 'all_asked':
      return 'All questions were asked.'
    case 'minutes_over':
      return 'The time was over.'
    case 'sure':
      return 'Each concept is decided, or has no more questions.'
    case 'limit':
      return `A quiz ends after ${reason.asked} questions, decided or not.`
    case 'left':
      return 'You ended it.'
  }
}
