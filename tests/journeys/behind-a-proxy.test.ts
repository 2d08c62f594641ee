import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AccountApp, openAccountApp } from '../support/account-app.ts'

/** By which settings a server is reached. 10.0.0.0/8 and ::1 are where its proxies are. */
const servers = {
  'at the root': { BASE_URL: 'https://home.example' },
  'under a path': {
    BASE_URL: 'https://home.example/cards',
    TRUSTED_REVERSE_PROXY_NETWORKS: '10.0.0.0/8, ::1',
  },
  'on a port': { BASE_URL: 'http://home.example:8080/a/b', TRUSTED_REVERSE_PROXY_NETWORKS: '10.0.0.0/8' },
  'by any name': { BASE_URL: '', HOST: '0.0.0.0' },
} as const
type Name = keyof typeof servers

const opened = new Map<Name, AccountApp>()
beforeAll(async () => {
  for (const name of Object.keys(servers) as Name[]) opened.set(name, await openAccountApp(servers[name]))
})
afterAll(async () => {
  for (const app of opened.values()) await app.close()
})

function appOf(name: Name): AccountApp {
  const app = opened.get(name)
  if (app === undefined) throw new Error(`there is no server ${name}`)
  return app
}

const [listed, other] = ['10.1.2.3', '203.0.113.7']

/** Peer, Host, X-Forwarded-Host, Origin: whether a question is answered, and whether a change is taken. */
const table: Record<Name, readonly (readonly [string, string, string, string, boolean, boolean])[]> = {
  'at the root': [
    [other, 'home.example', '', 'https://home.example', true, true],
    [other, 'home.example:443', '', 'https://home.example', true, true],
    [other, 'HOME.example', '', 'https://home.example', true, true],
    [other, 'home.example', '', '', true, true],
    [other, 'home.example', '', 'http://home.example', true, false],
    [other, 'home.example', '', 'https://home.example:8443', true, false],
    [other, 'home.example', '', 'https://evil.example', true, false],
    [other, 'home.example', '', 'https://sub.home.example', true, false],
    [other, 'home.example', '', 'null', true, false],
    [other, 'home.example:80', '', 'https://home.example', false, false],
    [other, 'home.example.', '', 'https://home.example', false, false],
    [other, 'evil.example', '', 'https://evil.example', false, false],
    [other, 'evil.example', '', 'https://home.example', false, false],
    [other, 'evil.example', 'home.example', 'https://home.example', false, false],
    [listed, 'evil.example', 'home.example', 'https://home.example', false, false],
    [other, 'localhost:4747', '', 'http://localhost:4747', true, true],
    [other, '127.0.0.1:4747', '', 'https://home.example', true, true],
    [other, '127.0.0.1:4747', '', 'http://localhost:4747', true, false],
    [other, '[::1]:4747', '', 'http://[::1]:4747', true, true],
    [other, 'localhost:4747', '', 'https://evil.example', true, false],
    [other, 'localhost.evil.example', '', '', false, false],
  ],
  'under a path': [
    [listed, 'home.example', '', 'https://home.example', true, true],
    [listed, 'recollect:4747', '', 'https://home.example', false, false],
    [listed, 'recollect:4747', 'home.example', 'https://home.example', true, true],
    [listed, 'recollect:4747', 'evil.example', 'https://evil.example', false, false],
    [listed, 'recollect:4747', 'evil.example, home.example', 'https://home.example', true, true],
    [listed, 'recollect:4747', 'home.example, evil.example', 'https://home.example', false, false],
    [listed, 'home.example', 'evil.example', 'https://home.example', false, false],
    [listed, 'recollect:4747', 'home.example', 'https://evil.example', true, false],
    ['::1', 'recollect:4747', 'home.example', 'https://home.example', true, true],
    ['::ffff:10.9.9.9', 'recollect:4747', 'home.example', 'https://home.example', true, true],
    [other, 'home.example', 'evil.example', 'https://home.example', true, true],
    [other, 'recollect:4747', 'home.example', 'https://home.example', false, false],
    [other, 'home.example', '', 'https://home.example/cards', true, false],
    [listed, '127.0.0.1:4747', '', 'https://home.example', true, true],
  ],
  'on a port': [
    [listed, 'home.example:8080', '', 'http://home.example:8080', true, true],
    [listed, 'home.example', '', 'http://home.example', false, false],
    [listed, 'home.example:8080', '', 'http://home.example', true, false],
    [listed, 'home.example:8080', '', 'https://home.example:8080', true, false],
    [listed, 'x', 'home.example:8080', 'http://home.example:8080', true, true],
    [other, 'x', 'home.example:8080', 'http://home.example:8080', false, false],
  ],
  'by any name': [
    [other, '192.168.1.4:4747', '', 'http://192.168.1.4:4747', true, true],
    [other, 'nas.local', '', 'https://nas.local', true, true],
    [other, 'nas.local', '', 'https://evil.example', true, false],
    [other, 'nas.local', 'evil.example', 'https://evil.example', true, false],
  ],
}

describe.each(Object.keys(servers) as Name[])('a server %s', (name) => {
  const path = 'BASE_URL' in servers[name] ? servers[name].BASE_URL.replace(/^https?:\/\/[^/]+/, '') : ''

  test.each(table[name])(
    'asked by %s as “%s” (%s) from “%s” answers: %s, and takes a change: %s',
    async (peer, host, forwardedHost, origin, answers, takes) => {
      const asked = async (method: 'GET' | 'DELETE', before: string) => {
        const response = await appOf(name).open.app.inject({
          method,
          url: `${before}/api/v1/session`,
          remoteAddress: peer,
          headers: {
            host,
            ...(forwardedHost === '' ? {} : { 'x-forwarded-host': forwardedHost }),
            ...(origin === '' || method === 'GET' ? {} : { origin }),
          },
        })
        return [response.statusCode, response.body === '' ? null : response.json<{ code?: string }>().code]
      }
      const refused = [403, 'foreign_origin']
      // A proxy may strip the path or pass it on.
      for (const before of new Set(['', path])) {
        expect(await asked('GET', before)).toEqual(answers ? [200, undefined] : refused)
        expect(await asked('DELETE', before)).toEqual(takes ? [204, null] : refused)
      }
    },
  )
})

describe('whom a request is counted and logged as', () => {
  /** Peer, X-Forwarded-For, and who it was. */
  test.each([
    [other, '', other],
    [other, '198.51.100.1', other],
    [listed, '', listed],
    [listed, '198.51.100.1', '198.51.100.1'],
    [listed, '192.0.2.66, 198.51.100.1', '198.51.100.1'],
    [listed, '192.0.2.66, 198.51.100.1, 10.4.4.4', '198.51.100.1'],
    [listed, '192.0.2.66, 198.51.100.1, 203.0.113.9', '203.0.113.9'],
    [listed, '2001:db8::7', '2001:db8::7'],
    ['::ffff:10.9.9.9', '198.51.100.1', '198.51.100.1'],
    ['::1', '198.51.100.1', '198.51.100.1'],
    ['::2', '198.51.100.1', '::2'],
  ])('%s speaking for “%s” is %s', async (peer, forwardedFor, expected) => {
    const { open, log } = appOf('under a path')
    const before = log.length
    await open.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      remoteAddress: peer,
      headers: { host: 'home.example', ...(forwardedFor === '' ? {} : { 'x-forwarded-for': forwardedFor }) },
      payload: { name: `nobody ${before}`, password: 'some long guess' },
    })
    const said = log.slice(before).map((line) => JSON.parse(line) as { msg: string; ip?: string })
    expect(said.find(({ msg }) => msg === 'a sign-in failed')?.ip).toBe(expected)
  })

  test('an unlisted proxy is named in the log, once', () => {
    const lines = appOf('under a path').log.filter((line) => line.includes('TRUSTED_REVERSE_PROXY_NETWORKS'))
    expect(lines.map((line) => (JSON.parse(line) as { proxy: string }).proxy)).toEqual([other])
  })
})

test('the forwarded scheme says nothing: what people open is what BASE_URL says', async () => {
  const response = await appOf('under a path').open.app.inject({
    method: 'DELETE',
    url: '/cards/api/v1/session',
    remoteAddress: listed,
    headers: { host: 'home.example', origin: 'http://home.example', 'x-forwarded-proto': 'http' },
  })
  expect(response.statusCode).toBe(403)
})

test.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'])(
  'without accounts nobody is answered who comes through a proxy (%s)',
  async (header) => {
    const local = await openAccountApp({ BASE_URL: '' })
    try {
      const headers = { host: 'localhost:4747', [header]: 'x' }
      expect((await local.open.app.inject({ url: '/api/v1/session', headers })).statusCode).toBe(403)
    } finally {
      await local.close()
    }
  },
)

test('cookies are for the path alone, and carry it in their name', async () => {
  for (const [name, prefix, path, secure] of [
    ['at the root', '__Host-', '/', true],
    ['under a path', '__Secure-', '/cards', true],
    ['on a port', '', '/a/b', undefined],
  ] as const) {
    const { open } = appOf(name)
    const base = new URL(servers[name].BASE_URL)
    const response = await open.app.inject({
      method: 'POST',
      url: '/api/v1/joins',
      headers: { host: base.host, origin: base.origin },
      payload: { key: open.setUpKey, name: 'Ada', password: 'nine green herons' },
    })
    expect(response.statusCode).toBe(201)
    const ending = path === '/' ? '' : path.replaceAll('/', '.')
    expect(
      response.cookies.map(({ name: called, path: of, secure: isSecure }) => [called, of, isSecure]),
    ).toEqual([
      [`${prefix}recollect-session${ending}`, path, secure],
      [`${prefix}recollect-device${ending}`, path, secure],
    ])
  }
})

test('the description of the API leads back to the API, whatever path people open it under', async () => {
  const response = await appOf('under a path').open.app.inject({
    url: '/cards/api/v1/openapi.json',
    headers: { host: 'home.example' },
  })
  expect(response.json()).toMatchObject({ servers: [{ url: '../..' }] })
})
