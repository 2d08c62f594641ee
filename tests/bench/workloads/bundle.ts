import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BenchOptions, type WorkloadReport, figure } from '../measure.ts'
import { showNumber } from '../report.ts'

/** What a browser loads to show the review page: gzipped scripts and styles, and the fonts as they are. */
export async function measureBundle({ dist }: BenchOptions): Promise<WorkloadReport> {
  const client = join(dist, 'client')
  if (!existsSync(join(client, 'index.html')))
    return { findings: [], notes: [`not measured: ${client} is not built (npm run build)`] }
  const page = readFileSync(join(client, 'index.html'), 'utf8')
  const entries = [...page.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+)"[^>]*>/g)].map(
    ([tag, path = '']) => ({ tag, path }),
  )
  const files = entries.filter(({ path }) => existsSync(join(client, path)))
  const chunk = reviewChunk(client)
  const scripts = withImports(client, [
    ...files.filter(({ path }) => path.endsWith('.js')).map(({ path }) => path),
    ...(chunk === null ? [] : [chunk]),
  ])
  const styles = [
    ...new Set([
      ...files.filter(({ path }) => path.endsWith('.css')).map(({ path }) => path),
      ...stylesBeside(client, scripts, chunk),
    ]),
  ]
  const faces = latinFaces(client, styles)
  const preloaded = files.filter(({ tag }) => /\bas="font"/.test(tag)).map(({ path }) => path)
  const fonts = [
    ...new Set([...preloaded, ...faces.filter((path) => !path.includes('italic') && !path.includes('mono'))]),
  ]
  const gzipped = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(client, path)), { level: 9 }).length, 0)
  const size = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + statSync(join(client, path)).size, 0)
  const list = (paths: readonly string[], weigh: (paths: readonly string[]) => number) =>
    paths.map((path) => `${basename(path)} ${showNumber(weigh([path]))}`).join(', ')
  const others = faces.filter((path) => !fonts.includes(path))
  return {
    findings: [
      figure('JavaScript', 'B', [gzipped(scripts)], { of: 'figure', is: 'at most', value: 35_000 }),
      figure('CSS', 'B', [gzipped(styles)], { of: 'figure', is: 'at most', value: 12_000 }),
      figure('fonts', 'B', [size(fonts)], { of: 'figure', is: 'at most', value: 105_000 }),
    ],
    notes: [
      `scripts: ${list(scripts, gzipped)}`,
      `styles: ${list(styles, gzipped)}`,
      `fonts: ${list(fonts, size)}`,
      ...(others.length === 0
        ? []
        : [`other Latin faces, loaded only where a card uses them: ${list(others, size)}`]),
      ...(chunk === null ? ['the review page has no chunk of its own: it is in the entry'] : []),
    ],
  }
}

function reviewChunk(client: string): string | null {
  const assets = existsSync(join(client, 'assets')) ? readdirSync(join(client, 'assets')) : []
  const chunk = assets.find((name) => /^review-page-.*\.js$/.test(name))
  return chunk === undefined ? null : `/assets/${chunk}`
}

/** Scripts with everything that they import at once; what they import later belongs to another page. */
function withImports(client: string, paths: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    const code = readFileSync(join(client, path), 'utf8')
    for (const [, from = ''] of code.matchAll(
      /(?:^|[;}\s])(?:import|export)\b[^'"();]*?["'](\.[^"']+\.js)["']/g,
    )) {
      visit(posix.join(dirname(path), from))
    }
  }
  paths.forEach(visit)
  return [...found]
}

/** The styles that belong to the scripts: the builder names them alike, or names them where a chunk is imported later. */
function stylesBeside(client: string, scripts: readonly string[], chunk: string | null): string[] {
  const assets = existsSync(join(client, 'assets')) ? readdirSync(join(client, 'assets')) : []
  const styles = assets.filter((name) => name.endsWith('.css'))
  const stem = (name: string) => basename(name).replace(/-[\w-]{8}\.(?:js|css)$/, '')
  const stems = new Set(scripts.map(stem))
  const listed =
    chunk === null
      ? []
      : styles.filter((style) => scripts.some((path) => listsBeside(client, path, basename(chunk), style)))
  return [...new Set([...styles.filter((style) => stems.has(stem(style))), ...listed])].map(
    (style) => `/assets/${style}`,
  )
}

/** Whether a script’s table of what a late import needs has `style` among the files of `chunk`. */
function listsBeside(client: string, path: string, chunk: string, style: string): boolean {
  const code = readFileSync(join(client, path), 'utf8')
  const table = /__vite__mapDeps=.*?\[((?:"[^"]*",?)+)\]/.exec(code)?.[1]
  if (table === undefined) return false
  const names = [...table.matchAll(/"([^"]*)"/g)].map(([, name = '']) => basename(name))
  const call = new RegExp(
    `${chunk.replaceAll('.', '\\.')}[^)]*\\)[^[]*?__vite__mapDeps\\(\\[([\\d,]*)\\]\\)`,
  ).exec(code)?.[1]
  return call?.split(',').some((index) => names[Number(index)] === style) ?? false
}

/** The faces that styles name for Latin text. Others are fetched only where a letter asks for them. */
function latinFaces(client: string, styles: readonly string[]): string[] {
  const faces = styles.flatMap((style) => {
    const css = readFileSync(join(client, style), 'utf8')
    return [...css.matchAll(/url\(["']?([^"')]+-latin-(?!ext)[^"')]+\.woff2)/g)].map(([, path = '']) =>
      path.startsWith('/') ? path : posix.join(dirname(style), path),
    )
  })
  return [...new Set(faces)].filter((path) => existsSync(join(client, path)))
}
