import { Type } from 'typebox'
import { Problem, Uuid, closed } from '../../shared/api/common.ts'
import {
  DraftingBody,
  DraftingPatch,
  DraftingReply,
  DraftingStarted,
  WordingBody,
  WordingReply,
} from '../../shared/api/drafting.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { App, Deps } from '../deps.ts'
import type { DraftingJob } from '../draft/drafting.ts'
import { draftsToday } from '../draft/drafts-left.ts'
import type { Learner } from '../learner.ts'

const Params = Type.Object({ id: Type.Unsafe<CardId>(Uuid) }, closed)

/** `/drafting`, `/cards/:id/wording`: cards, or better words for one, from the learner's own language model. */
export async function draftingRoutes(app: App, { drafting }: Deps): Promise<void> {
  const now = async (learner: Learner): Promise<DraftingReply> => ({
    ...drafting.nowFor(learner.id),
    ...(await draftsToday(learner)),
  })
  const jobOf = ({ id }: Learner): DraftingJob => {
    const job = drafting.jobOf(id)
    if (job === null) throw new Refusal('not_found', 'No note is being drafted.')
    return job
  }

  app.get(
    '/drafting',
    {
      schema: {
        summary: 'Whether a language model is named, and how far the drafting is',
        response: { 200: DraftingReply },
      },
    },
    ({ learner }) => now(learner),
  )

  app.post(
    '/drafting',
    {
      schema: {
        summary:
          'Draft cards of a note by the learner’s own language model; with `dryRun` nothing is sent, and the reply says what would be, and where to',
        body: DraftingBody,
        response: { 200: DraftingStarted, 202: DraftingStarted, '4xx': Problem, '5xx': Problem },
      },
    },
    async ({ body, learner, log }, reply) => {
      const model = drafting.named()
      // Most starts of the server need none of this.
      const { planDrafting, startDrafting } = await import('../draft/draft-note.ts')
      if (body.dryRun === true) return planDrafting(learner, model, body)
      await startDrafting(learner, drafting, body, (error) =>
        log.error({ err: error }, 'the drafting failed'),
      )
      return reply.status(202).send(await now(learner))
    },
  )

  app.patch(
    '/drafting',
    {
      schema: {
        summary: 'Pause the drafting after the section that was sent, or go on',
        body: DraftingPatch,
        response: { 200: DraftingReply, '4xx': Problem },
      },
    },
    ({ body, learner }) => {
      const job = jobOf(learner)
      if (body.paused) job.pause()
      else job.resume()
      return now(learner)
    },
  )

  app.delete(
    '/drafting',
    {
      schema: {
        summary: 'Cancel the drafting at once; what was drafted stays',
        response: { 200: DraftingReply, '4xx': Problem },
      },
    },
    ({ learner }) => {
      jobOf(learner).cancel()
      return now(learner)
    },
  )

  app.post(
    '/cards/:id/wording',
    {
      schema: {
        summary: 'Ask the learner’s own language model for better words for a card; nothing is changed',
        params: Params,
        body: WordingBody,
        response: { 200: WordingReply, '4xx': Problem, '5xx': Problem },
      },
    },
    async ({ params, body, learner }) => {
      drafting.named()
      const { suggestWording } = await import('../draft/suggest-wording.ts')
      return suggestWording(learner, drafting, params.id, body)
    },
  )
}
