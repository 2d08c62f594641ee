import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'

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
  [{ BASE_URL: 'ftp://home.example' }, /begins with “ftp:”/],
  [{ BASE_URL: 'https://a:b@home.example' }, /more than an address/],
  [{ BASE_URL: 'https://home.example/a?b=c' }, /more than an address/],
  [{ BASE_URL: 'https://home.example/api/x' }, /cannot be served under a path yet/],
  [{ BASE_URL: 'https://home.example/<b>' }, /has the path/],
  [{ TRUSTED_REVERSE_PROXY_NETWORKS: '10.0.0.0/8, home' }, /holds “home”/],
  [{ TRUSTED_REVERSE_PROXY_NETWORKS: '10.0.0.0/33' }, /holds “10\.0\.0\.0\/33”/],
  [{ TRUSTED_REVERSE_PROXY_NETWORKS: '0.0.0.0/0' }, /holds “0\.0\.0\.0\/0”/],
  [{ AUTH_HASH: 'none' }, /AUTH_HASH is “none”/],
])('%j is refused at the start', (env, sentence) => {
  expect(() => read(env)).toThrow(sentence)
})

test.each(['empty', 'two'])('a file that is %s is refused', (name) => {
  const env = { ...admin, ADMIN_PASSWORD_FILE: join(folder, name) }
  expect(() => read(env)).toThrow(/\(ADMIN_PASSWORD_FILE\)/)
})

test('the address that people open is taken apart', () => {
  expect(read({ BASE_URL: 'https://home.example:443/' }).baseUrl).toEqual({
    origin: 'https://home.example',
    host: 'home.example',
    isSecure: true,
    isLoopback: false,
  })
})
