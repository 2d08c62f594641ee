import type { Problem } from '../../shared/api/common.ts'

/** A question to the API of the library, the same one that the page asks. */
export interface Question {
  readonly method: 'GET' | 'POST'
  /** Below `/api/v1`. */
  readonly path: string
  readonly body?: object
}
export interface Reply {
  readonly status: number
  readonly body: unknown
}

/** Asks the library, wherever it is open. */
export type Ask = (question: Question) => Promise<Reply>

/** What an assistant asked for cannot be done; the sentence says why, and what to do. */
export class ToolRefusal extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'ToolRefusal'
  }
}

export function get<Body>(ask: Ask, path: string): Promise<Body> {
  return answerOf<Body>(ask, { method: 'GET', path })
}

export function post<Body>(ask: Ask, path: string, body: object): Promise<Body> {
  return answerOf<Body>(ask, { method: 'POST', path, body })
}

async function answerOf<Body>(ask: Ask, question: Question): Promise<Body> {
  const { status, body } = await ask(question)
  if (status >= 200 && status < 300) return body as Body
  throw new ToolRefusal((body as Partial<Problem>).detail ?? `The library answered with status ${status}.`)
}

/** The fields as the part of an address after "?"; those that are undefined are left out. */
export function query(fields: Readonly<Record<string, string | number | undefined>>): string {
  const named = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return named.length === 0 ? '' : `?${named.join('&')}`
}

/** The zone of this machine, in which its learner studies. */
export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
