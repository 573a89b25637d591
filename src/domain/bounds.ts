/**
 * How much of a person's input is worked on. Telegram keeps within its own limits, and a server of
 * the Bot API somebody runs himself may not; what is more than that is never looked at whole.
 */

/** UTF-16 units of one text. Telegram's own are 4,096 (https://core.telegram.org/bots/api#message). */
export const maxTextUnits = 32_768

/** Spans of formatting in one text (https://core.telegram.org/api/config, entities of a message). */
export const maxEntities = 100

/** UTF-16 units of a quotation (https://core.telegram.org/bots/api#replyparameters). */
export const maxQuoteUnits = 1_024

/** UTF-16 units of what is searched for: what nobody remembers is no search. */
export const maxSearchUnits = 256

/** Graphemes of a name of a person; first and last one have 64 each in Telegram. */
export const maxNameGraphemes = 64

/** Graphemes of a file's name. */
export const maxFileNameGraphemes = 120

/** Graphemes of an answer in a person's own words, as a card shows it. */
export const maxAnswerGraphemes = 200

/** Messages of one draft or answer, with all they say: 25 texts as long as Telegram lets them be. */
export const maxDraftMessages = 50
export const maxDraftUnits = 25 * 4_096

/** Messages that can be copied at once (https://core.telegram.org/bots/api#copymessages). */
export const maxPlaces = 100
