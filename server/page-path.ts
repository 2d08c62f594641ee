import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IncomingMessage } from 'node:http'

/** Takes the path that the app lies under from an address that came with it; one that came without stays as it is. */
export function pathStripper(path: string): (request: Pick<IncomingMessage, 'url'>) => string {
  return ({ url = '/' }) => {
    if (path === '' || !url.startsWith(path)) return url
    const rest = url.slice(path.length)
    return rest.startsWith('/') ? rest : rest === '' || rest.startsWith('?') ? `/${rest}` : url
  }
}

/** The page for an app under a path: it says so to its scripts, and names its files there. Made once, from a path of safe signs. */
export async function readPageUnder(clientDir: string, path: string): Promise<string> {
  const page = await readFile(join(clientDir, 'index.html'), 'utf8')
  return page
    .replace('<html ', `<html data-base="${path}" `)
    .replaceAll(/\b(href|src)="\/(?!\/)/g, `$1="${path}/`)
}
