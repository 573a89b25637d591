import type { Context, Scenes } from 'telegraf'

import type { Desk } from '../../desk/desk.ts'
import type { Caption } from '../../domain/album.ts'
import type { Language } from '../../domain/language.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import type { Agent } from '../../domain/people.ts'
import type { T } from '../../locales/texts.ts'
import type { Album } from '../../services/telegram/albums.ts'
import type { Queryable, Work } from '../../services/intake/work.ts'

/** What every handler finds on its context. */
export interface DeskContext extends Context {
  /** The dialogue's state; of private chats only. */
  session: Scenes.SceneSession
  scene: Scenes.SceneContextScene<DeskContext>
  /** Collects what this update leaves behind. */
  work: Work
  /** For reads; writes go through `work.transaction()`. */
  db: Queryable
  desk: Desk
  /** Texts in the language of the person, in a group in the desk's own. */
  t: T
  language: Language
  /** The member of the staff group behind an update of it; null: nobody who is obeyed. */
  agent: Agent | null
  /** IANA zone in which this person reads times. */
  zone: string
  /** What was written, an album already joined; null for anything but a message of a person. */
  written: WrittenMessage | null
  /** The album of which this came late: its first items were handled before; null for all else. */
  album: Album | null
  /** Captions of items that came while the first of their album was put aside; `written` has them. */
  cameMeanwhile: Caption[]
}
