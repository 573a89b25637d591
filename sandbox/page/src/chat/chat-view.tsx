import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

import type { PersonView } from '../../../play/protocol.ts'
import { ChatInput } from '../composer/chat-input.tsx'
import { useFileDrop } from '../composer/use-file-drop.ts'
import { intentNow, writing, type Intent } from '../composer/intent.ts'
import { generalId, messagesIn } from '../store/by-topic.ts'
import type { ChatState, SandboxState } from '../store/chats.ts'
import { BubbleMenu } from './bubble-menu.tsx'
import type { OpenMenu, Photos } from './chat-actions.ts'
import { copyText } from './copy-text.ts'
import { Icon } from './icon.tsx'
import { MessageList } from './message-list.tsx'
import { useNotices } from './notices.tsx'
import { PhotoViewer } from './photo-viewer.tsx'
import { PinnedBar } from './pinned-bar.tsx'
import { useChatActions } from './use-chat-actions.ts'
import type { Jump } from './use-jump.ts'
import './chat-view.css'

interface ChatViewProps {
  state: SandboxState
  chat: ChatState
  viewer: PersonView
  topicId: number
  /** Stands in the place of the input field where nobody may write. */
  instead?: ComponentChildren
}

/** An open chat: what was written, and the field to write in. Give it a key for each place. */
export function ChatView({ state, chat, viewer, topicId, instead }: ChatViewProps) {
  const messages = messagesIn(chat, topicId)
  const viewed = { viewerId: viewer.id, chatId: chat.id, topicId }
  const inTopic = topicId === generalId ? {} : { topicId }
  const place = { userId: viewer.id, chatId: chat.id, ...inTopic }
  const canWrite = instead === undefined

  const { notices, element: told } = useNotices()
  const [jump, setJump] = useState<Jump | null>(null)
  const [photos, showPhotos] = useState<Photos | null>(null)
  const [menu, openMenu] = useState<OpenMenu | null>(null)
  const [wish, setIntent] = useState<Intent>(writing)
  const [files, setFiles] = useState<readonly File[]>([])
  const jumpTo = (messageId: number) => setJump({ messageId })
  const actions = useChatActions(place, notices, { jumpTo, showPhotos, openMenu })
  const drop = useFileDrop((dropped) => {
    if (canWrite) setFiles((before) => [...before, ...dropped])
  })

  return (
    <div class="chat-view" {...drop.handlers}>
      <PinnedBar messages={messages} onJump={jumpTo} />
      <MessageList
        messages={messages}
        viewed={viewed}
        jump={jump}
        actions={actions}
        isGroup={chat.type !== 'private'}
        nowMs={Date.now() + state.aheadMs}
      />
      {instead ?? (
        <ChatInput
          chat={chat}
          viewer={viewer}
          viewed={viewed}
          place={place}
          messages={messages}
          files={files}
          setIntent={setIntent}
          setFiles={setFiles}
          intent={intentNow(wish, chat.messages)}
          onJump={jumpTo}
          toast={notices.toast}
        />
      )}
      {drop.isOver && canWrite && (
        <div class="drop-hint" aria-hidden="true">
          <Icon name="file" />
          Drop files here to send them
        </div>
      )}
      {menu !== null && (
        <BubbleMenu
          menu={menu}
          canWrite={canWrite}
          viewerId={viewer.id}
          onReact={actions.react}
          onReply={(quote) => setIntent({ kind: 'reply', to: menu.messages[0], quote })}
          onEdit={() => setIntent({ kind: 'edit', message: wordedOf(menu) })}
          onCopy={(text) => void copyText(text, notices.toast)}
          onClose={() => openMenu(null)}
        />
      )}
      {photos !== null && <PhotoViewer photos={photos} onClose={() => showPhotos(null)} />}
      {told}
    </div>
  )
}

/** In an album the message with the words is the one to edit. */
function wordedOf({ messages }: OpenMenu) {
  return messages.find(({ caption }) => caption !== undefined) ?? messages[0]
}
