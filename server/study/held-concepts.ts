import type { ConceptRow, MasteryView, TopicView } from '../../shared/api/concepts.ts'
import { groupBy } from '../../shared/basics/group-by.ts'
import type { Day } from '../../shared/basics/time.ts'
import { needsSentence, onceSentence } from '../../shared/mastery/level-words.ts'
import { levelNames } from '../../shared/mastery/levels.ts'
import type { ListedConcept } from '../../shared/mastery/list-concepts.ts'
import {
  type ConceptMastery,
  type MasteryNumbers,
  type MasteryInShort,
  conceptMastery,
  masteryInShort,
} from '../../shared/mastery/mastery.ts'
import type { ConceptId, ConceptKey } from '../../shared/concept/concept.ts'
import { isWeak } from '../../shared/mastery/held-level.ts'
import { recallTrend } from '../../shared/mastery/recall-trend.ts'
import { daysApartInRows } from '../../shared/mastery/trend-days.ts'
import { listSaidPrerequisites } from '../db/concept-words.ts'
import type { StoredConcept } from '../db/concept-rows.ts'
import type { KeptDigest } from '../db/standings.ts'
import { countDueOf, listConcepts, listOpenConflicts } from '../db/concepts.ts'
import type { Learner } from '../learner.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import type { Schedulers } from './schedulers.ts'
import { type StandingFiller, readDigests, readStandings } from './standings.ts'

/** What looking at concepts works with. */
export interface ConceptDesk {
  readonly schedulers: Schedulers
  readonly filler: StandingFiller
  readonly memory: MasteryMemory
}

/**
 * What was reckoned of concepts when somebody looked last: between two looks nearly all of them stand as they stood, and
 * reckoning is most of a look.
 */
export class MasteryMemory {
  readonly #known = new Map<ConceptId, { readonly of: string; readonly mastery: MasteryInShort }>()

  of({ conceptId, held, stamp, digest }: KeptDigest, today: Day): MasteryInShort {
    const of = `${today} ${held.level} ${held.missedSince} ${stamp}`
    const known = this.#known.get(conceptId)
    if (known !== undefined && known.of === of && stamp !== '') return known.mastery
    const mastery = masteryInShort(held, digest(), today)
    this.#known.set(conceptId, { of, mastery })
    return mastery
  }
}

/** A concept that the notes speak of, with how well it is held today, in short. */
export interface HeldConcept extends ListedConcept {
  readonly concept: StoredConcept
  readonly mastery: MasteryInShort
}

/** All of them, as they stand today. */
export interface HeldConcepts {
  readonly today: Day
  readonly held: readonly HeldConcept[]
}

/** Every concept that the notes speak of, as it stands today. */
export async function readHeldConcepts(
  learner: Learner,
  { schedulers, filler, memory }: ConceptDesk,
): Promise<HeldConcepts> {
  const { id: learnerId, clock, zone } = learner
  const db = learner.db.reader
  const { today } = todayFor(await readSettings(db, learnerId), zone, clock())
  const concepts = await listConcepts(db, learnerId)
  const { kept, isWhole } = await readDigests(db, learnerId, schedulers)
  const conflicts = groupBy(await listOpenConflicts(db, learnerId), ({ conceptId }) => conceptId)
  const due = await countDueOf(db, learnerId, today)
  if (!isWhole) filler.fillSoon(learnerId)
  const keptOf = new Map(kept.map((one) => [one.conceptId, one]))
  const held = concepts.flatMap((concept): HeldConcept[] => {
    const own = keptOf.get(concept.id)
    if (!concept.active || own === undefined) return []
    const { id, term, aliases } = concept
    const mastery = memory.of(own, today)
    const counts = { conflicts: conflicts.get(id)?.length ?? 0, due: due.get(id) ?? 0 }
    return [{ concept, id, term, aliases, notes: own.notes, mastery, ...counts }]
  })
  return { today, held }
}

/** Of each concept the first that it builds on, as the learner said, and that is not held well itself. */
async function weakPrerequisites(
  learner: Learner,
  held: readonly HeldConcept[],
): Promise<ReadonlyMap<ConceptKey, string>> {
  const said = (await listSaidPrerequisites(learner.db.reader, learner.id)).filter(({ holds }) => holds)
  if (said.length === 0) return new Map()
  const byKey = new Map(held.map((one) => [one.concept.key, one]))
  const weak = new Map<ConceptKey, string>()
  for (const { concept, needs } of said) {
    const first = byKey.get(needs)
    if (first !== undefined && !weak.has(concept) && isWeak(first.mastery)) weak.set(concept, first.term)
  }
  return weak
}

/** Some of the concepts as rows of a list, each with the history of its level. */
export async function toConceptRows(
  learner: Learner,
  { schedulers }: ConceptDesk,
  { today, held }: HeldConcepts,
  shown: readonly HeldConcept[],
): Promise<ConceptRow[]> {
  const ids = shown.map(({ concept }) => concept.id)
  const standings = await readStandings(learner.db.reader, learner.id, ids, schedulers)
  const weak = await weakPrerequisites(learner, held)
  return shown.flatMap(({ concept, due, notes, conflicts, mastery }) => {
    const standing = standings.get(concept.id)
    if (standing === undefined) return []
    return {
      id: concept.id,
      term: concept.term,
      aliases: [...concept.aliases],
      topic: [...concept.topic],
      cards: mastery.sums.cards,
      due,
      notes: notes.length,
      conflicts,
      weakPrerequisite: weak.get(concept.key) ?? null,
      trend: recallTrend(standing, today, daysApartInRows).map(({ recall }) => recall),
      mastery: toMasteryView(conceptMastery(standing, today), today),
    }
  })
}

/** Mastery in the words and numbers of the API. */
export function toMasteryView(mastery: ConceptMastery, today: Day): MasteryView {
  const { since, slipping, once } = mastery
  return {
    ...toTopicMasteryView(mastery, today),
    slipping,
    since,
    once: once === null ? null : onceSentence(once, today),
  }
}

/** The same of a topic, whose level has no history. */
export function toTopicMasteryView(mastery: MasteryInShort, today: Day): TopicView['mastery'] {
  const { level, thin } = mastery
  return {
    level,
    levelName: levelNames[level],
    thin,
    nextNeeds: needsSentence(mastery, today),
    ...numbersOf(mastery),
  }
}

/** How many concepts stand on each level. */
export function countLevels(held: readonly HeldConcept[]): number[] {
  return levelNames.map((_, level) => held.filter(({ mastery }) => mastery.level === level).length)
}

function numbersOf({
  facts,
  covered,
  answered,
  recallNow,
  recallLow,
  recallHigh,
  recallIn30Days,
  durabilityDays,
}: MasteryNumbers): MasteryNumbers {
  return {
    facts,
    covered,
    answered,
    recallNow,
    recallLow,
    recallHigh,
    recallIn30Days,
    durabilityDays,
  }
}
