import { Problem } from '../../shared/api/common.ts'
import { ReadingPatch, ReadingReply } from '../../shared/api/reading.ts'
import type { App } from '../deps.ts'

/** `/reading`: how far the reading of the notes is, and the learner's word to pause or cancel it. */
export async function readingRoutes(app: App): Promise<void> {
  app.get(
    '/reading',
    { schema: { summary: 'What is being read right now', response: { 200: ReadingReply } } },
    async ({ learner }) => learner.library.reading.now,
  )

  app.patch(
    '/reading',
    {
      schema: {
        summary: 'Pause the reading, or go on',
        body: ReadingPatch,
        response: { 200: ReadingReply, '4xx': Problem },
      },
    },
    async ({ body, learner }) => {
      const { reading } = learner.library
      if (body.paused) reading.pause()
      else reading.resume()
      return reading.now
    },
  )

  app.delete(
    '/reading',
    { schema: { summary: 'Cancel the reading; nothing is changed', response: { 200: ReadingReply } } },
    async ({ learner }) => {
      const { reading } = learner.library
      reading.cancel()
      return reading.now
    },
  )
}
