import { fileKinds, type Attachment, type AttachmentKind } from '../../../domain/message.ts'
import type { StaffRight } from '../../../domain/staff-right.ts'
import type { T, Texts } from '../../../locales/texts.ts'
import { attachmentName } from '../../views/attachment-name.ts'
import { reasonFor } from './reason-in-words.ts'

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
  /** The topic of an erased ticket is still there. */
  topicStays: (number: number, error: string) => string
  adopted: () => string
  needsAdmin: () => string
  /** All that keeps a group from being the staff group. */
  notReady: (lacks: StaffRight[]) => string
  alreadySet: () => string
}

export function createRemarks(t: ReturnType<Texts>): Remarks {
  const inWords = (error: string) => {
    const reason = reasonFor(error)
    return reason === null ? error : t(reason)
  }
  return {
    unreachable: () => t('delivery-failed-unreachable'),
    refused: (error) => t('delivery-failed-refused', { error: inWords(error) }),
    uncertain: () => t('delivery-uncertain'),
    partly: (things, error) => t('delivery-failed-partly', { things, error: inWords(error) }),
    kept: (error) => t('delivery-kept', { error: inWords(error) }),
    neverSent: () => t('delivery-never-sent'),
    doubled: () => t('delivery-doubled'),
    unshown: (name) => t('delivery-unshown', { name }),
    incomplete: (name) => t('delivery-incomplete', { name }),
    lost: (number, name, error) => t('delivery-lost', { number, name, error: inWords(error) }),
    thing: (kind, name) => `📎 ${attachmentName(t, { kind, name })}`,
    asFile: () => t('delivery-as-file'),
    topicStays: (number, error) => t('erased-topic-stays', { number, error: inWords(error) }),
    adopted: () => t('group-adopted'),
    needsAdmin: () => t('group-needs-admin'),
    notReady: (lacks) =>
      [t('group-not-ready'), ...lacks.map((right) => t(`group-lacks-${right}`))].join('\n'),
    alreadySet: () => t('staff-already-set'),
  }
}

/**
 * What somebody is told of what he sent and the staff cannot be shown.
 *
 * @param isPart whether the rest of the message has arrived
 */
export function remarkOfUnshown(
  t: T,
  unshown: Pick<Attachment, 'kind' | 'name'>[],
  isPart: boolean,
): string {
  const things = unshown.map((one) => attachmentName(t, one)).join(', ')
  if (isPart && things !== '') return t('client-unreadable-part', { things })
  const isFile = unshown.some(({ kind }) => fileKinds.some((one) => one === kind))
  return isFile ? t('client-unreadable-file', { things }) : t('client-unreadable')
}
