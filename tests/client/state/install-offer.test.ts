import { beforeEach, describe, expect, test, vi } from 'vitest'

const offer = () => import('../../../client/state/install-offer.ts')

/** What a browser sends to a page that can be installed. */
class InstallEvent extends Event {
  asked = 0
  constructor() {
    super('beforeinstallprompt', { cancelable: true })
  }
  async prompt() {
    this.asked++
  }
}

/** A visit: the module anew, the storage as the visit before left it. */
async function visit(finishedSessions: number) {
  vi.resetModules()
  const { countFinishedSession, keepInstallPrompt, ...rest } = await offer()
  const [page, event] = [new EventTarget(), new InstallEvent()]
  keepInstallPrompt(page)
  page.dispatchEvent(event)
  for (let i = 0; i < finishedSessions; i++) countFinishedSession()
  return { ...rest, page, event }
}

beforeEach(() => localStorage.clear())

describe('installing', () => {
  test('is offered after the third finished session, counted over visits, and never by the browser itself', async () => {
    const first = await visit(2)
    expect(first.event.defaultPrevented).toBe(true)
    expect(first.isInstallOffered.value).toBe(false)
    expect((await visit(1)).isInstallOffered.value).toBe(true)
    expect((await visit(0)).isInstallOffered.value).toBe(true)
  })

  test('is not offered where the browser cannot', async () => {
    vi.resetModules()
    const { countFinishedSession, isInstallOffered } = await offer()
    for (let i = 0; i < 5; i++) countFinishedSession()
    expect(isInstallOffered.value).toBe(false)
  })

  test('is never offered again once it was declined', async () => {
    const asked = await visit(3)
    asked.settleInstall()
    expect(asked.isInstallOffered.value).toBe(false)
    expect((await visit(9)).isInstallOffered.value).toBe(false)
    expect(asked.event.asked).toBe(0)
  })

  test('is asked by the browser when it is wanted, and then settled', async () => {
    const asked = await visit(3)
    await asked.install()
    expect(asked.event.asked).toBe(1)
    expect((await visit(1)).isInstallOffered.value).toBe(false)
  })

  test('is settled by an installation from the browser’s own menu', async () => {
    const asked = await visit(3)
    asked.page.dispatchEvent(new Event('appinstalled'))
    expect(asked.isInstallOffered.value).toBe(false)
  })
})
