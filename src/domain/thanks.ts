const maxLength = 40

/** Lower case, without punctuation and emoji. */
const acknowledgements = new Set([
  'thanks',
  'thank you',
  'thank you very much',
  'thanks a lot',
  'thx',
  'ty',
  'ok',
  'okay',
  'great',
  'great thanks',
  'ok thanks',
  'ok thank you',
  'got it',
  'got it thanks',
  'perfect',
  'дякую',
  'дуже дякую',
  'щиро дякую',
  'спасибі',
  'дякую вам',
  'ок',
  'окей',
  'добре',
  'ок дякую',
  'добре дякую',
  'зрозуміло',
  'зрозуміло дякую',
  'супер',
  'супер дякую',
  'спасибо',
  'большое спасибо',
  'спасибо большое',
  'благодарю',
  'хорошо',
  'ок спасибо',
  'хорошо спасибо',
  'понятно',
  'понятно спасибо',
  'спасибо вам',
  'отлично спасибо',
  'teşekkürler',
  'teşekkür ederim',
  'çok teşekkürler',
  'çok teşekkür ederim',
  'sağ ol',
  'sağol',
  'sağ olun',
  'sağolun',
  'tamam',
  'tamam teşekkürler',
  'anladım',
  'süper',
])

const thankfulEmoji = new Set([
  '👍',
  '🙏',
  '❤',
  '👌',
  '😊',
  '🙂',
  '🤝',
  '💪',
  '🔥',
  '👏',
  '🎉',
  '✅',
])

/**
 * Whether a message is a bare thank-you, which neither answers a question nor rejects a solution.
 *
 * @param hasAttachment a file is always meant to be read
 */
export function isAcknowledgement(text: string, hasAttachment: boolean): boolean {
  const trimmed = text.trim()
  if (hasAttachment || trimmed === '' || trimmed.length > maxLength || trimmed.includes('?')) {
    return false
  }
  // A Turkish capital I is small without a dot, and every other one with it.
  const readings = ['und', 'tr'].map((language) => wordsOf(trimmed, language))
  if (readings.includes('')) return onlyThankfulEmoji(trimmed)
  return readings.some((words) => acknowledgements.has(words))
}

function wordsOf(text: string, language: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase(language)
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function onlyThankfulEmoji(text: string): boolean {
  // Skin tones and the selector of the emoji form do not change what is meant.
  const plain = text.replace(/\p{Emoji_Modifier}|\u{fe0f}|\s/gu, '')
  return plain !== '' && Array.from(plain).every((one) => thankfulEmoji.has(one))
}
