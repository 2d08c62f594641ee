import type { FastifyRequest, RouteOptions } from 'fastify'
import { Type } from 'typebox'
import { Problem, closed } from '../shared/api/common.ts'
import { Refusal } from '../shared/basics/refusal.ts'
import type { App } from './deps.ts'

const nothing = Type.Object({}, closed)

/** What holds at every address of the API, also where it does not say so: it takes no field that it does not name. */
export function addDefaults(api: App): void {
  api.addHook('onRoute', (route: RouteOptions) => {
    const { schema = {} } = route
    route.schema = {
      ...schema,
      querystring: schema.querystring ?? nothing,
      response: { '4xx': Problem, '5xx': Problem, ...(schema.response as object | undefined) },
    }
    if (schema.body === undefined) route.preValidation = [route.preValidation ?? [], refuseBody].flat()
  })
}

async function refuseBody({ body }: FastifyRequest): Promise<void> {
  if (body === undefined || body === null || isEmpty(body)) return
  throw new Refusal('invalid_request', 'This address takes no body; its address says it all. Send none.')
}

const isEmpty = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0
