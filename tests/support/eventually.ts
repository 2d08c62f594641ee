import { expect } from 'vitest'

/** What a page or a server comes to be before long. A busy machine may take its time; the wait ends with the first match. */
export function eventually<Value>(look: () => Value | Promise<Value>) {
  return expect.poll(look, { timeout: 120_000 })
}
