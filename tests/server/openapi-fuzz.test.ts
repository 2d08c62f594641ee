import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CardsReply } from '../../shared/api/cards.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import { get } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import {
  type DocumentedOperation,
  type DocumentedSchema,
  documentedOperations,
} from '../support/documented.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { aQuiz, questionsOf } from '../support/quiz.ts'
import { allowed, refused, rubbish } from '../support/schema-values.ts'

/** The same requests every time: whoever breaks one can send it again. */
const seed = 20_261_201
const refusedEach = Number(process.env.RUNS ?? 200)
const allowedEach = 10

const ajv = new Ajv2020({ strict: false, validateFormats: false })

/** What one request says. */
interface Asked {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

interface Operation {
  readonly path: string
  readonly method: string
  readonly operation: DocumentedOperation
}

let app: TestApp
let operations: readonly Operation[]
/** Names that mean something here, so that not every request ends at an unknown one. */
let known: Readonly<Record<string, string>>
beforeAll(async () => {
  app = await buildTestApp()
  operations = await documentedOperations(app.app)
  const [card] = (await get<CardsReply>(app, '/cards')).cards
  const [note] = (await get<NotesReply>(app, '/notes')).notes
  const quiz = await aQuiz(app)
  known = {
    cards: card?.id ?? '',
    concepts: card?.conceptId ?? '',
    notes: note?.id ?? '',
    quizzes: quiz.id,
    questionId: questionsOf(quiz)[0]?.id ?? '',
    cardId: card?.id ?? '',
  }
})
afterAll(() => app.close())

test('every operation takes nothing that its schema refuses, and says why', async () => {
  let calls = 0
  // Who watches a server adds what they like to its address.
  const api = operations.filter(({ path }) => path.startsWith('/api/'))
  for (const one of api) {
    await fc.assert(
      fc.asyncProperty(withOneFault(one), async (asked) => {
        const { status, body, words } = await send(one, asked)
        calls++
        expect(status, words).toBeGreaterThanOrEqual(400)
        expect(status, words).toBeLessThan(500)
        expect(body, words).toMatchObject({ status, code: expect.any(String) as string })
        expect((body as { detail: string }).detail, words).toMatch(/[.…]$/)
        expect(answersAsDocumented(one, status, body), `${words} ${ajv.errorsText()}`).toBe(true)
      }),
      { seed, numRuns: refusedEach },
    )
  }
  expect(calls).toBeGreaterThanOrEqual(api.length * refusedEach)
  expect('isAdmin' in {}).toBe(false)
}, 1_200_000)

test('every operation answers whatever its schema allows as it is documented, and never with a fault of ours', async () => {
  const met = new Set<string>()
  for (const one of operations) {
    const { path, query, body } = partsOf(one)
    const asked = fc.record({
      path: values(path, allowed),
      query: values(query, allowed),
      body: bodyOf(body),
    })
    await fc.assert(
      fc.asyncProperty(asked, async (request) => {
        const { status, body: reply, words } = await send(one, request)
        expect(status, words).toBeLessThan(500)
        expect(answersAsDocumented(one, status, reply), `${words} ${ajv.errorsText()}`).toBe(true)
        if (status < 300) met.add(`${one.method} ${one.path}`)
      }),
      { seed, numRuns: allowedEach },
    )
  }
  // The others need an account, a model, or something that an earlier request made.
  expect(met.size).toBeGreaterThan(operations.length / 2)
  await expectCacheIsFold(app)
}, 1_200_000)

/** A request as it should be but for one thing. */
function withOneFault(one: Operation): fc.Arbitrary<Asked> {
  const { path, query, body } = partsOf(one)
  const sound = { path: values(path, allowed), query: values(query, allowed), body: bodyOf(body) }
  const faults: fc.Arbitrary<Asked>[] = [
    fc.record({
      ...sound,
      query: fc
        .tuple(sound.query, rubbish)
        .map(([fields, value]) => ({ ...fields, unheardOf: asText(value) })),
    }),
    fc.record({
      ...sound,
      body: body === undefined ? rubbish.filter(isSomething) : refused(body, ajv),
    }),
  ]
  for (const [name, schema] of Object.entries(path))
    faults.push(fc.record({ ...sound, path: replaced(sound.path, name, refusedText(schema)) }))
  for (const [name, schema] of Object.entries(query))
    faults.push(fc.record({ ...sound, query: replaced(sound.query, name, refusedText(schema)) }))
  // A GET carries no body at all.
  return fc.oneof(...faults.filter((_, i) => i !== 1 || one.method !== 'GET'))
}

const replaced = (
  fields: fc.Arbitrary<Record<string, unknown>>,
  name: string,
  value: fc.Arbitrary<unknown>,
): fc.Arbitrary<Record<string, unknown>> =>
  fc.tuple(fields, value).map(([others, wrong]) => ({ ...others, [name]: wrong }))

/** Text that is refused both as it stands and as the number or truth that it may stand for. */
function refusedText(schema: DocumentedSchema): fc.Arbitrary<unknown> {
  const isAllowed = ajv.compile(schema)
  return rubbish.map(asText).filter((text) => text !== '' && !isAllowed(text) && !isAllowed(typed(text)))
}

function typed(text: string): unknown {
  return /^(?:true|false|-?\d{1,15})$/.test(text) ? JSON.parse(text.replace(/^(-?)0+(?=\d)/, '$1')) : text
}

function partsOf({ operation }: Operation) {
  const place = (where: string) =>
    Object.fromEntries(
      (operation.parameters ?? []).flatMap((one) => (one.in === where ? [[one.name, one.schema]] : [])),
    ) as Readonly<Record<string, DocumentedSchema>>
  return {
    path: place('path'),
    query: place('query'),
    body: operation.requestBody?.content['application/json']?.schema,
  }
}

const values = (
  schemas: Readonly<Record<string, DocumentedSchema>>,
  valueOf: (schema: DocumentedSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, valueOf(schema)])))

const bodyOf = (schema: DocumentedSchema | undefined): fc.Arbitrary<unknown> =>
  schema === undefined ? fc.constant(undefined) : allowed(schema)

const isSomething = (value: unknown): boolean =>
  value !== null && JSON.stringify(value) !== '{}' && value !== undefined

async function send({ path, method }: Operation, asked: Asked) {
  const [, resource = ''] = /^\/api\/v1\/([\w-]+)/.exec(path) ?? []
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const real = known[name] ?? known[resource] ?? ''
    const given = asText(asked.path[name])
    // An id that is one may be that of something which is there.
    return encodeURIComponent(isUuid(given) && real !== '' ? real : given) || '-'
  })
  const words = Object.entries(asked.query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(asText(value))}`,
  )
  const response = await app.app.inject({
    method: method as 'GET',
    url: `${filled}?${words.join('&')}`,
    ...(asked.body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(asked.body) }),
  })
  const isJson = /\bjson\b/.test(String(response.headers['content-type']))
  return {
    status: response.statusCode,
    body: isJson ? response.json<unknown>() : response.body || null,
    words: `${method} ${filled}?${words.join('&')} ${JSON.stringify(asked.body)?.slice(0, 500)}: ${response.body.slice(0, 500)}`,
  }
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

function asText(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.replaceAll(/\p{Surrogate}/gu, '_')
}

/** Whether the status is documented, and the reply is what stands there for it. */
function answersAsDocumented({ operation }: Operation, status: number, body: unknown): boolean {
  const documented = operation.responses[status] ?? operation.responses[`${String(status)[0]}XX`]
  if (documented === undefined) return false
  const [schema] = Object.values(documented.content ?? {}).map((one) => one.schema)
  return schema === undefined || schema.type === 'null' || ajv.validate(schema, body)
}
