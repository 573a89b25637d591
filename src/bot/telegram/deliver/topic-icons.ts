import type { Call } from '../calls/call.ts'

/**
 * The icons every bot may give to a topic, by their emoji; asked for once. While Telegram cannot be
 * asked there are none, and topics keep the icon they have.
 */
export function createTopicIcons(call: Call): () => Promise<Map<string, string>> {
  let known: Map<string, string> | undefined
  return async () => {
    if (known !== undefined) return known
    const answer = await call('getForumTopicIconStickers')
    if (!answer.ok) return new Map()
    known = new Map(
      answer.result.flatMap(({ emoji, custom_emoji_id: id }) =>
        emoji === undefined || id === undefined ? [] : [[emoji, id] as const],
      ),
    )
    return known
  }
}
