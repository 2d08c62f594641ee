import type {
  ConceptsQuery,
  ConceptsReply,
  LevelMove,
  LevelMovesReply,
  MasterySummary,
  MergeSuggestionsReply,
  TopicView,
  TopicsQuery,
  TopicsReply,
} from '../../shared/api/concepts.ts'
import { hashFields } from '../../shared/basics/hash.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { Day } from '../../shared/basics/time.ts'
import { type Topic, itemsIn, topicTree } from '../../shared/concept/topic-tree.ts'
import { suggestMerges } from '../../shared/concept/suggest-merges.ts'
import { causeSentence, needsSentence } from '../../shared/mastery/level-words.ts'
import type { ConceptStanding } from '../../shared/mastery/concept-standing.ts'
import { levelHistory } from '../../shared/mastery/level-history.ts'
import { levelNames } from '../../shared/mastery/levels.ts'
import {
  type ConceptSort,
  type Page,
  type PageKey,
  comparePlaces,
  cutPage,
  isWanted,
  placeOf,
  readPlace,
  writePlace,
} from '../../shared/mastery/list-concepts.ts'
import { conceptMastery, topicMastery } from '../../shared/mastery/mastery.ts'
import { addSums } from '../../shared/mastery/mastery-sums.ts'
import { listConceptWords } from '../db/concept-words.ts'
import { listAnsweredSince, listUnkept } from '../db/standings.ts'
import type { Learner } from '../learner.ts'
import {
  type ConceptDesk,
  type HeldConcept,
  countLevels,
  readHeldConcepts,
  toConceptRows,
  toTopicMasteryView,
} from './held-concepts.ts'
import { readWorth } from './read-worth.ts'
import { readStandings } from './standings.ts'

/** A page of the concepts that the notes speak of, with how well each is held today. */
export async function openConcepts(
  learner: Learner,
  desk: ConceptDesk,
  query: ConceptsQuery,
): Promise<ConceptsReply> {
  const all = await readHeldConcepts(learner, desk)
  const { today, held } = all
  const { q, sort = 'attention', limit = 50, offset, cursor } = query
  const within = conceptsIn(held, query)
  const wanted = within.filter((concept) => isWanted(concept, query))
  const sorted = inOrder(wanted, (concept) => placeOf(concept, sort, q))
  const { items, next } = cutPage(sorted, { after: fromCursor(cursor), offset, limit })
  return {
    today,
    total: wanted.length,
    concepts: await toConceptRows(learner, desk, all, items),
    nextCursor: next && writePlace(next),
  }
}

/** A page of the topics of the notes, or of those inside one, with how well all that stands below each is held. */
export async function openTopics(
  learner: Learner,
  desk: ConceptDesk,
  { inside, sort = 'attention', cursor, limit = 40 }: TopicsQuery,
): Promise<TopicsReply> {
  const { today, held } = await readHeldConcepts(learner, desk)
  const { topic, path } = inside === undefined ? { topic: treeOf(held), path: [] } : topicOf(held, inside)
  const views = topic.topics.map((one) => ({ one, view: toTopicView(one, path, today) }))
  const sorted = inOrder(views, ({ one }) => placeOfTopic(one, sort))
  const { items, next }: Page<(typeof views)[number]> = cutPage(sorted, { after: fromCursor(cursor), limit })
  return {
    today,
    total: views.length,
    topics: items.map(({ view }) => view),
    nextCursor: next && writePlace(next),
  }
}

/** All concepts together, and what is worth doing besides the day's cards. */
export async function openMastery(learner: Learner, desk: ConceptDesk): Promise<MasterySummary> {
  const { today, held } = await readHeldConcepts(learner, desk)
  const total = (valueOf: (concept: HeldConcept) => number) =>
    Math.round(held.reduce((sum, concept) => sum + valueOf(concept), 0) * 100) / 100
  return {
    today,
    concepts: held.length,
    levels: countLevels(held),
    overall: {
      facts: total(({ mastery }) => mastery.facts),
      answered: total(({ mastery }) => mastery.answered),
      recallNow: total(({ mastery }) => mastery.recallNow),
      recallIn30Days: total(({ mastery }) => mastery.recallIn30Days),
    },
    worth: await readWorth(learner, held, today),
  }
}

/** The levels that moved on a day, today unless told otherwise, each with what moved it. */
export async function openLevelMoves(
  learner: Learner,
  desk: ConceptDesk,
  day: Day | undefined,
): Promise<LevelMovesReply> {
  const { today, held } = await readHeldConcepts(learner, desk)
  const { id, db } = learner
  const wanted = day ?? today
  const answered = new Set(await listAnsweredSince(db.reader, id, wanted))
  // Of those that wait to be made anew nobody knows yet: an undo today leaves one so.
  for (const unkept of await listUnkept(db.reader, id, null, mostUnkept)) answered.add(unkept)
  const moving = held.filter(({ concept }) => answered.has(concept.id))
  const ids = moving.map(({ concept }) => concept.id)
  const standings = await readStandings(db.reader, id, ids, desk.schedulers)
  return {
    day: wanted,
    moves: moving.flatMap(({ term, concept }) => {
      const standing = standings.get(concept.id)
      return standing === undefined
        ? []
        : movesOn(standing, wanted, today).map((move) => ({ ...move, conceptId: concept.id, term }))
    }),
  }
}

const mostUnkept = 500

function movesOn(standing: ConceptStanding, day: Day, today: Day): Omit<LevelMove, 'conceptId' | 'term'>[] {
  const nextNeeds = needsSentence(conceptMastery(standing, today), today)
  return levelHistory(standing, day)
    .filter(({ on }) => on === day)
    .map(({ from, to, why }) => ({
      from: levelNames[from],
      to: levelNames[to],
      why: causeSentence(why),
      nextNeeds,
    }))
}

/** Names that may be one, as far as the learner did not call them two. */
export async function openMergeSuggestions(
  learner: Learner,
  desk: ConceptDesk,
): Promise<MergeSuggestionsReply> {
  const { held } = await readHeldConcepts(learner, desk)
  if (held.length > mostCompared) return { suggestions: [] }
  const words = await listConceptWords(learner.db.reader, learner.id)
  const calledTwo = new Set(words.filter(({ kind }) => kind === 'two').map(({ subject }) => subject))
  const named = held.map(({ concept: { key, term, topic }, mastery: { facts } }) => ({
    key,
    term,
    topic,
    facts,
  }))
  const byKey = new Map(held.map(({ concept }) => [concept.key, concept]))
  const suggestions = suggestMerges(named, calledTwo)
    .slice(0, mostSuggested)
    .flatMap(({ from, into, why }) => {
      const [one, other] = [byKey.get(from), byKey.get(into)]
      if (one === undefined || other === undefined) return []
      return [{ conceptId: one.id, term: one.term, intoId: other.id, intoTerm: other.term, why }]
    })
  return { suggestions }
}

const mostSuggested = 20
// Comparing the names of tens of thousands would hold up every other answer.
const mostCompared = 5000

/** The concepts of a topic, with those of the topics inside it or without; all where no topic is named. */
function conceptsIn(
  held: readonly HeldConcept[],
  { topic: key, own = false }: ConceptsQuery,
): readonly HeldConcept[] {
  if (key === undefined) return held
  const { topic } = topicOf(held, key)
  return own ? topic.items : itemsIn(topic)
}

const treeOf = (held: readonly HeldConcept[]): Topic<HeldConcept> =>
  topicTree(held, ({ concept }) => concept.topic)

/** A topic of the tree by its key, with the names above it. */
function topicOf(
  held: readonly HeldConcept[],
  key: string,
): { readonly topic: Topic<HeldConcept>; readonly path: readonly string[] } {
  const waiting = treeOf(held).topics.map((topic) => ({ topic, path: [topic.name] }))
  for (const { topic, path } of waiting) {
    if (topicKey(path) === key) return { topic, path }
    waiting.push(...topic.topics.map((inner) => ({ topic: inner, path: [...path, inner.name] })))
  }
  throw new Refusal('not_found', 'There is no such topic any more. Your notes may have changed.')
}

/** What a topic is asked for by: the names on the way to it. */
const topicKey = (path: readonly string[]): string => hashFields(['topic', ...path])

function toTopicView(topic: Topic<HeldConcept>, above: readonly string[], today: Day): TopicView {
  const path = [...above, topic.name]
  const held = itemsIn(topic)
  return {
    key: topicKey(path),
    name: topic.name,
    concepts: held.length,
    due: held.reduce((sum, concept) => sum + concept.due, 0),
    levels: countLevels(held),
    mastery: toTopicMasteryView(topicMastery(addSums(held.map(({ mastery }) => mastery.sums))), today),
    inside: topic.topics.map((inner) => ({
      key: topicKey([...path, inner.name]),
      name: inner.name,
      concepts: itemsIn(inner).length,
    })),
  }
}

/** Topics stand by the first of their concepts; by name where names are wanted. */
function placeOfTopic(topic: Topic<HeldConcept>, sort: ConceptSort): PageKey {
  const name = topic.name.toLowerCase()
  if (sort === 'az') return [name]
  const [first] = itemsIn(topic)
    .map((concept) => placeOf(concept, sort))
    .sort(comparePlaces)
  return [...(first ?? [])]
}

function inOrder<Item>(items: readonly Item[], keyOf: (item: Item) => PageKey) {
  return items.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => comparePlaces(a.key, b.key))
}

function fromCursor(cursor: string | undefined): PageKey | null {
  if (cursor === undefined) return null
  const key = readPlace(cursor)
  if (key === null)
    throw new Refusal('invalid_request', 'This page cannot be found. Begin with the first one.')
  return key
}
