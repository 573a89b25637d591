import { createHmac } from 'node:crypto'
import { z } from 'zod'

/** How updates arrive. */
export type TelegramMode =
  { mode: 'polling' } | { mode: 'webhook'; publicUrl: string; secret: string }

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export interface Config {
  botToken: string
  /** Without a slash at the end. */
  telegramApiRoot: string
  telegram: TelegramMode
  /** Null while the staff group is set by `/setup CODE`. */
  staffChatId: number | null
  /** Null: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null
  dataDir: string
  /** How long a start waits for another program to let go of the database. */
  startWaitMs: number
  host: string
  /** 0 lets the system choose. */
  port: number
  /** A file that is named explicitly must exist. */
  deskFile: { path: string; explicit: boolean }
  logLevel: (typeof logLevels)[number]
}

export type ConfigVerdict =
  | { ok: true; config: Config }
  /** `complaints`: the same, a sentence for each variable that is wrong. */
  | { ok: false; message: string; complaints: Complaint[] }

export interface Complaint {
  variable: string
  message: string
}

export type Environment = Record<string, string | undefined>

const defaultApiRoot = 'https://api.telegram.org'

const url = (protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    abort: true,
  })

const withoutEndSlash = (text: string) => text.replace(/\/+$/, '')

const variables = {
  // https://core.telegram.org/bots/api#authorizing-your-bot
  BOT_TOKEN: z.string().regex(/^\d+:[A-Za-z0-9_-]+$/),
  TELEGRAM_API_ROOT: url(['http:', 'https:']).transform(withoutEndSlash).default(defaultApiRoot),
  STAFF_CHAT_ID: z
    .string()
    .regex(/^-\d{1,15}$/)
    .transform(Number)
    .refine((id) => id < 0)
    .optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  DATA_DIR: z.string().default('./data'),
  START_WAIT: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .default(60),
  PUBLIC_URL: url(['http:', 'https:']).transform(withoutEndSlash).optional(),
  // https://core.telegram.org/bots/api#setwebhook
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,256}$/)
    .optional(),
  HOST: z.string().regex(/^\S+$/).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(3000),
  DESK_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
}

type Variable = keyof typeof variables

const expectations: Record<Variable, { is: string; example: string }> = {
  BOT_TOKEN: { is: 'the token that @BotFather gave', example: '123456789:AAExampleOfAToken' },
  TELEGRAM_API_ROOT: { is: 'an http(s) address', example: defaultApiRoot },
  STAFF_CHAT_ID: { is: 'the negative number of the staff group', example: '-1001234567890' },
  DATABASE_URL: {
    is: 'a PostgreSQL address',
    example: 'postgresql://user:password@host:5432/desk',
  },
  DATA_DIR: { is: 'a folder', example: './data' },
  START_WAIT: { is: 'a number of seconds', example: '60' },
  PUBLIC_URL: { is: 'the https address of this service', example: 'https://desk.example.com' },
  WEBHOOK_SECRET: {
    is: '1 to 256 of the characters A-Z a-z 0-9 _ -',
    example: 'a-long-random-word',
  },
  HOST: { is: 'an address to listen on', example: '127.0.0.1' },
  PORT: { is: 'a port number from 0 to 65535', example: '3000' },
  DESK_FILE: { is: 'a file', example: './desk.yaml' },
  LOG_LEVEL: { is: `one of ${logLevels.join(', ')}`, example: 'info' },
}

// Only what can hold neither a token nor a password is repeated to the operator.
const repeatable: Variable[] = ['STAFF_CHAT_ID', 'START_WAIT', 'HOST', 'PORT', 'LOG_LEVEL']

const schema = z.object(variables).superRefine((values, context) => {
  if (values.PUBLIC_URL === undefined || isAllowedWebhook(values.PUBLIC_URL, values)) return
  context.addIssue({ code: 'custom', path: ['PUBLIC_URL'] })
})

/**
 * Telegram calls https only; a Bot API server on this machine may call plain http on it
 * (https://core.telegram.org/bots/api#using-a-local-bot-api-server).
 */
function isAllowedWebhook(publicUrl: string, values: { TELEGRAM_API_ROOT: string }) {
  const { protocol, hostname } = new URL(publicUrl)
  if (protocol === 'https:') return true
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  return isLoopback && values.TELEGRAM_API_ROOT !== defaultApiRoot
}

/**
 * Reads the configuration out of the environment; an empty value counts as missing.
 * The message of a refusal is one line that names each wrong variable and never shows a secret.
 */
export function readConfig(env: Environment): ConfigVerdict {
  const given = Object.fromEntries(
    (Object.keys(variables) as Variable[])
      .map((name) => [name, env[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0] as Variable))
    const complaints = [...wrong].map((variable) => ({
      variable,
      message: complaint(variable, given[variable]),
    }))
    return { ok: false, message: complaints.map(({ message }) => message).join(' '), complaints }
  }
  return { ok: true, config: toConfig(parsed.data) }
}

function complaint(name: Variable, value: string | undefined): string {
  const { is, example } = expectations[name]
  const trouble =
    value === undefined ? 'missing' : repeatable.includes(name) ? `wrong ("${value}")` : 'wrong'
  return `${name} is ${trouble}: it must be ${is}, for example ${name}=${example}.`
}

function toConfig(values: z.infer<typeof schema>): Config {
  const secret = values.WEBHOOK_SECRET ?? deriveSecret(values.BOT_TOKEN)
  return {
    botToken: values.BOT_TOKEN,
    telegramApiRoot: values.TELEGRAM_API_ROOT,
    telegram:
      values.PUBLIC_URL === undefined
        ? { mode: 'polling' }
        : { mode: 'webhook', publicUrl: values.PUBLIC_URL, secret },
    staffChatId: values.STAFF_CHAT_ID ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: values.DATA_DIR,
    startWaitMs: values.START_WAIT * 1_000,
    host: values.HOST,
    port: values.PORT,
    deskFile: {
      path: values.DESK_FILE ?? './desk.yaml',
      explicit: values.DESK_FILE !== undefined,
    },
    logLevel: values.LOG_LEVEL,
  }
}

function deriveSecret(botToken: string): string {
  return createHmac('sha256', botToken).update('webhook secret').digest('hex')
}
