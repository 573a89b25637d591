import type { AgentName } from './story.ts'

/** What agents wrote in General, so long before now: to each other, and to the bot. */
export const generalTalk: readonly (readonly [ago: string, who: AgentName, writes: string])[] = [
  [
    '9d 8h',
    'max',
    'The new routers of the big provider break calls after 32 seconds. See #router.',
  ],
  ['9d 7h 50m', 'iryna', 'Thanks! Then I know what to ask first.'],
  ['6d 7h', 'max', '/stats'],
  ['3d 9h', 'deniz', 'I am at the dentist until noon.'],
  ['3d 8h 59m', 'deniz', '/away 3h'],
  ['3d 6h', 'deniz', '/back'],
  ['1d 3h', 'iryna', '/find #router'],
  ['5h 40m', 'iryna', 'Good morning! I take the printers today.'],
  ['2m', 'max', '/queue'],
]
