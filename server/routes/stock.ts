import { Problem } from '../../shared/api/common.ts'
import { StockCardsQuery, StockCardsReply, StockQuery, StockReply } from '../../shared/api/stock.ts'
import type { CardId } from '../../shared/card/card.ts'
import { findActiveProfile } from '../db/learners.ts'
import type { App, Deps } from '../deps.ts'
import { openStock, openStockCards } from '../study/open-stock.ts'

/** `GET /stock`: what a device needs to go on for some days without its server. */
export async function stockRoutes(app: App, { schedulers }: Deps): Promise<void> {
  app.get(
    '/stock',
    {
      schema: {
        summary: 'The cards of the next days, with what a device must know to plan those days by itself',
        querystring: StockQuery,
        response: { 200: StockReply, '4xx': Problem },
      },
    },
    async ({ learner }) =>
      openStock(learner, schedulers.of(await findActiveProfile(learner.db.reader, learner.id))),
  )

  app.get(
    '/stock/cards',
    {
      schema: {
        summary: 'More cards of the stock, by the ids that it names',
        querystring: StockCardsQuery,
        response: { 200: StockCardsReply, '4xx': Problem },
      },
    },
    async ({ query, learner }) =>
      openStockCards(
        learner,
        query.ids.split(',') as CardId[],
        schedulers.of(await findActiveProfile(learner.db.reader, learner.id)),
      ),
  )
}
