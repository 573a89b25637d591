import { startChild } from './child.ts'
import type { Burst, Greeted, Order, Ready, Steady } from './orders.ts'

/** The stand-in Telegram in its process, and the people who write there. */
export interface Telegram extends Ready {
  gather(people: number): Promise<void>
  begin(): Promise<void>
  burst(): Promise<Burst>
  steady(perSecond: number, seconds: number): Promise<Steady>
  dialogues(people: number): Promise<void>
  greet(): Promise<Greeted>
  stop(): Promise<void>
}

export async function startTelegram(): Promise<Telegram> {
  const child = startChild(['--import', 'tsx', 'bench/sandbox-program.ts'])
  const ready = (await child.next()) as Ready
  const ask = (order: Order) => child.ask(order)
  return {
    ...ready,
    async gather(people) {
      await ask({ do: 'gather', people })
    },
    async begin() {
      await ask({ do: 'begin' })
    },
    burst: async () => (await ask({ do: 'burst' })) as Burst,
    steady: async (perSecond, seconds) =>
      (await ask({ do: 'steady', perSecond, seconds })) as Steady,
    async dialogues(people) {
      await ask({ do: 'dialogues', people })
    },
    greet: async () => (await ask({ do: 'greet' })) as Greeted,
    stop: () => child.stop(),
  }
}
