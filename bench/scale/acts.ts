import type { Sandbox, SandboxForum, SandboxPerson } from '../../sandbox/index.ts'
import type { SandboxTopic } from '../../sandbox/people/forum.ts'
import type { Message } from '../../sandbox/state/shapes.ts'

/** A client with one live ticket and years behind him, and the agent who looks after him. */
export interface Scene {
  sandbox: Sandbox
  forum: SandboxForum
  client: SandboxPerson
  agent: SandboxPerson
  number: number
  topic: SandboxTopic
  isUrgent: boolean
}

interface Act {
  /** Whose chat answers first. */
  answeredIn: 'client' | 'staff'
  do(scene: Scene): void
}

const write = (text: string): Act => ({
  answeredIn: 'client',
  do: ({ client }) => void client.write(text),
})

const inTopic = (text: string, answeredIn: Act['answeredIn'] = 'staff'): Act => ({
  answeredIn,
  do: ({ agent, forum, topic }) => void agent.in(forum).write(text, { topic }),
})

const inGeneral = (text: string): Act => ({
  answeredIn: 'staff',
  do: ({ agent, forum }) => void agent.in(forum).write(text),
})

/**
 * What people do, each once in a round and in this order: at its end the ticket is as at its
 * beginning. `wait`: an agent is held back who solves in the second in which his client writes.
 */
export const acts = {
  '/start': write('/start'),
  '/tickets': write('/tickets'),
  'ticket card': {
    answeredIn: 'client',
    do: ({ client, number }) => press(client, `#${String(number)} `),
  },
  '/journal': write('/journal'),
  '/journal words': write('/journal update customer word7'),
  message: {
    answeredIn: 'staff',
    do: ({ client }) => void client.write('The invoice is still empty, and the date is wrong'),
  },
  'reply, by an agent': inTopic('We are looking at it', 'client'),
  'reply, by the client': {
    answeredIn: 'staff',
    do: ({ client }) =>
      void client.write('Thank you, here is another invoice', {
        replyTo: find(client, (text) => text.includes('We are looking at it')),
      }),
  },
  reaction: {
    answeredIn: 'staff',
    do: ({ client }) =>
      client.react(
        find(client, (text) => text.includes('We are looking at it')),
        '👎',
      ),
  },
  '/release': inTopic('/release'),
  '/take': inTopic('/take'),
  '/note': inTopic('/note the customer of this invoice is patient'),
  '/priority': {
    answeredIn: 'staff',
    do(scene) {
      scene.isUrgent = !scene.isUrgent
      inTopic(scene.isUrgent ? '/priority urgent' : '/priority low').do(scene)
    },
  },
  '/tag': inTopic('/tag harbour'),
  '/untag': inTopic('/untag harbour'),
  '/history': inTopic('/history'),
  '/queue': inGeneral('/queue'),
  '/mine': inGeneral('/mine'),
  '/find 12': inGeneral('/find 12'),
  '/find #tag': inGeneral('/find #billing'),
  '/find words of one message': inGeneral('/find invoice 12 customer'),
  '/find a word of 1% of messages': inGeneral('/find word12'),
  '/find a word of a third of them': inGeneral('/find invoice'),
  '/stats': inGeneral('/stats'),
  '/ask': inTopic('/ask Which browser is it?', 'client'),
  'answer to /ask': {
    answeredIn: 'staff',
    do: ({ client }) => void client.write('The one in which the invoice was written'),
  },
  '/solve': inTopic('/solve Empty the cache once', 'client'),
  accept: { answeredIn: 'client', do: ({ client }) => press(client, 'Accept') },
  '/reopen': inTopic('/reopen it came back', 'client'),
} satisfies Record<string, Act>

export type ActName = keyof typeof acts

function find({ messages }: SandboxPerson, has: (text: string) => boolean): Message {
  const found = messages.findLast(
    ({ from, text }) => from?.is_bot === true && text !== undefined && has(text),
  )
  if (found === undefined) throw new Error('A message is not there')
  return found
}

/** Presses the newest button that begins so, without waiting. */
function press(person: SandboxPerson, label: string): void {
  for (const message of person.messages.toReversed()) {
    const buttons = message.reply_markup?.inline_keyboard?.flat() ?? []
    const data = buttons.find(({ text }) => text.includes(label))?.callback_data
    if (data === undefined) continue
    person.forge(message, data)
    return
  }
  throw new Error(`There is no button ${label}`)
}
