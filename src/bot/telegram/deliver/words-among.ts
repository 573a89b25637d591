import type { Copies } from '../../../services/notifier/whereabouts.ts'
import type { Copy } from './send-anew.ts'

/**
 * Where the words of a message stand among its copies: in texts of their own, or below files. Of
 * copies that nobody noted it of, their order tells: a text sent apart from its files comes after
 * them, and before those that came late; what is copied comes after its text.
 */
export function wordsAmong({ standing, attachments, late, shared }: Copies): {
  texts: Copy[]
  captions: Copy[]
} {
  if (standing.every(({ shows }) => shows !== null)) {
    return {
      texts: standing.filter(({ shows }) => shows === 'text'),
      captions: standing.filter(({ shows }) => shows === 'caption'),
    }
  }
  const texts =
    shared > 0
      ? standing.slice(0, -attachments)
      : standing.slice(attachments - late, standing.length - late)
  const isCaptioned = attachments > 0 && texts.length === 0
  return { texts, captions: isCaptioned ? standing.slice(0, 1) : [] }
}
