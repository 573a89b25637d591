import { defineConfig } from 'vitest/config'

import { measurePatience } from './test/support/measure-patience.ts'

// Limits are those of a machine at rest; on a slow or busy one all of them grow alike.
const patience = await measurePatience()

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/no-noise.ts', 'test/support/wait-patiently.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // Read by sandbox/patience.ts.
    env: { PATIENCE: String(patience) },
    // A process a file: what a test leaves behind cannot reach the next file.
    pool: 'forks',
    maxWorkers: 2,
    restoreMocks: true,
    // The first start of the embedded PostgreSQL takes seconds on a busy machine.
    testTimeout: 20_000 * patience,
    hookTimeout: 60_000 * patience,
    teardownTimeout: 20_000 * patience,
    expect: { poll: { timeout: 1_000 * patience } },
  },
})
