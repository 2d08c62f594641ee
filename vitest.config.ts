import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const

/** A test that hangs fails in the end; a busy machine may take its time. No test learns from these how fast we are. */
const patience = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 120_000 } },
} as const

export default defineConfig({
  test: {
    // Every core works. Vitest would leave one free, which on two cores is half of them.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{shared,server,journeys}/**/*.test.ts', 'tests/*.test.ts'],
          // Files read what the ones before them have loaded: the tests replace no module, and leave none changed.
          isolate: false,
          ...patience,
        },
      },
      {
        ...jsx,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/client/**/*.test.{ts,tsx}'],
          ...patience,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          isolate: false,
          ...patience,
          testTimeout: 600_000,
        },
      },
    ],
  },
})
