import { type Zippable, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import type { ImportReply } from '../../shared/api/imports.ts'
import { get, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await buildTestApp()
})
afterAll(() => app.close())

const json = { 'content-type': 'application/json' }
const deep = '['.repeat(100_000) + ']'.repeat(100_000)

test.each([
  ['JSON that is not', 'POST', '/reviews', '{"events": [', 400, 'invalid_request'],
  ['JSON nested 100 000 deep', 'POST', '/quizzes', `{"length": ${deep}}`, 400, 'invalid_request'],
  ['an unknown field', 'PUT', '/settings', '{"colour": "red"}', 400, 'invalid_request'],
  ['a number out of range', 'PUT', '/settings', '{"newPerDay": -1}', 400, 'invalid_request'],
  ['text in place of a number', 'PUT', '/settings', '{"newPerDay": "20"}', 400, 'invalid_request'],
  ['a zone that is none', 'PUT', '/settings', '{"zone": "Mars/Olympus"}', 400, 'invalid_zone'],
  ['a prototype key', 'PUT', '/settings', '{"__proto__": {"newPerDay": 1}}', 400, 'invalid_request'],
  ['no body', 'POST', '/reviews', '', 400, 'invalid_request'],
  ['an empty batch', 'POST', '/reviews', '{"events": []}', 400, 'invalid_request'],
  [
    'U+0000 in text',
    'POST',
    '/imports',
    '{"files": [{"path": "a.md", "text": "a\\u0000b"}]}',
    400,
    'unstorable_text',
  ],
  [
    'half a surrogate pair',
    'POST',
    '/imports',
    '{"files": [{"path": "a.md", "text": "\\ud800"}]}',
    400,
    'unstorable_text',
  ],
  [
    'a quiz about no concept that is there',
    'POST',
    '/quizzes',
    `{"scope": {"kind": "concepts", "conceptIds": ["${uuidv7()}"]}}`,
    404,
    'not_found',
  ],
  ['a quiz without a kind', 'POST', '/quizzes', '{"kinds": []}', 400, 'invalid_request'],
  ['a quiz of an unknown length', 'POST', '/quizzes', '{"length": {"kind": "days"}}', 400, 'invalid_request'],
] as const)('%s is refused with a problem document', async (_, method, url, payload, status, code) => {
  const response = await app.app.inject({ method, url: `/api/v1${url}`, payload, headers: json })
  expect(response.headers['content-type']).toContain('application/problem+json')
  expect(response.json()).toMatchObject({ status, code })
  expect(response.json<{ detail: string }>().detail).toMatch(/[.…]$/)
  expect(response.statusCode).toBe(status)
})

test('a body of 50 MB is refused, and the server goes on', async () => {
  const payload = JSON.stringify({ files: [{ path: 'a.md', text: 'x'.repeat(50_000_000) }] })
  for (const url of ['/api/v1/imports', '/api/v1/reviews']) {
    const response = await app.app.inject({ method: 'POST', url, payload, headers: json })
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([413, 'too_large'])
  }
  expect((await app.app.inject({ url: '/healthz' })).statusCode).toBe(200)
})

test.each(['/cards', '/concepts', '/notes', '/quizzes'])(
  'an unknown id below %s is not found',
  async (url) => {
    const response = await app.app.inject({ url: `/api/v1${url}/${uuidv7()}` })
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([404, 'not_found'])
  },
)

test('an id that is none is refused, and an address that names nothing is not found', async () => {
  expect((await app.app.inject({ url: '/api/v1/cards/1%27%20or%201=1' })).statusCode).toBe(400)
  expect((await app.app.inject({ url: '/api/v1/nothing' })).json()).toMatchObject({
    status: 404,
    code: 'not_found',
  })
  expect((await app.app.inject({ url: '/api/v1/queue?limit=lots' })).statusCode).toBe(400)
})

test('a change that another site sends through the learner’s browser is refused', async () => {
  const fromElsewhere = { ...json, origin: 'http://evil.example', host: 'localhost:4747' }
  const response = await app.app.inject({
    method: 'PUT',
    url: '/api/v1/settings',
    payload: '{}',
    headers: fromElsewhere,
  })
  expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([403, 'foreign_origin'])
  const own = { ...json, origin: 'http://localhost:4747', host: 'localhost:4747' }
  expect(
    (await app.app.inject({ method: 'PUT', url: '/api/v1/settings', payload: '{}', headers: own }))
      .statusCode,
  ).toBe(200)
})

test('a site that points its own name at this machine reads nothing and changes nothing', async () => {
  for (const method of ['GET', 'PUT'] as const) {
    const response = await app.app.inject({
      method,
      url: '/api/v1/settings',
      headers: { ...json, host: 'evil.example:4747', origin: 'http://evil.example:4747' },
      ...(method === 'PUT' ? { payload: '{}' } : {}),
    })
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([403, 'foreign_origin'])
  }
  for (const host of ['localhost:4747', '127.0.0.1', '[::1]:4747']) {
    expect((await app.app.inject({ url: '/api/v1/settings', headers: { host } })).statusCode).toBe(200)
  }
})

const importBytes = async (files: readonly { name: string; bytes: Buffer }[]) => {
  const boundary = 'a-boundary'
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/markdown\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ])
  const response = await app.app.inject({
    method: 'POST',
    url: '/api/v1/imports?dryRun=true',
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
  return { status: response.statusCode, body: response.json<ImportReply & { code: string }>() }
}

describe('files that are no notes', () => {
  test('are refused one by one with a sentence, and the others are read', async () => {
    const { status, body } = await importBytes([
      { name: 'binary.md', bytes: Buffer.from([0x23, 0x20, 0, 1, 2, 3]) },
      { name: 'noise.md', bytes: Buffer.from([0x23, 0x20, 0xe9, 0x01, 0x02, 0x03, 0xff, 0x04]) },
      { name: 'empty.md', bytes: Buffer.from('  \n') },
      { name: 'picture.png', bytes: Buffer.from('png') },
      { name: '..', bytes: Buffer.from('# a') },
      {
        name: 'good.md',
        bytes: Buffer.from('# Good\n\n- **Mutex**: a lock that one thread holds at a time.\n'),
      },
    ])
    expect(status).toBe(200)
    expect(body.refused.map(({ path, code }) => [path, code])).toEqual([
      ['binary.md', 'not_text'],
      ['noise.md', 'not_text'],
      ['empty.md', 'empty'],
      ['picture.png', 'not_a_note'],
      // The form's own reader has already taken the folder out of the name.
      ['', 'unsafe_path'],
    ])
    expect(body.refused.every(({ sentence }) => sentence.endsWith('.'))).toBe(true)
    expect(body.added.some((card) => card.back.includes('one thread holds'))).toBe(true)
  })

  test('of 20 MB are refused as too large, and the others are read', async () => {
    const { status, body } = await importBytes([
      { name: 'large.md', bytes: Buffer.alloc(20_000_000, 'a') },
      {
        name: 'good.md',
        bytes: Buffer.from('# Good\n\n- **Mutex**: a lock that one thread holds at a time.\n'),
      },
    ])
    expect(status).toBe(200)
    expect(body.refused).toMatchObject([{ path: 'large.md', code: 'too_large' }])
    expect(body.counts.added).toBeGreaterThan(0)
  })
})

test('an archive brings in its notes and those of archives in it, and says what it could not open', async () => {
  const zip = (files: Zippable) => Buffer.from(zipSync(files))
  const note = Buffer.from('# Locks\n\n- **Mutex**: a lock that one thread holds at a time.\n')
  const { status, body } = await importBytes([
    { name: 'export.zip', bytes: zip({ 'part.zip': zip({ 'Locks?.md': note }), 'old.7z': sevenZip }) },
    { name: 'pictures.zip', bytes: zip({ 'a.png': Buffer.from('png') }) },
    { name: 'notes.rar', bytes: Buffer.from('Rar!\u001a\u0007\u0000') },
    { name: 'who: a note.md', bytes: Buffer.from('# Who\n\n- **Semaphore**: a counter of free places.\n') },
  ])
  expect(status).toBe(200)
  expect(body.notes.map(({ path }) => path).sort()).toEqual(['uploads/Locks.md', 'uploads/who a note.md'])
  expect(body.refused.map(({ path, code }) => [path, code])).toEqual([
    ['export.zip › old.7z', 'foreign_archive'],
    ['pictures.zip', 'no_notes'],
    ['notes.rar', 'foreign_archive'],
  ])
})

const sevenZip = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4])

test.each([
  '../out.md',
  '/etc/out.md',
  'C:/out.md',
  'a\\..\\out.md',
  '.hidden/out.md',
  'a/../../out.md',
  'con\u0001trol.md',
  'a//b.md',
])('the path %j of an upload is refused', async (path) => {
  const { body } = await send(app, 'POST', '/imports?dryRun=true', { files: [{ path, text: '# A' }] })
  expect((body as unknown as ImportReply).refused).toMatchObject([{ code: 'unsafe_path' }])
})

test('the API document describes every address, and every 4xx as a problem', async () => {
  const document = await get<{
    openapi: string
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
  }>(app, '/openapi.json')
  expect(document.openapi).toBe('3.1.0')
  for (const path of [
    'queue',
    'reviews',
    'reviews/{id}',
    'cards',
    'cards/{id}',
    'cards/{id}/suspension',
    'concepts',
    'concepts/{id}',
    'quizzes',
    'quizzes/{id}',
    'quizzes/{id}/answers',
    'notes',
    'notes/{id}',
    'imports',
    'settings',
    'stats',
  ]) {
    expect(Object.keys(document.paths)).toContain(`/api/v1/${path}`)
  }
  expect(Object.keys(document.paths)).toContain('/healthz')
})
