import { setTimeout as delay } from 'node:timers/promises'
import {
  type ChatMessage,
  type ReplySchema,
  chatBody,
  readChat,
  readComplaint,
} from '../../shared/draft/chat-protocol.ts'
import { fewestTokens } from '../../shared/draft/prompt.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { ModelConfig } from '../config.ts'

/** A language model that the learner named. Nothing is sent to it but by `ask`. */
export interface Model {
  readonly name: string
  /** Where the text goes. */
  readonly host: string
  readonly ask: (request: ModelRequest) => Promise<ModelAnswer>
}

export interface ModelRequest {
  readonly messages: readonly ChatMessage[]
  readonly schema: ReplySchema
  /** Breaks off asking and waiting. */
  readonly signal: AbortSignal
  /** Told when the server wants to be left alone for so many milliseconds; null when it is asked again. */
  readonly onWait: (waitMs: number | null) => void
}

/** Why there is no answer. */
export type ModelFault =
  | 'unreachable'
  | 'too_slow'
  | 'broken_off'
  | 'redirected'
  | 'unauthorised'
  | 'no_model'
  | 'too_busy'
  | 'server_error'
  | 'refused'
  | 'too_large'
  | 'no_json'
  | 'no_answer'
  | 'context_cut'

export type ModelAnswer =
  | {
      readonly kind: 'said'
      readonly content: string
      /** The server ended the answer before the model did. */
      readonly cutShort: boolean
      /** A sentence where the server may not have read all that was sent. */
      readonly doubt: string | null
    }
  | { readonly kind: 'failed'; readonly fault: ModelFault; readonly sentence: string }
  | { readonly kind: 'cancelled' }

/** How time passes: a test has its own. */
export interface ModelTime {
  readonly clock: Clock
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** How long one answer may take. */
  readonly patienceMs: number
}

const realTime: ModelTime = {
  clock: systemClock,
  wait: (ms, signal) => delay(ms, undefined, { signal, ref: false }),
  patienceMs: 120_000,
}

/** The waits before a request is sent again to a server that is busy or has failed. */
const waitsMs = [2000, 8000, 30_000]
/** A server that wants a longer rest than this is not waited for. */
const longestWaitMs = 15 * 60_000
const mostBytes = 2_000_000

/** The model that the environment names. This file alone sends anything anywhere, and only to that address. */
export function openModel(config: ModelConfig, time: ModelTime = realTime): Model {
  const { host } = new URL(config.url)
  const asker: Asker = { config, host, time }
  return { name: config.name, host, ask: (request) => askPatiently(asker, request) }
}

interface Asker {
  readonly config: ModelConfig
  readonly host: string
  readonly time: ModelTime
}

/** What came of one request: an answer, or word that it may be asked again. */
type Outcome = ModelAnswer | { readonly kind: 'again'; readonly restMs: number | null; readonly last: Failed }
type Failed = Extract<ModelAnswer, { kind: 'failed' }>

const failed = (fault: ModelFault, sentence: string): Failed => ({ kind: 'failed', fault, sentence })
const cancelled: ModelAnswer = { kind: 'cancelled' }

async function askPatiently(asker: Asker, request: ModelRequest): Promise<ModelAnswer> {
  const { signal, onWait } = request
  for (let turn = 0; ; turn++) {
    const outcome = await askOnce(asker, request, turn === 0)
    if (outcome.kind !== 'again') return outcome
    const usual = waitsMs[turn]
    if (usual === undefined) return outcome.last
    const rest = outcome.restMs ?? usual
    if (rest > longestWaitMs) return tooBusy(asker.host, rest)
    onWait(rest)
    const isOver = await asker.time.wait(rest, signal).then(
      () => true,
      () => false,
    )
    if (!isOver || signal.aborted) return cancelled
    onWait(null)
  }
}

async function askOnce(asker: Asker, request: ModelRequest, isFirst: boolean): Promise<Outcome> {
  const { host, time } = asker
  const patience = AbortSignal.timeout(time.patienceMs)
  const signal = AbortSignal.any([patience, request.signal])
  try {
    const response = await post(asker, request, signal)
    const text = await readText(response)
    if (response.status !== 200) return outcomeOf(asker, response, text ?? '')
    return text === undefined ? tooLarge(host) : answerOf(asker, request, text, isFirst)
  } catch (error) {
    if (request.signal.aborted) return cancelled
    if (patience.aborted) {
      return failed(
        'too_slow',
        `${host} did not answer within ${Math.round(time.patienceMs / 1000)} seconds. Try again when it has less to do, or name a smaller model.`,
      )
    }
    return brokenConnection(host, error)
  }
}

function post({ config }: Asker, { messages, schema }: ModelRequest, signal: AbortSignal): Promise<Response> {
  return fetch(config.url, {
    method: 'POST',
    // Another address is another receiver: the learner did not name it.
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(config.key === null ? {} : { authorization: `Bearer ${config.key}` }),
    },
    body: chatBody(config.name, messages, schema),
    signal,
  })
}

/** The text of a reply; undefined when it is larger than any answer. */
async function readText(response: Response): Promise<string | undefined> {
  if (response.body === null) return ''
  const parts: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop early ends the connection.
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    bytes += part.byteLength
    if (bytes > mostBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function answerOf({ host }: Asker, { messages }: ModelRequest, text: string, isFirst: boolean): ModelAnswer {
  const reply = readChat(text)
  if (reply === 'no_json')
    return failed(
      'no_json',
      `${host} answered with something that is no JSON. Does MODEL_URL end with “/v1”?`,
    )
  if (reply === 'no_answer') {
    return failed(
      'no_answer',
      `${host} answered, but not as the chat-completions protocol does. Does MODEL_URL end with “/v1”?`,
    )
  }
  const { content, cutShort, tokensRead } = reply
  // A text that was sent before may be remembered, and some servers count only what they read anew: the brief is the same
  // for every section, so what was surely read anew is the section.
  const own = fewestTokens(messages.at(-1)?.content ?? '')
  const all = messages.reduce((sum, message) => sum + fewestTokens(message.content), 0)
  if (tokensRead !== null && isFirst && tokensRead < own) {
    return failed(
      'context_cut',
      `${host} read only ${tokensRead} of at least ${all} tokens: its context is too short for a section. ${moreContext}`,
    )
  }
  const isDoubtful = tokensRead !== null && isFirst && tokensRead < all
  return {
    kind: 'said',
    content,
    cutShort,
    doubt: isDoubtful
      ? `${host} says that it read ${tokensRead} of at least ${all} tokens. Its context may be too short: then the drafts miss what it did not read. ${moreContext}`
      : null,
  }
}

/** What to do about a context that is too short. */
export const moreContext = 'Give the model a context of 8192 tokens or more (Ollama: OLLAMA_CONTEXT_LENGTH).'

/** What a reply means that is no answer. */
function outcomeOf(asker: Asker, response: Response, text: string): Outcome {
  const { config, host } = asker
  const { status } = response
  const said = complaint(config, text)
  if (status >= 300 && status < 400) {
    return failed(
      'redirected',
      `${host} sends the request on to another address, and it is not followed. Set MODEL_URL to the right one.`,
    )
  }
  if (status === 401 || status === 403) {
    return failed(
      'unauthorised',
      config.key === null
        ? `${host} wants a key (${status}). Put it into a file and name that in MODEL_KEY_FILE.`
        : `${host} does not take the key in MODEL_KEY_FILE (${status}). Is it the right one, and still valid?`,
    )
  }
  if (status === 404) {
    return failed(
      'no_model',
      `${host} has no model “${config.name}”, or nothing at this address (404). Check MODEL_NAME and MODEL_URL.${said}`,
    )
  }
  const restMs = restOf(response, asker.time.clock)
  if (status === 429) return { kind: 'again', restMs, last: tooBusy(host, restMs) }
  if (status >= 500 || status === 408) {
    const last = failed(
      'server_error',
      `${host} failed (${status}) again and again. Look at its own log.${said}`,
    )
    return { kind: 'again', restMs, last }
  }
  if (status === 413 || /context|too long|maximum.{0,40}token/i.test(said))
    return failed('context_cut', `The section is too long for ${host} (${status}). ${moreContext}${said}`)
  return failed('refused', `${host} refused the request (${status}).${said}`)
}

/** What the server says, behind our sentence. A server may repeat the key that it was given. */
function complaint({ key }: ModelConfig, text: string): string {
  const said = readComplaint(text)
  if (said === '') return ''
  return ` It says: “${key === null ? said : said.replaceAll(key, '…')}”`
}

/** How long the server wants to be left alone: in seconds, or until a date. */
function restOf(response: Response, clock: Clock): number | null {
  const after = response.headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1000
  const until = Date.parse(after)
  return Number.isNaN(until) ? null : Math.max(0, until - clock())
}

function tooBusy(host: string, restMs: number | null): Failed {
  const rest = restMs === null ? 'later' : `in ${Math.max(1, Math.ceil(restMs / 60_000))} min`
  return failed('too_busy', `${host} takes no more requests just now (429). Go on ${rest}: nothing is lost.`)
}

const tooLarge = (host: string): Failed =>
  failed('too_large', `${host} answered with more than ${mostBytes / 1_000_000} MB, which no section needs.`)

function brokenConnection(host: string, error: unknown): Outcome {
  const code = codeOf(error)
  if (brokenOff.has(code)) {
    return {
      kind: 'again',
      restMs: null,
      last: failed('broken_off', `${host} broke off its answer (${code}).`),
    }
  }
  return failed(
    'unreachable',
    `${host} cannot be reached${code === '' ? '' : ` (${code})`}. Is the model’s server running, and is MODEL_URL right?`,
  )
}

const brokenOff: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

/** The code of what really happened, which Node’s fetch puts inside another error. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : ''
}
