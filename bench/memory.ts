import { startDesk, type Usage } from './bots.ts'
import type { Server } from './database.ts'
import { startTelegram } from './telegram.ts'

export interface Memory {
  when: string
  usage: Usage
}

export const dialogues = 1_000

/** The desk's own process; PostgreSQL is beside it. */
export async function measureMemory(server: Server): Promise<Memory[]> {
  const telegram = await startTelegram()
  const databaseUrl = await server.create('memory')
  const desk = await startDesk(telegram, { mode: 'polling', databaseUrl })
  await telegram.greet()
  const idle = await desk.usage({ collect: true })
  await telegram.dialogues(dialogues)
  const after = await desk.usage({ collect: true })
  await telegram.dialogues(dialogues)
  const again = await desk.usage({ collect: true })
  await desk.stop()
  await telegram.stop()
  return [
    { when: 'idle', usage: idle },
    { when: `after ${String(dialogues)} dialogues`, usage: after },
    { when: `after ${String(2 * dialogues)} dialogues`, usage: again },
  ]
}
