import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

// Two at a time: each is one busy thread, and small machines have two cores.
const atOnce = 2
const names = ['check:types', 'check:lint', 'check:format', 'check:imports', 'check:unused']
const waiting = [...names]
const failed: string[] = []

await Promise.all(Array.from({ length: atOnce }, work))
if (failed.length > 0) {
  console.error(`\n${failed.length} of ${names.length} checks failed: ${failed.join(', ')}`)
  process.exitCode = 1
} else console.log(`\nall ${names.length} checks passed`)

async function work(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await check(name)
}

async function check(name: string): Promise<void> {
  const startedAt = performance.now()
  const child = spawn(`npm run --silent ${name} 2>&1`, {
    shell: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output, [code]] = await Promise.all([text(child.stdout), closed(child)])
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  if (code !== 0) failed.push(name)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (code !== 0) console.log(output.trimEnd())
}

/** Resolves with what the `close` event carries: the exit code, or null after a signal. */
async function closed(child: ChildProcess): Promise<[code: number | null]> {
  return (await once(child, 'close')) as [number | null]
}
