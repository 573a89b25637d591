import { startSandbox, type Sandbox, type SandboxOptions } from './index.ts'

export type SandboxVerdict = { ok: true; sandbox: Sandbox } | { ok: false; message: string }

/** The same address each time, as long as it is free, so that an open page finds the demo again. */
const firstPort = 8_090
const triedPorts = 10

/**
 * Starts the sandbox on the wanted port, or on the first free one.
 *
 * @param stops gets the way to end it
 */
export async function openSandbox(
  wantedPort: number | null,
  options: Omit<SandboxOptions, 'port'>,
  stops: (() => Promise<void>)[],
): Promise<SandboxVerdict> {
  // 0: the system chooses.
  const ports =
    wantedPort === null
      ? [...Array.from({ length: triedPorts }, (_, index) => firstPort + index), 0]
      : [wantedPort]
  for (const port of ports) {
    try {
      const sandbox = await startSandbox({ ...options, port })
      stops.push(() => sandbox.close())
      return { ok: true, sandbox }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    }
  }
  const message = `Port ${String(wantedPort)} is taken: name another one, or leave --port out.`
  return { ok: false, message }
}
