import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type Plugin, defineConfig } from 'vite'

/** Puts a .br and a .gz beside every text file of the build, so that the server never compresses while it answers. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: (_config, { isSsrBuild }) => isSsrBuild !== true,
    // From the disk, after everything else: what a later step of the build changes must be in here too.
    async writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (dir === undefined || !/\.(?:js|css|html|svg)$/.test(name)) continue
        const source = await readFile(join(dir, name))
        await writeFile(join(dir, `${name}.br`), brotliCompressSync(source))
        await writeFile(join(dir, `${name}.gz`), gzipSync(source, { level: 9 }))
      }
    },
  }
}

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
            input: {
              main: 'server/main.ts',
              cards: 'server/cli/cards.ts',
              doctor: 'server/cli/doctor.ts',
              'reading-thread': 'server/library/reading-thread.ts',
              'memory-thread': 'server/study/memory-thread.ts',
            },
            output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
          },
        },
        ssr: { noExternal: true, external: ['better-sqlite3', 'better-sqlite3-napi'] },
      }
    : {
        root: 'client',
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        plugins: [precompress()],
        build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022' },
        server: {
          port: 5173,
          proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? '4747'}` },
        },
      },
)
