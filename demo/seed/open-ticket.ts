import type { SandboxPerson } from '../../sandbox/index.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import type { LocalizedText } from '../../src/desk/desk.ts'
import { createTexts } from '../../src/locales/texts.ts'
import { drawScreenshot } from './draw-screenshot.ts'
import type { Stage } from './stage.ts'
import type { Client, Story } from './story.ts'

export const texts = createTexts()

/** A client goes through the dialogue; returns the number of his ticket. */
export async function openTicket(stage: Stage, story: Story): Promise<number> {
  const client = stage.client(story.client)
  const language = languageOf(client)
  const t = texts(language)
  const press = async (label: string) => {
    await client.press(label)
    await stage.settled()
  }
  const write = async (text: string) => {
    client.write(text)
    await stage.settled()
  }
  const choose = (field: string, key: string) => {
    const option = builtInDesk.fields[field]?.options.find((one) => one.key === key)
    return press(titleIn(option, language))
  }

  await write('/new')
  const { asks } = story
  const type = builtInDesk.types.find(({ key }) => key === asks.type)
  await press(titleIn(type, language))
  if (asks.type !== 'idea') {
    if (typeof asks.source === 'string') await choose('source', asks.source)
    else await write(asks.source.other)
  }
  if (asks.type === 'problem') {
    await choose('scope', asks.scope)
    await choose('reproducible', asks.reproducible)
  }
  for (const text of story.says) await write(text)
  await press(t('form-done'))
  if (story.photos === undefined) await press(t('form-skip'))
  else {
    sendPhotos(client, story.photos)
    await stage.settled()
    await press(t('form-done'))
  }
  await press(t('form-send'))
  return numberOfNewest(stage)
}

/** One photo, or an album. */
export function sendPhotos(
  client: SandboxPerson,
  count: number,
  placing: Parameters<SandboxPerson['album']>[1] & { caption?: string } = {},
): void {
  const { caption, ...place } = placing
  const photos = Array.from({ length: count }, (_, index) => ({
    kind: 'photo' as const,
    name: 'screen.png',
    mime: 'image/png',
    bytes: drawScreenshot(client.id + 7 * index + client.messages.length),
    ...(index === 0 && caption !== undefined && { caption }),
  }))
  const [first] = photos
  if (first !== undefined && photos.length === 1) client.send('photo', { ...first, ...place })
  else client.album(photos, place)
}

export function languageOf({ user }: SandboxPerson): Client['language'] {
  return user.language_code as Client['language']
}

function titleIn(
  titled: { title: LocalizedText } | undefined,
  language: Client['language'],
): string {
  const title = titled?.title[language]
  if (title === undefined) throw new Error('The built-in desk has no such option')
  return title
}

function numberOfNewest({ cast: { forum } }: Stage): number {
  const numbers = forum.topics().map(({ name }) => Number(/^#(\d+) /.exec(name)?.[1]))
  return Math.max(...numbers)
}
