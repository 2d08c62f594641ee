import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type Plugin, defineConfig, minifySync } from 'vite'

/** How long a step of the build took is no fault: whoever starts Recollect for the first time reads warnings as such. */
const checks = { bundlerTimings: false }

/** What the page runs before its first paint lies in `public`, so nothing else would take its comments out. */
const early = 'appearance.js'

/** Puts a .br and a .gz beside every text file of the build, so that the server never packs a file while it answers. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: (_config, { isSsrBuild }) => isSsrBuild !== true,
    // From the disk, after everything else: what a later step of the build changes must be in here too.
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return
      const script = await readFile(join(dir, early), 'utf8')
      await writeFile(join(dir, early), minifySync(early, script).code)
      for (const name of [...Object.keys(bundle), early]) {
        if (!/\.(?:js|css|html|svg)$/.test(name)) continue
        const source = await readFile(join(dir, name))
        await writeFile(join(dir, `${name}.br`), brotliCompressSync(source))
        await writeFile(join(dir, `${name}.gz`), gzipSync(source, { level: 9 }))
      }
    },
  }
}

/**
 * Tells the service worker what the shell is: every file of the build but its own, the page under its address, and what
 * lies in `public`, by their names beside the worker. Fonts for other alphabets and maps stay out; they come when a letter
 * asks for them.
 */
function listShell(): Plugin {
  return {
    name: 'list-shell',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const worker = bundle['sw.js']
      if (worker?.type !== 'chunk') return
      const built = Object.keys(bundle).filter((name) => !/^sw\.js$|\.html$|\.map$/.test(name))
      const still = await readdir('client/public')
      const files = ['index.html', ...built, ...still].sort()
      const hash = createHash('sha256').update(JSON.stringify(files))
      const page = bundle['index.html']
      if (page?.type === 'asset') hash.update(page.source)
      for (const name of still) hash.update(await readFile(join('client/public', name)))
      const version = hash.digest('hex').slice(0, 12)
      worker.code = worker.code.replaceAll('__SHELL__', () => JSON.stringify({ version, files }))
    },
  }
}

/** Puts the page of the API beside the app: a page of its own with its viewer, of which no other page loads a byte. */
function layDocs(): Plugin {
  return {
    name: 'lay-docs',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    async writeBundle({ dir }) {
      if (dir === undefined) return
      const to = join(dir, 'docs')
      await mkdir(to, { recursive: true })
      const viewer = 'node_modules/@fastify/swagger-ui/static'
      const files = [
        ...['index.html', 'docs.css', 'docs.js'].map((name) => join('client/docs', name)),
        ...['swagger-ui.css', 'swagger-ui-bundle.js'].map((name) => join(viewer, name)),
      ]
      for (const file of files) {
        const source = await readFile(file)
        await writeFile(join(to, basename(file)), source)
        await writeFile(join(to, `${basename(file)}.br`), brotliCompressSync(source))
        await writeFile(join(to, `${basename(file)}.gz`), gzipSync(source, { level: 9 }))
      }
    },
  }
}

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * Says whether a module belongs to what the given files bring with them, late imports left out. Such a part is one file:
 * the splinters that others share with it would compress worse, and be fetched one after the other.
 */
function partOf(...entries: readonly string[]): (id: string, graph: Graph) => boolean {
  let known: { readonly of: Graph; readonly ids: ReadonlySet<string> } | null = null
  return (id, graph) => {
    if (known?.of !== graph) known = { of: graph, ids: reachable(entries, graph) }
    return known.ids.has(id)
  }
}

function reachable(entries: readonly string[], graph: Graph): ReadonlySet<string> {
  const seen = new Set(entries.map((entry) => resolve('client', entry)))
  for (const id of seen)
    if (!existsSync(id)) throw new Error(`The build looks for ${id}, which is not there.`)
  for (const id of seen) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) seen.add(next)
  return seen
}

/** The parts of the page, the most wanted first; a module goes to the first part that brings it. */
const parts = [
  { name: 'first', brings: partOf('main.tsx') },
  { name: 'app-update', brings: partOf('state/app-update.ts') },
  // Around every page but a sitting, and what nearly every such page asks the server with.
  {
    name: 'frame',
    brings: partOf(
      'pages/frame/rail.tsx',
      'pages/frame/frame-strips.tsx',
      'state/use-resource.ts',
      'state/inbox-count.ts',
    ),
  },
]

/** Two builds of one tree: `vite build` makes the page, `vite build --ssr` bundles the server so that it starts fast. */
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild === true
    ? {
        build: {
          ssr: true,
          outDir: 'dist/server',
          emptyOutDir: true,
          target: 'node20',
          // Less to parse at the start; names stay, because they stand in the log when something goes wrong.
          minify: 'oxc',
          rollupOptions: {
            checks,
            input: {
              main: 'server/main.ts',
              cards: 'server/cli/cards.ts',
              doctor: 'server/cli/doctor.ts',
              mcp: 'server/cli/mcp.ts',
              backup: 'server/cli/backup.ts',
              restore: 'server/cli/restore.ts',
              export: 'server/cli/export.ts',
              'reading-thread': 'server/library/reading-thread.ts',
              'memory-thread': 'server/study/memory-thread.ts',
              'pattern-thread': 'server/study/pattern-thread.ts',
              'quiz-thread': 'server/study/quiz-thread.ts',
              'upkeep-thread': 'server/upkeep/upkeep-thread.ts',
            },
            output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
          },
        },
        ssr: { noExternal: true, external: ['better-sqlite3', 'better-sqlite3-napi', '@node-rs/argon2'] },
      }
    : {
        root: 'client',
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        plugins: [listShell(), precompress(), layDocs()],
        // One build for every path that the app may lie under: a file finds the next by where it lies itself. Only the page
        // names its files from the root, and the server puts the path before them.
        experimental: {
          renderBuiltUrl: (name, { hostType }) => (hostType === 'html' ? `/${name}` : { relative: true }),
        },
        build: {
          outDir: '../dist/client',
          emptyOutDir: true,
          target: 'es2022',
          // The page names the parts that it begins with, so that they come side by side. In the scripts, a list of every part
          // of every page would weigh on the first.
          modulePreload: {
            polyfill: false,
            resolveDependencies: (_file, needed, { hostType }) =>
              hostType === 'html' ? needed : needed.filter((name) => name.endsWith('.css')),
          },
          rollupOptions: {
            checks,
            input: { index: 'client/index.html', sw: 'client/sw.ts' },
            output: {
              // The worker keeps its name: a browser looks for a newer one under the old address.
              entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
              // The first part names all others; a letter of a hash is one that no compression can save.
              chunkFileNames: 'assets/[name]-[hash:7].js',
              // One file for the libraries of every page: parts of them apart would compress worse.
              codeSplitting: {
                groups: [
                  { name: 'preact', test: /node_modules.(?:@?preact)/, priority: 2 },
                  {
                    name: (id: string, graph: Graph) =>
                      parts.find(({ brings }) => brings(id, graph))?.name ?? null,
                    debugName: 'parts',
                    priority: 1,
                    includeDependenciesRecursively: false,
                  },
                ],
              },
            },
          },
        },
        server: {
          port: 5173,
          proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? '4747'}` },
        },
      },
)
