import { type Day, type EpochMs, daysBetween, studyDayOf } from '../../shared/basics/time.ts'
import { groupBy } from '../../shared/basics/group-by.ts'
import type { CardId } from '../../shared/card/card.ts'
import { isWeak } from '../../shared/mastery/held-level.ts'
import { levelNames } from '../../shared/mastery/levels.ts'
import { presetMinutes } from '../../shared/quiz/quiz-presets.ts'
import { type Suggestion, type WorthInput, worthDoing } from '../../shared/session/worth-doing.ts'
import { listSaidPrerequisites } from '../db/concept-words.ts'
import { countLeeches } from '../db/leeches.ts'
import { countWaitingDrafts } from '../db/drafts.ts'
import { countInbox } from '../db/inbox.ts'
import { listPastAnswers } from '../db/quizzes.ts'
import type { StoredAnswer } from '../db/stored-quiz.ts'
import type { Learner } from '../learner.ts'
import type { HeldConcept } from './held-concepts.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import { secondsPerKind } from './quiz-learner.ts'
import { readSecondsPerCard } from './read-seconds-per-card.ts'

/** So many answers of quizzes hold those of the last week. */
const lookedAt = 500
const missedDays = 7

/** What is worth doing besides the day's cards. */
export async function readWorth(
  learner: Learner,
  held: readonly HeldConcept[],
  today: Day,
): Promise<Suggestion[]> {
  const { id: learnerId } = learner
  const db = learner.db.reader
  const settings = await readSettings(db, learnerId)
  const { doubtful, meaning, gone } = await countInbox(db, learnerId)
  const hidden = settings.notNow.flatMap(({ key, until }) => (until > today ? key : []))
  const prerequisites = await heldPrerequisites(learner, held)
  const past = await listPastAnswers(db, learnerId, lookedAt)
  const secondsPer = secondsPerKind(past)
  const { zone } = todayFor(settings, learner.zone, learner.clock())
  const daysAgo = (at: EpochMs) => daysBetween(studyDayOf(at, zone, settings.rolloverHour), today)
  return worthDoing({
    concepts: held.map((concept) => ({
      ...concept,
      ...concept.mastery,
      levelName: levelNames[concept.mastery.level],
      heldPrerequisites: prerequisites.get(concept.id) ?? [],
      cards: concept.mastery.sums.cards,
    })),
    leeches: await countLeeches(db, learnerId, settings.leechLapses),
    leechDays: settings.leechLapses,
    ...quizzesOf(past, daysAgo),
    quizMinutes: (preset, facts) => presetMinutes(preset, facts, secondsPer),
    inbox: doubtful + meaning + gone + (await countWaitingDrafts(db, learnerId)),
    secondsPerCard: await readSecondsPerCard(db, learnerId),
    hidden: new Set(hidden),
  })
}

/** Of each concept what it builds on, as the learner said, where all of that is held. */
async function heldPrerequisites(
  { db, id }: Learner,
  held: readonly HeldConcept[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const said = (await listSaidPrerequisites(db.reader, id)).filter(({ holds }) => holds)
  if (said.length === 0) return new Map()
  const byKey = new Map(held.map((one) => [one.concept.key, one]))
  const needed = groupBy(said, ({ concept }) => byKey.get(concept)?.id ?? '')
  return new Map(
    [...needed].flatMap(([conceptId, needs]) => {
      const firsts = needs.map(({ needs: key }) => byKey.get(key))
      const terms = firsts.flatMap((one) => (one === undefined || isWeak(one.mastery) ? [] : one.term))
      return conceptId === '' || terms.length < needs.length ? [] : [[conceptId, terms] as const]
    }),
  )
}

/** The cards that were wrong when a quiz of the last days asked them last, and when the last quiz was. */
function quizzesOf(
  past: readonly StoredAnswer[],
  daysAgo: (at: EpochMs) => number,
): Pick<WorthInput, 'misses' | 'quizDaysAgo'> {
  const last = new Map<CardId, 'sure' | 'other' | null>()
  for (const { judged, confidence, answeredAt } of past) {
    if (daysAgo(answeredAt) >= missedDays) break
    for (const { cardId, verdict } of judged.cards) {
      const miss = verdict !== 'wrong' ? null : confidence === 'sure' ? 'sure' : 'other'
      if (!last.has(cardId)) last.set(cardId, miss)
    }
  }
  const count = (wanted: 'sure' | 'other') => [...last.values()].filter((miss) => miss === wanted).length
  const [newest] = past
  return {
    misses: { sure: count('sure'), other: count('other') },
    quizDaysAgo: newest === undefined ? null : Math.max(0, daysAgo(newest.answeredAt)),
  }
}
