import { Type } from 'typebox'
import { DayText, Problem, Text, closed } from '../../shared/api/common.ts'
import {
  ConceptAnswersQuery,
  ConceptAnswersReply,
  ConceptEdgesReply,
  ConceptMapReply,
  ConceptParams,
  ConceptReply,
  ConceptsQuery,
  ConceptsReply,
  FactIgnoredReply,
  FactOffersReply,
  FactParams,
  LevelMovesReply,
  MasterySummary,
  MergeSuggestionsReply,
  TopicsQuery,
  TopicsReply,
} from '../../shared/api/concepts.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { isDay } from '../../shared/basics/time.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { App, Deps } from '../deps.ts'
import { ignoreFact, takeFactBack } from '../library/ignore-fact.ts'
import { type ConceptDesk, MasteryMemory } from '../study/held-concepts.ts'
import { openConcept, openConceptAnswers, openFactOffers } from '../study/open-concept.ts'
import {
  openConcepts,
  openLevelMoves,
  openMastery,
  openMergeSuggestions,
  openTopics,
} from '../study/open-concepts.ts'
import { openConceptMap } from '../study/open-concept-map.ts'
import { openConceptEdges } from '../study/open-edges.ts'
import { StandingFiller } from '../study/standings.ts'
import { typedQuery } from './typed-query.ts'

const ZoneQuery = Type.Object({ zone: Type.Optional(Text(64)) }, closed)
const MovesQuery = Type.Object({ zone: Type.Optional(Text(64)), day: Type.Optional(DayText) }, closed)

/** `/concepts`, `/topics`, `/mastery`: how well things are held, and what each concept consists of. */
export async function conceptsRoutes(app: App, deps: Deps): Promise<void> {
  const { db, schedulers } = deps
  const filler = new StandingFiller(db, schedulers, (error) =>
    app.log.error({ err: error }, 'what is kept of concepts could not be filled up'),
  )
  app.addHook('onClose', () => filler.settled())
  const desk: ConceptDesk = { schedulers, filler, memory: new MasteryMemory() }

  app.get(
    '/concepts',
    {
      preValidation: typedQuery('level', 'own', 'offset', 'limit'),
      schema: {
        summary:
          'Concepts with their mastery, a page at a time: by name, level, note or topic, in a chosen order',
        querystring: ConceptsQuery,
        response: { 200: ConceptsReply, '4xx': Problem },
      },
    },
    ({ query, learner }) => openConcepts(learner, desk, query),
  )

  app.get(
    '/topics',
    {
      preValidation: typedQuery('limit'),
      schema: {
        summary: 'Topics of the notes, or those inside one, with how well all below each is held',
        querystring: TopicsQuery,
        response: { 200: TopicsReply, '4xx': Problem },
      },
    },
    ({ query, learner }) => openTopics(learner, desk, query),
  )

  app.get(
    '/mastery',
    {
      schema: {
        summary:
          'All concepts together: levels, predicted recall, and the few that something is worth doing about',
        querystring: ZoneQuery,
        response: { 200: MasterySummary, '4xx': Problem },
      },
    },
    ({ learner }) => openMastery(learner, desk),
  )

  app.get(
    '/mastery/moves',
    {
      schema: {
        summary: 'Levels that moved on a study day, today without one, each with what moved it',
        querystring: MovesQuery,
        response: { 200: LevelMovesReply, '4xx': Problem },
      },
    },
    ({ query: { day }, learner }) => {
      if (day !== undefined && !isDay(day))
        throw new Refusal('invalid_day', `“${String(day)}” is not a date. Write it as 2026-12-01.`)
      return openLevelMoves(learner, desk, day)
    },
  )

  app.get(
    '/concept-merges',
    {
      schema: {
        summary:
          'Names that may be one concept; POST /concept-changes merges them, or says that they are two',
        response: { 200: MergeSuggestionsReply, '4xx': Problem },
      },
    },
    ({ learner }) => openMergeSuggestions(learner, desk),
  )

  app.get(
    '/concepts/:id',
    {
      schema: {
        summary: 'One concept: level and how it moved, facts with sources and cards, conflicts',
        params: ConceptParams,
        querystring: ZoneQuery,
        response: { 200: ConceptReply, '4xx': Problem },
      },
    },
    ({ params, learner }) => openConcept(learner, desk, params.id as ConceptId),
  )

  app.get(
    '/concepts/:id/offers',
    {
      schema: {
        summary: 'For its facts without a card: the card that POST /notes/:id/cards would make of each',
        params: ConceptParams,
        response: { 200: FactOffersReply, '4xx': Problem },
      },
    },
    ({ params, learner }) => openFactOffers(learner, params.id as ConceptId),
  )

  const ofFact = { params: FactParams, response: { 200: FactIgnoredReply, '4xx': Problem } }
  app.put(
    '/facts/:factKey/rejection',
    {
      schema: {
        summary: 'Ignore a fact: its lines give no card any more, and it counts for no concept',
        ...ofFact,
      },
    },
    ({ params, learner }) => ignoreFact(learner, params.factKey as FactKey),
  )
  app.delete(
    '/facts/:factKey/rejection',
    { schema: { summary: 'Let an ignored fact count again, and be asked', ...ofFact } },
    ({ params, learner }) => takeFactBack(learner, params.factKey as FactKey),
  )

  app.get(
    '/concepts/:id/edges',
    {
      schema: {
        summary: 'What it builds on, is related to and is mixed up with, each with why',
        params: ConceptParams,
        querystring: ZoneQuery,
        response: { 200: ConceptEdgesReply, '4xx': Problem },
      },
    },
    ({ params, learner }) => openConceptEdges(learner, desk, params.id as ConceptId),
  )

  app.get(
    '/concepts/:id/map',
    {
      schema: {
        summary: 'The concepts around one, 40 at the most, each with its place, and what joins them',
        params: ConceptParams,
        querystring: ZoneQuery,
        response: { 200: ConceptMapReply, '4xx': Problem },
      },
    },
    ({ params, learner }) => openConceptMap(learner, desk, params.id as ConceptId),
  )

  app.get(
    '/concepts/:id/answers',
    {
      preValidation: typedQuery('limit'),
      schema: {
        summary: 'Every answer to its cards, the latest first',
        params: ConceptParams,
        querystring: ConceptAnswersQuery,
        response: { 200: ConceptAnswersReply, '4xx': Problem },
      },
    },
    ({ params, query, learner }) => openConceptAnswers(learner, params.id as ConceptId, query),
  )
}
