import type { FastifyRequest } from 'fastify'
import { Problem } from '../../shared/api/common.ts'
import { ImportBody, ImportQuery, ImportReply } from '../../shared/api/imports.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { App } from '../deps.ts'
import { bringIn } from '../library/take-uploads.ts'
import type { UploadedFile } from '../library/uploaded-file.ts'
import { typedQuery } from './typed-query.ts'

const maxImportBytes = 25_000_000

/** `POST /imports`: bring notes in, or read the folder again; `dryRun` shows the plan and changes nothing. */
export async function importsRoutes(app: App): Promise<void> {
  app.post(
    '/imports',
    {
      bodyLimit: maxImportBytes,
      preValidation: [typedQuery('dryRun'), readMultipart],
      schema: {
        summary: 'Bring notes in (JSON or multipart); without files the learnings folder is read again',
        consumes: ['application/json', 'multipart/form-data'],
        querystring: ImportQuery,
        body: ImportBody,
        response: { 200: ImportReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ query, body, learner }) => {
      const files =
        uploadedBytes.get(body) ??
        body.files.map(({ path, text }): UploadedFile => ({ path, bytes: Buffer.from(text) }))
      return bringIn(learner, files, query.dryRun === true)
    },
  )
}

// The bytes of a multipart request: a note that is not UTF-8 must be recognised before it is text.
const uploadedBytes = new WeakMap<object, UploadedFile[]>()

async function readMultipart(request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return
  const files: UploadedFile[] = []
  let total = 0
  // A file over the limit is cut there and refused by its size; the others go on. A .zip may be as large as the request.
  for await (const part of request.parts({ limits: { fileSize: maxImportBytes } })) {
    if (part.type !== 'file') continue
    const bytes = await part.toBuffer()
    total += bytes.byteLength
    if (total > maxImportBytes)
      throw new Refusal(
        'too_large',
        'These files are more than 25 MB together. Send them in several imports.',
      )
    // A folder sent by a browser names its files by their path; the part's file name has lost it.
    files.push({ path: part.fieldname.includes('.') ? part.fieldname : part.filename, bytes })
  }
  const body = { files: [] }
  uploadedBytes.set(body, files)
  request.body = body
}
