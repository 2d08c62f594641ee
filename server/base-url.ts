import { StartFailure } from './db/start-failure.ts'
import { isLoopback } from './loopback.ts'

/** Where people reach the server, when that is another address than the one it listens on. */
export interface BaseUrl {
  /** Scheme, host and port. */
  readonly origin: string
  /** Host and port as a browser writes them. */
  readonly host: string
  readonly isSecure: boolean
  readonly isLoopback: boolean
}

/** Reads `BASE_URL`; null where it is not set. */
export function readBaseUrl(text: string): BaseUrl | null {
  if (text === '') return null
  if (!URL.canParse(text))
    throw new StartFailure(
      `BASE_URL is “${text}”, which is not an address. Write it whole, such as BASE_URL=https://cards.example.`,
    )
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new StartFailure(`BASE_URL begins with “${url.protocol}”. Use http: or https:.`)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new StartFailure('BASE_URL holds more than an address. Give scheme and host alone.')
  const path = url.pathname.replace(/\/+$/, '')
  if (path !== '')
    throw new StartFailure(
      `BASE_URL has the path “${path}”, and the page cannot be served under a path yet. Give it a name of its own, such as https://cards.example.`,
    )
  return {
    origin: url.origin,
    host: url.host,
    isSecure: url.protocol === 'https:',
    isLoopback: isLoopback(url.hostname),
  }
}
