import { openDatabase } from '../../../server/db/open-database.ts'
import type { Database } from '../../../server/db/open-database.ts'
import { openConcept } from '../../../server/study/open-concept.ts'
import { openConcepts, openMastery, openTopics } from '../../../server/study/open-concepts.ts'
import { openConceptEdges } from '../../../server/study/open-edges.ts'
import { openConceptMap } from '../../../server/study/open-concept-map.ts'
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
  compare,
  figure,
  interleaved,
  quantile,
  rounds,
  timed,
} from '../measure.ts'
import { type PlannedAnswer, answeredCards, planAnswers } from '../planned-answers.ts'
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
  const generated = await collection(size)
  const folder = copyCollection(generated, 'mastery')
  const bareFolder = copyCollection(generated, 'mastery-bare')
  const db = await openDatabase(folder, benchNow)
  const bare = await openDatabase(bareFolder, benchNow)
  try {
    await bare.writer.deleteFrom('concept_standings').execute()
    const { learner, desk } = deskOf(db, folder)
    const first = (await openConcepts(learner, desk, {})).concepts[0]
    if (first === undefined) throw new Error('Inconsistent: the collection has no concept')
    const id = first.id as ConceptId
    const floor = () => timed(() => readRows(db))
    const times = await interleaved({
      floor,
      concepts: () => timed(() => openConcepts(learner, desk, {})),
      topics: () => timed(() => openTopics(learner, desk, {})),
      today: () => timed(() => openMastery(learner, desk)),
      one: () => timed(() => openConcept(learner, desk, id)),
      beside: () => timed(() => openConceptEdges(learner, desk, id)),
      map: () => timed(() => openConceptMap(learner, desk, id)),
    })
    const page = (what: string, own: readonly number[], most: number | null) =>
      compare(
        what,
        'ms',
        own,
        { name: 'its rows alone', figures: times.floor },
        most === null ? null : atMost(most),
      )
    const updates = await timeUpdates(db, bare, quick ? 300 : 2000)
    return {
      findings: [
        page('page of concepts', times.concepts, 100),
        page('topics', times.topics, 100),
        page('what Today says of all', times.today, 100),
        page('one concept', times.one, 100),
        page('what stands beside it', times.beside, null),
        page('its map', times.map, null),
        ...updates,
      ],
      notes: [
        `2 000 concepts, 50 000 cards, ${showNumber(size.reviews)} reviews; an answer without the disk, in a commit with others`,
      ],
    }
  } finally {
    await db.close()
    await bare.close()
  }
}

/** What every look at all concepts must read at least. */
async function readRows(db: Database): Promise<void> {
  await db.reader.selectFrom('concepts').selectAll().execute()
  await db.reader.selectFrom('concept_standings').select(['concept_id', 'level', 'digest', 'notes']).execute()
}

/** Single answers, each with its concept's standing among what it writes, beside the same ones where nothing is kept of concepts. */
async function timeUpdates(db: Database, bare: Database, count: number): Promise<Finding[]> {
  const answers = planAnswers(Math.min(count, answeredCards))
  const half = Math.floor(answers.length / 2)
  const times = { ours: [] as number[], floor: [] as number[] }
  // In turns: a slow minute of the machine slows both.
  for (const part of [answers.slice(0, half), answers.slice(half)]) {
    times.ours.push(...(await timeAnswers(db, part)))
    times.floor.push(...(await timeAnswers(bare, part)))
  }
  const at = (what: string, share: number) =>
    compare(
      what,
      'ms',
      [quantile(times.ours, share)],
      { name: 'without levels', figures: [quantile(times.floor, share)] },
      atMost(5),
    )
  return [at('one answer with its concept, p50', 0.5), at('the same, p99', 0.99)]
}

/** The milliseconds of answers inside one commit; the first ones warm up. */
async function timeAnswers(db: Database, answers: readonly PlannedAnswer[]): Promise<number[]> {
  const receivedAt = (benchNow + 60_000) as EpochMs
  const times = await db.answers.inOneCommit(async (commit) => {
    const each: number[] = []
    for (const answer of answers)
      each.push(
        await timed(() => recordReviews(commit, { learnerId: benchLearner, events: [answer], receivedAt })),
      )
    return each
  })
  return times.slice(20)
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
