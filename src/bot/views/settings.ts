import { bold, join } from '../../domain/formatted.ts'
import type { Language } from '../../domain/language.ts'
import { optionalNotices } from '../../domain/optional-notice.ts'
import type { QuietHours } from '../../domain/quiet-hours.ts'
import type { T } from '../../locales/texts.ts'
import type { Button, Content } from '../../services/notifier/outgoing.ts'
import { pack } from '../buttons/callback-data.ts'

interface Settings {
  language: Language
  /** Those the desk speaks. */
  languages: readonly Language[]
  quietHours: QuietHours | null
  muted: readonly string[]
  /** IANA zone in which the hours are meant. */
  zone: string
}

const names: Record<Language, string> = {
  en: 'English',
  uk: 'Українська',
  ru: 'Русский',
  tr: 'Türkçe',
}

const offered: QuietHours[] = [
  { fromMinutes: 1_260, toMinutes: 540 },
  { fromMinutes: 1_320, toMinutes: 480 },
  { fromMinutes: 1_380, toMinutes: 420 },
]

/** What a client can choose, with a tick at what he has chosen. */
export function settingsView(settings: Settings, t: T): Content {
  const { language, quietHours, zone } = settings
  const hours = quietHours === null ? t('settings-quiet-never') : hoursText(quietHours)
  const text = join(
    bold(t('menu-settings')),
    `\n\n${t('settings-language', { language: names[language] })}`,
    `\n${t('settings-quiet', { hours, zone })}`,
    `\n${t('settings-notices')}`,
  )
  return {
    ...text,
    buttons: [...languageRows(settings), ...quietRows(settings, t), ...muteRows(settings, t)],
  }
}

function languageRows({ language: chosen, languages }: Settings): Button[][] {
  return inPairs(
    languages.map((language) => ({
      label: ticked(names[language], language === chosen),
      data: pack({ action: 'language', language }),
    })),
  )
}

function quietRows({ quietHours: chosen }: Settings, t: T): Button[][] {
  const never: Button = {
    label: ticked(t('settings-quiet-off'), chosen === null),
    data: pack({ action: 'quiet', from: 0, to: 0 }),
  }
  const others = offered.map((hours): Button => {
    const { fromMinutes: from, toMinutes: to } = hours
    const isChosen = chosen?.fromMinutes === from && chosen.toMinutes === to
    return { label: ticked(hoursText(hours), isChosen), data: pack({ action: 'quiet', from, to }) }
  })
  return inPairs([never, ...others])
}

function muteRows({ muted }: Settings, t: T): Button[][] {
  return optionalNotices.map((notice) => [
    {
      label: ticked(t(`settings-notice-${notice}`), !muted.includes(notice)),
      data: pack({ action: 'mute', notice }),
    },
  ])
}

function ticked(label: string, isChosen: boolean): string {
  return isChosen ? `✓ ${label}` : label
}

function inPairs(buttons: Button[]): Button[][] {
  return buttons.flatMap((button, at) =>
    at % 2 === 0 ? [[button, ...buttons.slice(at + 1, at + 2)]] : [],
  )
}

function hoursText({ fromMinutes, toMinutes }: QuietHours): string {
  return `${clock(fromMinutes)}–${clock(toMinutes)}`
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
