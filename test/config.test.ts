import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'

const token = '123456:AAsecretpart'

function configOf(env: Record<string, string | undefined>) {
  const verdict = readConfig({ BOT_TOKEN: token, ...env })
  if (!verdict.ok) throw new Error(verdict.message)
  return verdict.config
}

function refusalOf(env: Record<string, string | undefined>) {
  const verdict = readConfig({ BOT_TOKEN: token, ...env })
  if (verdict.ok) throw new Error('accepted')
  return verdict.message
}

describe('the configuration', () => {
  it('needs nothing but a token', () => {
    expect(configOf({})).toEqual({
      botToken: token,
      telegramApiRoot: 'https://api.telegram.org',
      telegram: { mode: 'polling' },
      staffChatId: null,
      databaseUrl: null,
      dataDir: './data',
      startWaitMs: 60_000,
      host: '127.0.0.1',
      port: 3000,
      deskFile: { path: './desk.yaml', explicit: false },
      logLevel: 'info',
    })
  })

  it('takes every variable', () => {
    const config = configOf({
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      STAFF_CHAT_ID: '-1001234567890',
      DATABASE_URL: 'postgres://a:b@db/desk',
      DATA_DIR: '/var/lib/desk',
      PUBLIC_URL: 'https://desk.example.com/telegram/',
      WEBHOOK_SECRET: 'abc_DEF-1',
      HOST: '0.0.0.0',
      PORT: '0',
      DESK_FILE: 'other.yaml',
      LOG_LEVEL: 'debug',
    })
    expect(config).toEqual({
      botToken: token,
      telegramApiRoot: 'http://127.0.0.1:8081',
      telegram: {
        mode: 'webhook',
        publicUrl: 'https://desk.example.com/telegram',
        secret: 'abc_DEF-1',
      },
      staffChatId: -1001234567890,
      databaseUrl: 'postgres://a:b@db/desk',
      dataDir: '/var/lib/desk',
      startWaitMs: 60_000,
      host: '0.0.0.0',
      port: 0,
      deskFile: { path: 'other.yaml', explicit: true },
      logLevel: 'debug',
    })
  })

  it('treats an empty value as missing', () => {
    expect(configOf({ PORT: '', DESK_FILE: ' ', PUBLIC_URL: '' })).toEqual(configOf({}))
    expect(refusalOf({ BOT_TOKEN: '' })).toMatch(/^BOT_TOKEN is missing: .*BOT_TOKEN=123456789:/)
  })

  it('derives the webhook secret from the token, the same at every start', () => {
    const { telegram } = configOf({ PUBLIC_URL: 'https://desk.example.com' })
    expect(telegram).toEqual(configOf({ PUBLIC_URL: 'https://desk.example.com' }).telegram)
    expect(telegram).toHaveProperty('secret', expect.stringMatching(/^[A-Za-z0-9_-]{32,256}$/))
    expect(JSON.stringify(telegram)).not.toContain('AAsecretpart')
  })

  it.each([
    ['BOT_TOKEN', 'no-token'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['STAFF_CHAT_ID', '1001234567890'],
    ['STAFF_CHAT_ID', '-12.5'],
    ['STAFF_CHAT_ID', '-0'],
    ['DATABASE_URL', 'mysql://a:b@db/desk'],
    ['DATABASE_URL', 'not an address'],
    ['PUBLIC_URL', 'http://desk.example.com'],
    ['PUBLIC_URL', 'http://127.0.0.1:3000'],
    ['PUBLIC_URL', 'desk.example.com'],
    ['WEBHOOK_SECRET', 'with space'],
    ['WEBHOOK_SECRET', 'x'.repeat(257)],
    ['HOST', 'a b'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000x'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one line with an example', (name, value) => {
    const message = refusalOf({ [name]: value })
    expect(message).toMatch(new RegExp(`^${name} is wrong.*for example ${name}=\\S+\\.$`))
    expect(message).not.toContain('\n')
  })

  it('names every wrong variable at once', () => {
    const message = refusalOf({ BOT_TOKEN: undefined, PORT: 'x', LOG_LEVEL: 'y' })
    expect(message).toMatch(/BOT_TOKEN is missing.*PORT is wrong \("x"\).*LOG_LEVEL is wrong/)
  })

  it('never repeats a value that may hold a secret', () => {
    const message = refusalOf({
      BOT_TOKEN: 'hidden one',
      DATABASE_URL: 'mysql://hidden@db',
      WEBHOOK_SECRET: 'hidden!',
      PUBLIC_URL: 'ftp://hidden@x',
      TELEGRAM_API_ROOT: 'ftp://hidden@x',
    })
    expect(message).not.toContain('hidden')
  })

  it('accepts plain http on this machine beside an own Bot API server only', () => {
    const local = { PUBLIC_URL: 'http://127.0.0.1:3000', TELEGRAM_API_ROOT: 'http://127.0.0.1:1' }
    expect(configOf(local).telegram.mode).toBe('webhook')
    expect(refusalOf({ ...local, PUBLIC_URL: 'http://desk.example.com' })).toMatch(/^PUBLIC_URL/)
  })
})
