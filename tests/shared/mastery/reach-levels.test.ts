import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { daysBetween } from '../../../shared/basics/time.ts'
import { type LevelNeed, isMissed } from '../../../shared/mastery/held-level.ts'
import { type Level, type LevelRule, graceDays, levelRules, shareOf } from '../../../shared/mastery/levels.ts'
import { levelHistory } from '../../../shared/mastery/level-history.ts'
import { ruleWords } from '../../../shared/mastery/level-words.ts'
import type { FactStanding } from '../../../shared/mastery/mastery-sums.ts'
import { conceptMastery } from '../../../shared/mastery/mastery.ts'
import { type Happened, dayOf, each, factsWithACard, masteryOf, range, standingOf } from './a-concept.ts'
import { aPast, chosenForms } from './a-past.ts'

// Hundreds of pasts: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const typed = { via: 'quiz', effect: 'none', kindShown: 'typed' } as const

/** The least that reaches a level: not one fact more than its shares ask for. */
function leastFor(level: Level, facts: number): Happened[] {
  const rule = levelRules.find((one) => one.level === level)
  if (rule === undefined) return level === 0 ? [] : each([0], { day: 0 })
  const own = range(shareOf(rule.proven, facts))
  const longest = rule.proof.kind === 'gap' ? rule.proof.days : 1
  // Each gap about thrice the one before, as any scheduler asks.
  const days = [1, 8, 29, 119].filter((_, step) => ([1, 7, 21, 90][step] ?? 0) <= longest)
  const forms = rule.factsPerOtherForm === 0 ? 0 : Math.ceil(facts / rule.factsPerOtherForm)
  return [
    ...[0, ...days].flatMap((day) => each(own, { day })),
    ...each(range(forms), { day: (days.at(-1) ?? 0) + 1, ...typed }),
  ]
}

test('for any number of facts there is a history that reaches exactly each level', () => {
  for (const facts of range(41).slice(1)) {
    for (const level of [0, 1, 2, 3, 4, 5] as const) {
      const reached = masteryOf(factsWithACard(facts), leastFor(level, facts)).level
      expect({ facts, reached }).toEqual({ facts, reached: level })
    }
  }
})

test('with one fact less than a level asks for, it is not reached', () => {
  for (const facts of [1, 2, 3, 5, 8, 10, 21]) {
    for (const level of [2, 3, 4, 5] as const) {
      const story = leastFor(level, facts)
      const last = Math.max(...story.map(({ fact }) => fact))
      const less = story.filter(({ fact }) => fact !== last)
      expect(masteryOf(factsWithACard(facts), less, 125).level).toBeLessThan(level)
    }
  }
})

const isChosen = ({ kindShown }: Happened) => chosenForms.some((form) => form === kindShown)

const activeCards = ({ cards }: FactStanding) =>
  cards.flatMap(({ isActive, showsOptions, memory }, card) =>
    isActive && !showsOptions ? [{ card, isMet: memory !== null }] : [],
  )

/**
 * Does what is needed and not a fact more: what is to be proven rests until its gap is bridged, what is answered besides is
 * kept up day by day, which proves nothing.
 */
function doWhatIsNeeded(
  facts: readonly FactStanding[],
  needs: readonly LevelNeed[],
  rule: LevelRule | null,
  after: number,
): Happened[] {
  const covered = facts.flatMap((fact, number) => (activeCards(fact).length > 0 ? [{ fact, number }] : []))
  const isMet = ({ fact }: (typeof covered)[number]) => activeCards(fact).some((card) => card.isMet)
  const count = (kind: LevelNeed['kind']) =>
    needs.reduce((sum, need) => sum + (need.kind === kind && 'facts' in need ? need.facts : 0), 0)
  const met = [...covered.filter(isMet), ...covered.filter((one) => !isMet(one)).slice(0, count('answered'))]
  const gap = rule?.proof.kind === 'gap' ? rule.proof.days : 1
  // What was lost lately comes back no sooner than it says.
  const until = needs.flatMap((need) =>
    need.kind === 'hold' ? daysBetween(dayOf(after + 1), need.until) : [],
  )
  const days = Math.max(gap, ...until)
  const isShown = ({ evidence }: FactStanding) =>
    rule?.proof.kind === 'gap' ? evidence.gapDays >= gap : evidence.recalledOn !== null
  const proving = met.filter(({ fact }) => !isShown(fact)).slice(0, count('proven'))
  const forming = met.filter(({ fact }) => !fact.evidence.hasOtherForm).slice(0, count('other_form'))
  const [start, end] = [after + 1, after + 1 + days]
  return met
    .flatMap(({ fact, number }) => {
      const active = activeCards(fact)
      // What was never asked needs one card; of the others each that is asked is kept up.
      const cards = active.some((card) => card.isMet)
        ? active.filter((card) => card.isMet)
        : active.slice(0, 1)
      const rests = proving.some((one) => one.number === number)
      const form = forming.some((one) => one.number === number) ? { kindShown: 'typed' } : {}
      const answered = rests ? [start, end] : range(days + 1).map((offset) => start + offset)
      return answered.flatMap((day) =>
        cards.map(({ card }) => ({ day, fact: number, card, ...(day === end ? form : {}) })),
      )
    })
    .sort((a, b) => a.day - b.day)
}

test('whatever the past, doing what the next level needs reaches it', () => {
  fc.assert(
    fc.property(aPast, ({ concept, story }) => {
      const end = Math.max(0, ...story.map(({ day }) => day))
      const standing = standingOf(concept, story)
      const { level, needs, sums } = conceptMastery(standing, dayOf(end))
      fc.pre(level < 5 && sums.recallable > 0)
      const rule = levelRules.find((one) => one.level === level + 1) ?? null
      const more = doWhatIsNeeded(standing.facts, needs, rule, end)
      const after = masteryOf(concept, [...story, ...more])
      expect(after.level).toBeGreaterThan(level)
    }),
    { numRuns: 300 },
  )
})

test('no level from Familiar on rises on a day on which options were chosen alone', () => {
  fc.assert(
    fc.property(aPast, ({ concept, story }) => {
      const end = Math.max(0, ...story.map(({ day }) => day))
      const recalled = new Set(
        story
          .filter((one) => !isChosen(one) && one.kindShown !== 'order:6')
          .flatMap(({ day, daysWest = 0 }) => [dayOf(day), dayOf(day - daysWest)]),
      )
      for (const { on, from, to } of levelHistory(standingOf(concept, story), dayOf(end)))
        if (to > from && to >= 2) expect(recalled.has(on)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('whether an option was chosen rightly or by a wrong guess changes nothing', () => {
  fc.assert(
    fc.property(aPast, ({ concept, story }) => {
      const chosen = (grade: number) =>
        story.map((one): Happened =>
          isChosen(one) ? { ...one, grade, effect: 'none', confidence: 'guess' } : one,
        )
      expect(standingOf(concept, chosen(4))).toEqual(standingOf(concept, chosen(2)))
    }),
  )
})

test('a level that is held is shown by the facts, or was until a week ago at the most', () => {
  fc.assert(
    fc.property(aPast, fc.nat({ max: 30 }), ({ concept, story }, later) => {
      const end = Math.max(0, ...story.map(({ day }) => day))
      const standing = standingOf(concept, story)
      const { level, sums } = conceptMastery(standing, dayOf(end + later))
      if (!isMissed(level, sums)) return
      expect(daysBetween(standing.held.missedSince ?? dayOf(0), dayOf(end + later))).toBeLessThan(graceDays)
    }),
    { numRuns: 300 },
  )
})

test('each level says its thresholds', () => {
  expect(levelRules.map((rule) => ruleWords(rule).join(', '))).toEqual([
    '60 % of its facts answered, 60 % recalled on a later day than first seen, a predicted recall of 70 % of what was answered',
    '80 % of its facts answered, 80 % recalled after 7 days or more and not failed since, a predicted recall of 80 % of what was answered',
    '90 % of its facts answered, 90 % recalled after 21 days or more and not failed since, one fact in 4 recalled in another form, a predicted recall of 85 % of what was answered',
    '90 % of its facts answered, 90 % recalled after 90 days or more and not failed since, one fact in 4 recalled in another form, a predicted recall of 85 % of what was answered',
  ])
})
