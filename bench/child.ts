import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A process of the benchmark that carries out orders, one at a time. */
export interface Child {
  /** Resolves when the process has printed these words. */
  printed(words: string): Promise<void>
  /** Sends an order and waits for what comes of it. */
  ask(order: object): Promise<unknown>
  /** Waits for the answer to no order: what a process says of itself when it is ready. */
  next(): Promise<unknown>
  stop(): Promise<void>
}

const patienceMs = 90_000
const stopWithinMs = 5_000
const running = new Set<() => void>()

/** However the benchmark ends, no process stays behind. */
process.once('exit', () => {
  for (const kill of running) kill()
})

/**
 * Starts a Node process.
 *
 * @param args of node itself: flags, the file, its arguments
 */
export function startChild(args: string[], environment: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const kill = () => child.kill('SIGKILL')
  running.add(kill)
  const exited = once(child, 'exit').finally(() => running.delete(kill))
  let output = ''
  const listeners = new Set<() => void>()
  const read = (chunk: Buffer) => {
    output += chunk.toString('utf8')
    for (const look of [...listeners]) look()
  }
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)

  /** Rejects when the process ends first, or takes too long. */
  function orEnd<T>(what: Promise<T>): Promise<T> {
    const { promise: late, clear } = after(patienceMs, `${args.at(0) ?? ''} took too long`)
    const ended = exited.then(() => {
      throw new Error(`A process of the benchmark ended:\n${output}`)
    })
    return Promise.race([what, ended, late]).finally(clear)
  }

  const next = () =>
    orEnd(
      once(child, 'message').then(([message]: unknown[]) => {
        const { result, error } = message as { result?: unknown; error?: string }
        if (error !== undefined) throw new Error(`${error}\n${output}`)
        return result
      }),
    )

  return {
    next,
    ask(order) {
      const answer = next()
      child.send(order)
      return answer
    },
    printed: (words) =>
      orEnd(
        new Promise<void>((resolve) => {
          const look = () => {
            if (!output.includes(words)) return
            listeners.delete(look)
            resolve()
          }
          listeners.add(look)
          look()
        }),
      ),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const timer = setTimeout(kill, stopWithinMs)
      await exited
      clearTimeout(timer)
    },
  }
}

function after(ms: number, message: string): { promise: Promise<never>; clear: () => void } {
  let timer: NodeJS.Timeout | undefined
  const promise = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(message)), ms)
  })
  return { promise, clear: () => clearTimeout(timer) }
}
