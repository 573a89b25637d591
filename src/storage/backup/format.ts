import { z } from 'zod'

// A backup is a gzip file of lines: the head as JSON; of each table a line of JSON, its rows as COPY
// writes them and `\.`; the foot as JSON. `zcat FILE` shows it.

/** Raised by whatever an older program would read wrongly. */
export const formatNumber = 1

/** What ends the rows of a table; no row can look like it, because COPY doubles a backslash. */
export const endOfRows = '\\.\n'

const count = z.number().int().nonnegative()
const table = z.object({ name: z.string().min(1), columns: z.array(z.string().min(1)).min(1) })

/** What every backup says of itself, whatever its format. */
export const markSchema = z.object({
  kvytok: z.literal('backup'),
  format: count,
  /** Of the program that wrote it. */
  version: z.string().max(100),
})

/** What the first line says. */
export const headSchema = markSchema.extend({
  /** The instant whose state it holds, ISO. */
  at: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(table),
})

export const tableSchema = z.object({ rowsOf: z.string() })

/** What the last line says. */
export const footSchema = z.object({
  /** By table. */
  rows: z.record(z.string(), count),
  sequences: z.array(z.object({ name: z.string(), last: count.nullable() })),
  /** Of all lines before this one, in hexadecimal. */
  sha256: z.string(),
})

export type BackupHead = z.output<typeof headSchema>
export type BackupFoot = z.output<typeof footSchema>

export function line(value: object): string {
  return `${JSON.stringify(value)}\n`
}
