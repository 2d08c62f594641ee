import { request } from 'node:http'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { field, readJson } from '../../shared/basics/read-json.ts'
import type { ServedLibrary } from '../served-library.ts'
import type { Ask, Question, Reply } from './ask.ts'

/** The server ended before it answered. */
export class ServerGone extends Error {}

/**
 * How to ask the server at an address; null where it does not answer, or another one does. Nothing is ever sent to another
 * machine: the address must be this one's.
 */
export async function reachServer(
  { url, epoch }: NonNullable<ServedLibrary['server']>,
  token: string | null,
): Promise<Ask | null> {
  if (!isOwnAddress(url)) return null
  const ask: Ask = (question) => send(url, `/api/v1${question.path}`, question, longestMs, token)
  try {
    const { status, body } = await send(url, '/healthz', { method: 'GET' }, soonMs, null)
    return status === 200 && field(body, 'epoch') === epoch ? ask : null
  } catch {
    return null
  }
}

const soonMs = 3000
/** Hundreds of proposals are judged one by one. */
const longestMs = 180_000
const mostBytes = 50_000_000

function isOwnAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  const address = hostname.replace(/^\[|\]$/g, '')
  if (protocol !== 'http:' || isIP(address) === 0) return false
  return /^127\.|^::1$/.test(address) || ownAddresses().has(address)
}

const ownAddresses = (): ReadonlySet<string> =>
  new Set(Object.values(networkInterfaces()).flatMap((own) => (own ?? []).map(({ address }) => address)))

function send(
  url: string,
  path: string,
  { method, body }: Pick<Question, 'method' | 'body'>,
  timeout: number,
  token: string | null,
): Promise<Reply> {
  const { hostname, port } = new URL(url)
  const text = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const gone = (error: Error) => reject(new ServerGone(error.message))
    const asked = request(
      {
        host: hostname.replace(/^\[|\]$/g, ''),
        port,
        path,
        method,
        timeout,
        // A connection that is kept would keep this program, too.
        agent: false,
        headers: {
          // A server that is reached at a BASE_URL answers to that name, and to this machine under its own.
          host: 'localhost',
          ...(text === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
      },
      (response) => {
        const parts: Buffer[] = []
        let size = 0
        response.on('data', (part: Buffer) => {
          size += part.length
          if (size > mostBytes) asked.destroy(new Error('The reply is too long.'))
          parts.push(part)
        })
        response.on('error', gone)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: readJson(Buffer.concat(parts).toString('utf8')),
          }),
        )
      },
    )
    asked.on('timeout', () => asked.destroy(new Error('The server did not answer in time.')))
    asked.on('error', gone)
    asked.end(text)
  })
}
