import { Busboy } from '@fastify/busboy'
import { expect, test } from 'vitest'
import { encodeParams } from '../../../../src/bot/telegram/calls/encode-params.ts'

interface Part {
  name: string
  text: string
  filename?: string
  type?: string
}

/** Reads a multipart body as a server does. */
function decode({ contentType, body }: ReturnType<typeof encodeParams>): Promise<Part[]> {
  const parts: Part[] = []
  const reader = new Busboy({ headers: { 'content-type': contentType } })
  reader.on('field', (name, value) => parts.push({ name, text: value }))
  reader.on('file', (name, stream, filename, _encoding, type) => {
    const part = { name, text: '', filename, type }
    parts.push(part)
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => (part.text += chunk))
  })
  return new Promise((resolve, reject) => {
    reader.on('finish', () => resolve(parts))
    reader.on('error', reject)
    reader.end(body)
  })
}

const upload = (filename: string) => ({
  filename,
  contentType: 'text/plain',
  bytes: Buffer.from('звіт'),
})

test('without a file the body is JSON', () => {
  expect(encodeParams({ chat_id: 1, reply_parameters: { message_id: 2 }, none: null })).toEqual({
    contentType: 'application/json',
    body: '{"chat_id":1,"reply_parameters":{"message_id":2}}',
  })
})

test('with a file, objects beside it are kept as JSON', async () => {
  const parts = await decode(
    encodeParams({
      chat_id: -100,
      caption: 'Ваш «звіт»',
      silent: true,
      nothing: undefined,
      reply_parameters: { message_id: 2 },
      document: upload('звіт.txt'),
    }),
  )
  expect(parts).toEqual([
    { name: 'chat_id', text: '-100' },
    { name: 'caption', text: 'Ваш «звіт»' },
    { name: 'silent', text: 'true' },
    { name: 'reply_parameters', text: '{"message_id":2}' },
    { name: 'document', text: 'звіт', filename: 'звіт.txt', type: 'text/plain' },
  ])
})

test('files inside an album become parts that the album names', async () => {
  const media = [
    { type: 'document', media: upload('a.txt'), caption: 'one' },
    { type: 'document', media: 'file-id' },
    { type: 'document', media: upload('b.txt') },
  ]
  const parts = await decode(encodeParams({ chat_id: 1, media }))
  expect(parts.map(({ name, filename }) => [name, filename])).toEqual([
    ['chat_id', undefined],
    ['media', undefined],
    ['media_0', 'a.txt'],
    ['media_1', 'b.txt'],
  ])
  expect(JSON.parse(parts[1]!.text)).toEqual([
    { type: 'document', media: 'attach://media_0', caption: 'one' },
    { type: 'document', media: 'file-id' },
    { type: 'document', media: 'attach://media_1' },
  ])
})

test('a file name cannot end the header of its part', async () => {
  const evil = 'a"; name="chat_id"\r\n\r\n666\r\n.txt'
  const parts = await decode(encodeParams({ chat_id: 1, document: upload(evil) }))
  expect(parts.map(({ name, text }) => [name, text])).toEqual([
    ['chat_id', '1'],
    ['document', 'звіт'],
  ])
  expect(parts[1]?.filename).toBe('a_; name=_chat_id_____666__.txt')
})
