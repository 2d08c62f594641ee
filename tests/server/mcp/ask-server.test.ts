import { afterAll, beforeAll, expect, test } from 'vitest'
import { reachServer } from '../../../server/mcp/ask-server.ts'
import { readServed } from '../../../server/served-library.ts'
import { someNotes } from '../../support/build-test-app.ts'
import { type Home, aHome } from '../../support/notes-folder.ts'
import { type ServerProcess, startProcess } from '../../support/server-process.ts'

// Other systems have no second address of their own without being told.
const hasMore = process.platform === 'linux'

let home: Home
let server: ServerProcess
beforeAll(async () => {
  home = await aHome({ 'caching.md': someNotes })
  server = startProcess({
    DATA_DIR: home.data,
    LEARNINGS_DIR: home.notes,
    HOST: hasMore ? '127.0.0.2' : '127.0.0.1',
    BASE_URL: 'https://home.example/cards',
  })
  await server.url
})
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  await home.remove()
})

test.skipIf(!hasMore)(
  'an assistant on the same machine is answered, whatever BASE_URL others open',
  async () => {
    const served = readServed(home.data)?.server ?? null
    expect(served?.url).toMatch(/^http:\/\/127\.0\.0\.2:/)
    const ask = served === null ? null : await reachServer(served, null)
    // Without its token it is asked for one, and not turned away as a stranger's page.
    expect(await ask?.({ method: 'GET', path: '/settings' })).toMatchObject({
      status: 401,
      body: { code: 'sign_in' },
    })
  },
)

test('the link to the first account leads to what people open, under its path', () => {
  expect(server.output()).toMatch(/^https:\/\/home\.example\/cards\/join#[\w-]{43}$/m)
})
