import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { checkDesk, type DeskProblem, type TextCheck } from './check-desk.ts'
import { completeDesk } from './complete-desk.ts'
import type { Desk } from './desk.ts'
import { deskFileSchema } from './schema.ts'

export type DeskVerdict = { ok: true; desk: Desk } | { ok: false; message: string }

/**
 * Reads the text of a desk file. The message of a refusal is one line with the file's name, the
 * line and the path of the first problem, and says how many more there are.
 */
export function parseDesk(source: string, fileName: string, checkText: TextCheck): DeskVerdict {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const refuse = (problems: { line: number; text: string }[]): DeskVerdict => {
    const [first, ...others] = problems.sort((a, b) => a.line - b.line)
    const more = others.length > 0 ? ` (and ${others.length} more)` : ''
    return {
      ok: false,
      message: `${fileName}, line ${first?.line ?? 1}: ${first?.text ?? ''}${more}`,
    }
  }
  const refuseAll = (problems: DeskProblem[]) =>
    refuse(
      problems.map(({ path, message }) => ({
        line: lines.linePos(offsetOf(document, path)).line || 1,
        text: path.length > 0 ? `${inWords(path)}: ${message}` : message,
      })),
    )

  const mistakes = [...document.errors, ...document.warnings]
  if (mistakes.length > 0) {
    const atLine = (offset: number) => lines.linePos(offset).line || 1
    return refuse(mistakes.map(({ pos, message }) => ({ line: atLine(pos[0]), text: message })))
  }
  let given: unknown
  try {
    given = document.toJS() ?? {}
  } catch (error) {
    // An alias to itself, or far too many of them.
    return refuse([{ line: 1, text: error instanceof Error ? error.message : String(error) }])
  }
  const parsed = deskFileSchema.safeParse(given, { error: explain })
  if (!parsed.success) return refuseAll(parsed.error.issues.flatMap(problemsOf))
  const desk = completeDesk(parsed.data)
  const problems = checkDesk(desk, checkText)
  return problems.length > 0 ? refuseAll(problems) : { ok: true, desk }
}

function explain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_value') {
    return `must be one of ${issue.values.map(String).join(', ')}, not ${shown(issue.input)}`
  }
  if (issue.code !== 'invalid_type') return undefined
  if (issue.input === undefined) return 'is missing'
  if (issue.input === null) return 'is empty: give it a value or remove it'
  return `must be ${kinds[issue.expected] ?? issue.expected}, not ${shown(issue.input)}`
}

const kinds: Record<string, string> = {
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'object' && input !== null) return 'a group of keys'
  return `"${typeof input === 'string' ? input : JSON.stringify(input)}"`
}

function problemsOf(issue: z.core.$ZodIssue): DeskProblem[] {
  const { path, message } = issue
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message }))
  }
  if (issue.code === 'invalid_key') return [{ path, message: issue.issues[0]?.message ?? message }]
  return [{ path, message }]
}

function inWords(path: PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
}

/** Where the value at a path begins, by its key; the nearest part above it if it is not there. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair || !isScalar(pair.key)) break
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = startOf(node) ?? offset
    } else break
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  if (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) return node.range?.[0]
  return undefined
}
