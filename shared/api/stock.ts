import { type Static, Type } from 'typebox'
import { Count, closed } from './common.ts'
import { QueueCard } from './queue.ts'

/** What a device needs to plan the next days by itself as the server would. */
export const StockReply = Type.Object(
  {
    today: Type.String(),
    /** The cards that can be asked on the next days, new ones in the order in which they are introduced. */
    ids: Type.Array(Type.String()),
    /** The first of them; `GET /stock/cards` gives the others. Their keys are labelled on the day they are asked. */
    cards: Type.Array(QueueCard),
    /** How many other cards are scheduled, by the day they are due. */
    elsewhere: Type.Array(
      Type.Object(
        {
          dueOn: Type.String(),
          /** The first day on which they can be asked, where that is a later one. */
          from: Type.Optional(Type.String()),
          count: Count,
        },
        closed,
      ),
    ),
    /** The cards that were answered today: whether for the first time, and what they share with their siblings. */
    answered: Type.Array(
      Type.Object({ id: Type.String(), isNew: Type.Boolean(), siblings: Type.Array(Type.String()) }, closed),
    ),
    /** The days on which siblings that are not among the cards are due, by the id of the card. */
    siblingDays: Type.Record(Type.String(), Type.Array(Type.String())),
  },
  closed,
)
export type StockReply = Static<typeof StockReply>

/** More cards of the stock, by their ids with commas between; those that are gone are left out. */
export const StockCardsQuery = Type.Object(
  { ids: Type.String({ maxLength: 8000, pattern: '^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$' }) },
  closed,
)
export const StockCardsReply = Type.Object({ cards: Type.Array(QueueCard) }, closed)
export type StockCardsReply = Static<typeof StockCardsReply>

export const StockQuery = Type.Object(
  {
    /** The device's zone, used when the setting is "auto". */
    zone: Type.Optional(Type.String({ maxLength: 64 })),
  },
  closed,
)
