import { offered } from './reactions-to.ts'

interface EmojiRowProps {
  /** The one that was given already. */
  own: string | undefined
  onPick: (emoji: string) => void
}

/** Reactions to choose from. */
export function EmojiRow({ own, onPick }: EmojiRowProps) {
  return (
    <div class="emoji-row" role="group" aria-label="React">
      {offered.map((emoji) => (
        <button
          key={emoji}
          type="button"
          role="menuitem"
          class={emoji === own ? 'is-own' : ''}
          aria-label={emoji === own ? `Take ${emoji} back` : `React with ${emoji}`}
          onClick={() => onPick(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  )
}
