import { existsSync } from 'node:fs'
import { build, canBuild, isStale } from './build.mjs'

if (isStale()) {
  if (!canBuild()) {
    fail('dist/ is missing or older than src/ and the compiler is not installed: run `npm ci`.')
  }
  try {
    build()
  } catch (error) {
    fail(`The build failed (${error.message}), see above.`)
  }
}
if (!existsSync('dist/main.js')) fail('There is no dist/main.js: run `npm run build`.')

// Loaded into this process, not into a child: signals, exit code and memory are the program's own.
await import(new URL('../dist/main.js', import.meta.url).href)

function fail(line) {
  console.error(line)
  process.exit(1)
}
