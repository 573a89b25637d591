import type { Desk } from '../../desk/desk.ts'
import type { T } from '../../locales/texts.ts'
import { listedClientCommands } from './client.ts'
import {
  listedStaffCommands,
  staffCommands,
  type ListedStaffCommand,
  type StaffCommand,
} from './staff.ts'

const groups = ['responsibility', 'client', 'waiting', 'ticket', 'ending', 'everywhere'] as const

type Group = (typeof groups)[number]

/** What `/help` says in the staff group: how words are taken, then the commands, a line each. */
export function staffHelp(t: T, plainText: Desk['staff']['plainText']): string {
  const intro = t(plainText === 'public' ? 'staff-help' : 'staff-help-strict')
  const shown = listedStaffCommands.filter((name) => isShown(name, plainText))
  const blocks = groups.map((group) => {
    const names = shown.filter((name) => groupOf(name) === group)
    return [t(`staff-help-${group}`), ...names.map((name) => t(`staff-usage-${name}`))].join('\n')
  })
  return [intro, ...blocks].join('\n\n')
}

/** What `/help` says to a client. */
export function clientHelp(t: T): string {
  const lines = listedClientCommands.map((name) => t(`client-usage-${name}`))
  return [...lines, t('client-help')].join('\n')
}

function groupOf(name: ListedStaffCommand): Group {
  const command: StaffCommand = staffCommands[name]
  return command.where === 'group' ? 'everywhere' : command.group
}

function isShown(name: ListedStaffCommand, plainText: Desk['staff']['plainText']): boolean {
  const { shownIf }: StaffCommand = staffCommands[name]
  return shownIf === undefined || shownIf === plainText
}
