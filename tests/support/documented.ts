import type { App } from '../../server/deps.ts'

/** A schema of the API document, as far as tests read it. */
export interface DocumentedSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly DocumentedSchema[]
  readonly properties?: Readonly<Record<string, DocumentedSchema>>
  readonly required?: readonly string[]
  readonly items?: DocumentedSchema
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly additionalProperties?: unknown
}

export interface DocumentedOperation {
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema: DocumentedSchema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: DocumentedSchema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: DocumentedSchema }>> }>
  >
}

/** Every operation of the API document, by its address and method. */
export async function documentedOperations(
  app: App,
): Promise<{ readonly path: string; readonly method: string; readonly operation: DocumentedOperation }[]> {
  const { body } = await app.inject({ url: '/api/v1/openapi.json', headers: { host: 'localhost' } })
  const { paths } = JSON.parse(body) as { paths: Record<string, Record<string, DocumentedOperation>> }
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
    })),
  )
}
