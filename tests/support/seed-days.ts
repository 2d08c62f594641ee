import { v7 as uuidv7 } from 'uuid'
import type { QueueReply } from '../../shared/api/queue.ts'
import { randomFrom } from '../../shared/basics/random.ts'
import { type EpochMs, studyDayOf } from '../../shared/basics/time.ts'
import { dayMs } from './factories.ts'

/** A server as the learner's device sees it, with a clock that is turned from outside. */
export interface SeededServer {
  now(): number
  setTime(now: number): Promise<void> | void
  queue(): Promise<QueueReply>
  record(events: readonly object[]): Promise<unknown>
}

/** What a card is to the learner; no scheduler knows it. */
interface HiddenCard {
  /** Days until recall falls to nine in ten. */
  strength: number
  learntAt: number
}

/** Sittings of a day by their hour, each with how awake the learner is then. */
const sittings = [
  { hour: 8, awake: 1.3 },
  { hour: 13, awake: 1 },
  { hour: 21, awake: 0.6 },
] as const
const cardsAtOnce = 40
/** One answer in twelve was typed, judged wrong, and passed by the learner or not. */
const typedMisses = 1 / 12

/**
 * Studies for some days as a person would: most days, in one of three sittings, what the queue of the server asks, drill
 * among it, with a memory that is hidden from the scheduler. All by the same requests as the page's. The same notes give
 * the same answers; `mostAnswers` ends it early.
 */
export async function studyForDays(
  server: SeededServer,
  days: number,
  mostAnswers = Infinity,
): Promise<number> {
  const random = randomFrom('learner')
  const cards = new Map<string, HiddenCard>()
  const start = Math.floor(server.now() / dayMs) * dayMs
  let answers = 0
  for (let day = 0; day < days; day++) {
    if (random() < 0.15) continue
    const sitting = sittings[Math.floor(random() * sittings.length)] ?? sittings[0]
    await server.setTime(start + day * dayMs + sitting.hour * 3_600_000)
    for (let round = 0; round < 3; round++) {
      const { cards: asked } = await server.queue()
      const events = asked
        .slice(0, Math.min(cardsAtOnce, mostAnswers - answers))
        .map(({ id, kind, previews }, at) => {
          const moment = server.now() + at * 12_000
          const { grade, form } = answerOf(cards, id, moment, sitting.awake, random)
          const preview = previews.find((one) => one.grade === grade)
          return {
            kind: 'reviewed',
            id: uuidv7({ msecs: moment }),
            deviceId: 'seeded',
            at: moment,
            zone: 'UTC',
            studyDay: studyDayOf(moment as EpochMs, 'UTC', 4),
            cardId: id,
            grade,
            durationMs: Math.round(2500 * Math.exp(1.1 * random()) * (grade < 4 ? 2 : 1)),
            via: 'review',
            effect: 'schedule',
            ...(preview?.plannedDueOn === undefined ? {} : { plannedDueOn: preview.plannedDueOn }),
            kindShown: form ?? kind,
            profile: 'sm2',
          }
        })
      if (events.length === 0) break
      // The device sends when it is done: nothing lies in the future then.
      await server.setTime(server.now() + 10 * 60_000)
      await server.record(events)
      answers += events.length
    }
  }
  await server.setTime(start + days * dayMs + 12 * 3_600_000)
  return answers
}

function answerOf(
  cards: Map<string, HiddenCard>,
  id: string,
  at: number,
  awake: number,
  random: () => number,
): { readonly grade: number; readonly form: string | null } {
  const known = cards.get(id)
  const strength = known?.strength ?? 0.8 + 2 * random()
  const elapsed = known === undefined ? 1 : (at - known.learntAt) / dayMs
  const recall = (1 + (0.235 * elapsed) / (strength * awake)) ** -0.5
  const isRecalled = random() < recall
  const growth = 1 + (1.5 + random()) * Math.min(1, elapsed / strength)
  cards.set(id, { strength: isRecalled ? strength * growth : Math.max(0.5, strength * 0.4), learntAt: at })
  const isMiss = random() < typedMisses
  if (!isRecalled) return { grade: isMiss && random() < 0.3 ? 4 : 2, form: isMiss ? 'typed_miss' : null }
  const ease = random()
  return { grade: ease < 0.12 ? 3 : ease < 0.9 ? 4 : 5, form: null }
}
