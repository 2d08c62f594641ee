import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BackupsReply } from '../../../shared/api/backups.ts'
import type { Problem } from '../../../shared/api/common.ts'
import { type Home, aHome, sums } from '../../support/notes-folder.ts'
import { type ServerProcess, startProcess } from '../../support/server-process.ts'

/** Only who may mount can make a disk that is full. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && canMount()

let home: Home
let server: ServerProcess
beforeEach(async () => {
  home = await aHome({ 'sums.md': sums(40) })
})
afterEach(async () => {
  server.child.kill('SIGKILL')
  await server.ended
  execFileSync('umount', ['-l', join(home.data, 'backups')])
  await home.remove()
})

function canMount(): boolean {
  const place = join('/tmp', `recollect-mount-${process.pid}`)
  mkdirSync(place)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place], { stdio: 'ignore' })
    execFileSync('umount', [place])
    return true
  } catch {
    return false
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const ask = async <Body>(url: string, method: string): Promise<{ status: number; body: Body }> => {
  const response = await fetch(url, { method })
  return { status: response.status, body: (await response.json()) as Body }
}

test.skipIf(!mayMount)(
  'a disk that is full, or becomes so, is said; nothing damaged is left, and the service goes on',
  async () => {
    const folder = join(home.data, 'backups')
    mkdirSync(join(home.data, 'notes'), { recursive: true })
    mkdirSync(folder, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=5m', 'tmpfs', folder])
    // More than the disk holds beside the database: it becomes full in the middle of the copy.
    const large = join(home.data, 'notes', 'large.bin')
    writeFileSync(large, randomBytes(6_000_000))
    server = startProcess({ DATA_DIR: home.data, LEARNINGS_DIR: home.notes })
    const url = await server.url
    const refused = await ask<Problem>(`${url}/api/v1/backups`, 'POST')
    expect(refused).toMatchObject({ status: 507, body: { code: 'storage_full' } })
    expect(refused.body.detail).toMatch(/became full\. No backup was made/)
    expect(readdirSync(folder)).toEqual([])
    // Now it is full before anything begins.
    writeFileSync(join(folder, 'other'), randomBytes(4_500_000))
    const { body } = await ask<Problem>(`${url}/api/v1/backups`, 'POST')
    expect(body.detail).toMatch(/There is no room for a backup in .*MB are free, and .*MB are needed/)
    expect(readdirSync(folder)).toEqual(['other'])
    const { body: list } = await ask<BackupsReply>(`${url}/api/v1/backups`, 'GET')
    expect(list.failed?.sentence).toBe(body.detail)
    expect((await ask(`${url}/api/v1/queue?zone=UTC`, 'GET')).status).toBe(200)
    // Freed, it works by itself.
    rmSync(large)
    rmSync(join(folder, 'other'))
    expect((await ask(`${url}/api/v1/backups`, 'POST')).status).toBe(201)
    expect((await ask<BackupsReply>(`${url}/api/v1/backups`, 'GET')).body).toMatchObject({ failed: null })
  },
)
