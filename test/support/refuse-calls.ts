import type { Fault } from '../../sandbox/faults.ts'
import type { TestDesk } from './desk.ts'

/** Telegram's no to the next calls of a method. */
export function refuseCalls(
  { sandbox }: TestDesk,
  method: string,
  reason: string,
  times = 1,
  chatId?: number,
): void {
  sandbox.faults.add({
    kind: 'status',
    method,
    code: 400,
    description: `Bad Request: ${reason}`,
    times,
    ...(chatId !== undefined && { chatId }),
  } satisfies Fault)
}
