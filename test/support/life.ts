import type { Sandbox, SandboxForum, SandboxPerson } from '../../sandbox/index.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import type { Language } from '../../src/domain/language.ts'
import { createTexts } from '../../src/locales/texts.ts'

export interface LifeOf {
  stage: { sandbox: Sandbox; forum: SandboxForum }
  client: SandboxPerson
  agent: SandboxPerson
  language: Language
  /** How long anybody waits for anything. */
  patienceMs?: number
}

/** What was said in a life, to be looked for where it belongs. */
export interface Lived {
  toStaff: string[]
  toClient: string[]
  notes: string[]
}

/** How long a person waits for something to happen before pressing again. */
const impatienceMs = 3_000

/**
 * Plays the whole life of a ticket: opened with texts and an album, answered, asked about, solved,
 * accepted, rated. Ends when the client has read that his rating arrived.
 *
 * Whatever dies meanwhile, nobody writes anything twice; only buttons are pressed again.
 */
export async function liveThrough(life: LifeOf): Promise<Lived> {
  const { stage, client, agent, patienceMs = 10_000 } = life
  const { sandbox, forum } = stage
  const t = createTexts()(life.language)
  const name = client.user.first_name
  const said: Lived = {
    toStaff: [
      `${name}: Which <version> & "build"?`,
      `${name} says it fails`,
      `${name}: account 77`,
    ],
    toClient: [`Looking into it, ${name}`, `Which account, ${name}?`, `Update to 2.1, ${name}`],
    notes: [`// ${name} is on the old build`, `/note nothing to say to ${name}`],
  }
  const until = <T>(what: string, read: () => T) =>
    sandbox.until(read, patienceMs).catch((cause: unknown) => {
      throw new Error(`${name} never saw: ${what}`, { cause })
    })
  const clientSees = (text: string) => client.texts.some((one) => one.includes(text))
  const press = async (label: string, what: string, seen: () => boolean) => {
    const deadline = Date.now() + patienceMs
    while (!seen()) {
      if (Date.now() > deadline) throw new Error(`${name} pressed ${label} and never saw: ${what}`)
      // The answer may come from a desk that died; what counts is what is seen.
      client.press(label, { timeoutMs: impatienceMs }).catch(() => undefined)
      await sandbox.until(seen, impatienceMs).catch(() => undefined)
    }
  }
  const pressFor = (label: string, text: string) => press(label, text, () => clientSees(text))

  client.write('/start')
  await until('the greeting', () => clientSees(name))
  const steps = 7
  const step = (at: number) => t('form-progress', { step: at, steps })
  await pressFor(t('menu-open-ticket'), t('form-type'))
  await pressFor(titleOf('problem', life.language), step(2))
  await pressFor(optionOf('source', 0, life.language), step(3))
  await pressFor(optionOf('scope', 1, life.language), step(4))
  await pressFor(optionOf('reproducible', 0, life.language), step(5))
  const [first, second, answer] = said.toStaff
  client.write(first!)
  client.write(second!)
  await until('two messages counted', () => clientSees(t('form-messages', { count: 2 })))
  await pressFor(t('form-done'), step(6))
  client.album([{ kind: 'photo', caption: `${name}'s screen` }, { kind: 'photo' }])
  await until('two files counted', () => clientSees(t('form-files-count', { count: 2 })))
  await pressFor(t('form-done'), step(7))
  await press(t('form-send'), 'the ticket', () => forumHas())

  // A desk that died while it made the topic could only make another.
  const topic = () => forum.topics().findLast((one) => one.name.includes(name))
  const topicHas = (text: string) => topic()?.texts.includes(text) === true
  const album = () => topic()?.messages.filter((one) => one.media_group_id !== undefined) ?? []
  function forumHas(): boolean {
    return forum.topics().some((one) => one.name.includes(name))
  }
  await until('the first message in the topic', () => topicHas(first!))
  await until('the second message in the topic', () => topicHas(second!))
  await until('the album in the topic', () => album().length >= 2)

  const staff = agent.in(forum)
  const say = (text: string) => staff.write(text, { topic: topic()! })
  const [reply, question, solution] = said.toClient
  say(reply!)
  await until('the reply', () => clientSees(reply!))
  for (const note of said.notes) say(note)

  say(`/ask ${question!}`)
  await until('the question', () => clientSees(question!))
  await pressFor(t('notice-answer'), t('client-answer'))
  client.write(answer!)
  await until('one message counted', () => clientSees(t('form-messages', { count: 1 })))
  await press(t('form-done'), 'his answer in the topic', () => topicHas(answer!))

  say(`/solve ${solution!}`)
  // A desk that died before it noted where the answer stands asks whether the agent has seen it.
  const staffTexts = createTexts()(builtInDesk.languages[0])
  const isAsked = () => topicHas(staffTexts('staff-newer'))
  await until('the solution', () => clientSees(solution!) || isAsked())
  if (!clientSees(solution!)) {
    staff.press(staffTexts('staff-newer-send'), { timeoutMs: patienceMs }).catch(() => undefined)
  }
  await until('the solution', () => clientSees(solution!))
  await pressFor(t('notice-accept'), t('rating-helpfulness'))
  await pressFor('5', t('rating-speed'))
  await pressFor('4', t('rating-politeness'))
  await pressFor(t('rating-skip'), t('rating-comment'))
  client.write(`${name} is content`)
  await until('thanks for the rating', () => clientSees(t('rating-done')))
  return said
}

function titleOf(typeKey: string, language: Language): string {
  const type = builtInDesk.types.find(({ key }) => key === typeKey)
  return type?.title[language] ?? typeKey
}

function optionOf(fieldKey: string, index: number, language: Language): string {
  return builtInDesk.fields[fieldKey]?.options[index]?.title[language] ?? fieldKey
}
