import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const words = /chatId|chat_id|telegramUserId|telegram_user_id|telegram_message_id/

/** Telegram's own storage. */
const storage = 'src/services/telegram/'

/** What else knows how Telegram names chats and people, and why. */
const known = {
  'src/domain/message.ts': 'the shape of a place, which everybody else only passes on',
  'src/domain/people.ts': 'the user id of an agent, for mentions',
  'src/services/intake/lane.ts': 'the order of what updates belong to: chats and topics',
  'src/services/notifier/chat-of.ts': 'whose budget an effect uses',
  'src/services/notifier/dispatcher.ts': 'waits for the turn of a chat',
  'src/services/notifier/outgoing.ts': 'exact places, for answers to who wrote there',
  'src/services/notifier/pace.ts': 'the limits of a chat',
  'src/services/notifier/settle-rows.ts': 'writes copies and slots with the end of their row',
  'src/services/notifier/slot.ts': 'names of messages in dialogues, which live in a chat',
  'src/services/notifier/whereabouts.ts': 'where things stand, for the moment of sending',
  'src/services/notifier/whose-turn.ts': 'turns in the staff group by whose words they bring',
  'src/services/privacy/person-sheet.ts': 'whether a client is one of the staff as well',
  'src/services/privacy/take-away.ts': 'lanes of the chats and topics that are emptied',
}

async function filesThatKnow(): Promise<string[]> {
  const found: string[] = []
  for (const folder of ['src/domain', 'src/services']) {
    for (const name of await readdir(join(root, folder), { recursive: true })) {
      const path = `${folder}/${name}`
      if (!path.endsWith('.ts') || path.startsWith(storage)) continue
      if (words.test(await readFile(join(root, path), 'utf8'))) found.push(path)
    }
  }
  return found.sort()
}

test('rules and use cases know people and places, and nothing of the chats of Telegram', async () => {
  expect(await filesThatKnow()).toEqual(Object.keys(known).sort())
})
