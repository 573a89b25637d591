import { format } from 'node:util'
import { afterAll, afterEach, beforeAll } from 'vitest'

// A warning nobody expected is a fault that nobody looked at, so it fails the test it appears in.
// A test that expects one replaces the function: vi.spyOn(console, 'warn').mockImplementation(..).

// Node 22 warns of `punycode`, which Telegraf's transport loads; nothing of ours calls it.
const knownWarnings = new Set(['DEP0040'])

let noise: string[] = []
const original = { warn: console.warn, error: console.error }

const onWarning = (warning: Error & { code?: string }): void => {
  if (!knownWarnings.has(warning.code ?? '')) noise.push(`process warning: ${warning.stack ?? ''}`)
}
const onRejection = (reason: unknown): void => {
  noise.push(`unhandled rejection: ${format(reason)}`)
}

beforeAll(() => {
  console.warn = (...args) => noise.push(`console.warn: ${format(...args)}`)
  console.error = (...args) => noise.push(`console.error: ${format(...args)}`)
  process.on('warning', onWarning)
  process.on('unhandledRejection', onRejection)
})

afterEach(async () => {
  // Rejections and warnings are reported a turn of the event loop after their cause.
  await new Promise((resolve) => setImmediate(resolve))
  failOnNoise()
})

afterAll(() => {
  process.off('warning', onWarning)
  process.off('unhandledRejection', onRejection)
  Object.assign(console, original)
  failOnNoise()
})

function failOnNoise(): void {
  const heard = noise
  noise = []
  if (heard.length > 0) throw new Error(`Unexpected noise:\n${heard.join('\n')}`)
}
