import { parseArgs } from 'node:util'

import { startSandbox } from './index.ts'

// `node --import tsx sandbox/main.ts --port 8081 --token 1:abc`: a Bot API server to try a bot on.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8081' },
    token: { type: 'string' },
  },
})

const sandbox = await startSandbox({
  port: Number(values.port),
  ...(values.token !== undefined && { token: values.token }),
})
const forum = sandbox.forum()
console.log(
  `TELEGRAM_API_ROOT=${sandbox.apiRoot} BOT_TOKEN=${sandbox.token} STAFF_CHAT_ID=${String(forum.id)}`,
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close())
}
