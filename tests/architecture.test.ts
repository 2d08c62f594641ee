import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The rooms of the core in the order of the data: each may import only those before it. */
const sharedRooms = [
  'basics',
  'account',
  'upkeep',
  'language',
  'english',
  'note',
  'fact',
  'concept',
  'card',
  'answer',
  'draft',
  'schedule',
  'queue',
  'session',
  'quiz',
  'mastery',
  'insight',
  'api',
] as const

/** What a room of the core may take from npm; every other room takes nothing. */
const sharedPackages: Record<string, readonly string[]> = {
  note: ['markdown-it'],
  schedule: ['ts-fsrs'],
  api: ['typebox'],
}

/** The shells, outermost first: a layer may import the ones after it and the core. */
const serverLayers = [
  ['cli', 'main.ts'],
  ['mcp'],
  ['start-server.ts'],
  ['open-app.ts'],
  ['app.ts'],
  ['api-document.ts'],
  ['api.ts'],
  ['routes'],
  ['who-asks.ts', 'api-defaults.ts', 'parse-json.ts', 'slow-readers.ts'],
  ['deps.ts'],
  ['accounts'],
  ['upkeep'],
  ['draft'],
  ['study'],
  ['library', 'learner.ts'],
  ['view'],
  [
    'schema-compilers.ts',
    'errors.ts',
    'compress-replies.ts',
    'foreign-requests.ts',
    'base-url.ts',
    'trusted-networks.ts',
    'loopback.ts',
    'account-config.ts',
    'read-secret.ts',
    'storable-text.ts',
    'log.ts',
    'served-library.ts',
    'config.ts',
    'built.ts',
    'unlisted-proxy.ts',
    'page-path.ts',
    'clock.ts',
  ],
  ['db'],
] as const
const clientLayers = [
  ['main.tsx'],
  ['under-a-path.ts'],
  ['app.tsx'],
  ['more-pages.tsx'],
  ['pages'],
  ['cards', 'charts'],
  ['keys'],
  ['ui'],
  ['state'],
  ['words', 'router.ts', 'help-paths.ts'],
  ['api-client.ts'],
  ['api'],
] as const

/** Inside `fact` and `schedule`: a folder may import the ones named, and the room's own files where they are named. */
const innerRooms: Record<string, readonly string[]> = {
  'shared/fact/read': ['shared/fact/read', 'shared/fact'],
  'shared/fact/rules': ['shared/fact/rules', 'shared/fact/read', 'shared/fact'],
  'shared/schedule/fit': ['shared/schedule/fit', 'shared/schedule'],
}

/** An import as it is written, types and late ones included. */
interface Import {
  readonly file: string
  readonly to: string
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = text.matchAll(
    /^(?:import|export)\b[^'"`;=()]*?\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
  )
  return [...found].map((match) => {
    const named = match[1] ?? match[2] ?? match[3] ?? ''
    const to = named.startsWith('.')
      ? relative(root, join(root, dirname(file), named))
          .split(sep)
          .join('/')
      : named
    return { file, to }
  })
}

const isOwn = (to: string) => /^(?:shared|server|client|migrations|tests|bin)\//.test(to)
const packageOf = (to: string) =>
  to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/')
const allImports = (folder: string) => sources(folder).flatMap(importsOf)

describe('the core', () => {
  test('imports nothing outside itself but the packages its rooms are allowed', () => {
    const wrong = allImports('shared').filter(({ file, to }) => {
      if (to.startsWith('shared/')) return false
      return isOwn(to) || !(sharedPackages[file.split('/')[1] ?? ''] ?? []).includes(packageOf(to))
    })
    expect(wrong).toEqual([])
  })

  test('has rooms that import only the rooms before them', () => {
    const rank = (path: string) => sharedRooms.indexOf(path.split('/')[1] as (typeof sharedRooms)[number])
    const wrong = allImports('shared').filter(
      ({ file, to }) => to.startsWith('shared/') && (rank(to) > rank(file) || rank(to) < 0 || rank(file) < 0),
    )
    expect(wrong).toEqual([])
  })

  test('has rooms whose inner folders import only what they are made from', () => {
    const wrong = Object.entries(innerRooms).flatMap(([folder, allowed]) =>
      allImports(folder).filter(({ to }) => {
        const room = folder.split('/').slice(0, 2).join('/')
        return to.startsWith(`${room}/`) && !allowed.includes(dirname(to))
      }),
    )
    expect(wrong).toEqual([])
  })

  // The compiler keeps the page out: the core is checked without the types of any browser or of Node.
  test.each([
    ['the clock', /\bDate\.now\s*\(|\bnew Date\s*\(\s*\)|\bperformance\.now\b/],
    ['chance', /\bMath\.random\b|\bcrypto\./],
    ['Node', /\bprocess\.(?:env|cwd|argv|hrtime)\b|\bfrom\s+['"]node:/],
  ])('never reads %s', (_, forbidden) => {
    const wrong = sources('shared').filter((file) =>
      forbidden.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    )
    expect(wrong).toEqual([])
  })
})

describe('the shells', () => {
  test('never meet: server and client share only the core', () => {
    const wrong = [
      ...allImports('server').filter(({ to }) => to.startsWith('client/') || to.startsWith('tests/')),
      ...allImports('client').filter(({ to }) => /^(?:server|migrations|tests)\//.test(to)),
    ]
    expect(wrong).toEqual([])
  })

  test.each([
    ['server', serverLayers],
    ['client', clientLayers],
  ] as const)('%s imports only downwards', (folder, layers) => {
    const rank = (path: string) =>
      layers.findIndex((layer) => layer.some((name) => path.split('/')[1] === name))
    const own = allImports(folder).filter(
      ({ to }) => to.startsWith(`${folder}/`) && !to.includes('/styles/') && !to.endsWith('.css'),
    )
    expect(own.filter(({ file, to }) => rank(file) < 0 || rank(to) < 0 || rank(to) < rank(file))).toEqual([])
  })

  test('only db speaks SQL, and db imports no other part of the server', () => {
    const speaks = /\b(?:selectFrom|insertInto|updateTable|deleteFrom)\(|\.prepare\(/
    const wrong = sources('server').filter(
      (file) => !file.startsWith('server/db/') && speaks.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(wrong).toEqual([])
    expect(
      allImports('server').filter(
        ({ file, to }) => file.startsWith('server/db/') && /^server\/(?!db\/)/.test(to),
      ),
    ).toEqual([])
  })

  test('rows stop at db: nothing above it names a column, a table or the text of a JSON column', () => {
    const column =
      /[.{,]\s*[a-z]+(?:_[a-z]+)+\b(?!['"`])|^\s*[a-z]+(?:_[a-z]+)+\b\s*[:,]|\bas [a-z]+_[a-z_]+/m
    const wrong = sources('server')
      // Codes of refusals and names of tools are written like columns; what comes in is JSON, too.
      .filter((file) => !/^server\/(?:db\/|mcp\/|(?:errors|parse-json)\.ts$)/.test(file))
      .filter((file) => {
        const text = withoutComments(readFileSync(join(root, file), 'utf8'))
        return column.test(text) || /\b[A-Z]\w+Table\b/.test(text) || /\bJSON\.parse\(/.test(text)
      })
    expect(wrong).toEqual([])
  })

  test('only clock.ts reads the server’s time, and only the client’s edge reads the page’s', () => {
    const reads = /\bDate\.now\s*\(|\bnew Date\s*\(\s*\)/
    const wrong = [...sources('server'), ...sources('client')].filter(
      (file) =>
        !file.endsWith('/clock.ts') && reads.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    )
    expect(wrong).toEqual([])
  })

  test('only draft/ask-model.ts of the server sends anything anywhere, and mcp/ask-server.ts to this machine', () => {
    const sends = ['server/draft/ask-model.ts', 'server/mcp/ask-server.ts']
    const reaches =
      /\bfetch\s*\(|\bfrom\s+['"](?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?['"]|\b(?:WebSocket|EventSource)\b/
    const wrong = sources('server').filter((file) => {
      const text = withoutComments(readFileSync(join(root, file), 'utf8'))
      return (
        !sends.includes(file) &&
        reaches.test(text.replaceAll(/^import (?:type .*|\{ (?:BlockList, )?isIP \} from 'node:net')$/gm, ''))
      )
    })
    expect(wrong).toEqual([])
  })

  test('what the window shows is asked of base-path.ts, and every address that is set begins with the path of the app', () => {
    const knows = ['client/api/base-path.ts', 'client/under-a-path.ts', 'client/sw.ts']
    const sets = /\blocation\.(?:assign|replace)\(|\b(?:push|replace)State\(|\blocation\.href\s*=/
    const wrong = sources('client').flatMap((file) =>
      knows.includes(file)
        ? []
        : withoutComments(readFileSync(join(root, file), 'utf8'))
            .split('\n')
            .filter(
              (line) =>
                /\blocation\.pathname\b/.test(line) || (sets.test(line) && !line.includes('basePath')),
            )
            .map((line) => `${file}: ${line.trim()}`),
    )
    expect(wrong).toEqual([])
  })

  test('the service worker knows how the address of every page begins', () => {
    const text = (file: string) => readFileSync(join(root, 'client', file), 'utf8')
    const found = (file: string, path: RegExp) =>
      [...text(file).matchAll(path)].map((match) => match[1] ?? '')
    const pages = [
      ...found('app.tsx', /<Route path="\/(\w+)/g),
      ...found('more-pages.tsx', /'\/(\w+)[\w/]*':/g),
    ]
    const known = /^const places = '([^']+)'$/m.exec(text('sw.ts'))?.[1]?.split('|')
    expect(known?.toSorted()).toEqual([...new Set(pages)].sort())
  })

  test('only api/request.ts fetches; the service worker, a program of its own, hands files on', () => {
    const wrong = sources('client').filter(
      (file) =>
        !['client/api/request.ts', 'client/sw.ts'].includes(file) &&
        /\bfetch\s*\(/.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    )
    expect(wrong).toEqual([])
  })
})

test.each(['shared', 'server', 'client'])('nothing in %s imports itself by a detour', (folder) => {
  expect(circlesOf(folder)).toEqual([])
})

test('an area of pages imports no other area, but for the frame around them all', () => {
  const areaOf = (path: string) => path.split('/')[2]
  const wrong = allImports('client/pages').filter(
    ({ file, to }) => to.startsWith('client/pages/') && areaOf(to) !== areaOf(file) && areaOf(to) !== 'frame',
  )
  expect(wrong).toEqual([])
})

test('a migration imports nothing but kysely: it must not change when the code does', () => {
  expect(allImports('migrations').filter(({ to }) => to !== 'kysely')).toEqual([])
})

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1')
}

/** The files that reach themselves along their imports: types and late imports are imports, too. */
function circlesOf(folder: string): string[][] {
  const imports = new Map(sources(folder).map((file) => [file, importsOf(file).map(({ to }) => to)]))
  const reaches = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>(imports.get(from))
    for (const file of seen) for (const next of imports.get(file) ?? []) seen.add(next)
    return seen
  }
  const reached = new Map([...imports.keys()].map((file) => [file, reaches(file)]))
  const inCircle = [...reached].filter(([file, files]) => files.has(file))
  return inCircle.map(([file, files]) => [
    file,
    ...[...files].filter((other) => reached.get(other)?.has(file)),
  ])
}
