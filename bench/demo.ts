import { freePort } from './bots.ts'
import { startChild } from './child.ts'
import { median } from './quantile.ts'
import { lastOf, visit } from './visitor.ts'

/** What a newcomer waits for, from the start of the process. */
export interface FirstContact {
  /** Until the address is printed. */
  addressMs: number
  /** Until the page is there with its chats. */
  pageMs: number
  /** Until the bot has answered the first message. */
  answerMs: number
}

const runs = 5

/** `npm run demo` in a folder that was installed, again and again. */
export async function measureDemo(): Promise<{ median: FirstContact; longest: FirstContact }> {
  const all: FirstContact[] = []
  for (let run = 0; run < runs; run += 1) all.push(await contact())
  const of = (pick: (values: number[]) => number): FirstContact => ({
    addressMs: pick(all.map(({ addressMs }) => addressMs)),
    pageMs: pick(all.map(({ pageMs }) => pageMs)),
    answerMs: pick(all.map(({ answerMs }) => answerMs)),
  })
  return { median: of(median), longest: of((values) => Math.max(...values)) }
}

async function contact(): Promise<FirstContact> {
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const startedAt = performance.now()
  const since = () => performance.now() - startedAt
  const child = startChild(['--import', 'tsx', 'demo/main.ts', '--port', port])
  await child.printed(url)
  const addressMs = since()
  await fetch(url)
  const visitor = await visit(url)
  const pageMs = since()
  const anna = visitor.person('Anna')
  await visitor.act('message', { userId: anna, chatId: anna, text: '/start' })
  await visitor.until(() => lastOf(visitor.chatOf('Anna'))?.from?.is_bot, 'an answer')
  const answerMs = since()
  visitor.leave()
  await child.stop()
  return { addressMs, pageMs, answerMs }
}
