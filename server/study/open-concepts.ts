import type { Source } from '../../shared/api/common.ts'
import type { ConceptReply, ConceptRow, ConceptsReply } from '../../shared/api/concepts.ts'
import { groupBy } from '../../shared/basics/group-by.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { compareText, normaliseTerm } from '../../shared/basics/text.ts'
import type { Day } from '../../shared/basics/time.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import { levelNames } from '../../shared/mastery/levels.ts'
import { type FactStanding, conceptMastery, factRecall } from '../../shared/mastery/mastery.ts'
import { type RecallFit, predictedRecall } from '../../shared/schedule/predicted-recall.ts'
import { type CardState, isActive, isDue, newCardState } from '../../shared/schedule/schedule.ts'
import type { StoredConflict } from '../db/concept-rows.ts'
import { listCards } from '../db/cards.ts'
import { listConceptWords } from '../db/concept-words.ts'
import {
  type ConceptStanding,
  countConflicts,
  findConcept,
  findFacts,
  listConcepts,
  listConflicts,
  listFactPlaces,
  listStandings,
} from '../db/concepts.ts'
import type { Learner } from '../learner.ts'
import { shownStatus, shownText } from '../view/card-view.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import { readRecallFit } from './read-recall-fit.ts'

/** Every concept that the notes speak of, with how well it is held today. */
export async function openConcepts(learner: Learner): Promise<ConceptsReply> {
  const { id: learnerId, clock, zone } = learner
  const db = learner.db.reader
  const { today } = todayFor(await readSettings(db, learnerId), zone, clock())
  const fit = await readRecallFit(db, learnerId)
  const concepts = (await listConcepts(db, learnerId)).filter((concept) => concept.active)
  const facts = groupBy(await listFactPlaces(db, learnerId), (fact) => fact.conceptId)
  const standings = groupBy(await listStandings(db, learnerId), (card) => card.conceptId)
  const conflicts = await countConflicts(db, learnerId)
  const rows = concepts.map((concept): ConceptRow => {
    const cards = standings.get(concept.id) ?? []
    const ownFacts = facts.get(concept.id) ?? []
    return {
      id: concept.id,
      term: concept.term,
      aliases: [...concept.aliases],
      topic: [...concept.topic],
      cards: cards.length,
      due: cards.filter(({ state }) => isDue(state, today) && isActive(state, today)).length,
      notes: new Set(ownFacts.flatMap((fact) => fact.files)).size,
      conflicts: conflicts.get(concept.id) ?? 0,
      mastery: conceptMastery(
        factStandings(
          ownFacts.map((fact) => fact.key),
          cards,
        ),
        today,
        fit,
      ),
    }
  })
  const total = (valueOf: (row: ConceptRow) => number) => rows.reduce((sum, row) => sum + valueOf(row), 0)
  return {
    today,
    concepts: rows,
    levels: levelNames.map((_, level) => rows.filter((row) => row.mastery.level === level).length),
    overall: {
      facts: total((row) => row.mastery.facts),
      answered: total((row) => row.mastery.answered),
      recallNow: total((row) => row.mastery.recallNow),
      recallIn30Days: total((row) => row.mastery.recallIn30Days),
    },
  }
}

/** One concept with its facts, each with its sources and the cards that ask for it. */
export async function openConcept(learner: Learner, id: ConceptId): Promise<ConceptReply> {
  const { id: learnerId, clock, zone } = learner
  const db = learner.db.reader
  const concept = await findConcept(db, learnerId, id)
  if (concept === undefined) throw new Refusal('not_found', `There is no concept ${id}.`)
  const { today } = todayFor(await readSettings(db, learnerId), zone, clock())
  const fit = await readRecallFit(db, learnerId)
  const facts = await findFacts(db, learnerId, id)
  const cards = await listCards(db, learnerId, { conceptId: id, limit: 10_000 })
  const standings = await listStandings(db, learnerId, id)
  const states = new Map(standings.map(({ id: cardId, state }) => [cardId, state]))
  const conflicts = await listConflicts(db, learnerId, id)
  const words = await listConceptWords(db, learnerId)
  return {
    id,
    term: concept.term,
    aliases: [...concept.aliases],
    topic: [...concept.topic],
    terms: [
      ...new Map(
        facts.filter(({ byTopic }) => !byTopic).map((fact) => [normaliseTerm(fact.term), fact.term]),
      ).values(),
    ].sort(compareText),
    mastery: conceptMastery(
      factStandings(
        facts.map((fact) => fact.key),
        standings,
      ),
      today,
      fit,
    ),
    facts: facts.map((fact) => {
      const own = cards.filter((card) => card.factKey === fact.key && card.status !== 'retired')
      const ownStates = own.flatMap((card) => states.get(card.id) ?? [])
      return {
        key: fact.key,
        term: fact.term,
        kind: fact.kind,
        statement: fact.statement,
        items: [...fact.items],
        sources: [...fact.sources],
        recall: ownStates.some((state) => state.answers > 0) ? factRecall(ownStates, today, fit) : null,
        cards: own.map((card) => ({
          id: card.id,
          kind: card.kind,
          status: shownStatus(card),
          ...shownText(card),
          ...cardStanding(states.get(card.id) ?? newCardState, today, fit),
        })),
      }
    }),
    conflicts: conflicts.map((conflict) => ({
      factKey: conflict.factKey,
      sentence: conflict.sentence,
      sides: conflict.sides.map(toSide),
    })),
    byHand: words
      .filter((word) => word.conceptKey === concept.key)
      .map((word) => ({ changeId: word.changeId, sentence: word.sentence })),
  }
}

type Side = ConceptReply['conflicts'][number]['sides'][number]

/** A disagreement's lines are quoted without the id of their note. */
function toSide({ statement, sources }: StoredConflict['sides'][number]): Side {
  return { statement, sources: sources as Source[] }
}

function factStandings(factKeys: readonly FactKey[], cards: readonly ConceptStanding[]): FactStanding[] {
  const byFact = groupBy(cards, (card) => card.factKey)
  return factKeys.map((key) => ({ cards: (byFact.get(key) ?? []).map((card) => card.state) }))
}

function cardStanding(state: CardState, today: Day, fit: RecallFit) {
  const { schedule } = state
  return {
    dueOn: schedule.kind === 'new' ? null : schedule.dueOn,
    intervalDays: schedule.kind === 'new' ? null : schedule.intervalDays,
    suspended: state.suspended,
    lastGrade: state.lastAnswer?.grade ?? null,
    recall: predictedRecall(state, today, fit),
  }
}
