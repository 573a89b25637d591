import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge, type Verdict } from '../../../../src/bot/telegram/calls/verdict.ts'

function refused(code: number, description: string, parameters = {}) {
  return { kind: 'refused' as const, code, description, parameters }
}

/** Code, text as the table of errors has it, class. */
const table: [number, string, Verdict['kind']][] = [
  [403, 'bot was blocked by the user', 'recipient_gone'],
  [403, 'user is deactivated', 'recipient_gone'],
  [403, "bot can't initiate conversation with a user", 'recipient_gone'],
  [403, "the bot can't send messages to the bot", 'recipient_gone'],
  [403, "bot can't send messages to bots", 'recipient_gone'],
  [400, 'chat not found', 'recipient_gone'],
  [400, 'private chat not found', 'recipient_gone'],
  [400, 'user not found', 'recipient_gone'],
  [400, 'PEER_ID_INVALID', 'recipient_gone'],
  [400, 'USER_ID_INVALID', 'recipient_gone'],
  [403, 'bot was kicked from the group chat', 'chat_lost'],
  [403, 'bot was kicked from the supergroup chat', 'chat_lost'],
  [403, 'bot was kicked from the channel chat', 'chat_lost'],
  [403, 'bot is not a member of the supergroup chat', 'chat_lost'],
  [403, 'bot is not a member of the channel chat', 'chat_lost'],
  [403, 'the group chat was deleted', 'chat_lost'],
  [400, 'not enough rights to send text messages to the chat', 'chat_lost'],
  [400, 'not enough rights to manage topics', 'right_missing'],
  [400, 'not enough rights to create a topic', 'right_missing'],
  [400, 'not enough rights to manage pinned messages in the chat', 'right_missing'],
  [400, 'have no rights to send a message', 'chat_lost'],
  [400, 'have no write access to the chat', 'chat_lost'],
  [400, 'need administrator rights in the channel chat', 'right_missing'],
  [400, 'CHAT_WRITE_FORBIDDEN', 'chat_lost'],
  [400, 'CHAT_RESTRICTED', 'chat_lost'],
  [400, 'CHAT_SEND_PLAIN_FORBIDDEN', 'chat_lost'],
  [400, 'CHAT_SEND_PHOTOS_FORBIDDEN', 'bad_content'],
  [400, 'not enough rights to send photos to the chat', 'bad_content'],
  [400, 'CHAT_ADMIN_REQUIRED', 'right_missing'],
  [400, 'member list is inaccessible', 'right_missing'],
  [400, 'message thread not found', 'topic_gone'],
  [400, 'TOPIC_DELETED', 'topic_gone'],
  [400, 'TOPIC_ID_INVALID', 'topic_gone'],
  [400, 'TOPIC_CLOSED', 'topic_closed'],
  [400, 'TOPIC_NOT_MODIFIED', 'done'],
  [400, 'the chat is not a forum', 'not_forum'],
  [
    400,
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    'done',
  ],
  [400, 'message to edit not found', 'edit_gone'],
  [400, "message can't be edited", 'edit_gone'],
  [400, 'MESSAGE_ID_INVALID', 'edit_gone'],
  [400, 'message to react not found', 'edit_gone'],
  [400, 'there is no text in the message to edit', 'other_kind_of_text'],
  [400, 'message to delete not found', 'done'],
  [400, "message can't be deleted for everyone", 'undeletable'],
  [400, "message can't be deleted", 'undeletable'],
  [400, 'message to be replied not found', 'reply_gone'],
  [400, 'QUOTE_TEXT_INVALID', 'quote_gone'],
  [400, 'message to copy not found', 'copy_gone'],
  [400, 'message to forward not found', 'copy_gone'],
  [400, "the message can't be copied", 'copy_gone'],
  [400, "message has protected content and can't be forwarded", 'copy_gone'],
  [400, 'query is too old and response timeout expired or query ID is invalid', 'callback_expired'],
  [
    400,
    "can't parse entities: Can't find end of the entity starting at byte offset 5",
    'unparsable',
  ],
  [400, 'ENTITY_TEXT_INVALID', 'unparsable'],
  [400, 'ENTITY_MENTION_USER_INVALID', 'unparsable'],
  [400, 'message is too long', 'too_long'],
  [400, 'message caption is too long', 'too_long'],
  [400, 'text is too long', 'too_long'],
  [400, 'message text is empty', 'bad_content'],
  [400, 'wrong file identifier/HTTP URL specified', 'bad_content'],
  [400, "wrong remote file identifier specified: can't unserialize it", 'bad_content'],
  [400, 'wrong HTTP URL specified', 'bad_content'],
  [400, 'failed to get HTTP URL content', 'bad_content'],
  [400, 'wrong type of the web page content', 'bad_content'],
  [400, 'file is too big', 'bad_content'],
  [413, 'Request Entity Too Large', 'bad_content'],
  [400, 'PHOTO_INVALID_DIMENSIONS', 'photo_dimensions'],
  [400, 'IMAGE_PROCESS_FAILED', 'bad_content'],
  [400, 'BUTTON_DATA_INVALID', 'bad_buttons'],
  [400, 'BUTTON_URL_INVALID', 'bad_buttons'],
  [400, 'reply markup is too long', 'bad_buttons'],
  [400, 'VOICE_MESSAGES_FORBIDDEN', 'bad_content'],
  [400, "Can't parse inline keyboard JSON object", 'bad_content'],
  [400, 'Parameter "chat_id" is required', 'bad_content'],
  [401, 'Unauthorized', 'fatal'],
  [404, 'Not Found', 'fatal'],
  [404, 'Not Found: method not found', 'fatal'],
  [
    409,
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    'poller_conflict',
  ],
  [409, "Conflict: can't use getUpdates method while webhook is active", 'poller_conflict'],
]

describe.each(['', 'Bad Request: ', 'Forbidden: '])('with the prefix "%s"', (prefix) => {
  test.each(table)('%i %s is %s', (code, text, kind) => {
    const cases = [text, text.toUpperCase(), text.toLowerCase()]
    for (const one of cases) {
      expect(judge(refused(code, prefix + one), { attempts: 1 })).toEqual({ kind })
    }
  })
})

test('a migrated group says where it went', () => {
  const text = 'Bad Request: group chat was upgraded to a supergroup chat'
  const verdict = judge(refused(400, text, { migrateToChatId: -1009 }), { attempts: 1 })
  expect(verdict).toEqual({ kind: 'migrated', newChatId: -1009 })
  expect(judge(refused(400, text), { attempts: 1 })).toEqual({ kind: 'migrated', newChatId: null })
})

test('a flood says how long to wait, by parameter or by text', () => {
  const text = 'Too Many Requests: retry after 12'
  const byParameter = judge(refused(429, text, { retryAfterSeconds: 3 }), { attempts: 1 })
  expect(byParameter).toEqual({ kind: 'flood', retryAfterMs: 3000 })
  expect(judge(refused(429, text), { attempts: 1 })).toEqual({ kind: 'flood', retryAfterMs: 12000 })
  expect(judge(refused(429, ''), { attempts: 1 })).toEqual({ kind: 'flood', retryAfterMs: 5000 })
  const forAMonth = refused(429, text, { retryAfterSeconds: 3_000_000 })
  expect(judge(forAMonth, { attempts: 1 })).toEqual({ kind: 'flood', retryAfterMs: 3_600_000 })
})

test('a file that is unavailable for now is asked for a few times', () => {
  const failure = refused(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
  expect(judge(failure, { attempts: 4 })).toEqual({ kind: 'transient', sent: 'no' })
  expect(judge(failure, { attempts: 5 })).toEqual({ kind: 'bad_content' })
})

test('what did not leave is told apart from what may have', () => {
  const cause = new Error('x')
  expect(judge({ kind: 'not_sent', cause }, { attempts: 1 })).toMatchObject({ sent: 'no' })
  expect(judge({ kind: 'ambiguous', cause }, { attempts: 1 })).toMatchObject({ sent: 'unknown' })
  expect(judge(refused(502, 'Bad Gateway'), { attempts: 1 })).toMatchObject({ sent: 'unknown' })
})

test('unlisted refusals are final, and say nothing of who is written to', () => {
  const novel = 'Bad Request: SOMETHING_NEW'
  expect(judge(refused(400, novel), { attempts: 1 })).toEqual({
    kind: 'bad_content',
    unlisted: true,
  })
  expect(judge(refused(403, 'Forbidden: something new'), { attempts: 1 })).toEqual({
    kind: 'forbidden',
  })
})

test('any refusal gets a verdict', () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), fc.nat(), (code, description, attempts) => {
      expect(judge(refused(code, description), { attempts })).toHaveProperty('kind')
    }),
  )
})
