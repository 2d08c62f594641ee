import type { CDPSession, Page } from 'playwright-core'

interface KeyOfLayout {
  readonly key: string
  /** Its place: what a Latin keyboard has there. */
  readonly code: string
  readonly ctrl?: boolean
}

/** The keyboard of another country, and an input method, as the browser hears them: Playwright itself types on one layout. */
export interface OtherKeyboard {
  readonly press: (key: KeyOfLayout) => Promise<void>
  /** Begins a word that is not in the text yet. */
  readonly compose: (text: string) => Promise<void>
  /** A key that the input method takes for itself. */
  readonly pressWhileComposing: (key: 'Enter' | 'Escape') => Promise<void>
  readonly endWord: (text: string) => Promise<void>
}

export async function otherKeyboard(page: Page): Promise<OtherKeyboard> {
  const browser = await page.context().newCDPSession(page)
  return {
    press: ({ key, code, ctrl = false }) =>
      strike(browser, {
        key,
        code,
        modifiers: ctrl ? 2 : 0,
        ...(ctrl || key.length > 1 ? {} : { text: key }),
      }),
    compose: (text) => setWord(browser, text),
    pressWhileComposing: (key) => strike(browser, { key, code: key, windowsVirtualKeyCode: 229 }),
    endWord: async (text) => void (await browser.send('Input.insertText', { text })),
  }
}

async function setWord(browser: CDPSession, text: string): Promise<void> {
  await browser.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })
}

async function strike(
  browser: CDPSession,
  key: { key: string; code: string; modifiers?: number; text?: string; windowsVirtualKeyCode?: number },
): Promise<void> {
  await browser.send('Input.dispatchKeyEvent', {
    type: key.text === undefined ? 'rawKeyDown' : 'keyDown',
    ...key,
  })
  await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}
