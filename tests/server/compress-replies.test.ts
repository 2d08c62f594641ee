import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'

let it: TestApp
beforeAll(async () => {
  it = await buildTestApp()
})
afterAll(() => it.close())

const ask = (url: string, encoding?: string) =>
  it.app.inject({ url, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } })

describe('a long reply', () => {
  test('is packed for a browser that can unpack it, and says the same', async () => {
    const plain = await ask('/api/v1/openapi.json')
    const packed = await ask('/api/v1/openapi.json', 'gzip, deflate, br')
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(Number(packed.headers['content-length'])).toBe(packed.rawPayload.length)
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4)
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
  })

  test.each([undefined, 'br', 'gzip;q=0', 'gzip; q=0.0, br'])('comes as it is to “%s”', async (encoding) => {
    const reply = await ask('/api/v1/openapi.json', encoding)
    expect(reply.headers['content-encoding']).toBeUndefined()
    expect(reply.headers.vary).toBe('accept-encoding')
  })
})

test('a short reply is never packed', async () => {
  const reply = await ask('/api/v1/settings', 'gzip')
  expect(reply.headers['content-encoding']).toBeUndefined()
  expect(reply.headers.vary).toBeUndefined()
})
