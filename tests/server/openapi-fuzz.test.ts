import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { type DocumentedSchema, documentedOperations } from '../support/documented.ts'

/** Values that a schema allows. */
function allowed(schema: DocumentedSchema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(allowed))
  switch (schema.type ?? 'anything') {
    case 'string':
      return schema.pattern === undefined
        ? fc.string({
            unit: 'grapheme',
            minLength: schema.minLength ?? 0,
            maxLength: Math.min(schema.maxLength ?? 100, 100),
          })
        : fc.stringMatching(new RegExp(schema.pattern))
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -(2 ** 40), max: schema.maximum ?? 2 ** 40 })
    case 'number':
      return fc.double({
        noNaN: true,
        ...(schema.minimum === undefined ? {} : { min: schema.minimum }),
        ...(schema.maximum === undefined ? {} : { max: schema.maximum }),
      })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(allowed(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(5, schema.minItems ?? 0),
      })
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, allowed(inner)]),
        ),
        {
          requiredKeys: [...(schema.required ?? [])],
        },
      )
    default:
      return fc.jsonValue()
  }
}

const rubbish = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    -1,
    1e308,
    '\u0000',
    '\ud800',
    "' or 1=1 --",
    { constructor: { prototype: 1 } },
    [[[]]],
    '%',
    '\\',
  ),
)

let app: TestApp
beforeAll(async () => {
  app = await buildTestApp()
})
afterAll(() => app.close())

test('every documented address answers whatever is sent to it as it is documented, and never with a fault of ours', async () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  let calls = 0
  for (const { path, method, operation } of await documentedOperations(app.app)) {
    const body = operation.requestBody?.content['application/json']?.schema
    const fields = (place: string, valueOf: (schema: DocumentedSchema) => fc.Arbitrary<unknown>) => {
      const own = (operation.parameters ?? []).filter((parameter) => parameter.in === place)
      return fc.record(
        Object.fromEntries(own.map((parameter) => [parameter.name, valueOf(parameter.schema)])),
        {
          requiredKeys: own
            .filter((parameter) => parameter.required === true)
            .map((parameter) => parameter.name),
        },
      )
    }
    for (const valueOf of [allowed, () => rubbish]) {
      const request = fc.record({
        path: fields('path', valueOf),
        query: fields('query', valueOf),
        body: body === undefined ? fc.constant(undefined) : fc.oneof(allowed(body), rubbish),
      })
      await fc.assert(
        fc.asyncProperty(request, async ({ path: values, query, body: payload }) => {
          const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
            encodeText((values as Record<string, unknown>)[name]),
          )
          const words = Object.entries(query).map(([name, value]) => `${name}=${encodeText(value)}`)
          const response = await app.app.inject({
            method: method as 'GET',
            url: `${filled}?${words.join('&')}`,
            ...(payload === undefined
              ? {}
              : { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(payload) }),
          })
          calls++
          expect(response.statusCode, `${method} ${filled}: ${response.body}`).toBeLessThan(500)
          const documented =
            operation.responses[response.statusCode] ??
            operation.responses[`${String(response.statusCode)[0]}XX`]
          const schema = documented?.content?.['application/json']?.schema
          if (schema !== undefined)
            expect(ajv.validate(schema, response.json()), `${method} ${filled}: ${ajv.errorsText()}`).toBe(
              true,
            )
        }),
        { numRuns: 25 },
      )
    }
  }
  expect(calls).toBeGreaterThan(500)
})

function encodeText(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '_')) || '-'
}
