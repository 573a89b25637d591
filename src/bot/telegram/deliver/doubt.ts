import { packSlot, type SlotKey } from '../../../services/notifier/slot.ts'
import type { Attempt } from './attempt.ts'

type Keeper = Pick<Attempt, 'whereabouts'>

/**
 * Keeps that nobody knows how often a message stands in its reader's chat: an attempt to send it was
 * never confirmed. A copy that nobody knows of can be neither changed nor deleted.
 */
export async function noteDoubt({ whereabouts }: Keeper, message: number): Promise<void> {
  await whereabouts.saveSlot(keyOf(message), { chatId: 0, messageId: message }, noContent)
}

/** Whether a copy of a message may stand somewhere that nobody knows of. */
export async function isInDoubt({ whereabouts }: Keeper, message: number): Promise<boolean> {
  return (await whereabouts.slotOf(keyOf(message))) !== undefined
}

const noContent = { text: '', entities: [] }

function keyOf(message: number): SlotKey {
  return packSlot({ kind: 'doubled', message })
}
