import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify from 'fastify'
import { registerApi } from './api.ts'
import type { BaseUrl } from './base-url.ts'
import type { Deps } from './deps.ts'

const base = {
  openapi: '3.1.0',
  info: {
    title: 'Recollect',
    version: '1',
    description:
      'Review cards made from your own notes. Errors are problem documents (RFC 9457) with a code.',
  },
} as const

/**
 * The OpenAPI document, drawn from the very routes that answer. They are registered once more, on an app that never
 * listens: so the one that does starts without the library that describes it.
 */
export async function describeApi(deps: Deps, baseUrl: BaseUrl | null): Promise<object> {
  const app = Fastify().withTypeProvider<TypeBoxTypeProvider>()
  await app.register(swagger, {
    openapi: baseUrl === null ? base : { ...base, servers: [{ url: baseUrl.address }] },
  })
  await registerApi(app, deps)
  await app.ready()
  const document = app.swagger()
  await app.close()
  return document
}
