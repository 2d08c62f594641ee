import type { Source } from '../../shared/api/common.ts'
import type { ConceptAnswersReply, ConceptReply, FactOffersReply } from '../../shared/api/concepts.ts'
import { groupBy } from '../../shared/basics/group-by.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { compareText, normaliseTerm } from '../../shared/basics/text.ts'
import { type Day, formatDay } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import { levelHistory } from '../../shared/mastery/level-history.ts'
import { causeSentence, earnedSentence, slipSentence } from '../../shared/mastery/level-words.ts'
import { levelNames } from '../../shared/mastery/levels.ts'
import { type FactStanding, factRecall } from '../../shared/mastery/mastery-sums.ts'
import { slippingSince } from '../../shared/mastery/slipping-since.ts'
import { recallTrend } from '../../shared/mastery/recall-trend.ts'
import { conceptMastery } from '../../shared/mastery/mastery.ts'
import { type RecallFit, predictedRecall } from '../../shared/schedule/predicted-recall.ts'
import { type CardState, newCardState } from '../../shared/schedule/schedule.ts'
import type { NoteId } from '../../shared/note/note.ts'
import { standingEvents } from '../../shared/schedule/fold-reviews.ts'
import { type LoggedEvent, compareLogged } from '../../shared/schedule/review-event.ts'
import { listCards } from '../db/cards.ts'
import type { StoredConcept, StoredConflict, StoredFact } from '../db/concept-rows.ts'
import { listConceptWords } from '../db/concept-words.ts'
import { findConcept, findFacts, listOpenConflicts, listStandings } from '../db/concepts.ts'
import { readCardLogs } from '../db/card-logs.ts'
import { inChunks } from '../db/in-chunks.ts'
import { findNote } from '../db/notes.ts'
import type { Learner } from '../learner.ts'
import { possibleCards } from '../library/silent-lines.ts'
import { shownStatus, shownText } from '../view/card-view.ts'
import { type ConceptDesk, toMasteryView } from './held-concepts.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import { readRecallFit } from './read-recall-fit.ts'
import { readStandings } from './standings.ts'

/** One concept with its facts, each with its sources and the cards that ask for it, and how its level moved. */
export async function openConcept(
  learner: Learner,
  { schedulers }: ConceptDesk,
  id: ConceptId,
): Promise<ConceptReply> {
  const { id: learnerId, clock, zone } = learner
  const db = learner.db.reader
  const concept = await conceptOf(learner, id)
  const { today } = todayFor(await readSettings(db, learnerId), zone, clock())
  const fit = await readRecallFit(db, learnerId)
  const standing = (await readStandings(db, learnerId, [id], schedulers)).get(id)
  if (standing === undefined) throw new Error(`Inconsistent: concept ${id} is stored and has no standing`)
  const mastery = conceptMastery(standing, today)
  const slip = slippingSince(standing, today)
  const facts = await findFacts(db, learnerId, id)
  const cards = (await listCards(db, learnerId, { conceptId: id, limit: 10_000 })).filter(
    (card) => card.status !== 'retired',
  )
  const cardsOf = groupBy(cards, (card) => card.factKey)
  const states = new Map((await listStandings(db, learnerId, id)).map((card) => [card.id, card.state]))
  const standingOf = new Map(standing.facts.map((fact) => [fact.key, fact]))
  const conflicts = await listOpenConflicts(db, learnerId, id)
  const words = await listConceptWords(db, learnerId)
  return {
    id,
    term: concept.term,
    aliases: [...concept.aliases],
    topic: [...concept.topic],
    terms: termsOf(facts),
    mastery: toMasteryView(mastery, today),
    earned: earnedSentence(mastery, today),
    slip: slip && slipSentence(slip, today),
    trend: recallTrend(standing, today),
    levels: levelHistory(standing, today)
      .map(({ on, from, to, why }) => ({
        on,
        from: levelNames[from],
        to: levelNames[to],
        why: causeSentence(why),
      }))
      .reverse(),
    facts: facts.toSorted(inNoteOrder).map((fact) => ({
      key: fact.key,
      term: fact.term,
      kind: fact.kind,
      statement: fact.statement,
      items: [...fact.items],
      sources: [...fact.sources],
      // What is kept of the concept leaves out what its learner ignores.
      ignored: !standingOf.has(fact.key),
      agreeing: new Set(fact.sources.map((source) => source.file)).size,
      ...shownOf(standingOf.get(fact.key), today),
      cards: (cardsOf.get(fact.key) ?? []).map((card) => ({
        id: card.id,
        kind: card.kind,
        status: shownStatus(card),
        ...shownText(card),
        ...cardStanding(states.get(card.id) ?? newCardState, today, fit),
      })),
    })),
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

/** For each fact that no card asks about: the card that its lines would give, the likeliest to be kept. */
export async function openFactOffers(learner: Learner, id: ConceptId): Promise<FactOffersReply> {
  const { id: learnerId, db } = learner
  await conceptOf(learner, id)
  const cards = await listCards(db.reader, learnerId, { conceptId: id, limit: 10_000 })
  const asked = new Set(cards.filter(({ status }) => status !== 'retired').map(({ factKey }) => factKey))
  const silent = (await findFacts(db.reader, learnerId, id)).filter(({ key }) => !asked.has(key))
  const byNote = groupBy(
    silent,
    ({ sources }) => sources.find(({ noteId }) => noteId !== null)?.noteId ?? null,
  )
  const offers: FactOffersReply['offers'] = []
  for (const [noteId, facts] of [...byNote].slice(0, mostNotesRead)) {
    const note = noteId === null ? undefined : await findNote(db.reader, learnerId, noteId as NoteId)
    if (note === undefined) continue
    const wanted = new Set<FactKey>(facts.map(({ key }) => key))
    const possible = (await possibleCards(learner, note)).filter(({ factKey }) => wanted.has(factKey))
    for (const [factKey, own] of groupBy(possible, (card) => card.factKey)) {
      const [best] = own.toSorted((a, b) => b.worth.chance - a.worth.chance)
      if (best === undefined) continue
      offers.push({ factKey, noteId: note.id, cardKey: best.key, front: best.front, back: best.back })
    }
  }
  return { offers }
}

// Reading a note takes its time, and nobody makes cards of fifty notes on one page.
const mostNotesRead = 8

/** The answers to a concept's cards, the latest first; what was undone is not among them. */
export async function openConceptAnswers(
  learner: Learner,
  id: ConceptId,
  { cursor, limit = 50 }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<ConceptAnswersReply> {
  await conceptOf(learner, id)
  const cards = await listCards(learner.db.reader, learner.id, { conceptId: id, limit: 10_000 })
  const frontOf = new Map(cards.map((card) => [card.id, shownText(card).front]))
  const answers = await answersTo(learner, [...frontOf.keys()])
  const after = cursor === undefined ? 0 : answers.findIndex(({ event }) => event.id === cursor) + 1
  const page = answers.slice(after, after + limit)
  return {
    answers: page.map(({ event, countedOn }) => ({
      id: event.id,
      at: event.at,
      day: countedOn,
      cardId: event.cardId,
      front: frontOf.get(event.cardId) ?? '',
      grade: event.grade,
      via: event.via,
      counted: event.effect === 'schedule',
      kindShown: event.kindShown,
      confidence: event.confidence ?? null,
    })),
    nextCursor: after + limit < answers.length ? (page.at(-1)?.event.id ?? null) : null,
  }
}

/** What was answered to some cards and stands, the latest first. */
async function answersTo({ id, db }: Learner, cardIds: readonly CardId[]) {
  const events: LoggedEvent[] = []
  for (const chunk of inChunks(cardIds, 500))
    for (const log of (await readCardLogs(db.reader, id, chunk)).values()) events.push(...standingEvents(log))
  return events
    .sort((a, b) => compareLogged(b, a))
    .flatMap(({ event, countedOn }) => (event.kind === 'reviewed' ? [{ event, countedOn }] : []))
}

/** The concept of an id, refused when there is none. */
export async function conceptOf({ db, id: learnerId }: Learner, id: ConceptId): Promise<StoredConcept> {
  const concept = await findConcept(db.reader, learnerId, id)
  if (concept === undefined) throw new Refusal('not_found', `There is no concept ${id}.`)
  return concept
}

/** As a reader comes upon them: note by note, from its top. */
function inNoteOrder(a: StoredFact, b: StoredFact): number {
  const [one, other] = [a.sources[0], b.sources[0]]
  return compareText(one?.file ?? '', other?.file ?? '') || (one?.lines[0] ?? 0) - (other?.lines[0] ?? 0)
}

function termsOf(facts: readonly StoredFact[]): string[] {
  const own = facts.filter(({ byTopic }) => !byTopic)
  return [...new Map(own.map((fact) => [normaliseTerm(fact.term), fact.term])).values()].sort(compareText)
}

/** What a fact has shown: its recall, its gap, and how it went last. */
function shownOf(
  fact: FactStanding | undefined,
  today: Day,
): Pick<ConceptReply['facts'][number], 'recall' | 'gapDays' | 'last'> {
  if (fact === undefined) return { recall: null, gapDays: 0, last: null }
  const { seenOn, failedOn, recalledOn, gapDays } = fact.evidence
  const kind = failedOn === seenOn ? 'failed' : recalledOn === seenOn ? 'recalled' : 'seen'
  return {
    recall: factRecall(fact.cards, today),
    gapDays,
    last: seenOn === null ? null : { on: formatDay(seenOn), kind },
  }
}

type Side = ConceptReply['conflicts'][number]['sides'][number]

/** A disagreement's lines are quoted without the id of their note. */
function toSide({ statement, sources }: StoredConflict['sides'][number]): Side {
  return { statement, sources: sources as Source[] }
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
