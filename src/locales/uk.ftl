## Меню

menu-greeting =
    Вітаємо, { $name }! Це { $desk }.
    Повідомте тут про проблему, поставте запитання чи поділіться ідеєю та стежте за нею до рішення.
    Ми відповімо в цьому чаті, а чи все вирішено, визначаєте ви.
menu-open-ticket = Створити заявку
menu-my-tickets = Мої заявки
menu-settings = Налаштування

## Команди

command-new = Створити заявку
command-tickets = Мої заявки
command-journal = Закриті заявки
command-settings = Мова та сповіщення
command-help = Що вміє цей бот
command-cancel = Перервати поточний діалог

command-take = Взяти заявку цієї теми
command-assign = Передати заявку колезі: /assign @name
command-ask = Запитати дані в клієнта: /ask текст
command-solve = Запропонувати рішення: /solve текст
command-note = Внутрішня нотатка: /note текст
command-release = Повернути заявку в чергу
command-later = Відкласти: /later завтра 9:00 причина
command-dev = У розробку: /dev @інженер KEY-123 дата
command-done = Розробку чи очікування завершено
command-withdraw = Відкликати запропоноване рішення
command-priority = Пріоритет: /priority high
command-tag = Мітка: /tag billing
command-untag = Прибрати мітку: /untag billing
command-close = Закрити (керівники): /close duplicate текст
command-reopen = Відновити: /reopen текст
command-open = Ще одна заявка для цього клієнта: /open текст
command-merge = Об’єднати з іншою заявкою: /merge 12
command-unmerge = Скасувати об’єднання протягом 24 годин
command-split = У відповідь на повідомлення: зробити з нього окрему заявку
command-ban = Заборонити клієнтові створювати заявки (керівники): /ban 7d
command-unban = Знову дозволити клієнтові створювати заявки (керівники)
command-unsend = У відповідь на своє повідомлення: забрати його в клієнта
command-card = Показати картку знову
command-history = Історія заявки
command-queue = Заявки без відповідального
command-mine = Мої заявки
command-find = Знайти: /find слова, #мітка чи номер
command-stats = Показники останніх днів
command-away = Не отримувати заявок: /away 2h
command-back = Знову отримувати заявки
command-staff-help = Що можна робити в темі

## Статуси

status-new = Нова
status-open = В роботі
status-pending = Чекання даних
status-postponed = Відкладено
status-in_development = В розробці
status-solution_proposed = Запропоновано рішення
status-closed = Закрито

## Пріоритети

priority-low = Низький
priority-normal = Звичайний
priority-high = Високий
priority-urgent = Терміновий

## Відмови

refusal-no_transition = У поточному статусі це неможливо.
refusal-taken_by_other = Цю заявку вже взяв колега.
refusal-newer_message = Є новіше повідомлення від клієнта.
refusal-not_current = Це вже неактуально.
refusal-not_requester = Це не ваша заявка.
refusal-reason_too_short = Напишіть, будь ласка, причину: щонайменше 3 символи.
refusal-same_assignee = Заявка вже в цього агента.
refusal-no_such_ticket = Такої заявки немає.
refusal-changed_meanwhile = Заявка тим часом змінилася. Перегляньте її ще раз.
refusal-person_banned = Зараз ви не можете створювати заявки.
refusal-too_many_open = У вас уже забагато відкритих заявок. Напишіть, будь ласка, в одну з них.
refusal-nothing_said = Напишіть, будь ласка, хоча б слово або надішліть файл.
refusal-rating_window_over = Цю заявку вже не можна оцінити.
refusal-no_such_agent = Такого агента немає.
refusal-no_such_message = Такого повідомлення немає.
refusal-no_such_type = Такого типу заявок уже немає. Оберіть, будь ласка, інший.
refusal-supervisors_only = Це можуть лише керівники.
refusal-time_not_ahead = Цей час уже минув.
refusal-time_too_far = Це надто далеке майбутнє.
refusal-reason_missing = Не вказано причину.
refusal-engineer_missing = Не вказано інженера.
refusal-key_missing = Не вказано ключ завдання.
refusal-reopen_window_over = Цю заявку вже не можна відновити. Створіть, будь ласка, нову.
refusal-never_reopened = Цю заявку не можна відновити.
refusal-merge_target_closed = До закритої заявки нічого не можна приєднати.
refusal-merge_target_self = Заявка не може стати частиною самої себе.
refusal-merge_target_part = Та заявка вже є частиною цієї.
refusal-merge_other_requester = Це заявки різних клієнтів, а чужої заявки ніхто не має бачити.
refusal-already_merged = Ця заявка вже є частиною іншої.
refusal-not_merged = Ця заявка не є частиною іншої.
refusal-unmerge_survivor_merged = Інша заявка сама стала частиною третьої. Спершу скасуйте те об’єднання.
refusal-unmerge_later_first = До іншої заявки пізніше приєднали ще одну. Спершу скасуйте те об’єднання.
refusal-unmerge_answered = Клієнтові вже відповіли в іншій заявці: вони лишаються разом.
refusal-unmerge_window_over = Роз’єднати заявки можна лише протягом 24 годин.

## Помилки

error-unexpected = Щось пішло не так з нашого боку. Нічого з написаного вами не втрачено.

## Deliveries and the staff group

delivery-failed-unreachable = Не доставлено: клієнт заблокував бота або видалив обліковий запис.
delivery-failed-refused = Не доставлено: Telegram не приймає це повідомлення ({ $error }).
delivery-reason-voice = налаштування клієнта не дозволяють голосових і відеоповідомлень: напишіть текстом або надішліть файлом
delivery-reason-size = файл завеликий: зменште його або надішліть посилання
delivery-reason-file = у Telegram цього файлу вже немає: надішліть його знову
delivery-reason-image = Telegram не може обробити зображення: надішліть його файлом
delivery-uncertain = Telegram так і не підтвердив це повідомлення: можливо, воно не дійшло.
delivery-as-file = Текст задовгий для повідомлення; він увесь у цьому файлі.
delivery-failed-partly = Доставлено не все. Бракує: { $things } ({ $error }).
delivery-kept = Це повідомлення досі є в клієнта: Telegram уже не видаляє його ({ $error }). Напишіть натомість, як правильно.
delivery-never-sent = Клієнт не отримував цього повідомлення й уже не отримає.
delivery-doubled = Одного разу Telegram не підтвердив це повідомлення, тож у клієнта може бути друга його копія, яку бот не змінить і не видалить. Напишіть клієнтові, як правильно.
delivery-unshown = ⚠️ { $name } надсилає те, що тут не можна показати:
delivery-incomplete = ⚠️ Telegram пропустив частину того, що надсилає { $name }. Ось усе це словами:
delivery-lost = ⚠️ #{ $number }: слова, які написав клієнт { $name }, не вдалося показати в темі ({ $error }):
erased-topic-stays = ⚠️ #{ $number } стерто, але тема досі тут ({ $error }). Видаліть її самі; з правом видаляти повідомлення наступного разу це зробить бот.
attachment-photo = Фото
attachment-video = Відео
attachment-animation = Анімація
attachment-audio = Аудіо
attachment-voice = Голосове повідомлення
attachment-video_note = Відеоповідомлення
attachment-document = Файл
attachment-sticker = Стікер
attachment-live_photo = Живе фото
attachment-paid_media = Платний вміст
attachment-story = Історія
attachment-checklist = Список справ
attachment-contact = Контакт
attachment-dice = Кубик
attachment-game = Гра
attachment-poll = Опитування
attachment-venue = Місце
attachment-location = Геопозиція
attachment-giveaway = Розіграш
attachment-giveaway_winners = Переможці розіграшу
attachment-invoice = Рахунок
attachment-other = Щось невідомого тут виду
group-adopted = Тепер це група підтримки. Кожна заявка матиме тут власну тему. Почніть з /help: там видно все, що можна зробити.
group-needs-admin = Зробити цю групу групою підтримки може лише її адміністратор.
group-not-ready = Ця група ще не може бути групою підтримки. Виправте ось що та повторіть команду:
group-lacks = ⚠️ Боту чогось бракує в групі підтримки. Те, чому це потрібно, чекає, решта працює.
group-lacks-still = ⚠️ Бот отримав частину того, чого йому бракувало, але в групі підтримки йому й далі чогось бракує.
group-lacks-write = Він не може там писати: додайте його до групи знову як адміністратора або дозвольте йому надсилати повідомлення.
group-lacks-administrator = Він не адміністратор: у налаштуваннях групи, «Адміністратори», додайте його з правами «Керування темами» і «Закріплення повідомлень».
group-lacks-topics = Теми вимкнено: увімкніть «Теми» в налаштуваннях групи. До того написане клієнтами чекає.
group-lacks-manage_topics = Він не може керувати темами: у налаштуваннях групи, «Адміністратори», увімкніть йому «Керування темами». До того жодна заявка не отримає нової теми.
group-lacks-pin_messages = Він не може закріплювати повідомлення: у налаштуваннях групи, «Адміністратори», увімкніть йому «Закріплення повідомлень». До того картки не закріплюються.
group-complete = ✅ Бот знову має в цій групі все потрібне.

## Staff: the ticket's card

card-client = Клієнт: { $name }
card-client-unverified = не підтверджено
card-earlier =
    { $count ->
        [0] перша заявка
        [one] { $count } попередня заявка
        [few] { $count } попередні заявки
        [many] { $count } попередніх заявок
       *[other] { $count } попередньої заявки
    }
card-type = Тип: { $type }
card-priority = Пріоритет: { $priority }
card-status = Статус: { $status }
card-assignee = Відповідальний: { $name }
card-queue = Відповідальний: ще не призначено
card-owes-support = Підтримка має відповісти до { $time }
card-owes-work = Наступний крок до { $time }
card-owes-client = Чекаємо на клієнта; закриється автоматично: { $time }
card-large-file = Великий файл, лише в Telegram: { $name } ({ $size } МБ)
card-take = Взяти
card-ask = Запитати дані
card-solve = Запропонувати рішення
card-note = Нотатка
card-tags = Мітки: { $tags }
card-development = У розробці: { $engineer }, { $key }
card-postpone = Відкласти
card-develop = У розробку
card-more = Більше

## Staff: lines in a topic

staff-assigned = Тепер за заявку відповідає { $name }.
staff-no-longer-yours = { $name }, ця заявка більше не ваша.
staff-thanked = Клієнт подякував.
staff-unsorted = У клієнта кілька заявок, і не вказано, до якої це належить.
staff-accepted = Клієнт прийняв рішення. Заявку закрито.
staff-rejected = Клієнт відхилив рішення.
staff-undecided = { $name }, клієнт написав після рішення, але не сказав, чи воно підійшло. Заявка знову в роботі.
staff-rejected-often =
    { $count ->
        [one] Рішення знову відхилено: заявка повернулася { $count } раз. { $supervisors }, гляньте, будь ласка.
        [few] Рішення знову відхилено: заявка повернулася { $count } рази. { $supervisors }, гляньте, будь ласка.
        [many] Рішення знову відхилено: заявка повернулася { $count } разів. { $supervisors }, гляньте, будь ласка.
       *[other] Рішення знову відхилено: заявка повернулася { $count } раза. { $supervisors }, гляньте, будь ласка.
    }
staff-edited = ✏️ Клієнт змінив це повідомлення. Було:
staff-edited-now = Стало:
staff-edit-note-stays = Змінена нотатка лишається нотаткою; щоб відповісти клієнтові, напишіть нове повідомлення.
staff-edit-public-stays = Клієнт уже має це повідомлення; зміна не робить його нотаткою.
staff-edit-command-stays = У клієнта лишається попередній текст: це редагування починається з команди.
staff-edit-reason-stays = У клієнта це сповіщення лишається попереднім: напишіть, що змінилося, новим повідомленням.
staff-edit-not-carried-out = Виправлене повідомлення не виконується: напишіть його ще раз як нове.
staff-album-stays = Решту цього альбому клієнт уже отримав; ця частина залишається всередині. Щоб забрати в клієнта решту, дайте відповідь /unsend на першу частину.
staff-taken = Першою надійшла відповідь від { $name }; заявка вже має відповідального. Ваш текст не надіслано.
staff-not-sent = Ваш текст не надіслано.
staff-not-sent-closed = Ваш текст не надіслано: цю заявку закрито. Напишіть /reopen перед текстом, щоб відновити заявку й надіслати його.
staff-not-sent-over = Ваш текст не надіслано: цю заявку закрито, відновити її вже не можна. Напишіть /open перед текстом, щоб відкрити з ним іншу заявку для цього клієнта.
staff-not-sent-merged = Ваш текст не надіслано: ця заявка тепер є частиною #{ $other }. Напишіть його там.
staff-not-sent-status = Ваш текст не надіслано: у статусі «{ $status }» ця команда неможлива. Напишіть замість неї /r, щоб надіслати текст як відповідь.
staff-not-possible = Неможливо, поки статус заявки «{ $status }».
staff-do-first = Спершу напишіть { $command }.
staff-newer = Нове повідомлення від клієнта. Надіслати все одно?
staff-newer-send = Надіслати все одно
staff-sent = Надіслано.
staff-no-agent = Тут немає нікого на ім’я { $name }. Пишіть @username або повне ім’я; бот знає агентів з їхнього першого повідомлення в цій групі. Приклад: /assign @anna
staff-several-agents = Ім’я { $name } мають кілька агентів: { $agents }. Дайте відповідь /assign на повідомлення потрібного агента.
staff-no-ticket = Ця тема не належить жодній заявці. Пишіть у темі заявки.
staff-foreign-topic = Ця тема не належить жодній заявці цієї служби: ніхто поза цією групою не отримає того, що тут написано.
staff-foreign-card = Ця картка не належить жодній заявці цієї служби.
staff-members-only = Тут діють лише вказівки учасників групи підтримки.
staff-anonymous = Повідомлення від імені групи чи каналу нікому не належать: пишіть від свого імені.
staff-unknown-command = Команди /{ $name } немає. Текст залишився всередині: /help показує всі команди, а /r перед текстом надсилає його як є.
staff-unknown-command-near = Команди /{ $name } немає. Може, /{ $nearest }? Текст залишився всередині; /r перед текстом надсилає його як є.
staff-other-form = Це не зовсім /{ $nearest }: команда починається зі звичайної скісної риски одразу перед назвою, а після назви стоїть пробіл. Текст залишився всередині; /r перед текстом надсилає його як є.
staff-other-layout = Це схоже на /{ $nearest } в іншій розкладці клавіатури, тому залишилося всередині; /r перед текстом надсилає його як є.
staff-unclear-mark = Це схоже на нотатку або команду, тому залишилося всередині. Нотатка починається з //, а /r перед текстом надсилає його як є.
staff-wrong-code = Це не той код, що в журналі програми.
staff-already-set = Групу підтримки вже задано.
staff-dead-letter = Одне оновлення не вдалося обробити, його відкладено: подробиці в журналі під { $id }. Решта працює далі.
staff-dead-killer = Програма щоразу завершувалася на оновленні { $id }, тепер його відкладено: npm run desk -- dead show { $id }
staff-dead-agent = Не виконано: завадила помилка програми. Напишіть ще раз або попросіть оператора повторити { $id }.
staff-dead-written = 💔 Це написав клієнт { $name }, але обробити завадила помилка програми. Оператор може повторити: { $id }
staff-dead-pressed = 💔 Дію клієнта { $name } не виконано: завадила помилка програми. Оператор може повторити: { $id }
staff-newcomers =
    { $count ->
        [one] { $supervisors }, пише багато нових клієнтів: { $count } ще чекає на тему. Теми з’являтимуться, щойно буде місце, спершу для клієнтів, які вже писали; усі заявки показує /queue.
        [few] { $supervisors }, пише багато нових клієнтів: { $count } ще чекають на тему. Теми з’являтимуться, щойно буде місце, спершу для клієнтів, які вже писали; усі заявки показує /queue.
        [many] { $supervisors }, пише багато нових клієнтів: { $count } ще чекають на тему. Теми з’являтимуться, щойно буде місце, спершу для клієнтів, які вже писали; усі заявки показує /queue.
       *[other] { $supervisors }, пише багато нових клієнтів: { $count } ще чекають на тему. Теми з’являтимуться, щойно буде місце, спершу для клієнтів, які вже писали; усі заявки показує /queue.
    }
staff-newcomers-over = Наплив нових клієнтів минув: тепер кожен має свою тему.
alarm-refused =
    { $count ->
        [one] ⚠️ { $people }, Telegram уже { $minutes } хв не приймає повідомлень для { $count } чату: { $reason }. Вони чекають у своєму порядку й підуть, щойно він їх прийме; нічого не треба писати знову.
        [few] ⚠️ { $people }, Telegram уже { $minutes } хв не приймає повідомлень для { $count } чатів: { $reason }. Вони чекають у своєму порядку й підуть, щойно він їх прийме; нічого не треба писати знову.
        [many] ⚠️ { $people }, Telegram уже { $minutes } хв не приймає повідомлень для { $count } чатів: { $reason }. Вони чекають у своєму порядку й підуть, щойно він їх прийме; нічого не треба писати знову.
       *[other] ⚠️ { $people }, Telegram уже { $minutes } хв не приймає повідомлень для { $count } чату: { $reason }. Вони чекають у своєму порядку й підуть, щойно він їх прийме; нічого не треба писати знову.
    }
alarm-refused-over = ✅ Telegram знову приймає повідомлення: те, що чекало, надсилається.
alarm-given-up =
    { $count ->
        [one] ⚠️ { $people }, { $count } повідомлення не дійшло, і більше спроб не буде. Яке саме, оператор побачить командою npm run desk -- outbox list
        [few] ⚠️ { $people }, { $count } повідомлення не дійшли, і більше спроб не буде. Які саме, оператор побачить командою npm run desk -- outbox list
        [many] ⚠️ { $people }, { $count } повідомлень не дійшли, і більше спроб не буде. Які саме, оператор побачить командою npm run desk -- outbox list
       *[other] ⚠️ { $people }, { $count } повідомлення не дійшли, і більше спроб не буде. Які саме, оператор побачить командою npm run desk -- outbox list
    }
alarm-inbox = ⚠️ { $people }, написане людьми вже { $minutes } хв чекає на обробку. Нічого не втрачено, але оператор має подивитися зараз: npm run desk -- doctor
alarm-inbox-over = ✅ Написане людьми знову обробляється одразу.
alarm-timers =
    { $count ->
        [one] ⚠️ { $people }, настав час { $count } нагадування або строку, але виконати його не вдається; спроби тривають. Причину оператор знайде в журналі: «Something due failed».
        [few] ⚠️ { $people }, настав час { $count } нагадувань або строків, але виконати їх не вдається; спроби тривають. Причину оператор знайде в журналі: «Something due failed».
        [many] ⚠️ { $people }, настав час { $count } нагадувань або строків, але виконати їх не вдається; спроби тривають. Причину оператор знайде в журналі: «Something due failed».
       *[other] ⚠️ { $people }, настав час { $count } нагадування або строку, але виконати їх не вдається; спроби тривають. Причину оператор знайде в журналі: «Something due failed».
    }
alarm-timers-over = ✅ З нагадуваннями та строками, які не вдавалися, все гаразд.
alarm-disk = ⚠️ { $people }, на диску програми лишилося тільки { $megabytes } МБ. Коли він заповниться, нічого не можна буде зберегти: оператор має звільнити місце зараз.
alarm-disk-over = ✅ На диску програми знову є місце.
staff-postpone-over = { $name }, час минув: ця заявка знову в роботі.
staff-snooze-ended = { $name }, клієнт написав: заявку більше не відкладено.
staff-development-done = { $name }, розробку завершено: ця заявка знову в роботі.
staff-development-overdue = { $people }, розробка запізнюється: ця заявка знову в роботі.
staff-closed-by-time = Закрито автоматично: клієнт не відповів.
staff-unreachable = { $name }, клієнт недоступний: бота заблоковано. Заявка лишається відкритою.
staff-client-withdrew = Клієнт відкликав заявку.
staff-reopened = Заявка знову відкрита.
staff-limit-passed = Час на відповідь чи дію минув.
staff-noted-by = До відома: { $supervisors }.
staff-nobody-free = Час на відповідь чи дію минув, а вільних агентів немає. { $supervisors }, призначте, будь ласка, відповідального.
staff-nobody-else-free = Час на відповідь чи дію минув, а більше ніхто не вільний. { $people }, гляньте, будь ласка.
staff-passed-around = Час на відповідь чи дію минув, а сьогодні цю заявку вже передавали надто часто. { $people }, гляньте, будь ласка.
staff-supervisors = Керівники
staff-promise-warning-first_response = { $name }, першу відповідь обіцяно до { $time }.
staff-promise-warning-next_response = { $name }, відповідь обіцяно до { $time }.
staff-promise-warning-resolution = { $name }, рішення обіцяно до { $time }.
staff-promise-breach-first_response = Першу відповідь було обіцяно до { $time }. { $people }, гляньте, будь ласка.
staff-promise-breach-next_response = Відповідь було обіцяно до { $time }. { $people }, гляньте, будь ласка.
staff-promise-breach-resolution = Рішення було обіцяно до { $time }. { $people }, гляньте, будь ласка.
staff-released = Знову в черзі.
staff-merged = Ця заявка тепер є частиною #{ $other }. Скасувати це можна протягом 24 годин: /unmerge.
staff-took-in = #{ $other } ({ $subject }) тепер є частиною цієї заявки.
staff-unmerged = Ця заявка більше не є частиною #{ $other }.
staff-gave-back = #{ $other } ({ $subject }) знову окрема заявка.
staff-split = Це продовжується окремою заявкою: #{ $other }.
staff-split-off = Відокремлено від #{ $other } ({ $subject }).
staff-opened-other = Для цього клієнта створено заявку #{ $other }.
staff-already-split = Це повідомлення вже продовжується в #{ $other }.
staff-nobody = Колеги
staff-needs-text-ask = Не вказано запитання. Приклад: /ask Яка у вас версія?
staff-needs-text-solve = Не вказано рішення. Приклад: /solve Оновіть до версії 2.1
staff-needs-text-note = Нотатка порожня. Приклад: /note у клієнта старий тариф
staff-needs-text-assign = Не вказано колегу. Приклад: /assign @anna
staff-needs-text-reply = Не вказано тексту. Приклад: /r Ми вже дивимося
staff-needs-later = Не вказано часу або причини. Приклад: /later завтра 9:00 чекаємо на провайдера
staff-needs-dev = Потрібні інженер, ключ і дата. Приклад: /dev @ivan KEY-123 2026-12-01
staff-needs-priority = Який пріоритет? Приклад: /priority high (low, normal, high, urgent)
staff-needs-tag = Не вказано мітку. Приклад: /tag billing
staff-needs-close = Потрібні причина й текст. Приклад: /close duplicate див. #12 (spam, duplicate, agreed, obsolete)
staff-needs-reopen = Не вказано тексту. Приклад: /reopen сталося знову
staff-needs-find = Що шукати? Приклад: /find рахунок, /find #billing або /find 12
staff-needs-away = До якого часу? Приклад: /away 2h
staff-needs-unsend = Напишіть /unsend у відповідь на своє повідомлення, яке отримав клієнт.
staff-banned = Клієнт не може створювати заявки до { $time }. Відкритих заявок це не стосується.
staff-unbanned = Клієнт знову може створювати заявки.
staff-needs-ban = До коли? Приклад: /ban 7d
staff-needs-merge = Не вказано номер іншої заявки. Приклад: /merge 12
staff-needs-split = Напишіть /split у відповідь на повідомлення клієнта; далі можна додати тему. Приклад: /split Помилка в рахунку
staff-needs-open = Про що йдеться? Приклад: /open Ваш рахунок за травень готовий
staff-disliked = 👎 Клієнтові це не сподобалося.
staff-rated = ⭐ Оцінка: корисність { $helpfulness }, швидкість { $speed }, ввічливість { $politeness }
staff-rated-low = { $supervisors }, клієнт поставив низьку оцінку: гляньте, будь ласка.
staff-queue = Черга: { $count }
staff-queue-empty = Черга порожня.
staff-mine = Ваші заявки: { $count }
staff-mine-empty = У вас немає заявок.
staff-found = Знайдено: { $count }
staff-found-many = Знайдено: понад { $count }
staff-list-more = … і ще { $count }
staff-list-others = … та інші: додайте слів, щоб звузити пошук
staff-found-none = Нічого не знайдено.
staff-away = Ви не отримуєте заявок до { $time }.
staff-back = З поверненням.
staff-waiting-since = чекає { $time }
staff-history = Історія #{ $number }
staff-earlier = Попередні заявки цього клієнта
staff-stats =
    { $days ->
        [one] За останній { $days } день
        [few] За останні { $days } дні
        [many] За останні { $days } днів
       *[other] За останні { $days } дня
    }
staff-stats-backlog = Чекають на підтримку: { $backlog } з { $live } відкритих заявок
staff-stats-handled = Опрацьовано: { $count }
staff-stats-answer = Середній час відповіді: { $time }
staff-stats-agent = { $name }: заявок { $cases }, відповідей { $answers }, у середньому { $time }
staff-stats-status = Час у статусі «{ $status }»: { $time }
staff-stats-none = відповідей ще немає
staff-prompt-ask = Що потрібно від клієнта? Дайте відповідь на це повідомлення.
staff-prompt-solve = Яке рішення? Дайте відповідь на це повідомлення.
staff-prompt-note = Що занотувати? Дайте відповідь на це повідомлення.
staff-prompt-later = До якого часу й чому? Дайте відповідь на це повідомлення. Приклад: завтра 9:00 чекаємо на провайдера
staff-prompt-dev = Хто, яке завдання, до якого часу? Дайте відповідь на це повідомлення. Приклад: @ivan KEY-123 2026-12-01
staff-prompt-placeholder = Ваш текст
staff-help = Те, що ви пишете в темі, отримує клієнт. Воно лишається всередині, якщо починається з // або є відповіддю колезі. 👌 доставлено, ✍ лишилося всередині, 💔 не доставлено.
staff-help-strict = Те, що ви пишете в темі, лишається всередині. Щоб відповісти клієнтові, дайте відповідь на його повідомлення або напишіть /r текст. 👌 доставлено, ✍ лишилося всередині, 💔 не доставлено.
staff-help-responsibility = Хто відповідає за заявку:
staff-help-client = Розмова з клієнтом:
staff-help-waiting = Очікування:
staff-help-ticket = Сама заявка:
staff-help-ending = Закрити, створити, об’єднати:
staff-help-everywhere = Також у General:

## Staff: what help says of a command, a line each

staff-usage-take = /take: взяти заявку
staff-usage-assign = /assign @name нотатка: передати колезі
staff-usage-release = /release: повернути в чергу
staff-usage-ask = /ask текст: запитати в клієнта дані
staff-usage-solve = /solve текст: запропонувати рішення
staff-usage-withdraw = /withdraw: відкликати запропоноване рішення
staff-usage-note = /note текст: внутрішня нотатка
staff-usage-later = /later завтра 9:00 причина: відкласти
staff-usage-dev = /dev @інженер KEY-123 дата: передати в розробку
staff-usage-done = /done: розробку чи очікування завершено
staff-usage-priority = /priority low|normal|high|urgent: змінити пріоритет
staff-usage-tag = /tag мітка: додати мітку
staff-usage-untag = /untag мітка: прибрати мітку
staff-usage-close = /close spam|duplicate|agreed|obsolete текст: закрити (керівники)
staff-usage-reopen = /reopen текст: відновити
staff-usage-open = /open текст: ще одна заявка для цього клієнта
staff-usage-merge = /merge 12: зробити частиною іншої заявки
staff-usage-unmerge = /unmerge: скасувати це протягом 24 годин
staff-usage-split = /split тема, у відповідь на повідомлення клієнта: зробити з нього окрему заявку
staff-usage-ban = /ban 7d: заборонити клієнтові створювати заявки (керівники)
staff-usage-unban = /unban: знову дозволити це клієнтові (керівники)
staff-usage-unsend = /unsend, у відповідь на своє повідомлення: забрати його в клієнта
staff-usage-card = /card: показати картку ще раз
staff-usage-history = /history: історія заявки
staff-usage-queue = /queue: заявки без відповідального
staff-usage-mine = /mine: ваші заявки
staff-usage-find = /find слова: знайти заявки
staff-usage-stats = /stats: показники останніх днів
staff-usage-away = /away 2h: певний час не отримувати заявок
staff-usage-back = /back: знову отримувати заявки

## Client: notices

notice-opened = Заявку #{ $number } створено. Перша відповідь буде до { $time }.
notice-works = Над вашою заявкою працює { $name }.
notice-question = Підтримці потрібні від вас дані:
notice-solution = Підтримка пропонує рішення:
notice-closes = Якщо не відповісти до { $time }, заявка закриється автоматично.
notice-withdrawn = Підтримка відкликала запропоноване рішення і працює далі.
notice-accepted = Ви прийняли рішення. Заявку закрито.
notice-rejected = Ви відхилили рішення. Підтримка працює далі.
notice-answered = Дякуємо, підтримка отримала вашу відповідь.
notice-unsorted = Ви не вказали, до якої заявки належить ваше повідомлення: його додано до цієї.
notice-thanked = Будь ласка! Питання вище все ще чекає на вас.
notice-is-it-solved = Питання вирішено?
notice-undecided = Підтримка знову працює над цим, бо лишилося невідомим, чи питання вирішено.
notice-answer = Відповісти
notice-accept = Прийняти
notice-reject = Відхилити
notice-add-details = Додати подробиці
notice-postponed = Підтримка відклала вашу заявку до { $time }:
notice-postpone-over = Час минув: підтримка знову працює над вашою заявкою.
notice-resumed = Підтримка знову працює над вашою заявкою.
notice-development = Ваша заявка в розробці. Очікуваний термін: { $time }.
notice-development-moved = Очікуваний термін змінився: { $time }.
notice-development-over = Розробку завершено. Підтримка знову працює над вашою заявкою.
notice-development-overdue = Розробка триває довше, ніж очікували. Підтримка знову працює над вашою заявкою.
notice-reminder = Нагадуємо: підтримка чекає на вас. Якщо не відповісти до { $time }, заявка закриється автоматично.
notice-closed-unanswered = Заявку закрито, бо відповіді не було.
notice-closed-undecided = Заявку закрито: ви не відповіли на запропоноване рішення.
notice-you-withdrew = Ви відкликали заявку. Її закрито.
notice-closed-by-agent = Підтримка закрила заявку:
notice-reopened = Заявка знову відкрита.
notice-merged = Ваша заявка #{ $number } тепер є частиною #{ $other }.
notice-unmerged = Ваша заявка #{ $number } знову окрема.
notice-split = Підтримка створила для цього заявку #{ $number }. Перша відповідь буде до { $time }.
notice-opened-for-you = Підтримка створила для вас цю заявку:
notice-reopen = Відновити
notice-withdraw = Відкликати

## Client: rating

rating-helpfulness = Наскільки корисною була підтримка?
rating-speed = Наскільки швидкою була підтримка?
rating-politeness = Наскільки ввічливою була підтримка?
rating-comment = Дякуємо! Хочете додати коментар? Напишіть його тут.
rating-done = Дякуємо за оцінку.
rating-change = Змінити
rating-skip = Пропустити

## Client: opening a ticket

form-progress = Крок { $step } з { $steps }
form-back = Назад
form-cancel = Скасувати
form-done = Готово
form-skip = Пропустити
form-send = Надіслати
form-change = Змінити: { $part }
form-part-type = тип
form-part-description = опис
form-part-files = файли
form-type = Про що йдеться?
form-other = Можна також написати свою відповідь.
form-other-button = Інше
form-other-write = Напишіть своїми словами.
form-description = Опишіть це своїми словами.
form-description-hint = Допоможе таке: що ви робили, чого очікували, номери на кшталт SessionID дзвінка, посилання. Можна надіслати кілька повідомлень.
form-messages =
    { $count ->
        [one] Отримано: { $count } повідомлення
        [few] Отримано: { $count } повідомлення
        [many] Отримано: { $count } повідомлень
       *[other] Отримано: { $count } повідомлення
    }
form-files = Чи є знімки екрана або файли?
form-files-hint = Фото, альбоми, відео, аудіо, документи або посилання.
form-files-count =
    { $count ->
        [0] Без файлів
        [one] { $count } файл
        [few] { $count } файли
        [many] { $count } файлів
       *[other] { $count } файлу
    }
form-review = Чи все правильно?
form-cancelled = Скасовано. Нічого не надіслано.
form-needs-description = Спершу напишіть, будь ласка, хоча б одне речення.
form-too-many-files =
    { $limit ->
        [one] У заявці може бути не більше { $limit } файлу. Останнє повідомлення не додано.
        [few] У заявці може бути не більше { $limit } файлів. Останнє повідомлення не додано.
        [many] У заявці може бути не більше { $limit } файлів. Останнє повідомлення не додано.
       *[other] У заявці може бути не більше { $limit } файлу. Останнє повідомлення не додано.
    }
form-beyond = Опис заповнено. Усе, що ви напишете далі, буде збережено й додано до цієї ж заявки, коли ви натиснете «Надіслати».
form-full = Тут більше немає місця: останнє повідомлення не додано. Спершу завершіть це, а решту напишіть у відкриту заявку.
form-forgotten = Бота оновлено, і цей діалог починається заново. Те, що ви писали, є вище.
form-sent = Надіслано.

## Client: chat

client-ask-open = Створити з цього заявку?
client-which = До якої заявки це належить?
client-new-ticket = Нова заявка
client-added = Додано до заявки.
client-slower = Ви пишете швидше, ніж ми встигаємо передавати. Нічого не загубиться: усе дійде по черзі, лише трохи пізніше.
client-unreadable = Підтримка не бачить цього повідомлення. Опишіть його словами або надішліть фото чи файл.
client-unreadable-part = Підтримка має ваше повідомлення, але без цієї частини: { $things }. Опишіть її словами або надішліть в іншому вигляді.
client-unreadable-file = Підтримка не бачить того, що ви надіслали ({ $things }). Опишіть це словами або надішліть в іншому вигляді.
client-edit-unread = Зміна цього повідомлення не доходить до підтримки. Напишіть це ще раз новим повідомленням.
client-help = Усе, що ви пишете про відкриту заявку, отримує підтримка.
client-usage-new = /new: нова заявка
client-usage-tickets = /tickets: ваші заявки
client-usage-journal = /journal: закриті заявки
client-usage-settings = /settings: мова, тихі години, сповіщення
client-usage-cancel = /cancel: перервати поточний діалог
client-nothing-to-cancel = Немає чого скасовувати.
client-no-tickets = У вас немає відкритих заявок.
client-no-closed = У вас немає закритих заявок.
client-tickets = Ваші заявки
client-closed-tickets = Закриті заявки
client-waits = чекає на вас
client-answer = Напишіть відповідь, за потреби з файлами, і натисніть «Готово».
client-reject-why = Що досі не так? Напишіть тут.
client-add = Те, що ви зараз напишете, буде додано до цієї заявки.
client-you = Ви
client-support = Підтримка
client-withdraw-sure = Відкликати цю заявку? Її буде закрито.
client-withdraw-no = Ні
client-reopen-why = Що лишилося невирішеним? Напишіть тут.
client-closed-ask = Цю заявку закрито. Що зробити з вашим повідомленням?
client-merged = Ця заявка тепер є частиною #{ $other }.
client-reopen-number = Відновити #{ $number }
client-follow-up = Створити нову заявку

## Client: settings

settings-language = Мова: { $language }
settings-quiet = Тихі години: { $hours } ({ $zone }). Сповіщення чекають, доки вони минуть або доки ви напишете.
settings-quiet-never = немає
settings-quiet-off = Без тихих годин
settings-notices = Відповіді, запитання, рішення й закриття надходять завжди. Решту виберіть самі:
settings-notice-works = Хто працює над заявкою
settings-notice-progress = Перебіг роботи
