import type { Sandbox, SandboxForum, SandboxPerson } from '../../../sandbox/index.ts'

export interface Opening {
  /** Its first words are the ticket's name; nobody else's begin so. */
  subject: string
  /** A further text of the description. */
  words: string
}

/** How long a person waits for something to happen before pressing again. */
const impatienceMs = 3_000

/**
 * Opens a ticket in the shortest way the dialogue has. Whatever dies meanwhile, nothing is written
 * twice; only buttons are pressed again.
 *
 * @returns when its topic is there
 */
export async function openPatiently(
  { sandbox, forum }: { sandbox: Sandbox; forum: SandboxForum },
  client: SandboxPerson,
  { subject, words }: Opening,
  patienceMs: number,
): Promise<void> {
  const deadline = Date.now() + patienceMs
  const sees = (text: string) => () => client.texts.some((one) => one.includes(text))
  const hasButton = (label: string) => () =>
    client.messages.some(({ reply_markup: markup }) =>
      markup?.inline_keyboard?.flat().some((button) => button.text.endsWith(label)),
    )
  const press = (label: string, seen: () => boolean) =>
    pressUntil(sandbox, client, { label, seen, deadline })
  client.write('/new')
  await sandbox.until(hasButton('Idea'), patienceMs)
  await press('Idea', sees('Step 2'))
  client.write(subject)
  client.write(words)
  await press('Done', sees('Step 3'))
  await press('Skip', sees('Step 4'))
  await press('Send', () => forum.topics().some(({ name }) => name.includes(subject)))
}

/** Presses a button until what it does can be seen: its answer may come from a desk that died. */
export async function pressUntil(
  sandbox: Sandbox,
  person: SandboxPerson,
  { label, seen, deadline }: { label: string; seen: () => boolean; deadline: number },
): Promise<void> {
  while (!seen()) {
    const leftMs = deadline - Date.now()
    if (leftMs <= 0) throw new Error(`${person.user.first_name} pressed ${label} in vain`)
    person.press(label, { timeoutMs: Math.min(impatienceMs, leftMs) }).catch(() => undefined)
    await sandbox.until(seen, Math.min(impatienceMs, leftMs)).catch(() => undefined)
  }
}
