import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

export interface Answered {
  code: number | null
  out: string
  err: string
}

/** Types `npm run desk -- <words>`; what it printed and how it ended. For tests that built the desk. */
export async function typeCommand(
  words: string[],
  environment: Record<string, string>,
): Promise<Answered> {
  const child = spawn(process.execPath, ['scripts/desk.mjs', ...words], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out: out.trim(), err: err.trim() }
}
