import { Problem } from '../../shared/api/common.ts'
import { TasteReply } from '../../shared/api/taste.ts'
import type { App } from '../deps.ts'
import { openTaste, resetTaste } from '../library/taste.ts'

/** `/taste`: what the learner's decisions say of the cards that they want. */
export async function tasteRoutes(app: App): Promise<void> {
  app.get(
    '/taste',
    {
      schema: {
        summary: 'Kept and decided, by the kind of card',
        response: { 200: TasteReply, '4xx': Problem },
      },
    },
    ({ learner }) => openTaste(learner),
  )

  app.delete(
    '/taste',
    {
      schema: {
        summary: 'Begin anew: what was decided until now teaches nothing any more',
        response: { 200: TasteReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ learner }) => resetTaste(learner),
  )
}
