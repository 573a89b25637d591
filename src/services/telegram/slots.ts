import type { MessagePlace } from '../../domain/message.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { unpackSlot, type Slot, type SlotKey } from '../notifier/slot.ts'

const selectSlot = statement<{ key: string }>(
  'slot_at_place',
  `select key from slot where chat_id = $1 and message_id = $2`,
)

const selectKey = statement<{ key: string }>('slot_named', `select key from slot where key = $1`)

/** Whether a slot names a message. */
export async function hasSlot(db: Queryable, key: SlotKey): Promise<boolean> {
  return (await selectKey(db, key)).length > 0
}

/** What the message that stands at a place is: a card, a proposal, a prompt ... */
export async function slotAtPlace(
  db: Queryable,
  { chatId, messageId }: MessagePlace,
): Promise<Slot | null> {
  const [slot] = await selectSlot(db, chatId, messageId)
  return slot === undefined ? null : unpackSlot(slot.key)
}
