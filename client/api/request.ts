import type { Problem } from '../../shared/api/common.ts'
import { basePath } from './base-path.ts'
import { learner } from './whose-page.ts'

/** A request that was not met. `offline` is ours (no answer came); every other code is the server's. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly requestId: string | undefined
  constructor(code: string, status: number, sentence: string, requestId?: string) {
    super(sentence)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.requestId = requestId
  }
}

/** Whatever was thrown, as something that can be said. */
export function toApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('unknown', 0, 'Something went wrong on this page.')
}

type Query = Record<string, string | number | boolean | undefined>
/** A file on its way in, under the path it had in the folder it was chosen from. */
export interface ChosenFile {
  readonly path: string
  readonly file: File
}

/** Asks for something. Throws an `ApiError` where it does not come. */
export function read<Reply>(path: string, query: Query = {}, more: RequestInit = {}): Promise<Reply> {
  return request<Reply>(withQuery(path, query), { ...more, method: 'GET' })
}

/** Changes something. Throws an `ApiError` where it was not done. */
export function write<Reply>(
  method: string,
  path: string,
  body?: unknown,
  more: RequestInit = {},
): Promise<Reply> {
  return request<Reply>(path, {
    ...more,
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
}

/**
 * Files travel as the bytes they are: only the server can say that one is not UTF-8. The name of a part is the file's path,
 * because a file's own name loses its folders on the way.
 */
export function upload<Reply>(
  path: string,
  files: readonly ChosenFile[],
  signal?: AbortSignal,
): Promise<Reply> {
  const form = new FormData()
  for (const { path: place, file } of files) form.append(place, file, file.name)
  return request<Reply>(path, {
    method: 'POST',
    body: form,
    ...(signal === undefined ? {} : { signal }),
  })
}

async function request<Reply>(path: string, init: RequestInit): Promise<Reply> {
  // No other site can send this header without asking first, and none of another learner's pages sends their name.
  const headers = { 'x-recollect': learner || '1', ...init.headers }
  const response = await fetch(`${basePath}/api/v1${path}`, { ...init, headers }).catch(() => {
    if (init.signal?.aborted === true && init.signal.reason?.name !== 'TimeoutError')
      throw new ApiError('cancelled', 0, 'Cancelled.')
    throw new ApiError('offline', 0, 'The Recollect server does not answer.')
  })
  if (response.status === 204) return undefined as Reply
  if (response.ok) return readJson<Reply>(response)
  if (response.status === 401) globalThis.dispatchEvent(new Event('signedout'))
  throw await problemOf(response)
}

/** A proxy or a sign-in page may answer in the server's place, with something that is no answer. */
async function readJson<Reply>(response: Response): Promise<Reply> {
  try {
    return (await response.json()) as Reply
  } catch {
    throw new ApiError(
      'unreadable',
      response.status,
      'The reply is not one that Recollect gives. Is another program on this address?',
    )
  }
}

async function problemOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null
  const sentence = problem?.detail ?? problem?.title ?? 'The server could not answer this request.'
  return new ApiError(problem?.code ?? 'unknown', response.status, sentence, problem?.requestId)
}

function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  )
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`
}
