import type { Fault as TelegramFault } from '../../sandbox/faults.ts'
import type { End, Fault, Setting } from './fault.ts'

/** What the desk sends with; to ask for updates is another matter. */
const sending = [
  'sendMessage',
  'sendPhoto',
  'editMessageText',
  'copyMessage',
  'copyMessages',
  'createForumTopic',
  'pinChatMessage',
  'setMessageReaction',
  'answerCallbackQuery',
]

const tooMany = 'Too Many Requests'

/** Every call meets it, as long as it lasts. */
const meets =
  (of: (setting: Setting) => TelegramFault) =>
  async (setting: Setting): Promise<End> => {
    setting.stage.sandbox.faults.add({ ...of(setting), lastsMs: setting.lastsMs })
    return () => setting.stage.sandbox.faults.clear()
  }

/** Telegram in trouble, one row each. */
export const telegramFaults: Fault[] = [
  {
    name: 'Telegram: 429, 1 s',
    lastsMs: { suite: 2_000, full: 10_000 },
    begin: meets(() => ({
      kind: 'status',
      code: 429,
      description: `${tooMany}: retry after 1`,
      parameters: { retry_after: 1 },
    })),
    tells: [],
    seenTwice: 'never',
  },
  {
    name: 'Telegram: 429, long',
    lastsMs: { suite: 1_000, full: 1_000 },
    thenWaitsMs: { suite: 8_000, full: 60_000 },
    begin: meets(({ scale }) => {
      const seconds = scale === 'suite' ? 8 : 60
      return {
        kind: 'status',
        code: 429,
        description: `${tooMany}: retry after ${String(seconds)}`,
        parameters: { retry_after: seconds },
      }
    }),
    tells: [],
    seenTwice: 'never',
  },
  {
    name: 'Telegram: 429 without parameters',
    lastsMs: { suite: 2_000, full: 10_000 },
    begin: meets(() => ({ kind: 'status', code: 429, description: tooMany })),
    tells: [],
    seenTwice: 'never',
  },
  {
    name: 'Telegram: 500',
    lastsMs: { suite: 5_000, full: 60_000 },
    begin: meets(() => ({ kind: 'status', code: 500, description: 'Internal Server Error' })),
    tells: ['ready', 'log'],
    seenTwice: 'never',
  },
  {
    name: 'Telegram: 502 with HTML',
    lastsMs: { suite: 5_000, full: 60_000 },
    begin: meets(() => ({ kind: 'html502' })),
    tells: ['ready', 'log'],
    seenTwice: 'never',
  },
  {
    name: 'Telegram: 200 with HTML',
    lastsMs: { suite: 5_000, full: 60_000 },
    begin: meets(() => ({ kind: 'html200' })),
    tells: ['ready', 'log'],
    seenTwice: 'never',
  },
  {
    name: 'Telegram: half of the answer',
    lastsMs: { suite: 3_000, full: 20_000 },
    begin: meets(() => ({ kind: 'truncate' })),
    tells: ['log'],
    seenTwice: 'unanswered',
  },
  {
    name: 'Telegram: no result',
    lastsMs: { suite: 3_000, full: 20_000 },
    begin: meets(() => ({ kind: 'noResult' })),
    tells: ['log'],
    seenTwice: 'never',
  },
  {
    name: 'Telegram: no answer',
    lastsMs: { suite: 2_000, full: 30_000 },
    // The desk waits so long for an answer to a call, and for one to the poll.
    thenWaitsMs: { suite: 31_000, full: 66_000 },
    async begin({ stage: { sandbox }, scale, lastsMs }) {
      if (scale === 'full') sandbox.faults.add({ kind: 'hang', lastsMs })
      else for (const method of sending) sandbox.faults.add({ kind: 'hang', method, lastsMs })
      return () => sandbox.faults.clear()
    },
    tells: [],
    seenTwice: 'never',
  },
  {
    name: 'Telegram: reset before it is carried out',
    lastsMs: { suite: 5_000, full: 60_000 },
    begin: meets(() => ({ kind: 'resetBefore' })),
    tells: ['ready', 'log'],
    seenTwice: 'never',
  },
  {
    name: 'Telegram: reset after it was carried out',
    lastsMs: { suite: 3_000, full: 20_000 },
    begin: meets(() => ({ kind: 'resetAfter' })),
    tells: ['log'],
    seenTwice: 'unanswered',
  },
  {
    name: 'Telegram: 401 to five calls',
    lastsMs: { suite: 3_000, full: 3_000 },
    async begin({ stage: { sandbox } }) {
      const refusal = { code: 401, description: 'Unauthorized', times: 5 }
      sandbox.faults.add({ kind: 'status', method: 'sendMessage', ...refusal })
      return () => undefined
    },
    tells: ['log'],
    seenTwice: 'never',
  },
  {
    name: 'Telegram: 401 to everything',
    lastsMs: { suite: 3_000, full: 60_000 },
    begin: meets(() => ({ kind: 'status', code: 401, description: 'Unauthorized' })),
    tells: ['log'],
    seenTwice: 'never',
    endsProgram: true,
  },
  {
    name: 'Telegram: 409, another program polls',
    lastsMs: { suite: 4_000, full: 60_000 },
    begin: meets(() => ({
      kind: 'status',
      code: 409,
      method: 'getUpdates',
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    })),
    tells: ['ready', 'log'],
    seenTwice: 'never',
  },
]
