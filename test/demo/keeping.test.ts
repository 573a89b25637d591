import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { lastOf, visit, type Visitor } from '../../bench/visitor.ts'
import { readsLike, sendIdea } from '../support/visitor-acts.ts'
import { endDemos, startDemoProcess } from '../support/demo-process.ts'
import { rowsOfDemo, useDemo } from '../support/use-demo.ts'

const demos = useDemo()
const timeout = 120_000 * patience

const firstTopic = (visitor: Visitor) => [...visitor.forum().topics.values()][0]

test('a kept demo goes on: its ticket, its people and its time', { timeout }, async () => {
  const keepFolder = await demos.newFolder()
  const first = await demos.start({ keepFolder })
  let visitor = await visit(first.url)
  await sendIdea(visitor, 'Anna', 'A dark theme')
  await visitor.act('person', { name: 'Newcomer', language: 'en' })
  await visitor.act('clock', { by: 3_600_000 })
  const { aheadMs } = visitor.state()
  visitor.leave()
  await first.stop()

  const second = await demos.start({ keepFolder })
  visitor = await visit(second.url)
  expect(firstTopic(visitor)?.name).toBe('#1 A dark theme')
  expect(visitor.person('Newcomer')).toBeGreaterThan(0)
  expect(Math.abs(visitor.state().aheadMs - aheadMs)).toBeLessThan(60_000)
  const anna = visitor.person('Anna')
  await visitor.act('message', { userId: anna, chatId: anna, text: 'For the night shift' })
  await readsLike(visitor, visitor.forum().id, 'For the night shift')
  const [max, forum] = [visitor.person('Max'), visitor.forum().id]
  const place = { userId: max, chatId: forum, topicId: firstTopic(visitor)?.threadId }
  await visitor.act('message', { ...place, text: 'We will see to it' })
  await readsLike(visitor, anna, 'We will see to it')
  visitor.leave()
  expect(await rowsOfDemo(second, 'select number, status from ticket')).toEqual([
    { number: 1, status: 'open' },
  ])
})

test('a kept demo that was killed goes on as well', { timeout }, async () => {
  const keepFolder = await demos.newFolder()
  const killed = startDemoProcess(['--keep', keepFolder])
  let visitor = await visit(await killed.url())
  await sendIdea(visitor, 'Anna', 'A dark theme')
  // Whatever was saved last, it goes on from there.
  killed.signal('SIGKILL')
  await killed.ended
  visitor.leave()

  const demo = await demos.start({ keepFolder })
  visitor = await visit(demo.url)
  const anna = visitor.person('Anna')
  await visitor.act('message', { userId: anna, chatId: anna, text: '/tickets' })
  await visitor.until(
    () => lastOf(visitor.chatOf('Anna'))?.text?.includes('#1: New'),
    'the list of tickets',
  )
  const max = visitor.person('Max')
  await visitor.act('message', { userId: anna, chatId: anna, text: 'Is anybody there?' })
  await readsLike(visitor, visitor.forum().id, 'Is anybody there?')
  const topicId = firstTopic(visitor)?.threadId
  const place = { userId: max, chatId: visitor.forum().id, topicId }
  await visitor.act('message', { ...place, text: 'We are back' })
  await readsLike(visitor, anna, 'We are back')
  visitor.leave()
  await endDemos()
})

test('two demos at once do not share a folder', { timeout }, async () => {
  const keepFolder = await demos.newFolder()
  await demos.start({ keepFolder })
  expect(await demos.tryToStart({ keepFolder })).toEqual({
    ok: false,
    message: `Another demo goes on in ${keepFolder}: end it, or keep this one in another folder.`,
  })
})

test('a demo of another version, or a folder of other things, is left alone', async () => {
  const folder = await demos.newFolder()
  await mkdir(folder)
  await writeFile(join(folder, 'letter.txt'), 'Dear Sir or Madam')
  expect(await demos.tryToStart({ keepFolder: folder })).toEqual({
    ok: false,
    message: `The folder ${folder} holds other things: keep the demo in an empty one.`,
  })
  await writeFile(join(folder, 'demo.world'), 'from the future')
  const refused = await demos.tryToStart({ keepFolder: folder })
  expect(refused).toMatchObject({ ok: false })
  expect(JSON.stringify(refused)).toContain('was made by another version of Kvytok')
  expect(await readFile(join(folder, 'letter.txt'), 'utf8')).toBe('Dear Sir or Madam')
})

test('what was broken off before it was complete begins anew', { timeout }, async () => {
  const keepFolder = await demos.newFolder()
  const broken = startDemoProcess(['--keep', keepFolder, '--seed'])
  await broken.printed('Playing two weeks')
  broken.signal('SIGKILL')
  await broken.ended
  const demo = await demos.start({ keepFolder })
  expect(await rowsOfDemo(demo, 'select number from ticket')).toEqual([])
})
