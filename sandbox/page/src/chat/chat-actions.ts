import type { MessageView } from '../../../play/protocol.ts'

/** What a bubble lets its reader do. The same functions as long as the chat is open. */
export interface ChatActions {
  /** Sends a command that stands in a text. */
  say: (text: string) => void
  /** Gives a reaction; an empty one takes it back. */
  react: (messageId: number, emoji: string) => void
  /** Presses an inline button; settled when the bot has answered or is given up. */
  press: (messageId: number, data: string) => Promise<void>
  /** Shows a message that may be far above. */
  jumpTo: (messageId: number) => void
  showPhotos: (photos: Photos) => void
  openMenu: (menu: OpenMenu) => void
  toast: (text: string) => void
}

/** Pictures of a bubble, seen large. */
export interface Photos {
  fileIds: readonly string[]
  index: number
}

/** A menu of a bubble, and where in the window it was asked for. */
export interface OpenMenu {
  kind: 'message' | 'reactions'
  messages: readonly [MessageView, ...MessageView[]]
  at: { x: number; y: number }
  /** Words of the bubble that are selected. */
  selected: string
}
