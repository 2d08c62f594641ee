import { beforeEach, describe, expect, test } from 'vitest'
import type { QueueCard, QueueReply } from '../../../shared/api/queue.ts'
import type { EventBody } from '../../../shared/api/reviews.ts'
import { type EpochMs, studyDayOf } from '../../../shared/basics/time.ts'
import type { CardFlag } from '../../../shared/card/card-flags.ts'
import type { CardId } from '../../../shared/card/card.ts'
import { defaultSettings } from '../../../shared/queue/settings.ts'
import { newCardState } from '../../../shared/schedule/schedule.ts'
import { previewGrades } from '../../../shared/schedule/scheduler.ts'
import { cardsLeft, currentCard, isFinished } from '../../../shared/session/session.ts'
import type { Deal } from '../../../client/state/deal.ts'
import type { Shelf } from '../../../client/state/shelf.ts'
import { createSitting, pageOfCards, staleAfterMs } from '../../../client/state/sitting.ts'
import { dayMs, noon } from '../../support/factories.ts'

const wholeDay = {}

/** The edges of a page, played: a clock that only moves when told, a shelf, and a server that answers when it is there. */
function aPage() {
  const page = {
    at: noon as number,
    isSilent: false,
    /** The names of the cards that the server holds, in its order. */
    queue: ['a', 'b', 'c'],
    shelf: null as readonly string[] | null,
    /** What this device can ask besides of the day. */
    alsoHere: [] as readonly string[],
    shelfOfConcept: [] as readonly string[],
    asked: [] as { scope: object; limit: number }[],
    noted: [] as { event: EventBody; card: QueueCard | undefined }[],
    told: [] as string[],
    flags: [] as [string, CardFlag | null][],
    /** Whatever waits behind the next prompt. */
    behind: [] as (() => void)[],
  }
  let ids = 0
  const today = () => studyDayOf(page.at as EpochMs, 'UTC', 4)
  const deal = (names: readonly string[], total: number, keptAt: number | null): Deal => ({
    reply: aReply(today(), page.at),
    cards: names.map((name) => ({
      id: name as CardId,
      state: newCardState,
      previews: previewGrades(newCardState, name as CardId, [2, 3, 4, 5], today(), { fuzz: false }),
      flag: null,
      practice: false,
    })),
    faces: new Map(names.map((name) => [name, aFace(name)])),
    total,
    today: today(),
    profile: 'sm2',
    settings: { fuzz: false },
    keptAt,
  })
  const sitting = createSitting({
    now: () => page.at as EpochMs,
    ticks: () => page.at,
    studyDay: today,
    zone: () => 'UTC',
    newId: () => `id-${++ids}`,
    deviceId: () => 'device',
    readShelf: async () => (page.shelf === null ? null : aShelf(aReply(studyDayOf(noon, 'UTC', 4), noon))),
    dealFromShelf: async (_, scope, extent) => {
      const day = [...(page.shelf ?? []), ...(extent === 'all' ? page.alsoHere : [])]
      const here = scope.conceptId === undefined ? day : page.shelfOfConcept
      return deal(here, here.length, noon)
    },
    dealFromServer: async (scope, limit) => {
      page.asked.push({ scope, limit })
      if (page.isSilent) throw new Error('The server does not answer.')
      const done = new Set(page.noted.map(({ event }) => ('cardId' in event ? event.cardId : '')))
      const left = page.queue.filter((name) => !done.has(name))
      await aMoment()
      return deal(left.slice(0, limit), left.length, null)
    },
    outbox: { add: async (event, card) => void page.noted.push({ event, card }) },
    setFlag: (cardId, flag) => page.flags.push([cardId, flag]),
    behindThePrompt: (work) => page.behind.push(work),
    onRecorded: (cardId) => page.told.push(cardId),
  })
  const drawn = () => page.behind.splice(0).forEach((work) => work())
  return {
    page,
    sitting,
    session: () => {
      if (sitting.held.value === null) throw new Error('nothing is held')
      return sitting.held.value.session
    },
    onTable: () =>
      sitting.held.value === null ? null : (currentCard(sitting.held.value.session)?.id ?? null),
    /** Reveals the card after some seconds and grades it. */
    answer: (grade: 2 | 3 | 4 | 5, seconds = 3) => {
      page.at += seconds * 1000
      sitting.reveal()
      page.at += 2000
      const preview = sitting.grade(grade)
      drawn()
      return preview
    },
    drawn,
    /** Everything that was promised has come. */
    settled: aMoment,
    events: () => page.noted.map(({ event }) => event),
  }
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

function aFace(name: string): QueueCard {
  return {
    id: name,
    kind: 'basic',
    factKey: name,
    conceptId: 'concept',
    concept: 'Concept',
    prompt: { kind: 'text', html: `<p>${name}</p>`, text: name },
    answer: { kind: 'text', html: '', text: '' },
    typed: null,
    sources: [],
    reason: 'new',
    flag: null,
    state: newCardState,
    isLeech: false,
    previews: [],
  }
}

function aReply(today: string, now: number): QueueReply {
  return {
    today,
    zone: 'UTC',
    now,
    counts: { drill: 0, review: 0, new: 3, total: 3 },
    secondsPerCard: 15,
    answeredToday: 0,
    next: null,
    tomorrow: 0,
    cards: [],
    breakUntil: null,
    comebackDaysLeft: 0,
    isReading: false,
    settings: { ...defaultSettings, zone: 'UTC', fuzz: false },
    epoch: 'epoch',
  }
}

function aShelf(reply: QueueReply): Shelf {
  const scheduler = {
    profile: 'sm2',
    scheduler: 'sm2' as const,
    weights: null,
    desiredRetention: null,
    fitted: false,
    scoredAnswers: 0,
  }
  return { reply, ids: [], scheduler, at: noon, cards: new Map() }
}

let it = aPage()
beforeEach(() => {
  it = aPage()
})

describe('a session is begun', () => {
  test('with the cards of this device, and goes on with those of the server as soon as it answers', async () => {
    it.page.shelf = ['a', 'old']
    it.page.queue = ['a', 'b', 'c']
    await it.sitting.open(wholeDay)
    expect(it.session().order).toEqual(['a', 'old'])
    expect(it.sitting.held.value?.keptAt).toBe(noon)
    await it.settled()
    expect(it.session().order).toEqual(['a', 'b', 'c'])
    expect(it.sitting.held.value?.keptAt).toBeNull()
    expect(it.onTable()).toBe('a')
  })

  test('with the server’s word on a new day, whatever lies on the device', async () => {
    it.page.shelf = ['old']
    it.page.at += dayMs
    await it.sitting.open(wholeDay)
    expect(it.session().order).toEqual(['a', 'b', 'c'])
  })

  test('with what lies on the device when the server is silent, and says nothing of it', async () => {
    it.page.shelf = ['old']
    it.page.isSilent = true
    await it.sitting.open(wholeDay)
    await it.settled()
    expect(it.onTable()).toBe('old')
    it.page.at += dayMs
    it.sitting.close()
    await it.sitting.open(wholeDay)
    expect(it.onTable()).toBe('old')
  })

  test('not at all when nobody has cards for it', async () => {
    it.page.isSilent = true
    await expect(it.sitting.open(wholeDay)).rejects.toThrow('The server does not answer.')
    it.page.shelf = ['a']
    await expect(it.sitting.open({ conceptId: 'concept' })).rejects.toThrow('The server does not answer.')
    expect(it.sitting.held.value).toBeNull()
  })

  test('about a part of the library with what lies here of it, when the server is silent', async () => {
    it.page.isSilent = true
    it.page.shelf = ['a', 'b']
    it.page.shelfOfConcept = ['b']
    await it.sitting.open({ conceptId: 'concept' })
    expect(it.onTable()).toBe('b')
  })

  test('only once: who comes back to it finds it as it was left', async () => {
    await it.sitting.open(wholeDay)
    it.answer(4)
    it.page.at += staleAfterMs - 1
    await it.sitting.open(wholeDay)
    expect(it.session().past).toHaveLength(1)
    expect(it.page.asked).toHaveLength(1)
  })

  test('anew when it was left alone for too long, or is about other cards', async () => {
    await it.sitting.open(wholeDay)
    it.answer(4)
    it.page.at += staleAfterMs
    await it.sitting.open(wholeDay)
    expect(it.session().past).toEqual([])
    await it.sitting.open({ conceptId: 'concept' })
    expect(it.page.asked.map(({ scope }) => scope)).toEqual([{}, {}, { conceptId: 'concept' }])
  })

  test('again with the forgotten cards, as practice', async () => {
    await it.sitting.open(wholeDay)
    it.answer(2)
    it.sitting.practiseAgain(['a' as CardId])
    expect(it.session().order).toEqual(['a'])
    it.answer(5)
    expect(it.events().at(-1)).toMatchObject({ cardId: 'a', effect: 'none' })
    expect(it.page.noted.at(-1)?.card).toBeUndefined()
  })
})

describe('a grade', () => {
  test('shows the next prompt first, and is noted right behind it with the card as it is now', async () => {
    await it.sitting.open(wholeDay)
    it.page.at += 4000
    it.sitting.reveal()
    it.page.at += 5000
    const preview = it.sitting.grade(4)
    expect(preview).toMatchObject({ grade: 4, drill: false })
    expect(it.onTable()).toBe('b')
    expect(it.page.noted).toEqual([])
    it.drawn()
    const [noted] = it.page.noted
    expect(noted?.event).toEqual({
      id: 'id-1',
      deviceId: 'device',
      at: noon + 9000,
      zone: 'UTC',
      studyDay: '2026-03-02',
      kind: 'reviewed',
      cardId: 'a',
      grade: 4,
      // The time with the answer in sight is not answering time.
      durationMs: 4000,
      via: 'review',
      effect: 'schedule',
      kindShown: 'basic',
      profile: 'sm2',
    })
    expect(noted?.card?.state.schedule).toMatchObject({ dueOn: preview?.dueOn })
    expect(it.page.told).toEqual(['a'])
  })

  test('of a typed answer is noted in the form in which it was judged', async () => {
    await it.sitting.open(wholeDay)
    for (const form of ['typed', 'typed_miss'] as const) {
      it.sitting.reveal()
      it.sitting.grade(4, form)
      it.drawn()
    }
    expect(it.page.noted.map(({ event }) => event.kind === 'reviewed' && event.kindShown)).toEqual([
      'typed',
      'typed_miss',
    ])
  })

  test('before the answer was seen, or one that is not on offer, is no grade', async () => {
    await it.sitting.open(wholeDay)
    expect(it.sitting.grade(4)).toBeNull()
    it.sitting.reveal()
    expect(it.sitting.grade(0)).toBeNull()
    expect(it.page.behind).toEqual([])
  })

  test('does not count the time that the page was hidden, or something lay over it', async () => {
    await it.sitting.open(wholeDay)
    it.page.at += 1000
    it.sitting.holdTimer('hidden', true)
    it.page.at += 30_000
    it.sitting.holdTimer('busy', true)
    it.sitting.holdTimer('hidden', false)
    it.page.at += 10_000
    it.sitting.holdTimer('busy', false)
    it.answer(4, 2)
    expect(it.events()).toMatchObject([{ durationMs: 3000 }])
  })

  test('given after midnight belongs to the day on which its card was turned', async () => {
    await it.sitting.open(wholeDay)
    it.page.at = noon + dayMs - 8 * 3_600_000 - 1000
    it.sitting.reveal()
    it.page.at += 5000
    it.sitting.grade(4)
    it.drawn()
    expect(it.events()).toMatchObject([{ studyDay: '2026-03-02' }])
    it.answer(4)
    expect(it.events()[1]).toMatchObject({ studyDay: '2026-03-03' })
  })
})

describe('a card is put aside', () => {
  test('until tomorrow', async () => {
    await it.sitting.open(wholeDay)
    it.sitting.bury()
    it.drawn()
    expect(it.onTable()).toBe('b')
    expect(it.events()).toMatchObject([{ kind: 'buried', cardId: 'a', until: '2026-03-03' }])
    expect(it.page.noted[0]?.card?.state.buriedUntil).toBe('2026-03-03')
  })

  test('until told otherwise, and comes back by undo', async () => {
    await it.sitting.open(wholeDay)
    it.sitting.suspend()
    it.drawn()
    expect(it.events()).toMatchObject([{ kind: 'suspended', cardId: 'a' }])
    expect(it.sitting.undo()).toMatchObject({ kind: 'suspended' })
    it.drawn()
    expect(it.onTable()).toBe('a')
    expect(it.events()[1]).toMatchObject({ kind: 'undone', targetId: it.events()[0]?.id })
    expect(it.page.noted[1]?.card?.state.suspended).toBe(false)
  })
})

describe('undo and redo', () => {
  test('an answer that is taken back keeps the time it took, whatever is graded then', async () => {
    await it.sitting.open(wholeDay)
    it.answer(4, 7)
    expect(it.sitting.undo()).toMatchObject({ kind: 'answered', grade: 4 })
    it.page.at += 20_000
    expect(it.onTable()).toBe('a')
    expect(it.session().position).toMatchObject({ side: 'answer', undoneGrade: 4 })
    it.sitting.grade(2)
    it.drawn()
    expect(it.events().map(({ kind }) => kind)).toEqual(['reviewed', 'undone', 'reviewed'])
    expect(it.events()[2]).toMatchObject({ cardId: 'a', grade: 2, durationMs: 7000 })
    it.answer(4, 1)
    expect(it.events()[3]).toMatchObject({ cardId: 'b', durationMs: 1000 })
  })

  test('what was taken back is done again by undoing the undo', async () => {
    await it.sitting.open(wholeDay)
    it.answer(4)
    it.sitting.undo()
    expect(it.sitting.redo()).toMatchObject({ kind: 'answered' })
    it.drawn()
    const [answer, undone, redone] = it.events()
    expect(undone).toMatchObject({ kind: 'undone', targetId: answer?.id })
    expect(redone).toMatchObject({ kind: 'undone', targetId: undone?.id })
    expect(it.onTable()).toBe('b')
    expect(it.sitting.redo()).toBeNull()
  })

  test('without a step there is nothing to take back', async () => {
    expect(it.sitting.undo()).toBeNull()
    await it.sitting.open(wholeDay)
    expect(it.sitting.undo()).toBeNull()
    expect(it.page.behind).toEqual([])
  })
})

describe('a flag', () => {
  test('stays with its card, and its reason, undo and redo reach whoever keeps flags; the log knows nothing of it', async () => {
    await it.sitting.open(wholeDay)
    it.sitting.flag()
    it.sitting.nameFlag('unclear')
    expect(it.onTable()).toBe('a')
    expect(it.sitting.undo()).toMatchObject({ kind: 'flagged' })
    expect(it.sitting.redo()).toMatchObject({ kind: 'flagged' })
    it.drawn()
    expect(it.page.flags).toEqual([
      ['a', 'unsaid'],
      ['a', 'unclear'],
      ['a', null],
      ['a', 'unclear'],
    ])
    expect(it.events()).toEqual([])
  })

  test('on a card that has one is taken back to that one', async () => {
    await it.sitting.open(wholeDay)
    it.sitting.flag()
    it.sitting.nameFlag('wrong')
    it.sitting.flag()
    it.sitting.nameFlag('outdated')
    it.sitting.undo()
    expect(it.page.flags.at(-1)).toEqual(['a', 'wrong'])
  })

  test('goes with the card to the device when the card is answered', async () => {
    await it.sitting.open(wholeDay)
    it.sitting.flag()
    it.answer(4)
    expect(it.page.noted[0]?.card?.flag).toBe('unsaid')
  })

  test('is named only right after it was set', async () => {
    await it.sitting.open(wholeDay)
    it.sitting.flag()
    it.answer(4)
    it.sitting.nameFlag('wrong')
    expect(it.page.flags).toEqual([['a', 'unsaid']])
  })
})

describe('more cards', () => {
  const many = Array.from({ length: 70 }, (_, i) => `card-${i + 1}`)

  test('are fetched once the ones at hand run low, and never twice at a time', async () => {
    it.page.queue = many
    await it.sitting.open(wholeDay)
    expect(it.page.asked).toEqual([{ scope: wholeDay, limit: pageOfCards }])
    for (let i = 0; i < 39; i++) it.answer(4)
    expect(it.page.asked).toHaveLength(1)
    it.answer(4)
    it.answer(4)
    expect(it.page.asked).toHaveLength(2)
    await it.settled()
    expect(it.session().order).toHaveLength(70)
    expect(cardsLeft(it.session())).toBe(29)
  })

  test('are asked for again at the next answer when the server was silent, and nothing is thrown', async () => {
    it.page.queue = many
    await it.sitting.open(wholeDay)
    it.page.isSilent = true
    for (let i = 0; i < 42; i++) {
      it.answer(4)
      await it.settled()
    }
    expect(it.page.asked.length).toBeGreaterThan(2)
    await expect(it.sitting.fetchMore()).resolves.toBeUndefined()
    expect(it.session().order).toHaveLength(pageOfCards)
    it.page.isSilent = false
    it.answer(4)
    await it.settled()
    expect(it.session().order).toHaveLength(70)
  })

  test('come from this device where the server is silent, and the session ends with the last of the day', async () => {
    it.page.queue = many
    await it.sitting.open(wholeDay)
    it.page.isSilent = true
    it.page.shelf = many.slice(0, pageOfCards)
    it.page.alsoHere = many.slice(pageOfCards)
    for (let i = 0; i < many.length; i++) {
      expect(it.onTable()).toBe(many[i])
      it.answer(4)
      await it.settled()
    }
    expect(isFinished(it.session())).toBe(true)
    expect(it.events().map((event) => 'cardId' in event && event.cardId)).toEqual(many)
  })

  test('that nobody here has end the session after the last one that is here', async () => {
    it.page.queue = many
    await it.sitting.open(wholeDay)
    it.page.isSilent = true
    for (let i = 0; i < pageOfCards; i++) {
      it.answer(4)
      await it.settled()
    }
    expect(isFinished(it.session())).toBe(true)
    it.page.isSilent = false
    await it.sitting.open(wholeDay)
    expect(it.onTable()).toBe(many[pageOfCards])
  })

  test('of a whole day that began on this device without its server are all there at once', async () => {
    it.page.isSilent = true
    it.page.shelf = ['a', 'b']
    it.page.alsoHere = ['c']
    await it.sitting.open(wholeDay)
    await it.settled()
    expect(it.session().order).toEqual(['a', 'b', 'c'])
  })

  test('of a session that was closed meanwhile are left alone', async () => {
    it.page.queue = many
    await it.sitting.open(wholeDay)
    for (let i = 0; i < 41; i++) it.answer(4)
    it.sitting.close()
    await it.settled()
    expect(it.sitting.held.value).toBeNull()
  })
})

test('how far this device’s clock is ahead is read off the server’s fresh word alone', async () => {
  it.page.shelf = ['a']
  it.page.isSilent = true
  it.page.at += 60_000
  await it.sitting.open(wholeDay)
  expect(it.sitting.clockAheadMs.value).toBe(0)
})

test('a new wording of a card is shown, and its place in the session stays', async () => {
  await it.sitting.open(wholeDay)
  const before = it.session()
  it.sitting.takeFace({ ...aFace('better'), id: 'a' })
  expect(it.sitting.held.value?.faces.get('a')?.prompt.text).toBe('better')
  expect(it.session()).toBe(before)
})
