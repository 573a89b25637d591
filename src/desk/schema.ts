import { z } from 'zod'
import { languages } from '../domain/language.ts'
import { priorities } from '../domain/ticket.ts'
import { parseDuration } from './duration.ts'
import { parseWorkingHours } from './working-hours.ts'

/** An object whose keys are all known; the message says which there are. */
function strict<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? `unknown key; there are ${Object.keys(shape).join(', ')}`
        : undefined,
  })
}

function duration({ canBeZero = false } = {}) {
  const example = canBeZero ? '30s, 15m, 8h, 4d or 0' : '30s, 15m, 8h or 4d'
  return z
    .union([z.string(), z.number()], `must be a duration such as ${example}`)
    .transform((given, context) => {
      const durationMs = parseDuration(String(given))
      if (durationMs !== null && (durationMs > 0 || canBeZero)) return durationMs
      const message = `must be a duration such as ${example}, not "${given}"`
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const wholeNumber = (least: number) =>
  z
    .number()
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(1_000_000, 'must be at most 1000000')

const rate = z.number().min(0.01, 'must be at least 0.01').max(100_000, 'must be at most 100000')

const words = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must have at most ${longest} characters`)

const inLanguages = (text: z.ZodString) =>
  strict({
    en: text.exactOptional(),
    uk: text.exactOptional(),
    ru: text.exactOptional(),
    tr: text.exactOptional(),
  })

// Titles stand on buttons, keys in their callback data of 64 bytes.
const title = inLanguages(words(64))
const hint = inLanguages(words(300))
const key = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,19}$/,
    'must be a short name of a-z, 0-9 and _ that begins with a letter',
  )

const type = strict({
  title: title.default({}),
  hint: hint.default({}),
  priority: z.enum(priorities).exactOptional(),
  fields: z.array(z.string()).exactOptional(),
})

const field = strict({
  kind: z.literal('choice').default('choice'),
  title: title.default({}),
  hint: hint.default({}),
  options: z.record(key, title).exactOptional(),
  other: z.boolean().exactOptional(),
})

const workingHours = z.record(z.string(), z.array(z.string())).transform((given, context) => {
  const verdict = parseWorkingHours(given)
  if (verdict.ok) return verdict.hours
  for (const problem of verdict.problems) context.addIssue({ code: 'custom', ...problem })
  return z.NEVER
})

const resolution = strict({
  urgent: duration().default(4 * hourMs),
  high: duration().default(8 * hourMs),
  normal: duration().default(24 * hourMs),
  low: duration().default(72 * hourMs),
})

const timers = strict({
  firstResponse: duration().default(30 * minuteMs),
  replyLimit: duration().default(30 * minuteMs),
  workLimit: duration().default(8 * hourMs),
  resolution: resolution.prefault({}),
  informationTimeout: duration().default(4 * dayMs),
  solutionTimeout: duration().default(7 * dayMs),
  undecidedTimeout: duration().default(24 * hourMs),
  reminderBefore: duration({ canBeZero: true }).default(24 * hourMs),
  reopenWindow: duration({ canBeZero: true }).default(72 * hourMs),
  ratingWindow: duration().default(14 * dayMs),
  activeTicket: duration().default(30 * minuteMs),
  unsortedMessage: duration().default(hourMs),
  coalesceWindow: duration({ canBeZero: true }).default(5_000),
})

const staff = strict({
  plainText: z.enum(['public', 'note']).default('public'),
  distribution: z.enum(['least_loaded', 'round_robin', 'manual']).default('least_loaded'),
  capacity: wholeNumber(0).default(10),
})

// https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this, with reserve.
const pacing = strict({
  chatPerSecond: rate.default(1),
  chatBurst: wholeNumber(1).default(5),
  groupPerMinute: rate.default(18),
  bulkPerSecond: rate.default(29),
})

const limits = strict({
  openTicketsPerPerson: wholeNumber(1).default(20),
  messagesPerMinute: wholeNumber(1).default(20),
  attachmentsPerMessage: wholeNumber(1).default(20),
  newcomersPerMinute: wholeNumber(1).exactOptional(),
  pacing: pacing.prefault({}),
})

const leastRetentionMs = 30 * dayMs

/** `off` is null. YAML reads a bare `off` as text. */
const retentionOrOff = z
  .union([z.string(), z.number(), z.literal(false)], 'must be off or a time such as 365d')
  .transform((given, context) => {
    if (given === 'off' || given === false) return null
    const durationMs = parseDuration(String(given))
    if (durationMs !== null && durationMs >= leastRetentionMs) return durationMs
    const message = `must be off, or from 30d to 3650d, not "${given}"`
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

const retention = strict({ closedTickets: retentionOrOff.default(null) })

const fluentTexts = z.record(z.string(), z.string()).exactOptional()

/** The desk file as it is written, each key optional; what is left out gets its default. */
export const deskFileSchema = strict({
  name: words(64).default('Kvytok'),
  languages: z
    .tuple([z.enum(languages)], z.enum(languages))
    .refine((all) => new Set(all).size === all.length, 'names a language twice')
    .default([...languages]),
  timezone: z
    .string()
    .refine(isTimezone, 'must be a zone such as Europe/Kyiv')
    .default('Europe/Kyiv'),
  workingHours: workingHours.exactOptional(),
  types: z.record(key, type).exactOptional(),
  fields: z.record(key, field).default({}),
  timers: timers.prefault({}),
  staff: staff.prefault({}),
  limits: limits.prefault({}),
  retention: retention.prefault({}),
  thanks: z.boolean().default(true),
  texts: strict({ en: fluentTexts, uk: fluentTexts, ru: fluentTexts, tr: fluentTexts }).default({}),
})

export type DeskFile = z.output<typeof deskFileSchema>

function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
