import type { Page } from 'playwright-core'

/** The rows of one of this browser's tables. */
export function stored<Row>(page: Page, table: string): Promise<Row[]> {
  return page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('recollect')
        opening.addEventListener('error', () => reject(new Error('closed')))
        opening.addEventListener('success', () => {
          const all = opening.result.transaction(name).objectStore(name).getAll()
          all.addEventListener('success', () => {
            opening.result.close()
            resolve(all.result)
          })
        })
      }),
    table,
  ) as Promise<Row[]>
}
