import { Refusal } from '../shared/basics/refusal.ts'
import type { App } from './deps.ts'
import { whyUnstorable } from './storable-text.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The use case judges each part of the body by itself, so that a bad one does not hold the others. */
    readonly judgesEach?: boolean
  }
}

/**
 * JSON from outside: keys that would reach a prototype, nesting that would overflow the stack, and text that no database
 * can hold are refused at the edge.
 */
export function parseJson(app: App): void {
  const parseStrictly = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, undefined)
    const finish = (error: Error | null, value?: unknown): void => {
      if (error !== null)
        return done(new Refusal('invalid_request', `The body is not valid JSON (${error.message}).`))
      const { judgesEach } = request.routeOptions.config
      const refusal = judgesEach === true ? null : whyUnstorable(value)
      if (refusal === null) done(null, value)
      else done(refusal)
    }
    try {
      // Here a key like `__proto__` is a field like any other, and no schema knows it.
      if (request.routeOptions.config.judgesEach === true) finish(null, JSON.parse(body as string))
      else void parseStrictly(request, body as string, finish)
    } catch (error) {
      if (error instanceof SyntaxError) return finish(error)
      if (!(error instanceof RangeError)) throw error
      done(new Refusal('invalid_request', 'The JSON is nested too deeply to be read.'))
    }
  })
}
