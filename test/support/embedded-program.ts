import { startEmbedded } from '../../src/storage/embedded/start-embedded.ts'

// A program that uses the embedded PostgreSQL of the folder in its first argument: prints what
// came of it as one line of JSON and ends when its standard input does.
const [dataDir = ''] = process.argv.slice(2)
const log = { info: () => undefined, warn: () => undefined }
const server = await startEmbedded({ dataDir, log, durable: false })
console.log(
  JSON.stringify(server.ok ? { ok: true, url: server.url, adopted: server.adopted } : server),
)
if (server.ok) {
  process.stdin.resume()
  await new Promise((resolve) => process.stdin.once('end', resolve))
  await server.stop()
}
