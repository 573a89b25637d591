import type { Ticket } from '../../domain/ticket.ts'
import { findTransition } from '../../domain/transitions.ts'
import type { T } from '../../locales/texts.ts'
import type { Button } from '../../services/notifier/outgoing.ts'
import { pack } from '../buttons/callback-data.ts'
import {
  staffCommandNames,
  staffCommands,
  type StaffCommand,
  type StaffCommandsWith,
} from './staff.ts'

/** A command that is a button on the card, too. */
export type CardCommand = StaffCommandsWith<{ button: object }>

const cardCommands = staffCommandNames.filter(
  (name): name is CardCommand => 'button' in staffCommands[name],
)

/** What can be done with a ticket by a button of its card: only what is possible now. */
export function cardButtons(ticket: Ticket, t: T): Button[][] {
  if (ticket.status === 'closed') return []
  const rows: Button[][] = [[], [], [], []]
  for (const action of cardCommands) {
    const { button } = staffCommands[action]
    if (!isPossible(ticket, action)) continue
    const data = pack({ action, ticket: ticket.number })
    rows[button.row - 1]?.push({ label: t(button.label), data })
  }
  const more = { label: t('card-more'), data: pack({ action: 'more', ticket: ticket.number }) }
  rows.at(-1)?.push(more)
  return rows.filter((row) => row.length > 0)
}

function isPossible({ status, assigneeId }: Ticket, name: CardCommand): boolean {
  const { button }: StaffCommand = staffCommands[name]
  const { event } = button
  if (event === undefined) return true
  // A ticket that was given to somebody is not taken once more.
  if (event === 'claim' && assigneeId !== null) return false
  return findTransition(status, event, 'agent') !== undefined
}
