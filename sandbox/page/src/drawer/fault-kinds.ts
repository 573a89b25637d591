import type { FaultKind } from '../../../play/protocol.ts'

/** The troubles a call can meet, in words. */
export const faultKinds: Record<FaultKind, string> = {
  '429': '429: too many requests, retry after 5 seconds',
  '403': '403: the user blocked the bot',
  '500': '500: the server failed',
  timeout: 'Timeout: no answer comes',
}
