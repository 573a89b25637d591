/**
 * What the desk wants to hear of. Always said in full: without a list Telegram leaves out reactions
 * and members, or keeps what was said before.
 */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'my_chat_member',
  'chat_member',
] as const
