import type { Desk } from '../desk/desk.ts'
import { chooseLanguage } from '../locales/language.ts'
import type { Texts } from '../locales/texts.ts'
import type { StoredUpdate } from '../services/intake/inbox.ts'
import { enqueue } from '../services/notifier/enqueue.ts'
import type { OutboxRow } from '../services/notifier/outcome.ts'
import type { Outgoing } from '../services/notifier/outgoing.ts'

export interface ReportDeps {
  db: Parameters<typeof enqueue>[0]
  desk: Desk
  texts: Texts
  log: { error: (fields: object, message: string) => void }
  /** Called with what is to be sent. */
  queued: (rows: OutboxRow[]) => void
}

/** Tells of an update that was put aside. Never rejects: the lane goes on in any case. */
export function createDeadLetterReport(deps: ReportDeps): (update: StoredUpdate) => Promise<void> {
  const { db, log, queued } = deps
  return async (update) => {
    const { updateId } = update
    log.error({ updateId }, 'An update failed for the last time and was put aside')
    try {
      queued(await enqueue(db, `dead:${String(updateId)}`, presentDeadLetter(update, deps)))
    } catch (error) {
      log.error({ err: error, updateId }, 'Nobody could be told of it')
    }
  }
}

/**
 * What is said of an update that failed for the last time: the staff reads its number, and the
 * person who caused it that something went wrong.
 */
function presentDeadLetter(
  { updateId, lane, payload }: StoredUpdate,
  { desk, texts }: { desk: Desk; texts: Texts },
): Outgoing[] {
  const staff = texts(desk.languages[0])
  const text = staff('staff-dead-letter', { id: String(updateId) })
  const told: Outgoing = { kind: 'say', place: { kind: 'staff' }, content: { text, entities: [] } }
  const userId = /^user:(\d+)$/.exec(lane)?.[1]
  if (userId === undefined) return [told]
  const t = texts(chooseLanguage(undefined, languageCodeIn(payload), desk.languages))
  return [
    told,
    {
      ...{ kind: 'say', place: { kind: 'person', chatId: Number(userId) } },
      content: { text: t('error-unexpected'), entities: [] },
    },
  ]
}

/** Telegram tells the language of whoever wrote or pressed. */
function languageCodeIn(payload: object): string | undefined {
  for (const content of Object.values(payload) as unknown[]) {
    const from = isRecord(content) ? content['from'] : undefined
    const code = isRecord(from) ? from['language_code'] : undefined
    if (typeof code === 'string') return code
  }
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
