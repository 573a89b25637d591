import type { T } from '../../locales/texts.ts'
import type { Button } from '../../services/notifier/outgoing.ts'
import { pack } from '../callback-data.ts'
import { clientCommandNames, clientCommands, type ClientCommand } from './client.ts'
import { listedStaffCommands } from './staff.ts'

/** A line of the list that Telegram shows (https://core.telegram.org/bots/api#botcommand). */
export interface MenuLine {
  command: string
  description: string
}

/** The commands of a client's chat. */
export function clientMenu(t: T): MenuLine[] {
  return clientCommandNames
    .filter((name) => name !== 'start')
    .map((name) => ({ command: name, description: t(`command-${name}`) }))
}

/** The commands of the staff group. */
export function staffMenu(t: T): MenuLine[] {
  const listed = listedStaffCommands.map((name) => ({
    command: name,
    description: t(`command-${name}`),
  }))
  return [...listed, { command: 'help', description: t('command-staff-help') }]
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
