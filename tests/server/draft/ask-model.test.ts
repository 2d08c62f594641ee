import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { draftSchema } from '../../../shared/draft/prompt.ts'
import { type Model, type ModelAnswer, openModel } from '../../../server/draft/ask-model.ts'
import { noon } from '../../support/factories.ts'
import {
  type ModelBehaviour,
  type ModelServer,
  neverAnswers,
  replies,
  says,
  saysCards,
  startModelServer,
} from '../../support/model-server.ts'

const key = 'sk-secret-key'
let server: ModelServer
let waits: number[]
let told: (number | null)[]
beforeEach(async () => {
  server = await startModelServer()
  waits = []
  told = []
})
afterEach(() => server.close())

function model(
  changes: { readonly url?: string; readonly key?: string | null; readonly patienceMs?: number } = {},
): Model {
  const named = server.named(changes.key === undefined ? key : changes.key)
  return openModel(changes.url === undefined ? named : { ...named, url: `${changes.url}/chat/completions` }, {
    clock: () => noon,
    wait: async (ms) => {
      waits.push(ms)
    },
    patienceMs: changes.patienceMs ?? 10_000,
  })
}

const messages = [
  { role: 'system', content: 'Draft cards. '.repeat(200) },
  { role: 'user', content: 'Lead melts at 327 degrees. '.repeat(100) },
] as const

const ask = (asked: Model, signal = new AbortController().signal): Promise<ModelAnswer> =>
  asked.ask({ messages, schema: draftSchema, signal, onWait: (ms) => told.push(ms) })

async function answerTo(...behaviours: ModelBehaviour[]): Promise<ModelAnswer> {
  server.behave(...behaviours)
  return ask(model())
}

test('a question goes to the address alone, with the key, the messages and the schema', async () => {
  const answer = await answerTo(saysCards([]))
  expect(answer).toEqual({ kind: 'said', content: '{"cards":[]}', cutShort: false, doubt: null })
  const [question] = server.questions
  expect(question?.url).toBe('/v1/chat/completions')
  expect(question?.headers.authorization).toBe(`Bearer ${key}`)
  expect(question?.body.model).toBe('little')
  expect(question?.body.messages).toEqual(messages)
  expect(question?.body.response_format?.json_schema.schema).toEqual(draftSchema.schema)
})

test('without a key none is sent', async () => {
  await ask(model({ key: null }))
  expect(server.questions[0]?.headers.authorization).toBeUndefined()
})

test.each([
  ['401', replies(401, {}, `{"error":{"message":"bad ${key}"}}`), 'unauthorised', 'does not take the key'],
  ['403', replies(403), 'unauthorised', '(403)'],
  [
    '404',
    replies(404, {}, '{"error":{"message":"model not found"}}'),
    'no_model',
    'It says: “model not found”',
  ],
  [
    '400',
    replies(400, {}, `{"error":{"message":"bad ${key}"}}`),
    'refused',
    'refused the request (400). It says: “bad …”',
  ],
  [
    '400 for its length',
    replies(400, {}, '{"error":{"message":"exceeds the available context size"}}'),
    'context_cut',
    'too long',
  ],
  ['413', replies(413), 'context_cut', 'too long'],
  ['301', replies(301, { location: 'http://127.0.0.1:1/' }), 'redirected', 'not followed'],
  ['307', replies(307, { location: '/v2' }), 'redirected', 'not followed'],
  ['no JSON', replies(200, {}, '<html>Hello</html>'), 'no_json', 'no JSON'],
  ['half a JSON', replies(200, {}, '{"choices":[{"message"'), 'no_json', 'no JSON'],
  ['nothing', replies(200), 'no_json', 'no JSON'],
  ['JSON of something else', replies(200, {}, '{"models":[]}'), 'no_answer', 'protocol'],
  ['a novel', says('x'.repeat(2_100_000)), 'too_large', '2 MB'],
] as const)('%s is said once, in a sentence, without the key', async (_, behaviour, fault, words) => {
  const answer = await answerTo(behaviour)
  expect(answer).toMatchObject({ kind: 'failed', fault })
  expect(answer).toHaveProperty('sentence', expect.stringContaining(words))
  expect(JSON.stringify(answer)).not.toContain(key)
  expect(server.questions).toHaveLength(1)
  expect(waits).toEqual([])
})

test('where there is no server, it is said so', async () => {
  await server.close()
  expect(await ask(model())).toMatchObject({ kind: 'failed', fault: 'unreachable' })
  expect(await ask(model({ url: 'http://no-such-host.invalid/v1' }))).toMatchObject({ fault: 'unreachable' })
  server = await startModelServer()
})

test('an answer that does not come in time is not waited for, nor one that trickles', async () => {
  server.behave(neverAnswers)
  expect(await ask(model({ patienceMs: 500 }))).toMatchObject({ kind: 'failed', fault: 'too_slow' })
  server.behave((response) => {
    response.write('{')
  })
  expect(await ask(model({ patienceMs: 500 }))).toMatchObject({ kind: 'failed', fault: 'too_slow' })
  expect(server.questions).toHaveLength(2)
})

test('a busy server is asked again after the rest that it wants, in seconds or until a date', async () => {
  const answer = await answerTo(
    replies(429, { 'retry-after': '7' }),
    replies(429, { 'retry-after': new Date(noon + 60_000).toUTCString() }),
    replies(429),
    saysCards([]),
  )
  expect(answer.kind).toBe('said')
  expect(waits).toEqual([7000, 60_000, 30_000])
  expect(told).toEqual([7000, null, 60_000, null, 30_000, null])
})

test('a server that stays busy, or wants a very long rest, is left alone', async () => {
  expect(await answerTo(replies(429))).toMatchObject({ kind: 'failed', fault: 'too_busy' })
  expect(server.questions).toHaveLength(4)
  const answer = await answerTo(replies(429, { 'retry-after': '7200' }))
  expect(answer).toMatchObject({ fault: 'too_busy', sentence: expect.stringContaining('in 120 min') })
  expect(server.questions).toHaveLength(5)
})

test.each([500, 502, 503, 529])(
  'after a %d it is asked again, each time later, and then no more',
  async (status) => {
    expect(await answerTo(replies(status), saysCards([]))).toMatchObject({ kind: 'said' })
    expect(waits).toEqual([2000])
    expect(await answerTo(replies(status))).toMatchObject({ kind: 'failed', fault: 'server_error' })
    expect(waits).toEqual([2000, 2000, 8000, 30_000])
  },
)

test('a connection that breaks is tried again', async () => {
  const breaks: ModelBehaviour = (response) => response.destroy()
  const breaksInside: ModelBehaviour = (response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('{"choices"', () => response.destroy())
  }
  expect(await answerTo(breaks, breaksInside, saysCards([]))).toMatchObject({ kind: 'said' })
  expect(await answerTo(breaks)).toMatchObject({ kind: 'failed', fault: 'broken_off' })
})

test('a server that speaks something else than HTTP is no model', async () => {
  const other = createServer((socket) => socket.end('SSH-2.0-hello\r\n', () => socket.destroy()))
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  expect(await ask(model({ url: `http://127.0.0.1:${port}/v1` }))).toMatchObject({ kind: 'failed' })
  await new Promise((resolve) => other.close(resolve))
})

test('an answer that the server cut is told from a whole one', async () => {
  expect(await answerTo(says('{"cards":[', { finish: 'length' }))).toMatchObject({
    kind: 'said',
    cutShort: true,
  })
})

test('a context that is too short for the section is noticed by the tokens that were read', async () => {
  const answer = await answerTo(says('{"cards":[]}', { usage: { prompt_tokens: 128 } }))
  expect(answer).toMatchObject({
    kind: 'failed',
    fault: 'context_cut',
    sentence: expect.stringContaining('only 128'),
  })
})

test('where the server may only have left out what it remembers, it is said and taken', async () => {
  const usage = (prompt: number, cached = 0) => ({
    usage: { prompt_tokens: prompt, prompt_tokens_details: { cached_tokens: cached } },
  })
  expect(await answerTo(says('{}', usage(450)))).toMatchObject({
    kind: 'said',
    doubt: expect.stringContaining('450'),
  })
  expect(await answerTo(says('{}', usage(450, 400)))).toMatchObject({ kind: 'said', doubt: null })
  expect(await answerTo(says('{}', usage(2000)))).toMatchObject({ kind: 'said', doubt: null })
  expect(await answerTo(replies(500), says('{}', usage(1)))).toMatchObject({ kind: 'said', doubt: null })
})

test('cancelling breaks off at once, while it is asked and while it waits', async () => {
  const first = new AbortController()
  server.behave((response) => {
    response.write('{')
    first.abort()
  })
  expect(await ask(model(), first.signal)).toEqual({ kind: 'cancelled' })
  const second = new AbortController()
  server.behave(replies(503))
  const waiting = openModel(server.named(null), {
    clock: () => noon,
    patienceMs: 10_000,
    wait: async () => {
      second.abort()
    },
  })
  expect(await ask(waiting, second.signal)).toEqual({ kind: 'cancelled' })
})
