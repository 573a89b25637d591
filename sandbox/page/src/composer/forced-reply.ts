import type { MessageView } from '../../../play/protocol.ts'

/** The newest message that asks this person for a reply, unless he has written since. */
export function forcedReply(
  messages: readonly MessageView[],
  viewerId: number,
): MessageView | undefined {
  const asking = messages.findLast(
    (message) => isAskedOf(message, viewerId) || message.from?.id === viewerId,
  )
  return asking?.forceReply === undefined ? undefined : asking
}

/** Who answers somebody means only him. */
function isAskedOf({ forceReply, reply_to_message: answered }: MessageView, viewerId: number) {
  if (forceReply === undefined) return false
  const { from } = answered ?? {}
  return from === undefined || from.is_bot || from.id === viewerId
}
