import type { SandboxPerson } from '../../sandbox/index.ts'
import { languageOf, sendPhotos, texts } from './open-ticket.ts'
import { lastAbout, pressAbout, pressInList } from './press.ts'
import { topicOf, type Stage } from './stage.ts'
import type { AgentName, ClientDoes } from './story.ts'

/** An agent writes in a ticket's topic: to the client, or a command. */
export function agentWrites(stage: Stage, number: number, agent: AgentName, text: string): void {
  const { forum, agents } = stage.cast
  agents[agent].in(forum).write(text, { topic: topicOf(stage, number) })
}

/** A client does something with his ticket, in his chat. */
export async function clientDoes(
  stage: Stage,
  { client, number }: { client: SandboxPerson; number: number },
  does: ClientDoes,
): Promise<void> {
  const t = texts(languageOf(client))
  const write = async (text: string) => {
    client.write(text)
    await stage.settled()
  }
  const pressOn = async (label: string) => {
    await pressAbout(stage.sandbox, client, { number, label })
    await stage.settled()
  }
  const openFrom = async (command: '/tickets' | '/journal') => {
    await write(command)
    await pressInList(stage.sandbox, client, number)
    await stage.settled()
  }
  // A reply says which of his tickets is meant.
  const replyTo = lastAbout(client, number)

  if (typeof does === 'string') client.write(does, { replyTo })
  else if ('sends' in does) {
    const caption = does.saying === undefined ? {} : { caption: does.saying }
    sendPhotos(client, does.sends, { replyTo, ...caption })
  } else if ('reacts' in does) client.react(replyTo, does.reacts)
  else if ('rejects' in does) {
    await pressOn(t('notice-reject'))
    await write(does.rejects)
  } else if ('reopens' in does) {
    await openFrom('/journal')
    await pressOn(t('notice-reopen'))
    await write(does.reopens)
  } else if ('withdraws' in does) {
    await openFrom('/tickets')
    await pressOn(t('notice-withdraw'))
    // It asks whether he is sure.
    await pressOn(t('notice-withdraw'))
  } else {
    await pressOn(t('notice-accept'))
    for (const points of does.accepts) await pressOn(String(points))
    if (does.saying === undefined) await pressOn(t('rating-skip'))
    else await write(does.saying)
  }
  await stage.settled()
}
