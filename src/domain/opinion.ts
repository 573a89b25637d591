export type Opinion = 'like' | 'dislike'

const likes = new Set(['👍', '❤', '🔥', '👏', '🎉', '🙏'])
const dislikes = new Set(['👎', '😡', '🤮', '💩'])

/** What a reaction says; null for one that says neither. */
export function opinionOf(emoji: string): Opinion | null {
  // Telegram sends the heart with and without its variation selector.
  const plain = emoji.replace('\uFE0F', '')
  if (likes.has(plain)) return 'like'
  return dislikes.has(plain) ? 'dislike' : null
}
