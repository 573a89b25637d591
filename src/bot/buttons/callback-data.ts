import { z } from 'zod'

import { maxNumber } from '../../domain/ticket-number.ts'

/**
 * Every button of the desk: its action and the numbers it carries, in the order in which they are
 * packed. Telegram allows 64 bytes (https://core.telegram.org/bots/api#inlinekeyboardbutton), and
 * whoever can see a button can forge one, so nothing here is trusted: rights and state are looked
 * at again when it is pressed.
 */
const upTo = (largest: number) =>
  z
    .string()
    .regex(/^(?:0|[1-9][0-9]{0,9})$/)
    .transform(Number)
    .refine((value) => value <= largest)
/** Of a ticket, and of all else the desk counts. */
const number = upTo(maxNumber)
const flag = upTo(1)
const minutes = upTo(1_439)
const score = upTo(5)
/** Nobody turns that many; each is looked for from the first. */
const page = upTo(999)
const position = upTo(99)
/** A key of the desk file, or an id made by the desk. */
const key = z.string().regex(/^[A-Za-z0-9_-]{1,36}$/)

const actions = {
  // the ticket's card and questions to agents
  take: { ticket: number },
  ask: { ticket: number },
  solve: { ticket: number },
  note: { ticket: number },
  later: { ticket: number },
  dev: { ticket: number },
  more: { ticket: number },
  force: { ticket: number, messageId: number },
  // menu and lists of a client
  new: {},
  tickets: { page },
  journal: { page },
  settings: {},
  language: { language: key },
  quiet: { from: minutes, to: minutes },
  mute: { notice: key },
  show: { ticket: number },
  add: { ticket: number },
  // a message whose ticket is not known yet
  route: { held: number, ticket: number },
  // requests and solutions
  reply: { ticket: number, proposal: number },
  accept: { ticket: number, proposal: number },
  reject: { ticket: number, proposal: number },
  // the end of a ticket; `sure` is 0 for the question and 1 for its answer
  withdraw: { ticket: number, sure: flag },
  reopen: { ticket: number, closure: number },
  // a message to a closed ticket: 1 reopens it, 0 begins another that follows it
  follow: { held: number, ticket: number, reopen: flag },
  // the present step of a dialogue; `draft` tells an old message from the present one
  step: { draft: key, step: position, value: key },
  rate: { ticket: number, closure: number, dimension: key, value: score },
  rerate: { ticket: number, closure: number },
  // what a client thinks of the message the button stands under: 1 likes it, 0 does not
  opinion: { value: flag },
} as const

type Actions = typeof actions

/** What a pressed button says. */
export type Press = {
  [Action in keyof Actions]: { action: Action } & {
    [Field in keyof Actions[Action]]: z.output<Actions[Action][Field] & z.ZodType>
  }
}[keyof Actions]

/** What one of certain buttons says. */
export type PressOf<Action extends Press['action']> = Extract<Press, { action: Action }>

const version = '1'
const maxBytes = 64

/** The string a button carries; throws when it would be longer than Telegram allows. */
export function pack(press: Press): string {
  const { action, ...fields } = press
  const values: Record<string, unknown> = fields
  const parts = Object.keys(actions[action]).map((name) => String(values[name]))
  const data = [version, action, ...parts].join(':')
  if (Buffer.byteLength(data) > maxBytes) {
    throw new Error(`A button of ${action} is too long: ${data}`)
  }
  return data
}

/** What a string says, or null for anything the desk did not write, or wrote in another version. */
export function unpack(data: string): Press | null {
  if (Buffer.byteLength(data) > maxBytes) return null
  const [given, action, ...parts] = data.split(':')
  if (given !== version || action === undefined || !Object.hasOwn(actions, action)) return null
  const fields: Record<string, z.ZodType> = actions[action as keyof Actions]
  const names = Object.keys(fields)
  if (parts.length !== names.length) return null
  const press: Record<string, unknown> = { action }
  for (const [index, name] of names.entries()) {
    const parsed = fields[name]?.safeParse(parts[index])
    if (parsed?.success !== true) return null
    press[name] = parsed.data
  }
  return press as Press
}
