import { field, readJson } from '../basics/read-json.ts'

/** One message to a model. */
export interface ChatMessage {
  readonly role: 'system' | 'user'
  readonly content: string
}

/** What a reply must look like, by its name: a JSON schema. */
export interface ReplySchema {
  readonly name: string
  readonly schema: object
}

/** The body of a request of the chat-completions protocol. Nothing is in it that only some servers know. */
export function chatBody(
  model: string,
  messages: readonly ChatMessage[],
  { name, schema }: ReplySchema,
): string {
  return JSON.stringify({
    model,
    messages,
    stream: false,
    response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } },
  })
}

/** What a model said, and what its server says about it. */
export interface ChatReply {
  readonly content: string
  /** The server ended it before the model did. */
  readonly cutShort: boolean
  /** How many tokens of the request were read, as far as the server tells; those that it remembered are among them. */
  readonly tokensRead: number | null
}

/** Reads a reply of the protocol; the code says why it is none. */
export function readChat(text: string): ChatReply | 'no_json' | 'no_answer' {
  const reply = parsed(text)
  if (reply === undefined) return 'no_json'
  const [choice] = arrayOf(field(reply, 'choices'))
  const content = contentOf(field(field(choice, 'message'), 'content'))
  if (content === undefined) return 'no_answer'
  return {
    content,
    cutShort: field(choice, 'finish_reason') === 'length',
    tokensRead: tokensRead(field(reply, 'usage')),
  }
}

/** The sentence with which a server refuses, as text of one line; '' where it gives none. */
export function readComplaint(text: string): string {
  const reply = parsed(text)
  const error = field(reply, 'error') ?? field(reply, 'message') ?? field(reply, 'detail')
  const words = typeof error === 'string' ? error : field(error, 'message')
  return typeof words === 'string'
    ? words
        .replaceAll(/\p{C}|\s/gu, ' ')
        .trim()
        .slice(0, 200)
    : ''
}

function tokensRead(usage: unknown): number | null {
  const read = field(usage, 'prompt_tokens')
  if (typeof read !== 'number' || read <= 0) return null
  const remembered = field(field(usage, 'prompt_tokens_details'), 'cached_tokens')
  // Some servers count what they remember apart. Too high a figure only makes us complain less.
  return read + (typeof remembered === 'number' && remembered > 0 ? remembered : 0)
}

/** Words, or words in parts, as some servers send them. */
function contentOf(content: unknown): string | undefined {
  if (typeof content === 'string') return content
  const parts = arrayOf(content).map((part) => field(part, 'text'))
  const said = parts.filter((part) => typeof part === 'string')
  return said.length === 0 ? undefined : said.join('')
}

const parsed = (text: string): unknown => readJson(text.replace(/^\uFEFF/, ''))

const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
