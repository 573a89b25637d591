import type { Visitor } from '../../bench/visitor.ts'
import type { ChatState } from '../../sandbox/page/src/store/chats.ts'
import type { MessageView } from '../../sandbox/play/protocol.ts'

/** An English client sends an idea, the shortest ticket there is; waits for its topic. */
export async function sendIdea(visitor: Visitor, name: string, text: string): Promise<void> {
  const userId = visitor.person(name)
  const write = (words: string) => visitor.act('message', { userId, chatId: userId, text: words })
  await write('/new')
  await visitor.press(name, 'Idea')
  await visitor.until(
    () => JSON.stringify([...visitor.chatOf(name).messages.values()]).includes('Step 2'),
    'the second step',
  )
  await write(text)
  for (const label of ['Done', 'Skip', 'Send']) await visitor.press(name, label)
  await readsLike(visitor, visitor.forum().id, text)
  await readsLike(visitor, userId, 'is open')
}

/** Waits until the bot has written something with these words into a chat. */
export function readsLike(visitor: Visitor, chatId: number, words: string): Promise<MessageView> {
  const chat = (): ChatState | undefined => visitor.state().chats.get(chatId)
  const isIt = ({ from, text, caption }: MessageView) =>
    from?.is_bot === true && (text ?? caption ?? '').includes(words)
  return visitor.until(
    () => [...(chat()?.messages.values() ?? [])].findLast(isIt),
    `"${words}" in chat ${String(chatId)}`,
  )
}
