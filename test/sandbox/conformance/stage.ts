import type { Sandbox, SandboxForum, SandboxPerson } from '../../../sandbox/index.ts'

/** Somebody and something to call methods about. */
export interface Stage {
  person: SandboxPerson
  forum: SandboxForum
  /** A text of the bot, a photo of the bot, and a message of the person. */
  ids: { text: number; photo: number; theirs: number }
  files: Record<'photo' | 'document' | 'video' | 'audio' | 'voice', string> &
    Record<'animation' | 'video_note' | 'sticker', string>
  threadId: number
  callbackId: string
}

/** A bot's chat with a person, and its forum, with something of everything in them. */
export async function setStage(
  sandbox: Sandbox,
  call: (method: string, params: Record<string, unknown>) => Promise<{ result?: unknown }>,
): Promise<Stage> {
  const person = sandbox.person()
  const forum = sandbox.forum()
  forum.addMember(person, 'creator')
  const theirs = person.write('Hello, bot').message_id
  const kinds = [
    'photo',
    'document',
    'video',
    'audio',
    'voice',
    'animation',
    'video_note',
    'sticker',
  ] as const
  const files = Object.fromEntries(
    kinds.map((kind) => {
      const content = person.send(kind)[kind] as { file_id: string } | { file_id: string }[]
      return [kind, (Array.isArray(content) ? content[0]! : content).file_id]
    }),
  ) as Stage['files']
  const idOf = async (method: string, params: object) => {
    const { result } = await call(method, { chat_id: person.id, ...params })
    return (result as { message_id: number }).message_id
  }
  const text = await idOf('sendMessage', { text: 'A text' })
  const photo = await idOf('sendPhoto', { photo: files.photo })
  const made = await call('createForumTopic', { chat_id: forum.id, name: 'Topic' })
  const { message_thread_id: threadId } = made.result as { message_thread_id: number }
  person.forge(person.lastMessage!, 'y')
  const callbackId = [...sandbox.world.callbacks.keys()].at(-1)!
  return { person, forum, ids: { text, photo, theirs }, files, threadId, callbackId }
}
