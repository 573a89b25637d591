import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Telegram's dates are whole seconds: who answers within the same one cannot have read the message.
 *
 * @returns when the present second is over
 */
export async function secondTurns(): Promise<void> {
  const present = second()
  while (second() === present) await sleep(20)
}

function second(): number {
  return Math.floor(Date.now() / 1_000)
}
