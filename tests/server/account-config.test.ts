import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { isTrusted, parseNetworks } from '../../server/trusted-networks.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recollect-account-config-'))
  await writeFile(join(folder, 'password'), 'nine green herons\n')
  await writeFile(join(folder, 'empty'), '\n')
  await writeFile(join(folder, 'two'), 'one\ntwo\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const read = (env: Readonly<Record<string, string>>) => readConfig(env, [])
const admin = { CREATE_ADMIN: '1', ADMIN_USERNAME: 'Ada' }

test.each<[Readonly<Record<string, string>>, boolean]>([
  [{}, false],
  [{ HOST: '127.0.0.1' }, false],
  [{ HOST: '::1', BASE_URL: 'http://localhost:4747' }, false],
  [{ HOST: '0.0.0.0' }, true],
  [{ HOST: '::' }, true],
  // Nothing at all means every address to Node.
  [{ HOST: '' }, true],
  [{ HOST: '::ffff:192.168.1.4' }, true],
  [{ HOST: 'localhost.home.example' }, true],
  [{ BASE_URL: 'http://localhost.home.example' }, true],
  [{ HOST: '192.168.1.4' }, true],
  [{ BASE_URL: 'https://home.example' }, true],
  [{ TRUSTED_REVERSE_PROXY_NETWORKS: '10.0.0.0/8' }, true],
  [{ ...admin, ADMIN_PASSWORD: 'nine green herons' }, true],
])('with %j accounts are required: %s', (env, required) => {
  expect(read(env).accounts.areRequired).toBe(required)
})

test('a password is what its variable or its file holds', () => {
  const expected = { name: 'Ada', password: 'nine green herons' }
  expect(read({ ...admin, ADMIN_PASSWORD: 'nine green herons' }).accounts.admin).toEqual(expected)
  expect(read({ ...admin, ADMIN_PASSWORD_FILE: join(folder, 'password') }).accounts.admin).toEqual(expected)
})

test.each<[Readonly<Record<string, string>>, RegExp]>([
  [admin, /CREATE_ADMIN is set, but ADMIN_PASSWORD is not/],
  [{ CREATE_ADMIN: '1', ADMIN_PASSWORD: 'nine green herons' }, /but ADMIN_USERNAME is not/],
  [{ ADMIN_USERNAME: 'Ada' }, /ADMIN_USERNAME is set, but CREATE_ADMIN is not/],
  [{ ADMIN_PASSWORD: 'nine green herons' }, /ADMIN_PASSWORD is set, but CREATE_ADMIN is not/],
  [{ CREATE_ADMIN: 'maybe' }, /CREATE_ADMIN is “maybe”/],
  [{ ...admin, ADMIN_PASSWORD: 'short' }, /ADMIN_PASSWORD cannot be used\. Use at least/],
  [{ ...admin, ADMIN_PASSWORD: 'x', ADMIN_PASSWORD_FILE: '/x' }, /are both set/],
  [{ ...admin, ADMIN_PASSWORD_FILE: '/nowhere/at/all' }, /\(ADMIN_PASSWORD_FILE\) cannot be read \(ENOENT\)/],
  [{ BASE_URL: 'home.example/cards' }, /BASE_URL is “home\.example\/cards”, which is not an address/],
  [{ BASE_URL: 'https:home.example' }, /BASE_URL is “https:home\.example”, which is not an address/],
  [{ BASE_URL: 'https:///home.example' }, /BASE_URL is .*, which is not an address/],
  [{ BASE_URL: 'https://home.example:99999' }, /BASE_URL is .*, which is not an address/],
  [{ BASE_URL: 'https://home.example/cards ' }, /BASE_URL is .*, which is not an address/],
  [{ BASE_URL: 'https://home.example/ca\nrds' }, /BASE_URL is [^]*, which is not an address/],
  [{ BASE_URL: 'https://home.example\\cards' }, /BASE_URL is .*, which is not an address/],
  [{ BASE_URL: 'ftp://home.example' }, /BASE_URL begins with “ftp:”/],
  [{ BASE_URL: 'javascript://home.example/%0aalert(1)' }, /BASE_URL begins with “javascript:”/],
  [{ BASE_URL: 'https://a:b@home.example' }, /BASE_URL holds more than an address/],
  [{ BASE_URL: 'https://@home.example' }, /BASE_URL holds more than an address/],
  [{ BASE_URL: 'https://home.example/a?b=c' }, /BASE_URL holds more than an address/],
  [{ BASE_URL: 'https://home.example/a?' }, /BASE_URL holds more than an address/],
  [{ BASE_URL: 'https://home.example/#/cards' }, /BASE_URL holds more than an address/],
  [{ BASE_URL: 'https://*.home.example' }, /BASE_URL has the host “\*\.home\.example”/],
  [{ BASE_URL: 'https://home.example/<b>' }, /BASE_URL has the path “\/<b>”/],
  [{ BASE_URL: 'https://home.example/a"b' }, /BASE_URL has the path/],
  [{ BASE_URL: 'https://home.example/cards;' }, /BASE_URL has the path/],
  [{ BASE_URL: 'https://home.example/a%2fb' }, /BASE_URL has the path/],
  [{ BASE_URL: 'https://home.example/a/../b' }, /BASE_URL has the path/],
  [{ BASE_URL: 'https://home.example//cards' }, /BASE_URL has the path/],
  [{ BASE_URL: 'https://home.example/cards//' }, /BASE_URL has the path/],
  [{ BASE_URL: 'https://home.example/.well-known' }, /BASE_URL has the path/],
  [{ BASE_URL: 'https://home.example/api/x' }, /BASE_URL has a path that begins with “\/api”/],
  [{ BASE_URL: 'https://home.example/assets' }, /BASE_URL has a path that begins with “\/assets”/],
  ...['10.0.0.0/8, home', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0/8', '10.0.0.0/8/8', '10.0.0.0/-1'].map(
    (networks): [Readonly<Record<string, string>>, RegExp] => [
      { TRUSTED_REVERSE_PROXY_NETWORKS: networks },
      /^TRUSTED_REVERSE_PROXY_NETWORKS holds “.*”, which is no address or network/,
    ],
  ),
  [{ TRUSTED_REVERSE_PROXY_NETWORKS: '10.0.0.0/' }, /TRUSTED_REVERSE_PROXY_NETWORKS holds “10\.0\.0\.0\/”/],
  [{ TRUSTED_REVERSE_PROXY_NETWORKS: 'fe80::1%eth0' }, /TRUSTED_REVERSE_PROXY_NETWORKS holds “fe80/],
  [{ AUTH_HASH: 'none' }, /AUTH_HASH is “none”/],
])('%j is refused at the start', (env, sentence) => {
  expect(() => read(env)).toThrow(sentence)
})

test.each(['empty', 'two'])('a file that is %s is refused', (name) => {
  const env = { ...admin, ADMIN_PASSWORD_FILE: join(folder, name) }
  expect(() => read(env)).toThrow(/\(ADMIN_PASSWORD_FILE\)/)
})

test.each([
  ['https://home.example:443/', 'https://home.example', 'home.example', '', true, false],
  ['HTTPS://Home.Example', 'https://home.example', 'home.example', '', true, false],
  ['https://home.example/cards/', 'https://home.example', 'home.example', '/cards', true, false],
  [
    'http://192.168.1.4:8080/a/B~2.x',
    'http://192.168.1.4:8080',
    '192.168.1.4:8080',
    '/a/B~2.x',
    false,
    false,
  ],
  ['https://[2001:db8::7]:8443/x', 'https://[2001:db8::7]:8443', '[2001:db8::7]:8443', '/x', true, false],
  ['http://localhost:4747/cards', 'http://localhost:4747', 'localhost:4747', '/cards', false, true],
  [
    'https://münchen.example/cards',
    'https://xn--mnchen-3ya.example',
    'xn--mnchen-3ya.example',
    '/cards',
    true,
    false,
  ],
])('%s is taken apart', (text, origin, host, path, isSecure, onThisMachine) => {
  expect(read({ BASE_URL: text }).baseUrl).toEqual({
    address: `${origin}${path}`,
    origin,
    host,
    path,
    isSecure,
    isLoopback: onThisMachine,
  })
})

test.each([
  ['10.0.0.0/8, 192.168.1.2 fd00::/8', ['10.1.2.3', '::ffff:10.1.2.3', '192.168.1.2', 'fd12::1']],
  ['::1/128,127.0.0.1', ['::1', '127.0.0.1']],
])('of “%s” are %j, and nobody else', (text, inside) => {
  const list = parseNetworks(text, 'NETWORKS')
  for (const address of inside) expect([address, isTrusted(list, address)]).toEqual([address, true])
  for (const address of [
    '11.0.0.1',
    '::ffff:11.0.0.1',
    '192.168.1.3',
    'fe80::1',
    '::2',
    '',
    'unknown',
    '10.0.0',
    '10.1.2.3:80',
  ])
    expect([address, isTrusted(list, address)]).toEqual([address, false])
})
