import type { TargetedClipboardEvent, TargetedKeyboardEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

import type { CommandView, MessageView } from '../../../play/protocol.ts'
import { Icon } from '../chat/icon.tsx'
import type { Viewed } from '../store/reads.ts'
import { CommandList } from './command-list.tsx'
import { draftOf, keepDraft } from './drafts.ts'
import { FileButton } from './file-button.tsx'
import { IntentBar } from './intent-bar.tsx'
import { writing, type Intent } from './intent.ts'
import { useCommands } from './use-commands.ts'
import { useGrowing } from './use-growing.ts'
import './composer.css'

interface ComposerProps {
  viewed: Viewed
  menu: readonly CommandView[]
  intent: Intent
  /** What the empty field says. */
  placeholder: string
  /** False: it was refused, and the words stay. */
  onSend: (text: string, intent: Intent) => Promise<boolean>
  /** Files to look at before they go. */
  onFiles: (files: readonly File[]) => void
  onIntent: (intent: Intent) => void
  onJump: (messageId: number) => void
  /** One's own newest message, to be edited with the arrow key. */
  lastOwn: MessageView | undefined
}

/** The field to write in, with all that belongs to it. */
export function Composer(props: ComposerProps) {
  const { viewed, menu, intent, placeholder, onSend, onFiles, onIntent, onJump, lastOwn } = props
  const [text, setText] = useState(() => draftOf(viewed))
  const field = useRef<HTMLTextAreaElement>(null)
  const isSending = useRef(false)
  const commands = useCommands(menu, text)
  useGrowing(field, text)

  const put = (words: string) => {
    setText(words)
    if (intent.kind !== 'edit') keepDraft(viewed, words)
  }
  const intentId = intent.kind === 'write' ? 0 : messageOf(intent).message_id
  useEffect(() => {
    if (intent.kind === 'edit') setText(intent.message.text ?? intent.message.caption ?? '')
    else setText(draftOf(viewed))
    // The menu it was chosen from gives the focus back first.
    if (intent.kind !== 'write') requestAnimationFrame(() => field.current?.focus())
  }, [intent.kind, intentId])

  const send = async (words: string) => {
    if (words.trim() === '' || isSending.current) return
    isSending.current = true
    const isDone = await onSend(words, intent)
    isSending.current = false
    if (!isDone) return
    if (intent.kind !== 'edit') keepDraft(viewed, '')
    setText('')
    onIntent(writing)
  }
  const pick = ({ command }: CommandView) => {
    commands.close()
    void send(`/${command}`)
    field.current?.focus()
  }
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    const { chosen } = commands
    const act = commands.isOpen && chosen !== undefined ? listKeys(chosen)[event.key] : undefined
    const otherwise = act ?? fieldKeys[event.key]
    if (event.isComposing || event.shiftKey || otherwise === undefined) return
    if (otherwise() !== false) event.preventDefault()
  }
  const listKeys = (chosen: CommandView): Record<string, () => unknown> => ({
    ArrowDown: () => commands.move(1),
    ArrowUp: () => commands.move(-1),
    Enter: () => pick(chosen),
    Tab: () => {
      commands.close()
      put(`/${chosen.command} `)
    },
    Escape: commands.close,
  })
  const fieldKeys: Record<string, () => unknown> = {
    Enter: () => void send(text),
    Escape: () => (intent.kind === 'write' ? false : onIntent(writing)),
    ArrowUp: () => {
      if (text !== '' || intent.kind !== 'write' || lastOwn === undefined) return false
      onIntent({ kind: 'edit', message: lastOwn })
      return true
    },
  }
  const onPaste = (event: TargetedClipboardEvent<HTMLTextAreaElement>) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    onFiles(files)
  }
  return (
    <div class="composer">
      {commands.isOpen && (
        <CommandList
          id={commands.id}
          commands={commands.offered}
          activeIndex={commands.activeIndex}
          onPick={pick}
        />
      )}
      {intent.kind !== 'write' && (
        <IntentBar intent={intent} onJump={onJump} onCancel={() => onIntent(writing)} />
      )}
      <form
        class="composer-row"
        onSubmit={(event) => {
          event.preventDefault()
          void send(text)
        }}
      >
        {menu.length > 0 && (
          <button
            type="button"
            class="icon-button"
            aria-label="Commands"
            aria-expanded={commands.isOpen}
            // The field keeps the focus, and the list stays open until it is toggled.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              commands.toggle()
              field.current?.focus()
            }}
          >
            <Icon name="slash" />
          </button>
        )}
        <FileButton onFiles={onFiles} />
        <textarea
          ref={field}
          rows={1}
          data-start
          maxLength={4_096}
          aria-label="Message"
          placeholder={placeholder}
          value={text}
          onInput={({ currentTarget }) => put(currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={commands.close}
          {...commands.field}
        />
        <button type="submit" class="icon-button send" aria-label="Send">
          <Icon name="send" />
        </button>
      </form>
    </div>
  )
}

function messageOf(intent: Exclude<Intent, { kind: 'write' }>): MessageView {
  return intent.kind === 'reply' ? intent.to : intent.message
}
