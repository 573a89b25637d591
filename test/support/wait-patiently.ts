import { vi } from 'vitest'

import { patience } from '../../sandbox/patience.ts'

// Vitest has a setting for the limit of expect.poll, none for that of vi.waitFor.

const usualMs = 1_000
const { waitFor } = vi

vi.waitFor = (condition, options = {}) => {
  const { timeout = usualMs, interval } =
    typeof options === 'number' ? { timeout: options } : options
  return waitFor(condition, {
    timeout: timeout * patience,
    ...(interval !== undefined && { interval }),
  })
}
