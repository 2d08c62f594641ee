import type { Day } from '../../shared/basics/time.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import { type WeekAnswers, weekAnswers } from '../../shared/insight/week-answers.ts'
import { weekMove } from '../../shared/insight/week-levels.ts'
import type { MovedConcept, SlippingConcept, WeekReport } from '../../shared/insight/week-report.ts'
import { type Week, isWithin, weekBeside } from '../../shared/insight/week.ts'
import { solid } from '../../shared/mastery/held-level.ts'
import { levelHistory } from '../../shared/mastery/level-history.ts'
import { slippingSince } from '../../shared/mastery/slipping-since.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { listConcepts } from '../db/concepts.ts'
import { inChunks } from '../db/in-chunks.ts'
import { listMovableSince, listUnkept } from '../db/standings.ts'
import { listCardsAnswered } from '../db/study-days.ts'
import type { Reader } from '../db/tables.ts'
import { readReadings } from './gather-stats.ts'
import { Schedulers } from './schedulers.ts'
import { readStandings } from './standings.ts'

/** Which week, of whom. Plain data, so that a thread can take it. */
export interface WeekAsked {
  readonly learnerId: LearnerId
  readonly week: Week
  readonly today: Day
}

export interface GatheredWeek extends WeekMoves {
  readonly answers: WeekAnswers
}

type WeekMoves = Pick<WeekReport, 'rises' | 'begun' | 'falls' | 'slipping'>

/** Reads what a week's answers show, and how levels moved in it: whole logs of its cards are folded, so it is for a thread. */
export async function gatherWeek(db: Reader, { learnerId, week, today }: WeekAsked): Promise<GatheredWeek> {
  const cards = await listCardsAnswered(db, learnerId, weekBeside(week, -1).from, week.until)
  const { readings } = await readReadings(db, learnerId, cards)
  return { answers: weekAnswers(readings, week), ...(await gatherMoves(db, { learnerId, week, today })) }
}

async function gatherMoves(db: Reader, { learnerId, week, today }: WeekAsked): Promise<WeekMoves> {
  const terms = new Map(
    (await listConcepts(db, learnerId)).flatMap(({ id, term, active }) => (active ? [[id, term]] : [])),
  )
  const isOver = !isWithin(today, week)
  const moved: MovedConcept[] = []
  const slipping: SlippingConcept[] = []
  const asked = await movableConcepts(db, learnerId, week.from)
  for (const chunk of inChunks(asked, conceptsAtOnce)) {
    for (const [conceptId, standing] of await readStandings(db, learnerId, chunk, new Schedulers())) {
      const term = terms.get(conceptId)
      if (term === undefined) continue
      const move = weekMove(levelHistory(standing, today), week)
      if (move !== null) moved.push({ conceptId, term, ...move })
      const slip = isOver ? null : slippingSince(standing, today)
      if (slip !== null && slip.level >= solid) slipping.push({ conceptId, term, ...slip })
    }
  }
  const byName = (a: { term: string }, b: { term: string }) => (a.term < b.term ? -1 : 1)
  return {
    rises: moved
      .filter(({ from, to }) => to > from && to > started)
      .sort((a, b) => b.to - a.to || byName(a, b)),
    begun: moved
      .filter(({ from, to }) => to > from && to === started)
      .map(({ conceptId, term }) => ({ conceptId, term }))
      .sort(byName),
    falls: moved
      .filter(({ from, to }) => to < from)
      .sort((a, b) => b.from - b.to - (a.from - a.to) || byName(a, b)),
    slipping: slipping.sort((a, b) => b.level - a.level || byName(a, b)),
  }
}

const conceptsAtOnce = 500
const started = 1

/** Of those that wait to be made anew nobody knows yet how they moved. */
async function movableConcepts(db: Reader, learnerId: LearnerId, from: Day): Promise<ConceptId[]> {
  const unkept = await listUnkept(db, learnerId, null, Number.MAX_SAFE_INTEGER)
  return [...(await listMovableSince(db, learnerId, from)), ...unkept]
}
