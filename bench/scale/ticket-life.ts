import { setTimeout as sleep } from 'node:timers/promises'

import type { Sandbox, SandboxForum, SandboxPerson } from '../../sandbox/index.ts'
import type { SandboxTopic } from '../../sandbox/people/forum.ts'

export interface TicketLife {
  sandbox: Sandbox
  forum: SandboxForum
  client: SandboxPerson
  agent: SandboxPerson
  /** Ends each text, so that it can be looked for: letters and digits. */
  mark: string
  /** How long anybody waits for anything. */
  patienceMs?: number
}

/** What the ticket holds at its end. */
export const messagesOfLife = 12

const texts = {
  subject: 'The monthly report for the northern branch cannot be opened since Tuesday evening',
  details:
    'It stops at forty percent and says that a page is missing. Two colleagues see the same on ' +
    'their machines, so it is hardly my browser.',
  log: 'This is what it wrote before it stopped, maybe it helps you more than it helps me',
  taken:
    'Thank you, Olena. I have your file and I am looking at what changed on Tuesday. You will ' +
    'hear from me today, at the latest in the evening.',
  screen: 'And this is how it looks on the machine of a colleague, with another error at the end',
  thanks: 'Please hurry if you can, the meeting for which we need it begins tomorrow at nine',
  note: 'Ask Maria before you change the template, the southern branch has the same one',
  found:
    'I found it: a page of the template was renamed on Tuesday and the report of your branch ' +
    'still asks for the old name.',
  question: 'Do you need the old reports of this year as well, or only the one of this month?',
  answer: 'Only this month, and last month if it is no trouble; the others we have on paper',
  soon: 'Good, both are being made now. It takes about ten minutes, they are large.',
  solution:
    'Both reports are ready in the usual place, and the template asks for the new name. Please ' +
    'open them once and tell us whether all pages are there.',
  comment: 'Quick and friendly, and I was told at once when to expect it',
}

/**
 * Lives one ticket of twelve messages on a desk, as people do: opened, talked about with files and a
 * note, asked, solved, accepted and rated.
 *
 * @returns its number
 */
export async function liveTicket(life: TicketLife): Promise<number> {
  const { sandbox, forum, client, agent, mark, patienceMs = 20_000 } = life
  const marked = (text: string) => `${text} ${mark}`
  const until = <T>(read: () => T | Promise<T>) => sandbox.until(read, patienceMs)
  const press = (label: string) => client.press(label, { timeoutMs: patienceMs })
  const clientReads = (text: string) =>
    until(() => client.messages.some((one) => (one.text ?? one.caption)?.includes(text)))

  client.write('/new')
  await press('Idea')
  await until(() => client.texts.some((text) => text.includes('Step 2')))
  client.write(marked(texts.subject))
  client.write(marked(texts.details))
  await press('Done')
  await press('Skip')
  await press('Send')
  const opened = await until(() => forum.topics().find((one) => holds(one, texts.details, mark)))
  const number = Number(/^#(\d+) /.exec(opened.name)?.[1])
  const topic = () => forum.topic(`#${String(number)} `) ?? opened
  await clientReads(`#${String(number)} `)

  const staff = agent.in(forum)
  const staffReads = (text: string) => until(() => holds(topic(), text, mark))
  const say = (text: string) => staff.write(marked(text), { topic: topic() })
  staff.write('/take', { topic: topic() })
  client.send('document', { name: 'report.log', caption: marked(texts.log) })
  await staffReads(texts.log)
  say(texts.taken)
  await clientReads(texts.taken)
  client.send('photo', { caption: marked(texts.screen) })
  await staffReads(texts.screen)
  client.write(marked(texts.thanks))
  await staffReads(texts.thanks)
  say(`/note ${texts.note}`)
  say(texts.found)
  await clientReads(texts.found)
  say(`/ask ${texts.question}`)
  await clientReads(texts.question)
  await press('Answer')
  await clientReads('press Done.')
  client.write(marked(texts.answer))
  await press('Done')
  await staffReads(texts.answer)
  say(texts.soon)
  await clientReads(texts.soon)
  // Somebody who solves in the second in which his client writes is held back.
  await sleep(1_100)
  say(`/solve ${texts.solution}`)
  await clientReads(texts.solution)
  await press('Accept')
  await press('5')
  await clientReads('How fast')
  await press('5')
  await clientReads('How polite')
  await press('5')
  await clientReads('add a comment')
  client.write(marked(texts.comment))
  return number
}

function holds({ messages }: SandboxTopic, text: string, mark: string): boolean {
  return messages.some(({ text: words, caption }) => {
    const said = words ?? caption ?? ''
    return said.includes(text) && said.includes(mark)
  })
}
