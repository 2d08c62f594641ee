import { openDatabase } from '../../../server/db/open-database.ts'
import type { Database } from '../../../server/db/open-database.ts'
import { openConcept } from '../../../server/study/open-concept.ts'
import { openConcepts, openMastery, openTopics } from '../../../server/study/open-concepts.ts'
import { openConceptEdges } from '../../../server/study/open-edges.ts'
import { recordReviews } from '../../../server/study/record-reviews.ts'
import { type ConceptDesk, MasteryMemory } from '../../../server/study/held-concepts.ts'
import { Schedulers } from '../../../server/study/schedulers.ts'
import { StandingFiller } from '../../../server/study/standings.ts'
import type { EpochMs } from '../../../shared/basics/time.ts'
import type { ConceptId } from '../../../shared/concept/concept.ts'
import { type MasteryFigures, abilities, addFigures, liveAndLearn } from '../../support/simulated-learners.ts'
import { asLearner } from '../bench-learner.ts'
import { benchLearner, benchNow, collection } from '../collection.ts'
import {
  type BenchOptions,
  type Finding,
  type WorkloadReport,
  figure,
  quantile,
  rounds,
  timed,
} from '../measure.ts'
import { answeredCards, planAnswers } from '../planned-answers.ts'
import { showNumber } from '../report.ts'
import { copyCollection } from '../work-folder.ts'

const atMost = (value: number) => ({ of: 'figure', is: 'at most', value }) as const
const atLeast = (value: number) => ({ of: 'figure', is: 'at least', value }) as const

/** What a look at 2 000 concepts of 50 000 cards takes, what one answer adds to it, and what levels are worth in simulated lives. */
export async function measureMastery({ quick }: BenchOptions): Promise<WorkloadReport> {
  const pages = await measurePages(quick)
  const long = await measureLongList(quick)
  const lives = measureLives(quick)
  return {
    findings: [...pages.findings, ...long, ...lives.findings],
    notes: [...pages.notes, ...lives.notes],
  }
}

async function measurePages(quick: boolean): Promise<WorkloadReport> {
  const size = { cards: 50_000, cardsPerConcept: 25, reviews: quick ? 100_000 : 500_000 }
  const folder = copyCollection(await collection(size), 'mastery')
  const db = await openDatabase(folder, benchNow)
  try {
    const { learner, desk } = deskOf(db, folder)
    const first = (await openConcepts(learner, desk, {})).concepts[0]
    if (first === undefined) throw new Error('Inconsistent: the collection has no concept')
    const id = first.id as ConceptId
    const timeOf = async (open: () => Promise<unknown>) => {
      const times: number[] = []
      for (let round = 0; round <= rounds; round++) times.push(await timed(open))
      return times.slice(1)
    }
    const updates = await timeUpdates(db, quick ? 300 : 2000)
    return {
      findings: [
        figure('page of concepts', 'ms', await timeOf(() => openConcepts(learner, desk, {})), atMost(100)),
        figure('topics', 'ms', await timeOf(() => openTopics(learner, desk, {})), atMost(100)),
        figure('what Today says of all', 'ms', await timeOf(() => openMastery(learner, desk)), atMost(100)),
        figure('one concept', 'ms', await timeOf(() => openConcept(learner, desk, id)), atMost(100)),
        figure('what stands beside it', 'ms', await timeOf(() => openConceptEdges(learner, desk, id)), null),
        figure('one answer with its concept, p50', 'ms', [quantile(updates.with, 0.5)], atMost(5)),
        figure('the same, p99', 'ms', [quantile(updates.with, 0.99)], atMost(5)),
      ],
      notes: [
        `2 000 concepts, 50 000 cards, ${showNumber(size.reviews)} reviews; an answer without the disk, in a commit with others`,
      ],
    }
  } finally {
    await db.close()
  }
}

/** The milliseconds that single answers take inside one commit, the concept's standing among what they write. */
async function timeUpdates(db: Database, count: number): Promise<{ readonly with: number[] }> {
  const receivedAt = (benchNow + 60_000) as EpochMs
  const answers = planAnswers(Math.min(count, answeredCards))
  const times = await db.answers.inOneCommit(async (commit) => {
    const each: number[] = []
    for (const answer of answers)
      each.push(
        await timed(() => recordReviews(commit, { learnerId: benchLearner, events: [answer], receivedAt })),
      )
    return each
  })
  return { with: times.slice(20) }
}

async function measureLongList(quick: boolean): Promise<Finding[]> {
  const cards = quick ? 3000 : 30_000
  const folder = copyCollection(await collection({ cards, cardsPerConcept: 1 }), 'mastery-long')
  const db = await openDatabase(folder, benchNow)
  try {
    const { learner, desk } = deskOf(db, folder)
    const sizes: number[] = []
    const times: number[] = []
    for (let round = 0; round <= rounds; round++) {
      times.push(
        await timed(async () => {
          const reply = await openConcepts(learner, desk, { limit: 50 })
          sizes.push(Buffer.byteLength(JSON.stringify(reply)))
        }),
      )
    }
    const name = `of ${showNumber(cards)} concepts`
    return [
      figure(`a page ${name}`, 'B', sizes.slice(1), atMost(200_000)),
      figure(`its time`, 'ms', times.slice(1), null),
    ]
  } finally {
    await db.close()
  }
}

function deskOf(db: Database, folder: string) {
  const schedulers = new Schedulers()
  const filler = new StandingFiller(db, schedulers, (error) => {
    throw error
  })
  const desk: ConceptDesk = { schedulers, filler, memory: new MasteryMemory() }
  return { learner: asLearner(db, folder, folder), desk }
}

/** Seeded learners of three abilities, 90 days each, under both schedulers. */
function measureLives(quick: boolean): WorkloadReport {
  const seeds = Array.from({ length: quick ? 2 : 12 }, (_, i) => `bench ${i}`)
  const findings: Finding[] = []
  const notes: string[] = []
  for (const scheduler of ['sm2', 'fsrs'] as const) {
    const live = (ability: number, choosesOnly: boolean) =>
      seeds.map((seed) => liveAndLearn({ seed, scheduler, ability, concepts: 100, days: 90, choosesOnly }))
    const each = abilities.map((ability) => addFigures(live(ability, false)))
    const all = addFigures(each)
    const choosing = addFigures(abilities.flatMap((ability) => live(ability, true)))
    const name = scheduler === 'sm2' ? 'SM-2' : 'FSRS'
    const covered = [shareInRange(all)]
    findings.push(
      figure(`${name}: in the 90 % range`, 'of 1', covered, atLeast(0.85)),
      figure(`${name}: and not more than`, 'of 1', covered, atMost(0.95)),
      figure(`${name}: flaps a concept-week`, 'of 1', [all.flaps / all.conceptWeeks], atMost(1 / 200)),
      figure(`${name}: slowest fall`, 'd', [all.slowestFall], atMost(7)),
      figure(`${name}: rises by recognition`, 'of 1', [all.risesByRecognition + choosing.rises], atMost(0)),
    )
    const abilityNotes = abilities.map((ability, i) => {
      const figures = each[i] ?? all
      return `${ability}: ${(shareInRange(figures) * 100).toFixed(1)} % in range, 1 flap in ${showNumber(figures.conceptWeeks / figures.flaps)} weeks`
    })
    notes.push(
      `${name}: ${showNumber(all.conceptWeeks)} concept-weeks, ${all.rises} rises, ${all.undone} levels undone; by ability ${abilityNotes.join('; ')}`,
      `${name}: at the end on each level ${all.levels.join(' ')}; of those who only choose ${choosing.levels.join(' ')}`,
    )
  }
  return { findings, notes }
}

const shareInRange = ({ inRange, conceptWeeks }: MasteryFigures): number => inRange / conceptWeeks
