import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import {
  endOfRows,
  footSchema,
  formatNumber,
  headSchema,
  markSchema,
  tableSchema,
  type BackupFoot,
  type BackupHead,
} from './format.ts'

/** Why a file cannot be restored. */
export type Unusable =
  /** `code` is the system's, as ENOENT. */
  | { reason: 'unreadable'; code: string }
  | { reason: 'foreign' }
  /** Its end is missing, or it does not say what was written into it. */
  | { reason: 'damaged' }
  | { reason: 'newer'; version: string }

/** What is read of a backup, in this order: head; table and rows, for each table; foot. */
export type BackupPart =
  | { kind: 'head'; head: BackupHead }
  | { kind: 'table'; name: string }
  /** Whole lines of COPY. */
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'foot'; foot: BackupFoot }
  /** Nothing follows it, and nothing before it counts. */
  | { kind: 'unusable'; unusable: Unusable }

/** A head has a line for each table. */
const longestHead = 1_000_000
/** PostgreSQL holds no longer row. */
const longestRow = 2 ** 30
const newline = 10

/** Reads a backup from its first line to its last, and proves each as far as it can. */
export async function* readBackup(file: string): AsyncGenerator<BackupPart, undefined, undefined> {
  const read = createReading()
  const unzipped = createGunzip({ chunkSize: 256 * 1_024 })
  // What goes wrong in the file is thrown where the rows are read.
  pipeline(createReadStream(file), unzipped, () => undefined)
  try {
    for await (const chunk of unzipped) {
      for (const part of read.take(chunk as Buffer)) {
        yield part
        if (part.kind === 'unusable') return
      }
    }
    const missing = read.missing()
    if (missing !== null) yield { kind: 'unusable', unusable: missing }
  } catch (error) {
    yield { kind: 'unusable', unusable: unusableBy(error, read.knowsHead()) }
  }
}

function unusableBy(error: unknown, knowsHead: boolean): Unusable {
  const { code = '', syscall } = error as NodeJS.ErrnoException
  if (syscall !== undefined) return { reason: 'unreadable', code }
  // https://nodejs.org/api/zlib.html: what is no gzip at all, what ends too early, what was changed.
  if (code === 'Z_DATA_ERROR') return { reason: knowsHead ? 'damaged' : 'foreign' }
  if (code === 'Z_BUF_ERROR') return { reason: 'damaged' }
  throw error
}

interface Reading {
  take(chunk: Buffer): Generator<BackupPart>
  /** What is wrong when nothing follows; null when the last line was read. */
  missing(): Unusable | null
  knowsHead(): boolean
}

function createReading(): Reading {
  const hash = createHash('sha256')
  const names: string[] = []
  let head: BackupHead | undefined
  let place: 'between' | 'rows' | 'end' = 'between'
  let unread: Buffer[] = []

  function* take(chunk: Buffer): Generator<BackupPart> {
    unread.push(chunk)
    if (!chunk.includes(newline)) {
      if (isTooLong()) yield unusable(head === undefined ? 'foreign' : 'damaged')
      return
    }
    let bytes = Buffer.concat(unread)
    while (bytes.length > 0) {
      const length = place === 'rows' ? lengthOfRows(bytes) : bytes.indexOf(newline) + 1
      if (length === 0 && !(place === 'rows' && isEndOfRows(bytes, 0))) break
      const whole = bytes.subarray(0, length)
      bytes = bytes.subarray(length)
      if (place === 'rows') {
        if (length > 0) yield { kind: 'rows', bytes: whole }
        hash.update(whole)
        if (!isEndOfRows(bytes, 0)) break
        hash.update(endOfRows)
        bytes = bytes.subarray(endOfRows.length)
        place = 'between'
        continue
      }
      const part = readLine(whole)
      yield part
      if (part.kind === 'unusable') return
    }
    unread = bytes.length === 0 ? [] : [bytes]
  }

  function isTooLong(): boolean {
    const length = unread.reduce((sum, one) => sum + one.length, 0)
    return length > (place === 'rows' ? longestRow : longestHead)
  }

  function readLine(bytes: Buffer): BackupPart {
    const said = parse(bytes)
    if (head === undefined) return readHead(said, bytes)
    const table = tableSchema.safeParse(said)
    if (place === 'between' && table.success) {
      const { rowsOf: name } = table.data
      if (head.tables[names.length]?.name !== name) return unusable('damaged')
      hash.update(bytes)
      names.push(name)
      place = 'rows'
      return { kind: 'table', name }
    }
    const foot = footSchema.safeParse(said)
    const isWhole =
      place === 'between' &&
      foot.success &&
      names.length === head.tables.length &&
      names.every((name) => Object.hasOwn(foot.data.rows, name)) &&
      foot.data.sha256 === hash.digest('hex')
    if (!isWhole) return unusable('damaged')
    place = 'end'
    return { kind: 'foot', foot: foot.data }
  }

  function readHead(said: unknown, bytes: Buffer): BackupPart {
    const mark = markSchema.safeParse(said)
    if (!mark.success) return unusable('foreign')
    const { format, version } = mark.data
    if (format > formatNumber) return { kind: 'unusable', unusable: { reason: 'newer', version } }
    const read = headSchema.safeParse(said)
    if (!read.success) return unusable('damaged')
    hash.update(bytes)
    head = read.data
    return { kind: 'head', head }
  }

  return {
    take,
    missing: () => (place === 'end' && unread.length === 0 ? null : { reason: 'damaged' }),
    knowsHead: () => head !== undefined,
  }
}

function unusable(reason: 'foreign' | 'damaged'): BackupPart {
  return { kind: 'unusable', unusable: { reason } }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

/** How many bytes there are of whole rows, up to the end of the table's if that is there. */
function lengthOfRows(bytes: Buffer): number {
  if (isEndOfRows(bytes, 0)) return 0
  const end = bytes.indexOf(`\n${endOfRows}`)
  return end === -1 ? bytes.lastIndexOf(newline) + 1 : end + 1
}

function isEndOfRows(bytes: Buffer, at: number): boolean {
  return bytes.subarray(at, at + endOfRows.length).equals(Buffer.from(endOfRows))
}
