import { isRecord } from '../is-record.ts'

/**
 * Parameters that the Bot API no longer describes and its server still takes
 * (https://core.telegram.org/bots/api-changelog#december-29-2023), under today's names.
 */
export function withoutOlderNames(values: Record<string, unknown>): Record<string, unknown> {
  const {
    reply_to_message_id: replyTo,
    allow_sending_without_reply: isReplyOptional,
    disable_web_page_preview: hasNoPreview,
    ...rest
  } = values
  return {
    ...rest,
    ...(isGiven(replyTo) &&
      !isRecord(rest['reply_parameters']) && {
        reply_parameters: {
          message_id: replyTo,
          ...(isGiven(isReplyOptional) && { allow_sending_without_reply: isReplyOptional }),
        },
      }),
    ...(isGiven(hasNoPreview) &&
      !isRecord(rest['link_preview_options']) && {
        link_preview_options: { is_disabled: hasNoPreview },
      }),
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}
