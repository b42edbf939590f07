import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/benchmark/*.bench.ts'],
    globalSetup: ['test/support/hold-database.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    reporters: ['verbose'],
  },
})
