import { defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{shared,server,journeys}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        ...jsx,
        test: { name: 'dom', environment: 'happy-dom', include: ['tests/client/**/*.test.{ts,tsx}'] },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          // Real servers and a real Chromium on two cores: one at a time keeps them honest.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
