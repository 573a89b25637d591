import pg from 'pg'

// Numbers of types in pg_type: https://www.postgresql.org/docs/18/catalog-pg-type.html
const int8 = 20
const int8Array = 1016

const standardParser = pg.types.getTypeParser as (
  oid: number,
  format?: 'text' | 'binary',
) => (value: string) => unknown

/** PostgreSQL's parsers as `pg` has them, but for int8: a number, and an error beyond 2^53. */
export function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  const standard = standardParser(oid, format)
  if (format === 'binary') return standard
  if (oid === int8) return toInteger
  if (oid === int8Array) return (value) => toIntegers(standard(value))
  return standard
}

function toInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is too large for a number`)
  return value
}

function toIntegers(values: unknown): unknown {
  if (Array.isArray(values)) return values.map(toIntegers)
  return typeof values === 'string' ? toInteger(values) : values
}
