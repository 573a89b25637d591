import type { T } from '../../locales/texts.ts'
import type { Button } from '../../services/notifier/outgoing.ts'
import { pack } from '../buttons/callback-data.ts'
import {
  clientCommandNames,
  clientCommands,
  type ClientCommand,
  type ClientCommandName,
} from './client.ts'
import type { NamedBy } from './named-by.ts'
import { listedStaffCommands, type ListedStaffCommand } from './staff.ts'

/** A line of the list that Telegram shows (https://core.telegram.org/bots/api#botcommand). */
export interface MenuLine {
  command: string
  description: string
}

type Shown = ListedStaffCommand | Exclude<ClientCommandName, 'start'> | 'staff-help'

/** Each text of the menu is of a command. */
type OfCommand<Name extends Shown> = Name

type Key = `command-${OfCommand<NamedBy<'command'>>}`

/** The commands of a client's chat. */
export function clientMenu(t: T): MenuLine[] {
  const names = clientCommandNames.filter((name) => name !== 'start')
  return names.map((name) => menuLine(t, name, `command-${name}`))
}

/** The commands of the staff group. */
export function staffMenu(t: T): MenuLine[] {
  const listed = listedStaffCommands.map((name) => menuLine(t, name, `command-${name}`))
  return [...listed, menuLine(t, 'help', 'command-staff-help')]
}

function menuLine(t: T, command: string, key: Key): MenuLine {
  return { command, description: t(key) }
}

/** The buttons of the client's menu. */
export function menuButtons(t: T): Button[][] {
  const rows: Button[][] = [[], []]
  for (const name of clientCommandNames) {
    const { button }: ClientCommand = clientCommands[name]
    if (button === undefined) continue
    rows[button.row - 1]?.push({ label: t(button.label), data: pack(button.press) })
  }
  return rows
}
