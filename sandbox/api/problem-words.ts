/**
 * How the Bot API server says that a parameter is missing, where it has words of its own for it.
 * What stands after a method counts for that method alone.
 */
const missing: Record<string, string> = {
  chat_id: 'chat_id is empty',
  message_ids: 'message identifiers are not specified',
  user_id: 'invalid user_id specified',
  file_id: 'file_id not specified',
  text: 'message text is empty',
  name: 'name must be non-empty',
  action: 'wrong parameter action in request',
  latitude: 'latitude is empty',
  longitude: 'longitude is empty',
  photo: noFile('photo'),
  video: noFile('video'),
  animation: noFile('animation'),
  audio: noFile('audio'),
  voice: noFile('voice'),
  video_note: noFile('video note'),
  document: noFile('document'),
  sticker: noFile('sticker'),
  message_thread_id: 'invalid forum topic identifier specified',
  callback_query_id: 'query is too old and response timeout expired or query ID is invalid',
  'copyMessage.message_id': 'message to copy not found',
  'forwardMessage.message_id': 'message to forward not found',
  'setMessageReaction.message_id': 'message to react not found',
  'pinChatMessage.message_id': 'message to pin not found',
  'deleteMessage.chat_id': 'chat identifier is not specified',
  'deleteMessage.message_id': 'message identifier is not specified',
}

/** The same of a value that is something else than it should be. */
const wrong: Record<string, string> = {
  reply_markup: 'object expected as reply markup',
  reply_parameters: 'object expected as reply parameters',
  link_preview_options: 'object expected as link preview options',
  message_ids: 'expected an Array of message identifiers',
  commands: 'expected an Array of BotCommand',
  reaction: 'expected an Array of ReactionType',
  action: 'wrong parameter action in request',
  'sendMediaGroup.media': 'expected an Array of InputMedia',
}

/** What the server calls a parameter whose JSON it cannot read. */
const called: Record<string, string> = {
  reply_markup: 'reply keyboard markup',
  reply_parameters: 'reply parameters',
  link_preview_options: 'link preview options',
  reaction: 'reaction types',
  scope: 'BotCommandScope',
  'editMessageMedia.media': 'input media',
}

export function missingWords(method: string, name: string): string {
  return wordsFor(missing, method, name) ?? `parameter "${name}" is required`
}

/** @param value a list or an object of the right kind has its fault further inside */
export function wrongWords(method: string, name: string, value: unknown): string {
  const words = typeof value === 'object' ? undefined : wordsFor(wrong, method, name)
  return words ?? `parameter "${name}" has a wrong value`
}

export function unreadableWords(method: string, name: string): string {
  return `can't parse ${wordsFor(called, method, name) ?? name} JSON object`
}

function wordsFor(words: Record<string, string>, method: string, name: string) {
  const key = [`${method}.${name}`, name].find((one) => Object.hasOwn(words, one))
  return key === undefined ? undefined : words[key]
}

function noFile(kind: string): string {
  return `there is no ${kind} in the request`
}
