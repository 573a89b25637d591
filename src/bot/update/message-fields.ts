/**
 * Fields of a message that tell of something done in the chat, by the descriptions of
 * https://core.telegram.org/bots/api#message. Nobody says anything with them.
 */
export const serviceFields = [
  'new_chat_members',
  'left_chat_member',
  'chat_owner_left',
  'chat_owner_changed',
  'new_chat_title',
  'new_chat_photo',
  'delete_chat_photo',
  'group_chat_created',
  'supergroup_chat_created',
  'channel_chat_created',
  'message_auto_delete_timer_changed',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'pinned_message',
  'successful_payment',
  'refunded_payment',
  'users_shared',
  'chat_shared',
  'gift',
  'unique_gift',
  'gift_upgrade_sent',
  'connected_website',
  'write_access_allowed',
  'passport_data',
  'proximity_alert_triggered',
  'boost_added',
  'chat_background_set',
  'checklist_tasks_done',
  'checklist_tasks_added',
  'community_chat_added',
  'community_chat_joined',
  'community_chat_removed',
  'direct_message_price_changed',
  'paid_message_price_changed',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'general_forum_topic_hidden',
  'general_forum_topic_unhidden',
  'giveaway_created',
  'giveaway_completed',
  'managed_bot_created',
  'poll_option_added',
  'poll_option_deleted',
  'suggested_post_approved',
  'suggested_post_approval_failed',
  'suggested_post_declined',
  'suggested_post_paid',
  'suggested_post_refunded',
  'video_chat_scheduled',
  'video_chat_started',
  'video_chat_ended',
  'video_chat_participants_invited',
  'web_app_data',
] as const

/** Fields that say who wrote a message, where, how and in answer to what. */
export const envelopeFields = [
  'message_id',
  'message_thread_id',
  'direct_messages_topic',
  'from',
  'sender_chat',
  'sender_boost_count',
  'sender_business_bot',
  'sender_tag',
  'receiver_user',
  'ephemeral_message_id',
  'date',
  'guest_query_id',
  'business_connection_id',
  'chat',
  'forward_origin',
  'is_topic_message',
  'is_automatic_forward',
  'reply_to_message',
  'external_reply',
  'quote',
  'reply_to_story',
  'reply_to_checklist_task_id',
  'reply_to_poll_option_id',
  'via_bot',
  'guest_bot_caller_user',
  'guest_bot_caller_chat',
  'edit_date',
  'has_protected_content',
  'is_from_offline',
  'is_paid_post',
  'media_group_id',
  'author_signature',
  'paid_star_count',
  'link_preview_options',
  'suggested_post_info',
  'effect_id',
  'show_caption_above_media',
  'has_media_spoiler',
  'reply_markup',
] as const

/** What belongs to the words of a message. */
export const textFields = ['text', 'entities', 'caption', 'caption_entities'] as const

export function isServiceMessage(raw: Record<string, unknown>): boolean {
  return serviceFields.some((field) => raw[field] !== undefined)
}

/** The name Telegram gives to content of a kind the desk does not know; null when there is none. */
export function contentFieldOf(raw: Record<string, unknown>): string | null {
  const known = new Set<string>([...envelopeFields, ...textFields])
  const field = Object.keys(raw).find((one) => !known.has(one))
  // A name of a field is short; whatever else stands there is no name.
  return field !== undefined && /^\w{1,64}$/.test(field) ? field : null
}
