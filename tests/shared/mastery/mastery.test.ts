import { describe, expect, test } from 'vitest'
import { levelHistory } from '../../../shared/mastery/level-history.ts'
import {
  earnedSentence,
  needsSentence,
  onceSentence,
  slipSentence,
} from '../../../shared/mastery/level-words.ts'
import { conceptMastery } from '../../../shared/mastery/mastery.ts'
import { slippingSince } from '../../../shared/mastery/slipping-since.ts'
import { type Happened, dayOf, each, factsWithACard, masteryOf, range, standingOf } from './a-concept.ts'

/** Every fact met on day 0 and recalled on these days. */
const recalledOn = (facts: readonly number[], days: readonly number[]): Happened[] =>
  [0, ...days].flatMap((day) => each(facts, { day }))
const typed = { via: 'quiz', effect: 'none', kindShown: 'typed' } as const

describe('levels', () => {
  test('a concept nobody asked is unseen, and nothing of it is recalled', () => {
    expect(masteryOf(factsWithACard(4), [])).toMatchObject({
      level: 0,
      recallNow: 0,
      covered: 4,
      answered: 0,
    })
  })

  test.each([
    ['one answer', each([0], { day: 0 }), 1],
    ['all facts met on one day', recalledOn(range(5), []), 1],
    ['most of them recalled on a later day', recalledOn(range(3), [1]), 2],
    ['a week bridged', recalledOn(range(5), [1, 8]), 3],
    ['three weeks bridged, in one form', recalledOn(range(5), [1, 8, 29]), 3],
    [
      'three weeks bridged, and one fact in four typed',
      [...recalledOn(range(5), [1, 8, 29]), ...each([0, 1], { day: 31, ...typed })],
      4,
    ],
    [
      'three months bridged',
      [...recalledOn(range(5), [1, 8, 29, 120]), ...each([0, 1], { day: 122, ...typed })],
      5,
    ],
  ])('%s', (_, story, level) => {
    expect(masteryOf(factsWithACard(5), story).level).toBe(level)
  })

  test('Familiar is in reach at six of ten facts answered', () => {
    expect(masteryOf(factsWithACard(10), recalledOn(range(6), [1])).level).toBe(2)
    expect(masteryOf(factsWithACard(10), recalledOn(range(5), [1])).level).toBe(1)
  })

  test('a fact with several cards falls when one of them fails', () => {
    const pair = { cards: [2] }
    const story: Happened[] = [
      { day: 0, fact: 0 },
      { day: 1, fact: 0, card: 1 },
      { day: 30, fact: 0 },
      { day: 30, fact: 0, card: 1 },
    ]
    expect(masteryOf(pair, story)).toMatchObject({ level: 3, durabilityDays: 29 })
    const failed = [...story, { day: 40, fact: 0, card: 1, grade: 2 }]
    expect(masteryOf(pair, failed)).toMatchObject({ level: 2, durabilityDays: 0 })
  })

  test('a gap counts from when the fact was last seen, on whichever card', () => {
    const story: Happened[] = [
      { day: 0, fact: 0 },
      { day: 29, fact: 0, card: 1 },
      { day: 30, fact: 0 },
    ]
    expect(masteryOf({ cards: [2] }, story).durabilityDays).toBe(29)
    const chosen: Happened[] = [
      { day: 0, fact: 0 },
      { day: 29, fact: 0, via: 'quiz', effect: 'none', kindShown: 'multiple_choice' },
      { day: 30, fact: 0 },
    ]
    expect(masteryOf({ cards: [1] }, chosen).durabilityDays).toBe(1)
  })

  test('Durable does not rest on one typed fact for ten', () => {
    const bridged = recalledOn(range(10), [1, 8, 29])
    const often = [31, 33, 35, 37].flatMap((day) => each([0], { day, ...typed }))
    expect(masteryOf(factsWithACard(10), [...bridged, ...often]).level).toBe(3)
    const three = each([0, 1, 2], { day: 31, ...typed })
    expect(masteryOf(factsWithACard(10), [...bridged, ...three]).level).toBe(4)
  })

  test('typing what was just seen is no proof', () => {
    const story = [...recalledOn(range(4), [1, 8, 29]), ...each([0], { day: 29, ...typed })]
    expect(masteryOf(factsWithACard(4), story).level).toBe(3)
  })

  test.each([
    ['a long answer typed and ticked off idea by idea', { ...typed }],
    ['four steps put in order', { ...typed, kindShown: 'order:24' }],
    ['a false statement put right', { ...typed, kindShown: 'true_false' }],
    ['a problem solved', { ...typed, kindShown: 'problem' }],
    ['a list recalled item by item', { kindShown: 'list_recall' }],
  ] as const)('%s is proof as good as a typed name', (_, how) => {
    const story = [...recalledOn(range(4), [1, 8, 29]), ...each([0], { day: 31, ...how })]
    expect(masteryOf(factsWithACard(4), story).level).toBe(4)
  })

  test('a fact that is recalled on two kinds of cards is recalled in another form', () => {
    const story: Happened[] = [
      ...recalledOn([0], [1, 8, 29]),
      { day: 1, fact: 0, card: 1, kindShown: 'reverse' },
      { day: 40, fact: 0, card: 1, kindShown: 'reverse' },
    ]
    expect(masteryOf({ cards: [2] }, story).level).toBe(4)
  })

  test.each([
    'multiple_choice',
    'multiple_choice:3',
    'own_choice:4',
    'own_choice:31',
    'problem:3',
    'match:5',
    'true_false:2',
    'confusable:2',
    'order:6',
  ])('what is chosen or guessed raises nothing past Started (%s)', (kindShown) => {
    const chosen = [0, 3, 10, 40, 140].flatMap((day) =>
      each(range(5), { day, via: 'quiz', effect: 'none', kindShown }),
    )
    expect(masteryOf(factsWithACard(5), chosen)).toMatchObject({ level: 1, answered: 0, durabilityDays: 0 })
  })

  test('a wrong guess among options is no failure, a sure one is', () => {
    const story = recalledOn(range(3), [1, 8])
    const wrong = { day: 9, via: 'quiz', effect: 'none', kindShown: 'multiple_choice', grade: 2 } as const
    const after = (confidence: 'guess' | 'sure') =>
      masteryOf(factsWithACard(3), [...story, ...each([0], { ...wrong, confidence })]).level
    expect(after('guess')).toBe(3)
    expect(after('sure')).toBe(2)
  })

  test('three steps in a wrong order are a failure, though the right order would prove nothing', () => {
    const wrong = { day: 9, via: 'quiz', effect: 'none', kindShown: 'order:6', grade: 2 } as const
    const story = [...recalledOn(range(3), [1, 8]), ...each([0], { ...wrong, confidence: 'guess' })]
    expect(masteryOf(factsWithACard(3), story).level).toBe(2)
  })
})

describe('facts that are only asked with options', () => {
  const story = [...recalledOn([0, 1, 2], [1, 8]), ...each([3, 4], { day: 0, kindShown: 'choice' })]
  const concept = { ...factsWithACard(5), chosen: [3, 4] }

  test('hold no level back, and are said beside it', () => {
    const mastery = masteryOf(concept, story)
    expect(mastery).toMatchObject({ level: 3, covered: 5, thin: false })
    expect(earnedSentence(mastery, dayOf(8))).toMatch(
      /^Solid since 13 Jan: 3 of 3 facts recalled .* Only with options: 2 more facts\.$/,
    )
  })

  test('are reviewed for years without a level above Started, which says what is missing', () => {
    const often = [0, 1, 8, 30, 130].flatMap((day) => each([0, 1, 2], { day, kindShown: 'choice' }))
    const mastery = masteryOf({ ...factsWithACard(3), chosen: [0, 1, 2] }, often)
    expect(mastery).toMatchObject({ level: 1, covered: 3 })
    expect(needsSentence(mastery, dayOf(130))).toBe('Familiar needs a card that asks without options.')
  })
})

describe('evidence', () => {
  test('fewer than three facts or five scored answers are thin; drill and first meetings count for nothing', () => {
    expect(masteryOf(factsWithACard(2), recalledOn(range(2), [1, 2, 3])).thin).toBe(true)
    const drilled = [
      ...recalledOn(range(3), []),
      ...each(range(3), { day: 0, grade: 4 }),
      ...each(range(3), { day: 0, grade: 4 }),
    ]
    expect(masteryOf(factsWithACard(3), drilled).thin).toBe(true)
    expect(masteryOf(factsWithACard(3), recalledOn(range(3), [1])).thin).toBe(true)
    expect(masteryOf(factsWithACard(3), recalledOn(range(3), [1, 2])).thin).toBe(false)
  })

  test('a suspended card covers nothing, and its fact no longer holds the level back', () => {
    const story: Happened[] = [...recalledOn(range(4), [1, 8]), { day: 9, fact: 4, kind: 'suspended' }]
    const mastery = masteryOf(factsWithACard(5), story)
    expect(mastery).toMatchObject({ facts: 5, covered: 4 })
    expect(earnedSentence(mastery, dayOf(9))).toMatch(/ No card asks about 1 more fact\.$/)
  })

  test('a concept whose cards all rest is not unseen', () => {
    const story: Happened[] = [...recalledOn([0], [1]), { day: 2, fact: 0, kind: 'suspended' }]
    expect(masteryOf(factsWithACard(1), story)).toMatchObject({ level: 1, covered: 0 })
    expect(needsSentence(masteryOf(factsWithACard(1), story), dayOf(2))).toBe('No card asks about it yet.')
  })

  test('back to new begins the history of a card anew', () => {
    const story: Happened[] = [...recalledOn(range(1), [1, 8]), { day: 9, fact: 0, kind: 'reset' }]
    expect(masteryOf(factsWithACard(1), story)).toMatchObject({ level: 0, answered: 0 })
  })
})

describe('the numbers', () => {
  const held = standingOf(factsWithACard(5), recalledOn(range(5), [1, 8]))

  test('recall falls by itself, the horizon is never above it, and the range holds it', () => {
    const [now, later] = [conceptMastery(held, dayOf(8)), conceptMastery(held, dayOf(60))]
    expect(now.recallNow).toBe(5)
    expect(later.recallNow).toBeLessThan(now.recallNow)
    expect(later.recallIn30Days).toBeLessThanOrEqual(later.recallNow)
    expect(later.recallLow).toBeLessThanOrEqual(later.recallNow)
    expect(later.recallHigh).toBeGreaterThanOrEqual(later.recallNow)
  })

  test('a card that was forgotten today counts as forgotten until it is recalled', () => {
    const forgotten: Happened[] = [...recalledOn([0], [1]), { day: 9, fact: 0, grade: 2 }]
    expect(masteryOf(factsWithACard(1), forgotten).recallNow).toBe(0)
    const drilled = [...forgotten, { day: 9, fact: 0, grade: 4 }]
    expect(masteryOf(factsWithACard(1), drilled).recallNow).toBe(1)
  })
})

describe('falling', () => {
  const durable = [...recalledOn(range(5), [1, 8, 29]), ...each([0, 1], { day: 31, ...typed })]

  test('a level is lost with the failure that undoes it, and says so', () => {
    const story = [...durable, ...each([2, 3], { day: 35, grade: 2 })]
    const mastery = masteryOf(factsWithACard(5), story)
    expect(mastery.level).toBe(2)
    expect(mastery.once).toMatchObject({ level: 4, failedSince: 2 })
    expect(mastery.once && onceSentence(mastery.once, dayOf(35))).toBe(
      'Was Durable on 8 Feb; 2 facts failed since.',
    )
  })

  test('a failure in a zone where the day before goes on takes the level at once, and says so', () => {
    const story = [...durable, ...each([4], { day: 35 }), ...each([2, 3], { day: 35, daysWest: 1, grade: 2 })]
    const { level, once } = masteryOf(factsWithACard(5), story)
    expect(level).toBe(2)
    expect(once).toMatchObject({ on: dayOf(34), why: { kind: 'failed', facts: 2 } })
  })

  test('a level that is short of a little is slipping for a week, and then lost unless it was shown again', () => {
    const ten = [...recalledOn(range(9), [1, 8]), ...each([9], { day: 0 })]
    const failed = [...ten, ...each([0, 1], { day: 12, grade: 2 })]
    const on = (day: number) => {
      const { level, slipping } = masteryOf(factsWithACard(10), failed, day)
      return [level, slipping]
    }
    expect([on(12), on(18), on(19)]).toEqual([
      [3, true],
      [3, true],
      [2, false],
    ])
    expect(levelHistory(standingOf(factsWithACard(10), failed), dayOf(19)).at(-1)).toEqual({
      on: dayOf(19),
      from: 3,
      to: 2,
      why: { kind: 'failed', facts: 2 },
    })
    const shownAgain = [...failed, ...each([9], { day: 15 })]
    expect(masteryOf(factsWithACard(10), shownAgain, 19)).toMatchObject({ level: 3, slipping: false })
    const worse = [...failed, ...each([2], { day: 13, grade: 2 })]
    expect(masteryOf(factsWithACard(10), worse).level).toBe(2)
  })

  test('what is slipping says since when and why, and nothing else does', () => {
    const faded = standingOf(factsWithACard(5), durable)
    const ten = [...recalledOn(range(9), [1, 8]), ...each([9], { day: 0 })]
    const short = standingOf(factsWithACard(10), [...ten, ...each([0, 1], { day: 12, grade: 2 })])
    const more = standingOf(factsWithACard(6), recalledOn(range(5), [1, 8]))
    for (const standing of [faded, short, more])
      for (const day of range(300)) {
        const slip = slippingSince(standing, dayOf(day + 31))
        const { level, slipping } = conceptMastery(standing, dayOf(day + 31))
        expect([day, slip !== null, slip?.level ?? level]).toEqual([day, slipping, level])
        // Told from one day to the next, it began on the same day.
        if (slip !== null) expect(slippingSince(standing, slip.on)).toMatchObject({ on: slip.on, level })
      }
    const first = range(900).find((day) => conceptMastery(faded, dayOf(31 + day)).slipping) ?? 0
    expect(slippingSince(faded, dayOf(31 + first + 3))).toMatchObject({
      on: dayOf(31 + first),
      isAtLatest: false,
      why: { kind: 'faded', answered: 5 },
    })
    const failed = slippingSince(short, dayOf(15))
    expect(failed).toEqual({
      level: 3,
      on: dayOf(12),
      isAtLatest: false,
      why: { kind: 'failed', facts: 2 },
    })
    expect(failed && slipSentence(failed, dayOf(15))).toBe(
      'Slipping from Solid since 17 Jan: 2 facts failed.',
    )
  })

  test('what was lost by a failure comes back a week later at the earliest', () => {
    // Of five facts four must be shown: with three the level goes, and the fifth would bring it back at once.
    const four = [...recalledOn(range(4), [1, 8]), ...each([4], { day: 0 })]
    const lost = [...four, ...each([0], { day: 10, grade: 2 })]
    const [soon, then] = [11, 18].map((day) => masteryOf(factsWithACard(5), [...lost, ...each([4], { day })]))
    expect(masteryOf(factsWithACard(5), lost).level).toBe(2)
    expect(soon).toMatchObject({ level: 2, needs: [{ kind: 'hold', until: dayOf(18) }] })
    expect(soon && needsSentence(soon, dayOf(11))).toBe('Solid needs no failure until 23 Jan.')
    expect(then?.level).toBe(3)
  })

  test('recall that sinks is called slipping first, and takes the level later', () => {
    const standing = standingOf(factsWithACard(5), durable)
    const seen = [0, 40, 80, 120, 160, 200, 300, 400, 600, 900].map((after) => {
      const { level, slipping } = conceptMastery(standing, dayOf(31 + after))
      return `${level}${slipping ? ' slipping' : ''}`
    })
    expect(seen[0]).toBe('4')
    expect(seen).toContain('4 slipping')
    expect(seen.at(-1)).not.toMatch(/^4/)
    const fell = levelHistory(standing, dayOf(931)).at(-1)
    expect(fell?.why.kind).toBe('faded')
  })

  test('what faded is written down on the day it was lost, whenever somebody looks', () => {
    const standing = standingOf(factsWithACard(5), durable)
    const late = levelHistory(standing, dayOf(2000))
    const onTheDay = late.filter(({ why }) => why.kind === 'faded')
    expect(onTheDay.length).toBeGreaterThan(0)
    for (const { on, to } of onTheDay) expect(conceptMastery(standing, on).level).toBe(to)
    const returned = standingOf(factsWithACard(5), [...durable, ...each([0], { day: 2000 })])
    expect(levelHistory(returned, dayOf(2000))).toEqual(expect.arrayContaining(onTheDay))
  })

  test('new facts take a level and say why, and what was before them stays true', () => {
    const madeOn = Object.fromEntries(range(5).map((fact) => [fact + 5, 40]))
    const concept = { ...factsWithACard(10), madeOn }
    const mastery = masteryOf(concept, durable, 40)
    expect(mastery).toMatchObject({ level: 1, once: { level: 4, why: { kind: 'more_asked' } } })
    expect(mastery.once && onceSentence(mastery.once, dayOf(40))).toMatch(
      /^Was Durable on .*; more of its facts are asked about since\.$/,
    )
    const history = levelHistory(standingOf(concept, [...durable, ...each([5], { day: 41 })]), dayOf(41))
    expect(history.map(({ to }) => to)).toContain(4)
  })
})

test('what earned a level and what the next one needs is said in words', () => {
  const mastery = masteryOf(factsWithACard(5), recalledOn(range(5), [1, 3]))
  expect(earnedSentence(mastery, dayOf(3))).toBe(
    'Familiar since 6 Jan: 5 of 5 facts recalled on a later day than first seen; predicted recall 4.8 of the 5 answered.',
  )
  expect(needsSentence(mastery, dayOf(3))).toBe(
    'Solid needs 4 more facts recalled after 7 days or more and not failed since.',
  )
  expect(needsSentence(masteryOf(factsWithACard(5), []), dayOf(0))).toBe('Started needs one answer.')
})
