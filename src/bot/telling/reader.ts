import type { Desk } from '../../desk/desk.ts'
import type { Person } from '../../domain/people.ts'
import { formatMoment } from '../../locales/date-time.ts'
import { chooseLanguage } from '../../locales/language.ts'
import type { T, Texts } from '../../locales/texts.ts'
import type { Place } from '../../services/notifier/outgoing.ts'

/** A client as somebody who is written to. */
export interface Reader {
  desk: Desk
  place: Place
  t: T
  /** An instant in words, in the client's language and zone. */
  moment: (at: Date) => string
}

/** The requester of a ticket, in his language and zone. */
export function readerOf(
  requester: Person,
  { desk, texts, now }: { desk: Desk; texts: Texts; now: Date },
): Reader {
  const { language: chosen, languageCode } = requester
  const language = chooseLanguage(chosen, languageCode ?? undefined, desk.languages)
  const zone = requester.timezone ?? desk.timezone
  return {
    desk,
    place: { kind: 'person', personId: requester.id },
    t: texts(language),
    moment: (at) => formatMoment(at, now, zone, language),
  }
}
