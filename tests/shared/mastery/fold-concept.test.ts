import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type Day, addDays, dayNumber } from '../../../shared/basics/time.ts'
import type { ConceptStanding, MasteryRules } from '../../../shared/mastery/concept-standing.ts'
import { levelHistory } from '../../../shared/mastery/level-history.ts'
import { foldConcept, howToTake, stepConcept } from '../../../shared/mastery/fold-concept.ts'
import { addSums, digestFacts, sumFacts } from '../../../shared/mastery/mastery-sums.ts'
import { conceptMastery, masteryInShort, topicMastery } from '../../../shared/mastery/mastery.ts'
import { predictedRecall } from '../../../shared/schedule/predicted-recall.ts'
import { foldCard, foldReviews } from '../../../shared/schedule/fold-reviews.ts'
import { defaultFsrsParameters } from '../../../shared/schedule/fsrs.ts'
import { fsrsScheduler } from '../../../shared/schedule/fsrs-scheduler.ts'
import { type LoggedEvent, compareLogged, eventCardId } from '../../../shared/schedule/review-event.ts'
import { newCardState } from '../../../shared/schedule/schedule.ts'
import { anUndo, logged } from '../../support/factories.ts'
import { cardIdOf, dayOf, factsOf, factsWithACard, logOf, sm2Rules, standingOf } from './a-concept.ts'
import { aPast } from './a-past.ts'

// Hundreds of pasts: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const fsrsRules: MasteryRules = {
  scheduler: fsrsScheduler({ weights: defaultFsrsParameters, desiredRetention: 0.9 }),
  fit: sm2Rules.fit,
}
const lastDay = (log: readonly LoggedEvent[]): Day =>
  log.reduce<Day>((last, { countedOn }) => (countedOn > last ? countedOn : last), dayOf(0))

test.each([
  ['SM-2', sm2Rules],
  ['FSRS', fsrsRules],
])('one answer after another is the same as the whole log under %s', (_, rules) => {
  fc.assert(
    fc.property(aPast, ({ concept, story }) => {
      const log = logOf(story)
      let standing = foldConcept(factsOf(concept, []), rules)
      const so = new Map<string, LoggedEvent[]>()
      log.forEach((event, at) => {
        const cardId = eventCardId(event.event) ?? ''
        so.set(cardId, [...(so.get(cardId) ?? []), event])
        const how = howToTake(standing, event)
        if (how === 'step') {
          const [fact, card] = placeOf(cardId)
          const state = foldCard(so.get(cardId) ?? [], rules.scheduler)
          standing = stepConcept(standing, { fact, card, logged: event, state }, rules)
        }
        if (how === 'anew') standing = foldConcept(factsOf(concept, log.slice(0, at + 1)), rules)
      })
      expect(standing).toEqual(foldConcept(factsOf(concept, log), rules))
    }),
    { numRuns: 200 },
  )
})

test('the order in which a log arrived changes nothing', () => {
  fc.assert(
    fc.property(aPast, fc.nat(), ({ concept, story }, turn) => {
      const log = logOf(story)
      const cut = log.length === 0 ? 0 : turn % log.length
      const turned = [...log.slice(cut), ...log.slice(0, cut)]
      expect(foldConcept(factsOf(concept, turned), sm2Rules)).toEqual(
        foldConcept(factsOf(concept, log), sm2Rules),
      )
    }),
  )
})

test('what is undone was never there', () => {
  fc.assert(
    fc.property(aPast, fc.nat(), ({ concept, story }, which) => {
      const log = logOf(story)
      fc.pre(log.length > 0)
      const target = log[which % log.length] as LoggedEvent
      const undo = logged(anUndo(target.event))
      const cardId = eventCardId(target.event)
      const withUndo = factsOf(concept, log).map((fact) => ({
        ...fact,
        cards: fact.cards.map((card) => (card.id === cardId ? { ...card, log: [...card.log, undo] } : card)),
      }))
      const without = log.filter((event) => event !== target)
      expect(foldConcept(withUndo, sm2Rules)).toEqual(foldConcept(factsOf(concept, without), sm2Rules))
    }),
  )
})

test('the recall of a card is that of its schedule', () => {
  fc.assert(
    fc.property(aPast, fc.integer({ min: 1, max: 400 }), ({ story }, later) => {
      const log = logOf(story.map((happened) => ({ ...happened, fact: 0, card: 0 })))
      const states = foldReviews(log)
      const day = addDays(lastDay(log), later)
      const { facts } = foldConcept(factsOf(factsWithACard(1), log), sm2Rules)
      const predicted = predictedRecall(states.get(cardIdOf(0)) ?? newCardState, day) ?? 0
      expect(sumFacts(facts, day).recall).toBeCloseTo(predicted, 3)
    }),
  )
})

test('a topic is the sum of its facts, however they are parted into concepts', () => {
  fc.assert(
    fc.property(aPast, aPast, fc.integer({ min: 0, max: 200 }), (one, other, later) => {
      const standings: readonly ConceptStanding[] = [one, other].map(({ concept, story }) =>
        standingOf(concept, story),
      )
      const day = addDays(dayOf(0), later)
      const parts = standings.map(({ facts }) => sumFacts(facts, day))
      const whole = sumFacts(
        standings.flatMap(({ facts }) => facts),
        day,
      )
      const { sums: _ours, ...ours } = topicMastery(addSums(parts))
      const { sums: _theirs, ...theirs } = topicMastery(whole)
      expect(ours).toEqual({ ...theirs, needs: expect.any(Array) as unknown })
    }),
  )
})

test('the level of a day is where its history ends, whoever looked before', () => {
  fc.assert(
    fc.property(aPast, fc.integer({ min: 0, max: 900 }), ({ concept, story }, later) => {
      const standing = standingOf(concept, story)
      const day = addDays(standing.day ?? dayOf(0), later)
      const history = levelHistory(standing, day)
      expect(conceptMastery(standing, day).level).toBe(history.at(-1)?.to ?? 0)
      history.slice(1).forEach((change, at) => {
        expect(change.from).toBe(history[at]?.to)
        expect(change.on >= (history[at]?.on ?? '')).toBe(true)
      })
    }),
  )
})

test('what new facts take comes before what fades after them', () => {
  const standing = standingOf({ cards: [2, 1], madeOn: { 0: 39 }, chosen: [] }, [
    { day: 0, fact: 1 },
    { day: 8, fact: 1 },
    { day: 38, fact: 1, grade: 3 },
  ])
  const days = levelHistory(standing, dayOf(273)).map(({ on }) => on)
  expect(days.length).toBeGreaterThan(2)
  expect(days).toEqual(days.toSorted())
})

test('a concept in short says on every day what the whole one says', () => {
  fc.assert(
    fc.property(aPast, fc.integer({ min: 0, max: 900 }), ({ concept, story }, later) => {
      const standing = standingOf(concept, story)
      const day = addDays(standing.day ?? dayOf(0), later)
      const { since: _since, once: _once, ...whole } = conceptMastery(standing, day)
      const needs = whole.needs.filter(({ kind }) => kind !== 'hold')
      expect(masteryInShort(standing.held, digestFacts(standing.facts), day)).toEqual({ ...whole, needs })
    }),
  )
})

test('an answer from a device that was offline is put where it belongs', () => {
  const story = [
    { day: 0, fact: 0 },
    { day: 9, fact: 0 },
    { day: 3, fact: 0, grade: 2 },
  ]
  const inOrder = story.toSorted((a, b) => a.day - b.day)
  expect(standingOf(factsWithACard(1), story)).toMatchObject({
    held: standingOf(factsWithACard(1), inOrder).held,
    facts: [{ evidence: { failedOn: dayNumber(dayOf(3)), gapDays: 6 } }],
  })
})

function placeOf(cardId: string): [fact: number, card: number] {
  const [, fact, card] = cardId.split('-')
  return [Number(fact), Number(card)]
}

test('events are in order where a story is', () => {
  fc.assert(
    fc.property(aPast, ({ story }) => {
      const log = logOf(story)
      expect(log.toSorted(compareLogged)).toEqual(log)
    }),
  )
})
