import { StartFailure } from './db/start-failure.ts'
import { isLoopback } from './loopback.ts'

/** Where people reach the server, when that is another address than the one it listens on. */
export interface BaseUrl {
  /** The whole address, without a slash at its end. */
  readonly address: string
  /** Scheme, host and port. */
  readonly origin: string
  /** Host and port as a browser writes them. */
  readonly host: string
  /** The path that the app lies under, such as “/cards”; empty at the root of its host. Only signs that mean nothing in HTML. */
  readonly path: string
  readonly isSecure: boolean
  readonly isLoopback: boolean
}

/** Reads `BASE_URL`; null where it is not set. */
export function readBaseUrl(text: string): BaseUrl | null {
  if (text === '') return null
  // What a browser would mend in silence, such as “https:home.example” or a line break, is not what people open.
  if (!URL.canParse(text) || !/^[a-z][a-z\d+.-]*:\/\/[^\s/\\]/i.test(text) || /[\s\\]/.test(text))
    throw new StartFailure(
      `BASE_URL is “${text}”, which is not an address. Write it whole, such as BASE_URL=https://home.example/cards.`,
    )
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new StartFailure(`BASE_URL begins with “${url.protocol}”. Use http: or https:.`)
  if (/[?#@]/.test(text))
    throw new StartFailure('BASE_URL holds more than an address. Give scheme, host and path alone.')
  if (!/^(?:[\w.-]+|\[[\da-f:]+\])(?::\d+)?$/.test(url.host))
    throw new StartFailure(`BASE_URL has the host “${url.host}”, which is no name that a browser can open.`)
  const path = readPath(text.replace(/^[^/]*\/\/[^/]*/, '').replace(/\/$/, ''))
  return {
    address: `${url.origin}${path}`,
    origin: url.origin,
    host: url.host,
    path,
    isSecure: url.protocol === 'https:',
    isLoopback: isLoopback(url.hostname),
  }
}

/** What the server itself answers at: a path that began so could not be told from it where a proxy strips it. */
const ownPlaces = new Set(['api', 'assets', 'docs', 'healthz', 'metrics', 'readyz'])

function readPath(path: string): string {
  if (path === '') return ''
  const parts = path.split('/').slice(1)
  if (parts.some((part) => !/^[\w~-][\w.~-]*$/.test(part)))
    throw new StartFailure(
      `BASE_URL has the path “${path}”. Make it of letters, digits, “-”, “_”, “.” and “~”, such as /cards.`,
    )
  const [first = ''] = parts
  if (ownPlaces.has(first))
    throw new StartFailure(
      `BASE_URL has a path that begins with “/${first}”, where the server answers programs. Choose another, such as /cards.`,
    )
  return path
}
