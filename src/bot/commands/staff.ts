import type { TicketEvent } from '../../domain/event.ts'
import type { MessagePurpose } from '../../domain/message.ts'
import type { NamedBy } from './named-by.ts'

type Key<Prefix extends string> = `${Prefix}-${NamedBy<Prefix>}`

/** A button on the ticket's card; its action (callback-data.ts) is called as the command. */
interface CardButton {
  label: Key<'card'>
  row: 1 | 2 | 3 | 4
  /** It is shown while an agent may cause this; without one as long as the ticket lives. */
  event?: TicketEvent['type']
}

type Needs =
  | { needs: 'nothing'; button?: CardButton }
  | (NeedsWords & { button?: never; question?: never })
  /** Who presses the button is asked for what the command needs, and replies with it. */
  | (NeedsWords & { button: CardButton; question: Key<'staff-prompt'> })

interface NeedsWords {
  /**
   * `text`: anything said, a file too. `reply`: it stands in reply to the message it is about. `words`:
   * a moment, a number, a name: the command reads them itself.
   */
  needs: 'text' | 'reply' | 'words'
  /** What is answered when that is not there. */
  missing: Key<'staff-needs'>
}

interface InTicket {
  /** The topic of a ticket. */
  where: 'ticket'
  /** Of `rules` the ticket's own rules say who may (domain/guard.ts). */
  who: 'agent' | 'supervisor' | 'rules'
  /** What help shows it under. */
  group: 'responsibility' | 'client' | 'waiting' | 'ticket' | 'ending'
}

interface InGroup {
  /** Any topic of the staff group, General too. */
  where: 'group'
  /** `anybody`: an administrator who writes without a name, too. */
  who: 'agent' | 'anybody'
}

/** A command of the staff group. */
export type StaffCommand = (InTicket | InGroup) &
  Needs & {
    /** What the client gets all of its text as. */
    says?: MessagePurpose
    /** Help shows it only where plain text goes to the client. */
    shownIf?: 'public'
  }

/** Help need not list itself; it begins with `/r`, and `/setup CODE` is in the log. */
const unlisted = ['help', 'start', 'r', 'setup'] as const

type Unlisted = (typeof unlisted)[number]

/**
 * Every command of the staff group by its name, in the order of the menu. A listed one has a line in
 * help (`staff-usage-take`) and one in the menu (`command-take`); what it does is in staff/commands.ts.
 */
export const staffCommands = {
  take: {
    where: 'ticket',
    who: 'agent',
    group: 'responsibility',
    needs: 'nothing',
    button: { label: 'card-take', row: 1, event: 'claim' },
  },
  assign: {
    where: 'ticket',
    who: 'agent',
    group: 'responsibility',
    needs: 'words',
    missing: 'staff-needs-text-assign',
  },
  release: { where: 'ticket', who: 'agent', group: 'responsibility', needs: 'nothing' },
  ask: {
    where: 'ticket',
    who: 'agent',
    group: 'client',
    needs: 'text',
    missing: 'staff-needs-text-ask',
    question: 'staff-prompt-ask',
    button: { label: 'card-ask', row: 2, event: 'request_info' },
    says: 'question',
  },
  solve: {
    where: 'ticket',
    who: 'agent',
    group: 'client',
    needs: 'text',
    missing: 'staff-needs-text-solve',
    question: 'staff-prompt-solve',
    button: { label: 'card-solve', row: 2, event: 'propose_solution' },
    says: 'solution',
  },
  withdraw: { where: 'ticket', who: 'agent', group: 'client', needs: 'nothing' },
  note: {
    where: 'ticket',
    who: 'agent',
    group: 'client',
    needs: 'text',
    missing: 'staff-needs-text-note',
    question: 'staff-prompt-note',
    button: { label: 'card-note', row: 4 },
    shownIf: 'public',
  },
  later: {
    where: 'ticket',
    who: 'agent',
    group: 'waiting',
    needs: 'words',
    missing: 'staff-needs-later',
    question: 'staff-prompt-later',
    button: { label: 'card-postpone', row: 3, event: 'postpone' },
  },
  dev: {
    where: 'ticket',
    who: 'agent',
    group: 'waiting',
    needs: 'words',
    missing: 'staff-needs-dev',
    question: 'staff-prompt-dev',
    button: { label: 'card-develop', row: 3, event: 'start_development' },
  },
  done: { where: 'ticket', who: 'agent', group: 'waiting', needs: 'nothing' },
  priority: {
    where: 'ticket',
    who: 'agent',
    group: 'ticket',
    needs: 'words',
    missing: 'staff-needs-priority',
  },
  tag: {
    where: 'ticket',
    who: 'agent',
    group: 'ticket',
    needs: 'words',
    missing: 'staff-needs-tag',
  },
  untag: {
    where: 'ticket',
    who: 'agent',
    group: 'ticket',
    needs: 'words',
    missing: 'staff-needs-tag',
  },
  close: {
    where: 'ticket',
    who: 'rules',
    group: 'ending',
    needs: 'words',
    missing: 'staff-needs-close',
  },
  reopen: {
    where: 'ticket',
    who: 'agent',
    group: 'ending',
    needs: 'text',
    missing: 'staff-needs-reopen',
    says: 'reason',
  },
  open: {
    where: 'ticket',
    who: 'agent',
    group: 'ending',
    needs: 'text',
    missing: 'staff-needs-open',
    says: 'description',
  },
  merge: {
    where: 'ticket',
    who: 'agent',
    group: 'ending',
    needs: 'words',
    missing: 'staff-needs-merge',
  },
  unmerge: { where: 'ticket', who: 'agent', group: 'ending', needs: 'nothing' },
  split: {
    where: 'ticket',
    who: 'agent',
    group: 'ending',
    needs: 'reply',
    missing: 'staff-needs-split',
  },
  ban: {
    where: 'ticket',
    who: 'supervisor',
    group: 'ending',
    needs: 'words',
    missing: 'staff-needs-ban',
  },
  unban: { where: 'ticket', who: 'supervisor', group: 'ending', needs: 'nothing' },
  unsend: {
    where: 'ticket',
    who: 'agent',
    group: 'client',
    needs: 'reply',
    missing: 'staff-needs-unsend',
  },
  card: { where: 'ticket', who: 'agent', group: 'ticket', needs: 'nothing' },
  history: { where: 'ticket', who: 'agent', group: 'ticket', needs: 'nothing' },
  queue: { where: 'group', who: 'agent', needs: 'nothing' },
  mine: { where: 'group', who: 'agent', needs: 'nothing' },
  find: { where: 'group', who: 'agent', needs: 'words', missing: 'staff-needs-find' },
  stats: { where: 'group', who: 'agent', needs: 'nothing' },
  away: { where: 'group', who: 'agent', needs: 'words', missing: 'staff-needs-away' },
  back: { where: 'group', who: 'agent', needs: 'nothing' },
  help: { where: 'group', who: 'anybody', needs: 'nothing' },
  start: { where: 'group', who: 'anybody', needs: 'nothing' },
  r: {
    where: 'ticket',
    who: 'agent',
    group: 'client',
    needs: 'text',
    missing: 'staff-needs-text-reply',
    says: 'reply',
  },
  setup: { where: 'group', who: 'anybody', needs: 'nothing' },
} as const satisfies Record<NamedBy<'staff-usage'> | Unlisted, StaffCommand>

type Commands = typeof staffCommands

export type StaffCommandName = keyof Commands

/** The names of the commands that have something in common. */
export type StaffCommandsWith<Something> = {
  [Name in StaffCommandName]: Commands[Name] extends Something ? Name : never
}[StaffCommandName]

export type ListedStaffCommand = Exclude<StaffCommandName, Unlisted>

/** Whose button asks for what is missing. */
export type AskingStaffCommand = StaffCommandsWith<{ question: string }>

/** Names in the order of the menu. */
export const staffCommandNames = Object.keys(staffCommands) as StaffCommandName[]

export const listedStaffCommands = staffCommandNames.filter(
  (name): name is ListedStaffCommand => !unlisted.some((one) => one === name),
)

export const askingStaffCommands = staffCommandNames.filter(
  (name): name is AskingStaffCommand => 'question' in staffCommands[name],
)

/** The command of that name, in lower case; null for any other word. */
export function staffCommand(name: string): StaffCommand | null {
  return isStaffCommand(name) ? staffCommands[name] : null
}

export function isStaffCommand(name: string): name is StaffCommandName {
  return Object.hasOwn(staffCommands, name)
}
