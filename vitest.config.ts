import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/no-noise.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // A process a file: what a test leaves behind cannot reach the next file.
    pool: 'forks',
    maxWorkers: 2,
    restoreMocks: true,
    // The first start of the embedded PostgreSQL takes seconds on a busy machine.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
})
