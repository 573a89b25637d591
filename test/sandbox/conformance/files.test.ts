import { afterAll, beforeAll, expect, test } from 'vitest'

import { startSandbox, type Sandbox, type SandboxPerson } from '../../../sandbox/index.ts'
import { callIn, upload } from './bot-caller.ts'

let sandbox: Sandbox
let person: SandboxPerson

beforeAll(async () => {
  sandbox = await startSandbox()
  person = sandbox.person()
})

afterAll(() => sandbox.close())

const blob = (bytes: number) => new Blob([new Uint8Array(bytes)])
const chatOf = () => ({ chat_id: String(person.id) })

test('an upload of 50 MB, and a photo of 10 MB', async () => {
  const large = { document: blob(49_000_000) }
  expect(await upload(sandbox, 'sendDocument', chatOf(), large)).toMatchObject({ ok: true })
  const larger = { document: blob(50_000_001) }
  expect(await upload(sandbox, 'sendDocument', chatOf(), larger)).toMatchObject({
    ok: false,
    error_code: 413,
    description: 'Request Entity Too Large',
  })
  const photo = await upload(sandbox, 'sendPhoto', chatOf(), { photo: blob(10_485_761) })
  expect(photo.description).toContain('is too big for a photo')
})

test('a download of 20 MB', async () => {
  for (const [size, ok] of [
    [20_000_000, true],
    [20_000_001, false],
  ] as const) {
    const sent = person.send('document', { size }) as unknown as Record<string, unknown>
    const { file_id: fileId } = sent['document'] as { file_id: string }
    const found = await callIn('json', sandbox, 'getFile', { file_id: fileId })
    expect(found.ok).toBe(ok)
    const { apiRoot, token } = sandbox
    const fetched = await fetch(`${apiRoot}/file/bot${token}/files/${fileId}`)
    expect((await fetched.arrayBuffer()).byteLength === size).toBe(ok)
  }
})

test('an album is uploaded by attach://, and a part that is missing is told', async () => {
  const media = JSON.stringify([
    { type: 'photo', media: 'attach://one', caption: '<i>One</i>', parse_mode: 'HTML' },
    { type: 'video', media: 'attach://two' },
  ])
  const files = { one: blob(10), two: blob(20) }
  const sent = await upload(sandbox, 'sendMediaGroup', { ...chatOf(), media }, files)
  const [first, second] = sent.result as Record<string, unknown>[]
  expect(first).toMatchObject({ caption: 'One', media_group_id: second?.['media_group_id'] })
  const { two: _two, ...incomplete } = files
  const refused = await upload(sandbox, 'sendMediaGroup', { ...chatOf(), media }, incomplete)
  expect(refused.description).toBe('Bad Request: file must be non-empty')
})
