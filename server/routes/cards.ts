import { Type } from 'typebox'
import {
  CardActionBody,
  CardActionReply,
  CardAdded,
  CardEdited,
  CardPatch,
  CardReply,
  CardSearchQuery,
  CardSearchReply,
  CardsQuery,
  CardsReply,
  NewCard,
} from '../../shared/api/cards.ts'
import { Problem, Uuid, closed } from '../../shared/api/common.ts'
import { ReviewsReply } from '../../shared/api/reviews.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { newCardState } from '../../shared/schedule/schedule.ts'
import { findCard, findStates, listCards } from '../db/cards.ts'
import type { App, Deps } from '../deps.ts'
import type { Learner } from '../learner.ts'
import { addCard } from '../library/add-card.ts'
import { editCard } from '../library/edit-card.ts'
import { toCardView } from '../view/card-view.ts'
import { actOnCards } from '../study/act-on-cards.ts'
import { openCard } from '../study/open-card.ts'
import { appendEvents } from '../study/append-events.ts'
import { searchLibrary } from '../study/search-cards.ts'
import { toReviewsReply } from './reviews.ts'
import { typedQuery } from './typed-query.ts'

const Params = Type.Object({ id: Type.Unsafe<CardId>(Uuid) }, closed)

/** `/cards`: the browser of cards, one card, the learner's own wording, and its suspension. */
export async function cardsRoutes(app: App, deps: Deps): Promise<void> {
  const { answers, matchPattern } = deps

  app.get(
    '/cards',
    {
      preValidation: typedQuery('limit'),
      schema: {
        summary: 'Cards, a page at a time',
        querystring: CardsQuery,
        response: { 200: CardsReply, '4xx': Problem },
      },
    },
    async ({ query, learner: { id: learnerId, db } }) => {
      const limit = query.limit ?? 50
      const cards = await listCards(db.reader, learnerId, {
        after: query.cursor as CardId | undefined,
        limit: limit + 1,
        conceptId: query.conceptId as ConceptId | undefined,
        status: query.status,
        words: query.q,
      })
      const page = cards.slice(0, limit)
      const states = await findStates(
        db.reader,
        learnerId,
        page.map((card) => card.id),
      )
      return {
        cards: page.map((card) => toCardView(card, states.get(card.id) ?? newCardState)),
        nextCursor: cards.length > limit ? (page.at(-1)?.id ?? null) : null,
      }
    },
  )

  app.post(
    '/cards',
    {
      schema: {
        summary: 'Type a card by hand; it lands in the note my-cards.md. Undone by DELETE /changes/:id',
        body: NewCard,
        response: { 201: CardAdded, '4xx': Problem, '5xx': Problem },
      },
    },
    async ({ body, learner }, reply) => reply.status(201).send(await addCard(learner, body)),
  )

  app.get(
    '/cards/search',
    {
      preValidation: typedQuery('offset', 'limit'),
      schema: {
        summary:
          'Cards by a query such as “is:due concept:caching lapses>3 re:"^What is"”, a part at a time; “re:” takes a ' +
          'regular expression for the question or the answer, refused when it takes too long',
        querystring: CardSearchQuery,
        response: { 200: CardSearchReply, '4xx': Problem },
      },
    },
    ({ query: { q = '', sort = 'made', offset = 0, limit = 50 }, learner }) =>
      searchLibrary(learner, { q, sort, offset, limit }, matchPattern),
  )

  app.post(
    '/cards/actions',
    {
      schema: {
        summary: 'One action on many cards: by their ids, or on all that a query finds',
        body: CardActionBody,
        response: { 200: CardActionReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ body, learner }) => actOnCards({ ...learner, zone: body.zone }, deps, body),
  )

  app.get(
    '/cards/:id',
    {
      schema: {
        summary: 'One card with its history',
        params: Params,
        response: { 200: CardReply, '4xx': Problem },
      },
    },
    ({ params, learner }) => openCard(learner, params.id),
  )

  app.patch(
    '/cards/:id',
    {
      schema: {
        summary:
          'Put the learner’s own wording in place of the generated one, flag a card, or accept a doubtful one; undone by ' +
          'DELETE /changes/:id',
        params: Params,
        body: CardPatch,
        response: { 200: CardEdited, '4xx': Problem },
      },
    },
    async ({ params, body, learner }) => {
      const changeId = await editCard(learner, params.id, body)
      return { ...(await openCard(learner, params.id)), changeId }
    },
  )

  const append = async (learner: Learner, kind: 'suspended' | 'resumed', cardId: CardId) => {
    const { id: learnerId, db } = learner
    if ((await findCard(db.reader, learnerId, cardId)) === undefined) throw noSuchCard(cardId)
    return toReviewsReply(await appendEvents(learner, answers, { kind }, [cardId]), db.epoch)
  }
  const suspensionSchema = { params: Params, response: { 200: ReviewsReply, '4xx': Problem } }

  app.put(
    '/cards/:id/suspension',
    { schema: { summary: 'Suspend a card until told otherwise', ...suspensionSchema } },
    ({ params, learner }) => append(learner, 'suspended', params.id),
  )
  app.delete(
    '/cards/:id/suspension',
    { schema: { summary: 'Ask a suspended card again', ...suspensionSchema } },
    ({ params, learner }) => append(learner, 'resumed', params.id),
  )
}

function noSuchCard(id: string): Refusal {
  return new Refusal('not_found', `There is no card ${id}.`)
}
