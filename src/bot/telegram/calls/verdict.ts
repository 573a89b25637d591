import type { Failure } from './failure.ts'

/** What a failed call means for the desk. */
export type Verdict =
  /** Things already are as the call wanted them. */
  | { kind: 'done' }
  /** The message to delete stands where it was. */
  | { kind: 'undeletable' }
  /** This person cannot be written to until they come back. */
  | { kind: 'recipient_gone' }
  /** A refusal that is not listed: of whom or what it says something is not known. */
  | { kind: 'forbidden' }
  /** The bot can write nothing in a group: an administrator must act. */
  | { kind: 'chat_lost' }
  /** It may not do just this there: an administrator must give it the right. */
  | { kind: 'right_missing' }
  | { kind: 'not_forum' }
  /** Null when Telegram does not say where the group went. */
  | { kind: 'migrated'; newChatId: number | null }
  | { kind: 'topic_gone' }
  | { kind: 'topic_closed' }
  /** The message to change is gone or too old. */
  | { kind: 'edit_gone' }
  /** The message has a caption where a text was edited, or the other way round. */
  | { kind: 'other_kind_of_text' }
  | { kind: 'reply_gone' }
  /** The quoted words do not stand in the message that is replied to. */
  | { kind: 'quote_gone' }
  | { kind: 'copy_gone' }
  | { kind: 'unparsable' }
  | { kind: 'too_long' }
  | { kind: 'photo_dimensions' }
  | { kind: 'bad_buttons' }
  /** This content will never be accepted. */
  | { kind: 'bad_content'; unlisted?: true }
  | { kind: 'callback_expired' }
  | { kind: 'flood'; retryAfterMs: number }
  /** The token or the server is wrong: nothing will work. */
  | { kind: 'fatal' }
  | { kind: 'poller_conflict' }
  /** Worth another attempt; `unknown` when this one may have been carried out. */
  | { kind: 'transient'; sent: 'no' | 'unknown' }

type Plain = Exclude<Verdict['kind'], 'migrated' | 'flood' | 'transient'>

/**
 * Texts of the Bot API server and codes of Telegram behind it, for answers 400 and 403. The server
 * puts "Bad Request: " or "Forbidden: " before its texts and passes codes in capitals through.
 * The first line that matches decides, so the narrower text stands first.
 */
const texts: [Plain, RegExp][] = [
  ['done', /message is not modified|topic_not_modified|message_not_modified/],
  ['done', /message to delete not found/],
  ['undeletable', /message can't be deleted|message_delete_forbidden/],
  ['topic_gone', /message thread not found|topic_deleted|topic_id_invalid/],
  ['topic_closed', /topic_closed/],
  ['not_forum', /chat is not a forum/],
  ['edit_gone', /message to (edit|react|pin) not found|message can't be edited|message_id_invalid/],
  ['other_kind_of_text', /there is no (text|caption) in the message to edit/],
  ['reply_gone', /message to be replied not found|replied message not found/],
  ['quote_gone', /quote_text_invalid/],
  ['copy_gone', /message to (copy|forward) not found|message can't be (copied|forwarded)/],
  ['copy_gone', /message has protected content/],
  ['callback_expired', /query is too old|query id is invalid/],
  // Without its formatting a message still arrives, so codes on entities count as unparsable.
  ['unparsable', /can't parse entities|entity_\w+_invalid|entities_too_long/],
  ['too_long', /message is too long|message caption is too long|text is too long/],
  ['too_long', /message_too_long|media_caption_too_long/],
  ['photo_dimensions', /photo_invalid_dimensions/],
  ['bad_content', /voice_messages_forbidden|message text is empty|message must be non-empty/],
  ['bad_content', /wrong (file identifier|remote file identifier|http url)|wrong type of the web/],
  ['bad_content', /failed to get http url content|file is too big|request entity too large/],
  ['bad_buttons', /button_(data|url)_invalid|reply markup is too long/],
  ['bad_content', /image_process_failed/],
  ['bad_content', /can't parse .*json object|parameter ".+" is required|reactions?_(invalid|too)/],
  ['chat_lost', /bot was kicked from|bot is not a member of|group chat was deleted/],
  ['chat_lost', /not enough rights to send text|have no rights to send a message/],
  ['chat_lost', /have no write access|chat_(write_forbidden|restricted|send_plain_forbidden)/],
  // Files of one kind are forbidden there; words are not.
  ['bad_content', /not enough rights to send|chat_send_\w+_forbidden/],
  ['right_missing', /not enough rights|have no rights to|need administrator|chat_admin_required/],
  ['right_missing', /member list is inaccessible/],
  ['recipient_gone', /bot was blocked by the user|user is deactivated|can't initiate conversation/],
  ['recipient_gone', /can't send messages to (the )?bots?/],
  ['recipient_gone', /(chat|user) not found|(peer|user)_id_invalid/],
]

/** How often a file that Telegram calls unavailable for now is asked for. */
const maxFileAttempts = 5

/**
 * The error table: which class a failure belongs to. Pure and total.
 *
 * @param attempts made so far, this one included
 */
export function judge(failure: Failure, { attempts }: { attempts: number }): Verdict {
  if (failure.kind === 'not_sent') return { kind: 'transient', sent: 'no' }
  if (failure.kind === 'ambiguous') return { kind: 'transient', sent: 'unknown' }

  const { code, parameters } = failure
  const description = failure.description.toLowerCase()
  if (code >= 500) return { kind: 'transient', sent: 'unknown' }
  if (code === 429) return { kind: 'flood', retryAfterMs: retryAfterMs(failure) }
  if (code === 401 || code === 404) return { kind: 'fatal' }
  if (code === 409) return { kind: 'poller_conflict' }
  if (
    parameters.migrateToChatId !== undefined ||
    description.includes('group chat was upgraded to a supergroup')
  ) {
    return { kind: 'migrated', newChatId: parameters.migrateToChatId ?? null }
  }
  if (description.includes('file is temporarily unavailable')) {
    return attempts < maxFileAttempts ? { kind: 'transient', sent: 'no' } : { kind: 'bad_content' }
  }
  for (const [kind, pattern] of texts) if (pattern.test(description)) return { kind }
  return code === 403 ? { kind: 'forbidden' } : { kind: 'bad_content', unlisted: true }
}

/** However long Telegram asks for silence: asking again once an hour does no harm. */
const longestRetryMs = 3_600_000

function retryAfterMs({ description, parameters }: Extract<Failure, { kind: 'refused' }>): number {
  const inText = /retry after (\d+)/i.exec(description)?.[1]
  const seconds = parameters.retryAfterSeconds ?? (inText === undefined ? 5 : Number(inText))
  return Math.min(seconds * 1_000, longestRetryMs)
}
