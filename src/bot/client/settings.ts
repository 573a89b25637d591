import { optionalNotices } from '../../domain/optional-notice.ts'
import type { QuietHours } from '../../domain/quiet-hours.ts'
import type { Person } from '../../domain/people.ts'
import { chooseLanguage } from '../../locales/language.ts'
import { packSlot } from '../../services/notifier/slot.ts'
import { setLanguage, setMuted, setQuietHours } from '../../services/people/persons.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { PressOf } from '../buttons/callback-data.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { settingsView } from '../views/settings.ts'

type Setting = PressOf<'language' | 'quiet' | 'mute'>

/** The person's settings, in a message of its own that is edited when something is chosen. */
export function showSettings(ctx: DeskContext, deps: BotDeps): void {
  const { person } = ctx.work
  if (person === null) return
  ctx.work.send({ kind: 'release', ...whereSettings(person) })
  present(ctx, deps, person)
}

/** @returns false for what this desk does not offer */
export async function changeSetting(
  ctx: DeskContext,
  deps: BotDeps,
  setting: Setting,
): Promise<boolean> {
  const { person } = ctx.work
  if (person === null) return false
  const change = changeOf(setting, person, deps)
  if (change === null) return false
  await save(ctx, person.id, change)
  present(ctx, deps, { ...person, ...change })
  return true
}

type Change = Partial<Pick<Person, 'language' | 'quietHours' | 'muted'>>

function changeOf(setting: Setting, { muted }: Person, { desk }: BotDeps): Change | null {
  switch (setting.action) {
    case 'language': {
      const language = desk.languages.find((one) => one === setting.language)
      return language === undefined ? null : { language }
    }
    case 'quiet':
      return quietHoursOf(setting)
    case 'mute': {
      if (!optionalNotices.some((one) => one === setting.notice)) return null
      const others = muted.filter((one) => one !== setting.notice)
      return { muted: others.length === muted.length ? [...muted, setting.notice] : others }
    }
  }
}

/** Hours that begin when they end are none. */
function quietHoursOf({ from, to }: { from: number; to: number }): Change | null {
  if (from >= 1_440 || to >= 1_440) return null
  const hours: QuietHours = { fromMinutes: from, toMinutes: to }
  return { quietHours: from === to ? null : hours }
}

async function save(ctx: DeskContext, personId: number, change: Change): Promise<void> {
  const tx = await ctx.work.transaction()
  if (change.language !== undefined) await setLanguage(tx, personId, change.language)
  if (change.quietHours !== undefined) await setQuietHours(tx, personId, change.quietHours)
  if (change.muted !== undefined) {
    const muted = optionalNotices.filter((one) => change.muted?.includes(one))
    await setMuted(tx, personId, muted)
  }
}

function present(ctx: DeskContext, { desk, texts }: BotDeps, person: Person): void {
  const language = chooseLanguage(person.language, person.languageCode ?? undefined, desk.languages)
  const view = settingsView(
    { ...person, language, languages: desk.languages, zone: ctx.zone },
    texts(language),
  )
  ctx.work.send({ kind: 'put', ...whereSettings(person), content: view })
}

function whereSettings({ id: personId }: Person) {
  return {
    place: { kind: 'person', personId },
    slot: packSlot({ kind: 'settings', personId }),
  } as const
}
