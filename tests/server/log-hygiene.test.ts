import { afterEach, beforeEach, expect, test } from 'vitest'
import { someNotes } from '../support/build-test-app.ts'
import { eventually } from '../support/eventually.ts'
import { type Home, aHome } from '../support/notes-folder.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'

let home: Home
let server: ServerProcess
beforeEach(async () => {
  home = await aHome({ 'caching.md': someNotes })
  // The most that it ever says, on a server that others reach.
  server = startProcess({
    DATA_DIR: home.data,
    LEARNINGS_DIR: home.notes,
    HOST: '0.0.0.0',
    AUTH_HASH: 'light',
    LOG_LEVEL: 'trace',
  })
})
afterEach(async () => {
  server.child.kill('SIGKILL')
  await server.ended
  await home.remove()
})

test('the log of a whole journey holds no password, no secret, no word of a note, and names every request', async () => {
  const url = await server.url
  const keyIn = () => /\/join#([\w-]{43})\n/.exec(server.output())?.[1] ?? ''
  await eventually(keyIn).not.toBe('')
  const key = keyIn()
  const printed = server.output().length
  let cookie = ''
  let learner = '1'
  const ask = async (method: string, path: string, body?: unknown, headers = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        origin: url,
        cookie,
        'x-recollect': learner,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const set = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
    if (set.length > 0) cookie = set.join('; ')
    return { status: response.status, text: await response.text() }
  }
  const password = 'nine green canaries'
  const joined = await ask('POST', '/joins', { key, name: 'Ada', password })
  expect(joined.status).toBe(201)
  learner = (JSON.parse(joined.text) as { learnerId: string }).learnerId
  const text = '# Birds\n\n- **Quetzalcanary**: a bird that sings of zanzibarcanaries at night.\n'
  expect((await ask('POST', '/imports', { files: [{ path: 'birds.md', text }] })).status).toBe(200)
  expect((await ask('GET', '/cards/search?q=quetzalcanary&zone=UTC')).status).toBe(200)
  const made = await ask('POST', '/tokens', { name: 'Shelf', scopes: ['read'], days: 1 })
  const token = /"secret":"([^"]+)"/.exec(made.text)?.[1] ?? ''
  expect(token.length).toBeGreaterThan(20)
  expect(
    (await ask('GET', '/settings', undefined, { authorization: `Bearer ${token}`, cookie: '' })).status,
  ).toBe(200)
  expect((await ask('POST', '/session', { name: 'Ada', password: 'wrongcanary password' })).status).toBe(403)
  const refused = await ask('POST', '/notes', { path: 'a.md', text, colour: 'zanzibarcanaries' })
  expect(refused.status).toBe(400)
  const { requestId } = JSON.parse(refused.text) as { requestId: string }
  // What it prints comes by a pipe, a moment after the answer.
  await eventually(() => server.output()).toContain(`"reqId":"${requestId}"`)
  const log = server.output().slice(printed)
  const secrets = [password, 'wrongcanary', 'quetzalcanary', 'zanzibarcanaries', token, key]
  for (const cookiePair of cookie.split('; ')) secrets.push(cookiePair.split('=')[1] ?? '')
  for (const secret of secrets.filter((one) => one.length > 0))
    expect(log.toLowerCase().includes(secret.toLowerCase()), secret.slice(0, 8)).toBe(false)
  for (const line of log.split('\n').filter((one) => one.startsWith('{'))) JSON.parse(line)
})
