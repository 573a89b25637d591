import type { Action, Actions, JournalLine, Place, Refused } from '../../../play/protocol.ts'

export type Answer<A extends Action> =
  { ok: true; answer: Actions[A]['answer'] } | { ok: false; error: string }

/** Does something in the sandbox. A refusal comes with one sentence for the person who did it. */
export function act<A extends Action>(action: A, body: Actions[A]['body']): Promise<Answer<A>> {
  const headers = { 'content-type': 'application/json' }
  return post(action, { headers, body: JSON.stringify(body) })
}

/** Sends files, as one album if they are several. */
export function sendFiles(
  place: Place,
  files: readonly File[],
  options: { caption: string; asFiles: boolean; replyTo?: number | undefined },
): Promise<{ ok: true } | { ok: false; error: string }> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...place, ...options })) {
    if (value !== undefined) form.set(name, String(value))
  }
  for (const [index, file] of files.entries()) form.set(`file${index}`, file)
  return post('files', { body: form })
}

/** What is answered is what the protocol says of this name. */
async function post(
  name: string,
  init: { headers?: Record<string, string>; body: BodyInit },
): Promise<{ ok: true; answer: never } | { ok: false; error: string }> {
  try {
    const response = await fetch(`/play/${name}`, {
      method: 'POST',
      body: init.body,
      headers: { 'x-play': '1', ...init.headers },
    })
    const body: unknown = await response.json()
    if (response.ok) return { ok: true, answer: body as never }
    return { ok: false, error: (body as Refused).error }
  } catch {
    return { ok: false, error: 'The sandbox does not answer: is it still running?' }
  }
}

/** Lines of the journal after one; of one chat, or of all. */
export async function readJournal(after: number, chatId: number | null): Promise<JournalLine[]> {
  const query = new URLSearchParams({ after: String(after) })
  if (chatId !== null) query.set('chat', String(chatId))
  const response = await fetch(`/play/journal?${query.toString()}`)
  return (await response.json()) as JournalLine[]
}

/** Where the bytes of a file are. */
export function fileUrl(fileId: string): string {
  return `/play/files/${fileId}`
}
