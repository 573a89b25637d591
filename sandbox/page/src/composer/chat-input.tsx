import { useEffect, useState } from 'preact/hooks'

import type { MessageView, PersonView, Place } from '../../../play/protocol.ts'
import type { ChatState } from '../store/chats.ts'
import type { Viewed } from '../store/reads.ts'
import { Composer } from './composer.tsx'
import { draftOf, keepDraft } from './drafts.ts'
import { FilePreview } from './file-preview.tsx'
import { forcedReply } from './forced-reply.ts'
import { writing, type Intent } from './intent.ts'
import { menuFor } from './matching-commands.ts'
import { sendAlbums, sendWords } from './send.ts'

interface ChatInputProps {
  chat: ChatState
  viewer: PersonView
  viewed: Viewed
  place: Place
  messages: readonly MessageView[]
  intent: Intent
  setIntent: (intent: Intent) => void
  files: readonly File[]
  setFiles: (change: (before: readonly File[]) => readonly File[]) => void
  onJump: (messageId: number) => void
  toast: (text: string) => void
}

/** Everything that can be sent to a chat goes through here: words, edits, files. */
export function ChatInput(props: ChatInputProps) {
  const { chat, viewer, viewed, place, messages, intent, setIntent } = props
  const { files, setFiles, onJump, toast } = props
  const asked = forcedReply(messages, viewer.id)
  const askedId = asked?.message_id
  // A reply that the bot asks for is begun at once, and can be given up as any other.
  useEffect(() => {
    if (asked !== undefined) setIntent({ kind: 'reply', to: asked, quote: '' })
  }, [askedId])
  const isAsked = intent.kind === 'reply' && intent.to.message_id === askedId
  // Sending files with words takes the words out of the field: it begins anew.
  const [round, setRound] = useState(0)
  const replyTo = intent.kind === 'reply' ? intent.to.message_id : undefined
  const clear = () => setFiles(() => [])

  const sendFiles = async (caption: string, asFiles: boolean) => {
    const { error, rest } = await sendAlbums(place, files, { caption, asFiles, replyTo })
    if (error !== null) {
      toast(error)
      setFiles(() => rest)
      return false
    }
    keepDraft(viewed, '')
    setIntent(writing)
    setRound(round + 1)
    clear()
    return true
  }

  return (
    <>
      <Composer
        key={round}
        viewed={viewed}
        intent={intent}
        onJump={onJump}
        menu={menuFor(chat.commands, viewer.language_code)}
        placeholder={(isAsked && asked?.forceReply?.placeholder) || 'Write a message…'}
        lastOwn={messages.findLast(
          ({ from, text }) => from?.id === viewer.id && text !== undefined,
        )}
        onIntent={setIntent}
        onFiles={(chosen) => setFiles((before) => [...before, ...chosen])}
        onSend={async (text, meant) => {
          const error = await sendWords(place, text, meant)
          if (error !== null) toast(error)
          return error === null
        }}
      />
      {files.length > 0 && (
        <FilePreview
          files={files}
          text={draftOf(viewed)}
          onRemove={(file) => setFiles((before) => before.filter((other) => other !== file))}
          onSend={sendFiles}
          onClose={clear}
        />
      )}
    </>
  )
}
