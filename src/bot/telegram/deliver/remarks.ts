import type { AttachmentKind } from '../../../domain/message.ts'
import type { Texts } from '../../../locales/texts.ts'

/** The few sentences the deliveries themselves say, in the language of the staff. */
export interface Remarks {
  unreachable: () => string
  refused: (error: string) => string
  uncertain: () => string
  /** Some files of an album arrived, these did not. */
  partly: (things: string, error: string) => string
  /** What was to be taken back was not. */
  kept: (error: string) => string
  /** It was taken back before anything of it was sent. */
  neverSent: () => string
  /** Nobody knows whether it is there once more. */
  doubled: () => string
  /** Above a list of what is missing. */
  unshown: (name: string) => string
  /** Above the words of messages of which a part is missing. */
  incomplete: (name: string) => string
  /** Above the words of a message that could not be shown where it belongs. */
  lost: (number: number, name: string, error: string) => string
  /** A line of such a list: what it is and how it is called. */
  thing: (kind: AttachmentKind, name: string | null) => string
  asFile: () => string
  adopted: () => string
  needsAdmin: () => string
  needsTopics: () => string
  needsRights: () => string
}

export function createRemarks(t: ReturnType<Texts>): Remarks {
  return {
    unreachable: () => t('delivery-failed-unreachable'),
    refused: (error) => t('delivery-failed-refused', { error }),
    uncertain: () => t('delivery-uncertain'),
    partly: (things, error) => t('delivery-failed-partly', { things, error }),
    kept: (error) => t('delivery-kept', { error }),
    neverSent: () => t('delivery-never-sent'),
    doubled: () => t('delivery-doubled'),
    unshown: (name) => t('delivery-unshown', { name }),
    incomplete: (name) => t('delivery-incomplete', { name }),
    lost: (number, name, error) => t('delivery-lost', { number, name, error }),
    thing: (kind, name) => `📎 ${t(`attachment-${kind}`)}${name === null ? '' : `: ${name}`}`,
    asFile: () => t('delivery-as-file'),
    adopted: () => t('group-adopted'),
    needsAdmin: () => t('group-needs-admin'),
    needsTopics: () => t('group-needs-topics'),
    needsRights: () => t('group-needs-rights'),
  }
}
