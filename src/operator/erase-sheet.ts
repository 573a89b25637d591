import type { PersonSheet } from '../services/privacy/person-sheet.ts'

/** What an operator reads before he erases somebody. */
export function eraseSheet(
  sheet: PersonSheet,
  mentions: { number: number; messages: number }[],
  word: string,
): string {
  const { id, name, contacts, tickets, messages, files, held, hasDialogue, agentId } = sheet
  const reached = contacts.map(({ channel, address, handle }) =>
    handle === null ? `${channel} ${address}` : `@${handle} (${channel} ${address})`,
  )
  const live = tickets.filter(({ status }) => status !== 'closed')
  const numbers = (some: { number: number }[]) =>
    some.length > 20
      ? `${listed(some.slice(0, 20))} and ${String(some.length - 20)} more`
      : listed(some)
  const elsewhere = mentions.map((one) => `${String(one.messages)} in #${String(one.number)}`)
  const lines = [
    `person:${String(id)} is ${[name, ...reached].join(', ')}.`,
    '',
    'What goes:',
    '  the name, the settings, and every way to reach them;',
    `  every word, by and to them, and every note: ${count(messages, 'message')} with ${count(files, 'file')} in ${count(tickets.length, 'ticket')}${tickets.length === 0 ? '' : ` (${numbers(tickets)})`};`,
    '  subjects, answers to questions, tags, reasons and comments of these tickets;',
    `  what waits to be sent or handled${held > 0 ? `, with ${count(held, 'message')} that waits for a ticket` : ''}${hasDialogue ? ', and the dialogue they are in' : ''};`,
    '  the topics of these tickets in the staff group, for which the bot needs the right to delete messages.',
    ...(live.length === 0
      ? []
      : [
          `  ${numbers(live)} ${live.length === 1 ? 'is' : 'are'} not closed and will be ended as withdrawn.`,
        ]),
    'What stays:',
    '  number, type, priority, times, who was responsible, scores: what figures are made of.',
    'What the desk cannot take away:',
    '  what stands in their private chat with the bot, and lines outside those topics that name them.',
    ...(elsewhere.length === 0
      ? []
      : [`  Words of others that may name them stay: ${elsewhere.join(', ')}.`]),
    ...(agentId === null
      ? []
      : ['  They belong to the staff as well: what is kept of that stays.']),
    'Whoever writes from there again is somebody new. Nothing brings back what goes; export first what they asked for.',
    '',
    `To do it: npm run desk -- erase person:${String(id)} ${word}`,
  ]
  return lines.join('\n')
}

function listed(tickets: { number: number }[]): string {
  return tickets.map(({ number }) => `#${String(number)}`).join(', ')
}

function count(many: number, what: string): string {
  return many === 1 ? `1 ${what}` : `${String(many)} ${what}s`
}
