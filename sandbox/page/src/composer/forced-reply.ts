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

function isAskedOf({ forceReply }: MessageView, viewerId: number): boolean {
  return forceReply !== undefined && (forceReply.onlyUserIds?.includes(viewerId) ?? true)
}
