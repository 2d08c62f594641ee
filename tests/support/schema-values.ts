import type { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import type { DocumentedSchema } from './documented.ts'

/** Values that a schema allows. */
export function allowed(schema: DocumentedSchema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
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
    case 'integer': {
      const [min, max] = [schema.minimum ?? -(2 ** 40), schema.maximum ?? 2 ** 40]
      return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max))
    }
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

/** What nobody meant to send. */
export const rubbish = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    -1,
    0.5,
    1e308,
    2 ** 53,
    '',
    '\u0000',
    '\ud800',
    "' or 1=1 --",
    '../../etc/passwd',
    '<script>alert(1)</script>',
    'x'.repeat(5000),
    Array.from({ length: 1001 }, () => 0),
    { constructor: { prototype: 1 } },
    [[[]]],
    '%',
    '\\',
  ),
)

/** Values that a schema refuses: rubbish, or something allowed with one thing in it changed, missing or too much. */
export function refused(schema: DocumentedSchema, ajv: Ajv2020): fc.Arbitrary<unknown> {
  const isAllowed = ajv.compile(schema)
  const changed = fc
    .tuple(allowed(schema), fc.nat(), fc.constantFrom('change', 'remove', 'add'), rubbish)
    .map(([value, place, how, other]) => withFault(value, place, how, other))
  return fc.oneof({ weight: 4, arbitrary: changed }, rubbish).filter((value) => !isAllowed(value))
}

type How = 'change' | 'remove' | 'add'

/** The value with a fault somewhere in it. */
function withFault(value: unknown, place: number, how: How, other: unknown): unknown {
  const whole: { root: unknown } = { root: structuredClone(value) }
  const places = placesIn(whole)
  const { within, key } = places[place % places.length] ?? { within: whole, key: 'root' }
  const found = (within as Record<string, unknown>)[key]
  if (how === 'add' && typeof found === 'object' && found !== null && !Array.isArray(found))
    Object.assign(found, { unheardOf: other })
  else if (how === 'remove' && key !== 'root' && !Array.isArray(within))
    delete (within as Record<string, unknown>)[key]
  else (within as Record<string, unknown>)[key] = other
  return whole.root
}

function placesIn(within: object): { readonly within: object; readonly key: string }[] {
  return Object.entries(within).flatMap(([key, value]: [string, unknown]) => [
    { within, key },
    ...(typeof value === 'object' && value !== null ? placesIn(value) : []),
  ])
}
