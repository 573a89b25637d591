/**
 * JSON that PostgreSQL accepts. It stores neither U+0000 nor half a surrogate pair in jsonb
 * (https://www.postgresql.org/docs/18/datatype-json.html), and a text that people wrote may hold
 * either; both become U+FFFD, the replacement character.
 *
 * @param value anything that JSON can hold
 */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value)
  if (!json.includes('\\u')) return json
  return json.replace(/(\\\\)|\\u(0000|d[89a-f][0-9a-f]{2})/gi, (match, backslashes?: string) =>
    backslashes === undefined ? '\\ufffd' : match,
  )
}

/**
 * A value as it comes back from jsonb: for what is kept in memory beside its row.
 *
 * @param json what `jsonText` made of it
 */
export function asStored<T>(value: T, json: string): T {
  return json.includes('\\ufffd') ? (JSON.parse(json) as T) : value
}
