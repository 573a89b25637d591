import { EmojiRow } from './emoji-row.tsx'
import type { OpenMenu } from './chat-actions.ts'
import { MenuItem } from './menu-item.tsx'
import { Popover } from './popover.tsx'
import { reactionsTo } from './reactions-to.ts'

interface BubbleMenuProps {
  menu: OpenMenu
  viewerId: number
  /** Whether the reader may write here. */
  canWrite: boolean
  onReact: (messageId: number, emoji: string) => void
  onReply: (quote: string) => void
  onEdit: () => void
  onCopy: (text: string) => void
  onClose: () => void
}

/** What can be done with a message. */
export function BubbleMenu(props: BubbleMenuProps) {
  const { menu, viewerId, canWrite, onReact, onReply, onEdit, onCopy, onClose } = props
  const { kind, messages, at, selected } = menu
  const [first] = messages
  const own = reactionsTo(messages, viewerId).find(({ isOwn }) => isOwn)
  const text = messages.map(({ text: said, caption }) => said ?? caption ?? '').find(Boolean) ?? ''
  const pick = (act: () => void) => () => {
    act()
    onClose()
  }
  const react = (emoji: string) => {
    onReact(own?.messageId ?? first.message_id, emoji === own?.emoji ? '' : emoji)
    onClose()
  }
  const emojis = <EmojiRow own={own?.emoji} onPick={react} />
  if (kind === 'reactions') {
    return (
      <Popover label="Reactions" at={at} onClose={onClose}>
        {emojis}
      </Popover>
    )
  }
  return (
    <Popover label="Message" at={at} onClose={onClose}>
      {canWrite && emojis}
      {canWrite && selected !== '' && (
        <MenuItem icon="quote" label="Quote" onPick={pick(() => onReply(selected))} />
      )}
      {canWrite && <MenuItem icon="reply" label="Reply" onPick={pick(() => onReply(''))} />}
      {canWrite && first.from?.id === viewerId && (
        <MenuItem icon="edit" label="Edit" onPick={pick(onEdit)} />
      )}
      <MenuItem
        icon="copy"
        label="Copy text"
        isDisabled={text === ''}
        onPick={pick(() => onCopy(selected || text))}
      />
    </Popover>
  )
}
