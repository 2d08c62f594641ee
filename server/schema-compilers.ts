import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'

/**
 * Validators compiled by TypeBox when an address is first asked: compiling all of them, and the serialisers,
 * took more than a quarter of the start. Nothing is coerced and nothing removed: unknown fields are an error the caller should hear of.
 */
export const validateLazily: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  let validator: ReturnType<typeof Compile> | null = null
  return (value: unknown) => {
    validator ??= Compile(schema)
    if (validator.Check(value)) return { value }
    const [fault] = validator.Errors(value)
    const place = `${httpPart ?? 'request'}${fault?.instancePath ?? ''}`
    const error = new Error(`${place} ${describeFault(fault)}`)
    return { error: Object.assign(error, { statusCode: 400, validation: [] }) }
  }
}

/** Replies are typed by their schemas when the code is compiled; the platform’s own JSON is as fast as a generated one. */
export const serializePlainly: FastifySerializerCompiler<TSchema> = () => (value) => JSON.stringify(value)

function describeFault(fault: { readonly message: string; readonly params: object } | undefined): string {
  if (fault === undefined) return 'is not as documented'
  // A pattern is for programs; a person hears what was expected.
  if ('pattern' in fault.params) return 'is not of the form that is documented for it'
  if (fault.message === 'schema is false') return 'is not a field of this request'
  const unknown = 'additionalProperties' in fault.params ? fault.params.additionalProperties : undefined
  return Array.isArray(unknown) ? `${fault.message}: ${unknown.join(', ')}` : fault.message
}
