import type { Sandbox, SandboxPerson } from '../../sandbox/index.ts'
import { press } from '../../sandbox/people/press-button.ts'
import type { Message } from '../../sandbox/state/shapes.ts'

const timeoutMs = 10_000

/** What the bot wrote last about a ticket; all of it begins with the ticket's number. */
export function lastAbout(client: SandboxPerson, number: number): Message {
  const found = client.messages.findLast((message) => isAbout(message, number))
  if (found === undefined) throw new Error(`Nothing was written about ticket ${String(number)}`)
  return found
}

/** Presses the newest button with a label that belongs to a ticket. */
export function pressAbout(
  sandbox: Sandbox,
  client: SandboxPerson,
  { number, label }: { number: number; label: string },
): Promise<unknown> {
  const isIt = (text: string) => text === label || text.endsWith(` ${label}`)
  return pressNewest(sandbox, client, {
    isIt,
    within: (message) => isAbout(message, number),
    what: `"${label}" of ticket ${String(number)}`,
  })
}

/** Presses the button that leads to a ticket in a list. */
export function pressInList(
  sandbox: Sandbox,
  client: SandboxPerson,
  number: number,
): Promise<unknown> {
  const isIt = (text: string) => text.startsWith(`#${String(number)} `)
  const what = `ticket ${String(number)} in a list`
  return pressNewest(sandbox, client, { isIt, within: () => true, what })
}

function pressNewest(
  { world }: Sandbox,
  client: SandboxPerson,
  wanted: {
    isIt: (label: string) => boolean
    within: (message: Message) => boolean
    what: string
  },
): Promise<unknown> {
  for (const message of client.messages.filter(wanted.within).reverse()) {
    const buttons = message.reply_markup?.inline_keyboard?.flat() ?? []
    const data = buttons.find(({ text }) => wanted.isIt(text))?.callback_data
    if (data !== undefined) return press(world, client.user, { message, data }, timeoutMs)
  }
  throw new Error(`${client.user.first_name} has no button for ${wanted.what}`)
}

function isAbout({ from, text, caption }: Message, number: number): boolean {
  const words = text ?? caption ?? ''
  return from?.is_bot === true && new RegExp(`^#${String(number)}\\b`).test(words)
}
