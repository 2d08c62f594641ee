import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recollect-config-'))
  await writeFile(join(folder, 'key'), 'sk-secret\n')
  await writeFile(join(folder, 'empty'), ' \n')
  await writeFile(join(folder, 'two'), 'sk-one\nsk-two\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const modelOf = (env: Readonly<Record<string, string>>) => readConfig(env, []).model

test('without an address there is no model, and empty words are none', () => {
  expect(modelOf({})).toBeNull()
  expect(modelOf({ MODEL_URL: '', MODEL_NAME: '', MODEL_KEY_FILE: '' })).toBeNull()
})

test.each([
  ['http://localhost:11434/v1', 'http://localhost:11434/v1/chat/completions'],
  ['http://localhost:11434/v1/', 'http://localhost:11434/v1/chat/completions'],
  ['https://models.example/api/v1/chat/completions', 'https://models.example/api/v1/chat/completions'],
  ['http://[::1]:8080', 'http://[::1]:8080/chat/completions'],
])('%s is asked at %s', (address, url) => {
  expect(modelOf({ MODEL_URL: address, MODEL_NAME: 'qwen3:14b' })).toEqual({
    url,
    name: 'qwen3:14b',
    key: null,
  })
})

test('the key is what its file holds', () => {
  const env = { MODEL_URL: 'https://models.example/v1', MODEL_NAME: 'm', MODEL_KEY_FILE: join(folder, 'key') }
  expect(modelOf(env)?.key).toBe('sk-secret')
})

const address = { MODEL_URL: 'https://models.example/v1' }
test.each([
  [address, 'MODEL_NAME is not'],
  [{ ...address, MODEL_NAME: ' ' }, 'MODEL_NAME is not'],
  [{ ...address, MODEL_NAME: 'a\nb' }, 'MODEL_NAME is no name'],
  [{ MODEL_NAME: 'm' }, 'MODEL_NAME is set, but MODEL_URL is not'],
  [{ MODEL_KEY_FILE: 'x' }, 'MODEL_KEY_FILE is set, but MODEL_URL is not'],
  [{ MODEL_URL: 'localhost:11434', MODEL_NAME: 'm' }, 'Only http: and https:'],
  [{ MODEL_URL: 'models.example/v1', MODEL_NAME: 'm' }, 'not an address'],
  [{ MODEL_URL: 'file:///etc/passwd', MODEL_NAME: 'm' }, 'Only http: and https:'],
  [{ MODEL_URL: 'https://me:pw@models.example/v1', MODEL_NAME: 'm' }, 'a name or a password'],
  [{ MODEL_URL: 'https://models.example/v1?key=1', MODEL_NAME: 'm' }, 'after “?”'],
])('%j is refused at the start: %s', (env, words) => {
  expect(() => modelOf(env)).toThrow(words)
})

test.each([
  ['empty', 'is empty'],
  ['two', 'more than a key'],
  ['nowhere', 'cannot be read (ENOENT)'],
  ['', 'cannot be read (EISDIR)'],
])('a file of keys that is “%s” is refused at the start, without what it holds', (file, words) => {
  const read = () => modelOf({ ...address, MODEL_NAME: 'm', MODEL_KEY_FILE: join(folder, file) })
  expect(read).toThrow(words)
  expect(read).not.toThrow('sk-one')
})
