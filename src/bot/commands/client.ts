import type { Press } from '../buttons/callback-data.ts'
import type { NamedBy } from './named-by.ts'

/** A button of the menu, which `/start` shows. */
interface MenuButton {
  label: `menu-${NamedBy<'menu'>}`
  row: 1 | 2
  press: Press
}

/** A command of a client's chat. Any works in the middle of any dialogue. */
export interface ClientCommand {
  button?: MenuButton
}

/** Help need not list itself, and Telegram shows `/start` to whoever has not used it. */
const unlisted = ['help', 'start'] as const

type Unlisted = (typeof unlisted)[number]

/**
 * Every command of a client by its name, in the order of the menu. A listed one has a line in help
 * (`client-usage-new`) and one in the menu (`command-new`); what it does is in client/commands.ts.
 */
export const clientCommands = {
  new: { button: { label: 'menu-open-ticket', row: 1, press: { action: 'new' } } },
  tickets: { button: { label: 'menu-my-tickets', row: 2, press: { action: 'tickets', page: 0 } } },
  journal: {},
  settings: { button: { label: 'menu-settings', row: 2, press: { action: 'settings' } } },
  help: {},
  cancel: {},
  start: {},
} as const satisfies Record<NamedBy<'client-usage'> | Unlisted, ClientCommand>

export type ClientCommandName = keyof typeof clientCommands

/** Names in the order of the menu. */
export const clientCommandNames = Object.keys(clientCommands) as ClientCommandName[]

export const listedClientCommands = clientCommandNames.filter(
  (name): name is Exclude<ClientCommandName, Unlisted> => !unlisted.some((one) => one === name),
)

export function isClientCommand(name: string): name is ClientCommandName {
  return Object.hasOwn(clientCommands, name)
}
