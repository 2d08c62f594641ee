import { type IncomingHttpHeaders, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server was asked. */
export interface ModelQuestion {
  readonly headers: IncomingHttpHeaders
  readonly url: string
  readonly body: {
    readonly model: string
    readonly messages: readonly { readonly role: string; readonly content: string }[]
    readonly response_format?: { readonly json_schema: { readonly schema: object } }
  }
}

/** Answers one question, as well or as badly as a test wants. */
export type ModelBehaviour = (response: ServerResponse, question: ModelQuestion) => void

/** A server on loopback that speaks the chat-completions protocol. */
export interface ModelServer {
  readonly url: string
  /** Its model, as an owner names it. */
  named(key: string | null): { readonly url: string; readonly name: string; readonly key: string | null }
  readonly questions: ModelQuestion[]
  /** What it does with the next questions; the last one goes on. */
  behave(...behaviours: ModelBehaviour[]): void
  close(): Promise<void>
}

export async function startModelServer(...first: ModelBehaviour[]): Promise<ModelServer> {
  let behaviours = first
  const questions: ModelQuestion[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      const body = JSON.parse(text) as ModelQuestion['body']
      const question = { headers: request.headers, url: request.url ?? '', body }
      questions.push(question)
      const [now = saysCards([]), ...later] = behaviours
      if (later.length > 0) behaviours = later
      now(response, question)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return {
    url,
    named: (key) => ({ url: `${url}/chat/completions`, name: 'little', key }),
    questions,
    behave: (...next) => {
      behaviours = next
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Says this, as the protocol wraps it. */
export const says =
  (content: string, more: { readonly finish?: string; readonly usage?: object } = {}): ModelBehaviour =>
  (response) => {
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify({
        id: 'one',
        choices: [
          { index: 0, message: { role: 'assistant', content }, finish_reason: more.finish ?? 'stop' },
        ],
        ...(more.usage === undefined ? {} : { usage: more.usage }),
      }),
    )
  }

export const saysCards = (cards: readonly object[]): ModelBehaviour => says(JSON.stringify({ cards }))

/** Answers with this status, these headers and this text. */
export const replies =
  (status: number, headers: Readonly<Record<string, string>> = {}, text = ''): ModelBehaviour =>
  (response) => {
    response.writeHead(status, headers)
    response.end(text)
  }

/** Reads the question and never answers. */
export const neverAnswers: ModelBehaviour = () => undefined
