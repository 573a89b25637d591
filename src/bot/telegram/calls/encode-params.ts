import { randomBytes } from 'node:crypto'
import { isUpload, type Upload } from './upload.ts'

type Params = Record<string, unknown>

/**
 * The body of a Bot API call: JSON, or multipart when a file is in it. A file deeper inside (the
 * items of an album) becomes a part of its own, named by `attach://`
 * (https://core.telegram.org/bots/api#sending-files). Keys that are null or undefined are left out.
 */
export function encodeParams(params: Params): { contentType: string; body: string | Buffer } {
  if (!holdsUpload(params)) {
    return { contentType: 'application/json', body: withoutNulls(params) }
  }
  const boundary = `kvytok${randomBytes(16).toString('hex')}`
  const parts: Buffer[] = []
  for (const [name, value] of Object.entries(params)) {
    if (value === null || value === undefined) continue
    if (isUpload(value)) parts.push(filePart(boundary, name, value))
    else parts.push(...valueParts(boundary, name, value))
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`))
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat(parts),
  }
}

/** A replacer makes `stringify` several times slower, and hardly a call holds a null. */
function withoutNulls(params: Params): string {
  const json = JSON.stringify(params)
  if (!json.includes(':null')) return json
  return JSON.stringify(params, (_key, value: unknown) => value ?? undefined)
}

function holdsUpload(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return isUpload(value) || Object.values(value).some(holdsUpload)
}

/** The part of a parameter, and one for each file inside it. */
function valueParts(boundary: string, name: string, value: unknown): Buffer[] {
  const files: Buffer[] = []
  const attach = (inner: unknown): unknown => {
    if (isUpload(inner)) {
      const partName = `${name}_${files.length}`
      files.push(filePart(boundary, partName, inner))
      return `attach://${partName}`
    }
    if (Array.isArray(inner)) return inner.map(attach)
    if (typeof inner !== 'object' || inner === null) return inner ?? undefined
    return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, attach(one)]))
  }
  const attached = attach(value)
  const text = typeof attached === 'string' ? attached : JSON.stringify(attached)
  return [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${quotable(name)}"\r\n\r\n${text}\r\n`,
    ),
    ...files,
  ]
}

function filePart(
  boundary: string,
  name: string,
  { filename, contentType, bytes }: Upload,
): Buffer {
  const head =
    `--${boundary}\r\ncontent-disposition: form-data; name="${quotable(name)}"; ` +
    `filename="${quotable(filename)}"\r\ncontent-type: ${contentType.replace(/[\r\n]/g, '')}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n')])
}

/** Names come from people: a quote or a line break in one would end the header of the part. */
function quotable(name: string): string {
  return name.replace(/[\p{Cc}"\\]/gu, '_')
}
