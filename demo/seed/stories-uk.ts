import { everyonesProblem, idea, onesProblem, question } from './problem.ts'
import type { Client, Story } from './story.ts'

export const ukrainianClients: Client[] = [
  { name: 'Тарас', language: 'uk' },
  { name: 'Софія', language: 'uk' },
  { name: 'Богдан', language: 'uk' },
]

export const ukrainianStories: Story[] = [
  {
    client: 'Olena',
    ago: '13d 6h',
    asks: onesProblem('telephony'),
    ends: 'closed',
    says: ['Під час дзвінка чую відлуння власного голосу. Гарнітура нова.'],
    acts: [
      ['5m', 'iryna', 'Доброго дня, Олено! Чи є відлуння, коли говорите з телефона без гарнітури?'],
      ['14m', 'client', 'Без гарнітури все чисто.'],
      ['6m', 'iryna', '/solve Зменште чутливість мікрофона гарнітури до 70 %: Налаштування, Звук.'],
      ['20m', 'client', { accepts: [5, 5, 5], saying: 'Дуже швидко і зрозуміло, дякую!' }],
    ],
  },
  {
    client: 'Тарас',
    ago: '11d 8h',
    asks: everyonesProblem({ other: 'Доставка' }),
    ends: 'closed',
    says: ['Трек-номери в листах клієнтам ведуть на порожню сторінку.'],
    photos: 2,
    acts: [
      ['7m', 'iryna', '/take'],
      ['10m', 'iryna', 'Бачу: перевізник змінив адресу сторінки. Виправляємо посилання.'],
      ['2m', 'iryna', '/tag перевізник'],
      ['1h', 'iryna', '/solve Нові листи вже з правильним посиланням, старі переадресовано.'],
      ['2h', 'client', { accepts: [5, 3, 5] }],
    ],
  },
  {
    client: 'Софія',
    ago: '10d 1h',
    asks: question({ other: 'Рахунки' }),
    ends: 'closed',
    says: ['Потрібен акт звірки за третій квартал.'],
    acts: [
      ['16m', 'iryna', '/solve Акт надіслано в кабінет, розділ «Документи».'],
      ['10m', 'client', 'Дякую!'],
    ],
  },
  {
    client: 'Богдан',
    ago: '8d 3h',
    asks: idea,
    ends: 'closed',
    says: ['Додайте кнопку «Передзвонити» просто в картці клієнта.'],
    acts: [
      ['30m', 'iryna', 'Така кнопка вже є: три крапки праворуч від номера. Чи це те, що потрібно?'],
      ['25m', 'client', 'О, не бачив. Саме воно.'],
      ['5m', 'client', { withdraws: true }],
    ],
  },
  {
    client: 'Тарас',
    ago: '6d 22h',
    asks: everyonesProblem('integration'),
    ends: 'in_development',
    says: [
      'Після оновлення CRM дзвінки не потрапляють у картки угод.',
      'У журналі: error 422, поле responsible_id.',
    ],
    acts: [
      ['4m', 'iryna', '/take'],
      ['9m', 'iryna', 'Відтворили у себе: CRM тепер вимагає відповідального для кожного запису.'],
      ['2m', 'iryna', '/priority high'],
      ['20m', 'iryna', '/dev @olek CRM-88 10d'],
      ['1m', 'iryna', '// Тимчасово: скрипт, який призначає власника угоди'],
    ],
  },
  {
    client: 'Софія',
    ago: '4d 6h',
    asks: onesProblem({ other: 'Вхід' }),
    ends: 'solution_proposed',
    says: ['Код підтвердження для входу приходить через пів години, тоді вже недійсний.'],
    acts: [
      ['8m', 'iryna', 'Перевіряємо пошту. Яка адреса у кабінеті?'],
      ['6m', 'client', 'Корпоративна, на нашому сервері.'],
      [
        '30m',
        'iryna',
        '/solve Ваш сервер затримує листи від нових відправників. Додайте нас до довірених або увімкніть коди в застосунку.',
      ],
    ],
  },
  {
    client: 'Богдан',
    ago: '3d 2h',
    asks: question('dialer'),
    ends: 'pending',
    says: ['Чи можна завантажити базу номерів з Excel без поділу на файли по 5000?'],
    acts: [
      ['12m', 'iryna', 'Можна, до 100 000 рядків. Покажіть, будь ласка, як виглядає файл.'],
      ['5m', 'iryna', '/ask Надішліть, будь ласка, перші десять рядків файлу.'],
    ],
  },
  {
    client: 'Тарас',
    ago: '5h',
    asks: onesProblem({ other: 'Принтер' }),
    ends: 'open',
    says: ['Принтер накладних друкує кирилицю знаками питання.'],
    photos: 1,
    acts: [
      ['9m', 'iryna', '/take'],
      ['11m', 'iryna', 'Схоже на драйвер. Яка модель і коли це почалося?'],
      ['20m', 'client', 'Модель на фото, почалося вчора після оновлення Windows.'],
      ['35m', 'iryna', 'Готую для вас драйвер із правильним шрифтом, надішлю сьогодні.'],
      ['2m', 'client', { reacts: '🙏' }],
    ],
  },
  {
    client: 'Софія',
    ago: '2h 30m',
    asks: onesProblem('dialer'),
    ends: 'open',
    says: ['Автодозвін дзвонить тим, хто просив більше не дзвонити.'],
    acts: [
      ['3m', 'iryna', '/take'],
      ['1m', 'iryna', '/priority urgent'],
      ['5m', 'iryna', 'Зупинила кампанію, доки з’ясуємо. Звідки взято список?'],
      ['15m', 'client', 'З нашої CRM, вивантаження за понеділок.'],
      ['10m', 'iryna', 'Дякую, порівнюю його зі списком відмов.'],
    ],
  },
  {
    client: 'Богдан',
    ago: '20m',
    asks: everyonesProblem('telephony'),
    ends: 'new',
    says: ['З восьмої ранку не записуються розмови.'],
    acts: [],
  },
]
