import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A door to a server behind which a newer build of the page can be put. */
export interface TwoVersions {
  readonly url: string
  /** From now on the page says that it is the second version. */
  release(): void
  close(): Promise<void>
}

const versionMark = '<meta name="version" content="second">'

/** Hands everything on to `url`; once released, page and service worker are those of another build. */
export async function twoVersions(url: string): Promise<TwoVersions> {
  let isReleased = false
  const server: Server = createServer((asked: IncomingMessage, answer: ServerResponse) => {
    const { host: _host, 'accept-encoding': _packed, ...headers } = asked.headers
    const onward = request(`${url}${asked.url ?? '/'}`, { method: asked.method, headers }, (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part: Buffer) => parts.push(part))
      reply.on('end', () => {
        const body = Buffer.concat(parts)
        const { 'content-length': _length, etag: _etag, 'last-modified': _when, ...more } = reply.headers
        answer.writeHead(reply.statusCode ?? 500, more)
        answer.end(isReleased ? asSecond(asked.url ?? '/', body) : body)
      })
    })
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: () => {
      isReleased = true
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function asSecond(path: string, body: Buffer): Buffer | string {
  if (path.startsWith('/sw.js')) return body.toString().replace(/(version[`'"]?:[`'"])\w+/, '$1second')
  return /^\/(?:index\.html)?$/.test(path) ? body.toString().replace('<head>', `<head>${versionMark}`) : body
}
