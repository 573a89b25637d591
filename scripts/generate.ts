import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

// `prisma generate` wants to download a schema engine that it never calls;
// naming any existing program instead keeps it offline.
run([require.resolve('prisma/build/index.js'), 'generate', '--no-hints'], {
  PRISMA_SCHEMA_ENGINE_BINARY: process.platform === 'win32' ? process.execPath : '/bin/true',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
})

for (const script of ['scripts/generate-locales.ts', 'scripts/generate-bot-api.ts']) {
  if (existsSync(script)) run(['--import', 'tsx', script])
}

function run(args: string[], environment: Record<string, string> = {}): void {
  const env = { ...process.env, ...environment }
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
}
