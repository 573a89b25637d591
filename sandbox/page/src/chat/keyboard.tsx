import { useState } from 'preact/hooks'

import type { InlineButton, MessageView } from '../../../play/protocol.ts'
import { Icon } from './icon.tsx'
import { safeLink } from './safe-link.ts'
import './keyboard.css'

interface KeyboardProps {
  message: MessageView
  onPress: (messageId: number, data: string) => Promise<void>
}

/** The buttons below a bubble. A pressed one waits for the bot's answer. */
export function Keyboard({ message, onPress }: KeyboardProps) {
  const [waiting, setWaiting] = useState<readonly string[]>([])
  const rows = message.reply_markup?.inline_keyboard ?? []
  if (rows.length === 0) return null
  const press = async (data: string) => {
    setWaiting((before) => [...before, data])
    await onPress(message.message_id, data)
    setWaiting((before) => before.filter((other) => other !== data))
  }
  return (
    <div class="keyboard">
      {rows.map((row, index) => (
        <div key={index} class="keyboard-row">
          {row.map((button) => (
            <KeyboardButton
              key={button.callback_data ?? button.text}
              button={button}
              isWaiting={waiting.includes(button.callback_data ?? '')}
              onPress={press}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface KeyboardButtonProps {
  button: InlineButton
  isWaiting: boolean
  onPress: (data: string) => Promise<void>
}

function KeyboardButton({ button, isWaiting, onPress }: KeyboardButtonProps) {
  const { text, url, callback_data: data } = button
  const href = url === undefined ? null : safeLink(url)
  if (href !== null) {
    return (
      <a class="key" href={href} target="_blank" rel="noopener noreferrer">
        {text}
        <Icon name="link" />
      </a>
    )
  }
  return (
    <button
      type="button"
      class={isWaiting ? 'key is-waiting' : 'key'}
      // A button that is switched off would lose the keyboard's place.
      aria-disabled={isWaiting || data === undefined}
      aria-busy={isWaiting}
      onClick={() => {
        if (!isWaiting && data !== undefined) void onPress(data)
      }}
    >
      {text}
    </button>
  )
}
