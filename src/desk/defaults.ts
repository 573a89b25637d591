import type { Field, TicketType } from './desk.ts'

/** The types of tickets a desk has without a desk file, in the order of the buttons. */
export const builtInTypes: TicketType[] = [
  {
    key: 'question',
    title: { en: 'Question', uk: 'Питання', ru: 'Вопрос', tr: 'Soru' },
    hint: {
      en: 'How something works or what to do',
      uk: 'Як щось працює або що зробити',
      ru: 'Как что-то работает или что сделать',
      tr: 'Bir şey nasıl çalışır ya da ne yapılmalı',
    },
    priority: 'normal',
    fields: ['source'],
  },
  {
    key: 'idea',
    title: { en: 'Idea', uk: 'Ідея', ru: 'Идея', tr: 'Fikir' },
    hint: {
      en: 'What could be better; a specification may be attached',
      uk: 'Що можна покращити; можна додати технічне завдання',
      ru: 'Что можно улучшить; можно приложить техническое задание',
      tr: 'Ne daha iyi olabilir; şartname eklenebilir',
    },
    priority: 'low',
    fields: [],
  },
  {
    key: 'problem',
    title: { en: 'Problem', uk: 'Проблема', ru: 'Проблема', tr: 'Sorun' },
    hint: {
      en: 'Something does not work; we look at it as soon as possible',
      uk: 'Щось не працює; ми подивимося якнайшвидше',
      ru: 'Что-то не работает; мы посмотрим как можно скорее',
      tr: 'Bir şey çalışmıyor; en kısa sürede bakarız',
    },
    priority: 'high',
    fields: ['source', 'scope', 'reproducible'],
  },
]

/** The fields those types ask for. */
export const builtInFields: Field[] = [
  {
    key: 'source',
    kind: 'choice',
    title: {
      en: 'Which part is it about?',
      uk: 'Якої частини це стосується?',
      ru: 'Какой части это касается?',
      tr: 'Hangi bölümle ilgili?',
    },
    hint: {},
    options: [
      {
        key: 'dialer',
        title: { en: 'Auto dialer', uk: 'Автодозвін', ru: 'Автодозвон', tr: 'Otomatik arama' },
      },
      {
        key: 'telephony',
        title: { en: 'Telephony', uk: 'Телефонія', ru: 'Телефония', tr: 'Telefon' },
      },
      {
        key: 'integration',
        title: { en: 'Integration', uk: 'Інтеграція', ru: 'Интеграция', tr: 'Entegrasyon' },
      },
    ],
    other: true,
  },
  {
    key: 'scope',
    kind: 'choice',
    title: {
      en: 'Who is affected?',
      uk: 'Кого це стосується?',
      ru: 'Кого это касается?',
      tr: 'Kim etkileniyor?',
    },
    hint: {},
    options: [
      {
        key: 'one',
        title: { en: 'Only me', uk: 'Лише мене', ru: 'Только меня', tr: 'Yalnızca ben' },
      },
      { key: 'all', title: { en: 'Everyone', uk: 'Усіх', ru: 'Всех', tr: 'Herkes' } },
    ],
    other: false,
  },
  {
    key: 'reproducible',
    kind: 'choice',
    title: {
      en: 'Can you repeat it?',
      uk: 'Чи можете ви це повторити?',
      ru: 'Можете ли вы это повторить?',
      tr: 'Tekrarlayabiliyor musunuz?',
    },
    hint: {},
    options: [
      { key: 'yes', title: { en: 'Yes', uk: 'Так', ru: 'Да', tr: 'Evet' } },
      { key: 'no', title: { en: 'No', uk: 'Ні', ru: 'Нет', tr: 'Hayır' } },
      {
        key: 'unsure',
        title: { en: 'Not sure', uk: 'Не знаю', ru: 'Не знаю', tr: 'Emin değilim' },
      },
    ],
    other: false,
  },
]
