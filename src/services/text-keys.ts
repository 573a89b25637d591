/**
 * Keys that are kept as text in a column of the database. Each kind is said once, by a format, and
 * from that come its type, its text, what a text says, and the SQL that makes it of columns.
 *
 * In a format `{name}` is a whole number, and `<name>`, which can only end it, is any text but none:
 * `card:{ticket}`, `callback:<callbackId>`.
 */
export interface TextKeys<Formats extends Record<string, string>> {
  pack(key: KeyOf<Formats>): TextOf<Formats>
  /** What a text says, or null for anything that `pack` did not write. */
  unpack(text: string): KeyOf<Formats> | null
  /**
   * The expression that makes the text in SQL.
   *
   * @param columns an expression for each field
   */
  inSql<Kind extends keyof Formats & string>(
    kind: Kind,
    columns: Record<FieldOf<Formats[Kind]>, string>,
  ): string
}

/** The keys of some formats, each with its kind. */
export type KeyOf<Formats extends Record<string, string>> = {
  [Kind in keyof Formats & string]: { kind: Kind } & {
    [Field in NumberOf<Formats[Kind]>]: number
  } & { [Field in WordsOf<Formats[Kind]>]: string }
}[keyof Formats & string]

/** The texts of some formats. */
export type TextOf<Formats extends Record<string, string>> = {
  [Kind in keyof Formats & string]: Written<Formats[Kind]>
}[keyof Formats & string]

type NumberOf<Format> = Format extends `${string}{${infer Field}}${infer Rest}`
  ? Field | NumberOf<Rest>
  : never

type WordsOf<Format> = Format extends `${string}<${infer Field}>` ? Field : never

type FieldOf<Format> = NumberOf<Format> | WordsOf<Format>

type Written<
  Format,
  Before extends string = '',
> = Format extends `${infer Begin}{${string}}${infer Rest}`
  ? Written<Rest, `${Before}${Begin}${number}`>
  : Format extends `${infer Begin}<${string}>`
    ? `${Before}${Begin}${string}`
    : `${Before}${Format & string}`

/** A field, with the text before it. */
interface Step {
  before: string
  field: string
  isNumber: boolean
}

export function textKeys<const Formats extends Record<string, string>>(
  formats: Formats,
): TextKeys<Formats> {
  const kinds = Object.entries(formats).map(([kind, format]) => ({ kind, ...read(format) }))
  const byKind = new Map(kinds.map((one) => [one.kind, one]))

  function write(kind: string, valueOf: (field: string) => string): string {
    const found = byKind.get(kind)
    if (found === undefined) throw new Error(`There is no key of the kind ${kind}`)
    return found.steps.map(({ before, field }) => before + valueOf(field)).join('') + found.end
  }

  const pack = (key: Record<string, unknown>) =>
    write(String(key['kind']), (field) => String(key[field]))

  return {
    pack: (key) => pack(key) as TextOf<Formats>,
    unpack(text) {
      for (const { kind, steps, end } of kinds) {
        const fields = fieldsIn(text, steps, end)
        const key = { kind, ...fields }
        // A number in another notation is none of ours.
        if (fields !== null && pack(key) === text) return key as KeyOf<Formats>
      }
      return null
    },
    inSql(kind, columns) {
      const expressions: Record<string, string> = columns
      const { steps = [], end = '' } = byKind.get(kind) ?? {}
      const parts = steps.flatMap(({ before, field }) => [quoted(before), expressions[field]])
      return [...parts, ...(end === '' ? [] : [quoted(end)])].join(' || ')
    },
  }
}

function read(format: string): { steps: Step[]; end: string } {
  const steps: Step[] = []
  let rest = format
  for (;;) {
    const field = /[{<](\w+)[}>]/.exec(rest)
    if (field === null) return { steps, end: rest }
    const [whole, name = ''] = field
    steps.push({
      before: rest.slice(0, field.index),
      field: name,
      isNumber: whole.startsWith('{'),
    })
    rest = rest.slice(field.index + whole.length)
  }
}

/** The values a text has where the format has fields, or null when it is not of this format. */
function fieldsIn(text: string, steps: Step[], end: string): Record<string, unknown> | null {
  const fields: Record<string, unknown> = {}
  let rest = text
  for (const { before, field, isNumber } of steps) {
    if (!rest.startsWith(before)) return null
    rest = rest.slice(before.length)
    const [value = ''] = (isNumber ? /^-?\d+/ : /^[^]+/).exec(rest) ?? []
    if (value === '') return null
    fields[field] = isNumber ? Number(value) : value
    rest = rest.slice(value.length)
  }
  return rest === end ? fields : null
}

function quoted(text: string): string {
  return `'${text}'`
}
