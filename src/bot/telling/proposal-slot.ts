import { packSlot, type SlotKey } from '../../services/notifier/slot.ts'

/** The slot of a request or proposal: its buttons go when it is decided. */
export function proposalSlot(number: number, proposalNo: number): SlotKey {
  return packSlot({ kind: 'proposal', ticket: number, proposal: proposalNo })
}
