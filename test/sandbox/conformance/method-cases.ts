import type { Stage } from './stage.ts'

export interface MethodCase {
  /** With every parameter that must be there. */
  required: (stage: Stage) => Record<string, unknown>
  /** What may be there besides. */
  optional?: (stage: Stage) => Record<string, unknown>
  /** Parameters that are asked for, and in which words; else what the description says. */
  without?: Record<string, string>
}

const inChat = ({ person }: Stage) => ({ chat_id: person.id })
const inTopic = ({ forum, threadId }: Stage) => ({
  chat_id: forum.id,
  message_thread_id: threadId,
})
const keyboard = { inline_keyboard: [[{ text: 'Yes', callback_data: 'y' }]] }
const noChat = { chat_id: 'chat_id is empty' }
const noTopic = { ...noChat, message_thread_id: 'invalid forum topic identifier specified' }

const sending = ({ ids }: Stage) => ({
  disable_notification: true,
  protect_content: true,
  reply_parameters: { message_id: ids.theirs, allow_sending_without_reply: true },
  reply_markup: keyboard,
})

function fileCase(kind: keyof Stage['files'], words: string, hasCaption = true): MethodCase {
  return {
    required: (stage) => ({ ...inChat(stage), [kind]: stage.files[kind] }),
    optional: (stage) => ({
      ...sending(stage),
      ...(hasCaption && { caption: '<b>Look</b>', parse_mode: 'HTML' }),
    }),
    without: { ...noChat, [kind]: `there is no ${words} in the request` },
  }
}

const edited = (name: 'text' | 'photo') => (stage: Stage) => ({
  ...inChat(stage),
  message_id: stage.ids[name],
})

/** A call for every method that the bot uses, and for those it may come to use. */
export const methodCases: Record<string, MethodCase> = {
  getMe: { required: () => ({}) },
  getUpdates: {
    required: () => ({}),
    optional: () => ({ offset: 1, limit: 10, timeout: 0, allowed_updates: ['message'] }),
  },
  getWebhookInfo: { required: () => ({}) },
  deleteWebhook: { required: () => ({}) },
  getChat: { required: inChat, without: noChat },
  getChatAdministrators: { required: ({ forum }) => ({ chat_id: forum.id }), without: noChat },
  getChatMemberCount: { required: ({ forum }) => ({ chat_id: forum.id }), without: noChat },
  getChatMember: {
    required: ({ forum, person }) => ({ chat_id: forum.id, user_id: person.id }),
    without: { ...noChat, user_id: 'invalid user_id specified' },
  },
  getFile: {
    required: ({ files }) => ({ file_id: files.document }),
    without: { file_id: 'file_id not specified' },
  },
  getForumTopicIconStickers: { required: () => ({}) },
  getMyCommands: {
    required: () => ({}),
    optional: () => ({ scope: { type: 'all_private_chats' }, language_code: 'uk' }),
  },
  setMyCommands: {
    required: () => ({ commands: [{ command: 'new', description: 'Open a ticket' }] }),
    optional: ({ person }) => ({
      scope: { type: 'chat', chat_id: person.id },
      language_code: 'uk',
    }),
  },
  sendMessage: {
    required: (stage) => ({ ...inChat(stage), text: 'Hello' }),
    optional: (stage) => ({ ...sending(stage), parse_mode: 'MarkdownV2' }),
    without: { ...noChat, text: 'message text is empty' },
  },
  sendPhoto: fileCase('photo', 'photo'),
  sendDocument: fileCase('document', 'document'),
  sendVideo: fileCase('video', 'video'),
  sendAudio: fileCase('audio', 'audio'),
  sendVoice: fileCase('voice', 'voice'),
  sendAnimation: fileCase('animation', 'animation'),
  sendVideoNote: fileCase('video_note', 'video note', false),
  sendSticker: fileCase('sticker', 'sticker', false),
  sendLocation: {
    required: (stage) => ({ ...inChat(stage), latitude: 50.45, longitude: 30.52 }),
    without: { latitude: 'latitude is empty', longitude: 'longitude is empty' },
  },
  sendMediaGroup: {
    required: (stage) => ({
      ...inChat(stage),
      media: [
        { type: 'photo', media: stage.files.photo, caption: 'Both' },
        { type: 'video', media: stage.files.video },
      ],
    }),
    optional: ({ ids }) => ({ reply_parameters: { message_id: ids.theirs } }),
    without: noChat,
  },
  sendChatAction: {
    required: (stage) => ({ ...inChat(stage), action: 'typing' }),
    without: { ...noChat, action: 'wrong parameter action in request' },
  },
  copyMessage: {
    required: (stage) => ({
      ...inChat(stage),
      from_chat_id: stage.person.id,
      message_id: stage.ids.theirs,
    }),
    optional: sending,
    without: { ...noChat, message_id: 'message to copy not found' },
  },
  copyMessages: {
    required: (stage) => ({
      ...inChat(stage),
      from_chat_id: stage.person.id,
      message_ids: [stage.ids.text, stage.ids.photo],
    }),
    without: { message_ids: 'message identifiers are not specified' },
  },
  forwardMessage: {
    required: (stage) => ({
      ...inChat(stage),
      from_chat_id: stage.person.id,
      message_id: stage.ids.theirs,
    }),
    without: { message_id: 'message to forward not found' },
  },
  forwardMessages: {
    required: (stage) => ({
      ...inChat(stage),
      from_chat_id: stage.person.id,
      message_ids: [stage.ids.theirs],
    }),
    without: { message_ids: 'message identifiers are not specified' },
  },
  editMessageText: {
    required: (stage) => ({ ...edited('text')(stage), text: `New ${String(Math.random())}` }),
    optional: () => ({ reply_markup: keyboard, link_preview_options: { is_disabled: true } }),
    without: { text: 'message text is empty' },
  },
  editMessageCaption: {
    required: edited('photo'),
    optional: () => ({ caption: `New ${String(Math.random())}` }),
  },
  editMessageReplyMarkup: {
    required: edited('text'),
    optional: () => ({
      reply_markup: { inline_keyboard: [[{ text: String(Math.random()), callback_data: 'n' }]] },
    }),
  },
  editMessageMedia: {
    required: (stage) => ({
      ...edited('photo')(stage),
      media: { type: 'video', media: stage.files.video },
    }),
  },
  deleteMessage: {
    required: edited('text'),
    without: { message_id: 'message identifier is not specified' },
  },
  deleteMessages: {
    required: (stage) => ({ ...inChat(stage), message_ids: [stage.ids.text] }),
    without: { message_ids: 'message identifiers are not specified' },
  },
  setMessageReaction: {
    required: (stage) => ({ ...inChat(stage), message_id: stage.ids.theirs }),
    optional: () => ({ reaction: [{ type: 'emoji', emoji: '👌' }], is_big: false }),
    without: { message_id: 'message to react not found' },
  },
  pinChatMessage: {
    required: edited('text'),
    optional: () => ({ disable_notification: true }),
    without: { message_id: 'message to pin not found' },
  },
  answerCallbackQuery: {
    required: ({ callbackId }) => ({ callback_query_id: callbackId }),
    optional: () => ({ text: 'Done', show_alert: true }),
    without: { callback_query_id: 'query is too old and response timeout expired' },
  },
  createForumTopic: {
    required: ({ forum }) => ({ chat_id: forum.id, name: '#1 Printer' }),
    optional: () => ({ icon_color: 7_322_096 }),
    without: { ...noChat, name: 'name must be non-empty' },
  },
  editForumTopic: {
    required: inTopic,
    optional: () => ({ name: `Other ${String(Math.random())}` }),
    without: noTopic,
  },
  closeForumTopic: { required: inTopic, without: noTopic },
  reopenForumTopic: { required: inTopic, without: noTopic },
  deleteForumTopic: { required: inTopic, without: noTopic },
  closeGeneralForumTopic: { required: ({ forum }) => ({ chat_id: forum.id }), without: noChat },
  reopenGeneralForumTopic: { required: ({ forum }) => ({ chat_id: forum.id }), without: noChat },
  leaveChat: { required: ({ forum }) => ({ chat_id: forum.id }), without: noChat },
}
