import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'

import { Busboy } from '@fastify/busboy'

import { isRecord } from './is-record.ts'
import { badRequest, refusal } from './refusal.ts'

export interface Upload {
  name: string
  mime: string
  bytes: Buffer
}

export interface Params {
  values: Record<string, unknown>
  /** Parts of a multipart body that are files, by field name. */
  uploads: Map<string, Upload>
}

/** Uploads through the public server are limited (https://core.telegram.org/bots/api#sending-files). */
const maxUploadBytes = 50_000_000

/** Reads the parameters of a call from its query and body, in any of the forms Telegram takes. */
export async function readParams(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Params> {
  const values: Record<string, unknown> = Object.fromEntries(query)
  const body = await readBody(request)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return readMultipart(body, type, values)
  if (body.length === 0) return { values, uploads: new Map() }
  if (type.startsWith('application/json')) {
    return { values: { ...values, ...readJson(body) }, uploads: new Map() }
  }
  const form = Object.fromEntries(new URLSearchParams(body.toString('utf8')))
  return { values: { ...values, ...form }, uploads: new Map() }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= maxUploadBytes) chunks.push(chunk)
  }
  if (size > maxUploadBytes) throw refusal(413, 'Request Entity Too Large')
  return Buffer.concat(chunks)
}

function readJson(body: Buffer): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'))
    if (isRecord(parsed)) return parsed
  } catch {
    // answered below
  }
  throw badRequest("can't parse JSON object")
}

async function readMultipart(
  body: Buffer,
  type: string,
  values: Record<string, unknown>,
): Promise<Params> {
  const uploads = new Map<string, Upload>()
  try {
    const parser = Busboy({ headers: { 'content-type': type } })
    parser.on('field', (name, value) => (values[name] = value))
    await new Promise((resolve, reject) => {
      parser.on('file', (field, stream, name, _encoding, mime) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => uploads.set(field, { name, mime, bytes: Buffer.concat(chunks) }))
        // A part that breaks off says so itself, and nobody else hears of it.
        stream.on('error', reject)
      })
      parser.on('finish', resolve).on('error', reject)
      Readable.from([body]).pipe(parser)
    })
  } catch {
    throw badRequest('invalid multipart body')
  }
  return { values, uploads }
}
