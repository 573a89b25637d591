type Fields = Record<string, unknown>

/** Whom an update of the staff group concerns. */
export type Who =
  /** He did something there under his own name. */
  | { is: 'acting'; userId: number }
  /** He came, left, or got another rank. */
  | { is: 'changed'; userId: number }
  /** The same of the bot itself. */
  | { is: 'the bot' }

/** Kinds of updates that make the desk obey somebody. */
const kinds = ['message', 'edited_message', 'callback_query']

/** Reads of an update whom it concerns in this group; null for nobody, and in any other chat. */
export function readWho(payload: Fields, groupId: number | null): Who | null {
  if (groupId === null) return null
  const { my_chat_member: ofBot, chat_member: ofPerson } = payload
  if (isFields(ofBot) && isIn(ofBot, groupId)) return { is: 'the bot' }
  if (isFields(ofPerson) && isIn(ofPerson, groupId)) return whoChanged(ofPerson)
  for (const kind of kinds) {
    const content = payload[kind]
    if (isFields(content)) return whoActs(kind, content, groupId)
  }
  return null
}

function whoChanged({ new_chat_member: member }: Fields): Who | null {
  const userId = isFields(member) ? personIn(member['user']) : null
  return userId === null ? null : { is: 'changed', userId }
}

function whoActs(kind: string, content: Fields, groupId: number): Who | null {
  const message = kind === 'callback_query' ? content['message'] : content
  if (!isFields(message) || !isIn(message, groupId)) return null
  // What was sent in a chat's name belongs to nobody; that the group moves is Telegram's word.
  const isNobody = kind !== 'callback_query' && message['sender_chat'] !== undefined
  const isMove = 'migrate_to_chat_id' in message || 'migrate_from_chat_id' in message
  const userId = personIn(content['from'])
  return isNobody || isMove || userId === null ? null : { is: 'acting', userId }
}

function isIn({ chat }: Fields, groupId: number): boolean {
  return isFields(chat) && chat['id'] === groupId
}

/** The id of a person who is no bot. */
function personIn(user: unknown): number | null {
  if (!isFields(user) || user['is_bot'] === true) return null
  return Number.isSafeInteger(user['id']) ? Number(user['id']) : null
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
