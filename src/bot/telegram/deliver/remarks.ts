import type { Texts } from '../../../locales/texts.ts'

/** The few sentences the deliveries themselves say, in the language of the staff. */
export interface Remarks {
  unreachable: () => string
  refused: (error: string) => string
  uncertain: () => string
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
    asFile: () => t('delivery-as-file'),
    adopted: () => t('group-adopted'),
    needsAdmin: () => t('group-needs-admin'),
    needsTopics: () => t('group-needs-topics'),
    needsRights: () => t('group-needs-rights'),
  }
}
