import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify from 'fastify'
import { registerApi } from './api.ts'
import type { Deps } from './deps.ts'

const description = `Review cards made from your own notes.

**Who asks.** On a server for one person on one machine nobody has to say. Elsewhere a browser signs in by \`POST /session\`
(a cookie), and a program sends a token of Settings › Account as \`Authorization: Bearer …\`; a token does what its scopes name.

**Errors** are problem documents (RFC 9457) with a \`code\` for programs, a sentence for people, and a \`requestId\` by which the
log of the server can be searched. A field that an address does not name is refused, in the body and in the query.

**Lists** come a page at a time: \`limit\` says how many, \`nextCursor\` of a reply is the \`cursor\` of the next request, and is null
on the last page. A cursor means something only to the server that gave it, with the same filters. What a list can be
narrowed by stands with its parameters. The log goes on from \`position\` by \`after\`; a search goes by \`offset\`.

**Events** may be sent again: the id is made by whoever sends, and each event of a batch is taken or refused by itself.`

const base = {
  openapi: '3.1.0' as const,
  info: { title: 'Recollect', version: '1', description },
  components: {
    securitySchemes: {
      token: { type: 'http' as const, scheme: 'bearer', description: 'A token of Settings › Account.' },
      session: { type: 'apiKey' as const, in: 'cookie', name: 'recollect-session' },
    },
  },
  security: [{}, { token: [] }, { session: [] }],
}

/**
 * The OpenAPI document, drawn from the very routes that answer. They are registered once more, on an app that never
 * listens: so the one that does starts without the library that describes it.
 */
export async function describeApi(deps: Deps): Promise<object> {
  const app = Fastify().withTypeProvider<TypeBoxTypeProvider>()
  await app.register(swagger, {
    openapi: base,
    transform: ({ schema, url, route }) => ({ schema: named(schema ?? {}, String(route.method), url), url }),
  })
  await registerApi(app, deps)
  await app.ready()
  // Two levels above the document, whatever path a proxy puts before it.
  const document = { ...asSent(app.swagger()), servers: [{ url: '../..' }] }
  await app.close()
  return document
}

/** An operation under its resource, with a name that programs can be made of: `GET /notes/:id` is `getNotesId`. */
function named(schema: object, method: string, url: string): object {
  const words = url.replace(/^\/api\/v1/, '').match(/[A-Za-z]+/g) ?? []
  const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  const [tag] = url.replace(/^\/api\/v1\//, '').match(/[a-z-]+/) ?? []
  return { ...schema, operationId: method.toLowerCase() + capitals.join(''), tags: [tag ?? 'server'] }
}

type Documented = ReturnType<ReturnType<typeof Fastify>['swagger']>

/** Refusals with the type that they are sent with, and every reply with words of its own. */
function asSent(document: Documented): Documented {
  for (const operations of Object.values(document.paths ?? {}))
    for (const operation of Object.values(operations ?? {})) {
      if (typeof operation !== 'object' || !('responses' in operation)) continue
      for (const [status, reply] of Object.entries(operation.responses as Record<string, Reply>)) {
        const isRefusal = /^[45]/.test(status)
        reply.description = isRefusal ? 'Why not' : 'Done'
        const schema = reply.content?.['application/json']
        if (isRefusal && schema !== undefined) reply.content = { 'application/problem+json': schema }
      }
    }
  return document
}

interface Reply {
  description: string
  content?: Record<string, unknown>
}
