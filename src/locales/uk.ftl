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
command-later = Відкласти: /later tomorrow 9:00 причина
command-dev = У розробку: /dev @інженер KEY-123 дата
command-done = Розробку чи очікування закінчено
command-withdraw = Забрати запропоноване рішення
command-priority = Пріоритет: /priority high
command-tag = Тег: /tag billing
command-close = Закрити (керівники): /close duplicate текст
command-reopen = Відкрити знову: /reopen текст
command-merge = Об’єднати з іншою заявкою: /merge 12
command-split = У відповідь: зробити заявку з цього повідомлення
command-unsend = У відповідь: забрати відповідь
command-card = Показати картку знову
command-history = Що було із заявкою
command-queue = Заявки без відповідального
command-mine = Мої заявки
command-find = Знайти: /find слова, #тег чи номер
command-stats = Показники останніх днів
command-away = Не отримувати заявок: /away 2h
command-back = Знову отримувати заявки
command-staff-help = Що можна робити в темі

## Статуси

status-new = Новий
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
refusal-no_such_ticket = Такого звернення немає.
refusal-changed_meanwhile = Заявка тим часом змінилася. Гляньте на неї ще раз.
refusal-person_banned = Зараз ви не можете створювати звернення.
refusal-too_many_open = У вас уже забагато відкритих звернень. Напишіть, будь ласка, в одне з них.
refusal-nothing_said = Напишіть, будь ласка, хоча б слово або надішліть файл.
refusal-rating_window_over = Час оцінювання цього звернення минув.
refusal-no_such_agent = Такого агента немає.
refusal-no_such_message = Такого повідомлення немає.
refusal-no_such_type = Такого типу звернення вже немає. Оберіть, будь ласка, інший.
refusal-supervisors_only = Це можуть лише керівники.
refusal-time_not_ahead = Цей час уже минув.
refusal-time_too_far = Це надто далеко.
refusal-reason_missing = Бракує причини.
refusal-engineer_missing = Бракує інженера.
refusal-key_missing = Бракує ключа завдання.
refusal-reopen_window_over = Час на відновлення цього звернення минув. Відкрийте, будь ласка, нове.
refusal-never_reopened = Це звернення не можна відновити.
refusal-merge_target_closed = Закрите звернення нічого не приймає.
refusal-merge_target_self = Звернення не може стати частиною самого себе.
refusal-merge_target_part = Те звернення вже є частиною цього.
refusal-merge_other_requester = Це звернення різних клієнтів, а чужого звернення ніхто не має бачити.
refusal-already_merged = Це звернення вже є частиною іншого.
refusal-not_merged = Це звернення не є частиною іншого.
refusal-unmerge_survivor_merged = Інше звернення саме стало частиною третього. Спершу скасуйте те об’єднання.
refusal-unmerge_later_first = До іншого звернення пізніше приєднали ще одне. Спершу скасуйте те об’єднання.
refusal-unmerge_answered = Клієнтові вже відповіли в іншому зверненні: вони лишаються разом.
refusal-unmerge_window_over = Роз’єднати звернення можна лише протягом 24 годин.

## Помилки

error-unexpected = Щось пішло не так з нашого боку. Нічого з написаного вами не втрачено.

## Deliveries and the staff group

delivery-failed-unreachable = Не доставлено: клієнт заблокував бота або видалив обліковий запис.
delivery-failed-refused = Не доставлено: Telegram не приймає це повідомлення ({ $error }).
delivery-uncertain = Telegram так і не підтвердив це повідомлення: можливо, воно не дійшло.
delivery-as-file = Текст задовгий для повідомлення; він увесь у цьому файлі.
delivery-failed-partly = Доставлено не все. Бракує: { $things } ({ $error }).
delivery-kept = Це повідомлення досі є в клієнта: Telegram уже не видаляє його ({ $error }). Напишіть натомість, як правильно.
delivery-unshown = ⚠️ { $name } надсилає те, що тут не можна показати:
delivery-incomplete = ⚠️ Telegram пропустив частину того, що надсилає { $name }. Ось усе це словами:
delivery-lost = ⚠️ #{ $number }: слова, які написав клієнт { $name }, не вдалося показати в темі ({ $error }):
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
group-adopted = Тепер це група підтримки. Кожна заявка матиме тут власну тему.
group-needs-admin = Зробити цю групу групою підтримки може лише її адміністратор.
group-needs-topics = Увімкніть теми в налаштуваннях цієї групи та повторіть команду.
group-needs-rights = Зробіть бота адміністратором цієї групи з правом керувати темами та повторіть команду.
group-lacks = ⚠️ Боту чогось бракує в групі підтримки. Те, чому це потрібно, чекає, решта працює.
group-lacks-write = Він не може там писати: додайте його до групи знову як адміністратора або дозвольте йому надсилати повідомлення.
group-lacks-administrator = Він не адміністратор: у налаштуваннях групи, «Адміністратори», додайте його з правами «Керування темами», «Закріплення повідомлень» і «Видалення повідомлень».
group-lacks-topics = Теми вимкнено: увімкніть «Теми» в налаштуваннях групи. До того написане клієнтами чекає.
group-lacks-manage_topics = Він не може керувати темами: у налаштуваннях групи, «Адміністратори», увімкніть йому «Керування темами». До того жодна заявка не отримає нової теми.
group-lacks-pin_messages = Він не може закріплювати повідомлення: у налаштуваннях групи, «Адміністратори», увімкніть йому «Закріплення повідомлень». До того картки не закріплюються.
group-lacks-delete_messages = Він не може видаляти повідомлення: у налаштуваннях групи, «Адміністратори», увімкніть йому «Видалення повідомлень».
group-complete = ✅ Бот знову має в цій групі все потрібне.

## Staff: the ticket's card

card-client = Клієнт: { $name }
card-client-unverified = не підтверджено
card-earlier =
    { $count ->
        [0] перше звернення
        [one] { $count } попереднє звернення
        [few] { $count } попередні звернення
        [many] { $count } попередніх звернень
       *[other] { $count } попереднього звернення
    }
card-type = Тип: { $type }
card-priority = Пріоритет: { $priority }
card-status = Статус: { $status }
card-assignee = Відповідає: { $name }
card-queue = Відповідає: поки ніхто
card-owes-support = Відповідь за підтримкою до { $time }
card-owes-work = Наступний крок до { $time }
card-owes-client = Відповідь за клієнтом; закриється саме { $time }
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

staff-assigned = Тепер відповідає { $name }.
staff-thanked = Клієнт подякував.
staff-unsorted = Клієнт має кілька заявок і не вказав, до якої це належить.
staff-accepted = Клієнт прийняв рішення. Звернення закрито.
staff-rejected = Клієнт відхилив рішення.
staff-rejected-often =
    { $count ->
        [one] Рішення відхилено { $count } раз: { $supervisors }, гляньте, будь ласка.
        [few] Рішення відхилено { $count } рази: { $supervisors }, гляньте, будь ласка.
        [many] Рішення відхилено { $count } разів: { $supervisors }, гляньте, будь ласка.
       *[other] Рішення відхилено { $count } раза: { $supervisors }, гляньте, будь ласка.
    }
staff-edited = ✏️ Клієнт змінив це повідомлення. Було:
staff-edited-now = Стало:
staff-edit-note-stays = Змінена нотатка лишається нотаткою; щоб відповісти клієнтові, напишіть нове повідомлення.
staff-edit-public-stays = Клієнт уже має це повідомлення; зміна не робить його нотаткою.
staff-edit-command-stays = У клієнта лишається попередній текст: це редагування починається з команди.
staff-album-stays = Решту цього альбому клієнт уже отримав; ця частина залишається всередині. Щоб забрати її, дайте на неї відповідь /unsend.
staff-taken = { $name } відповів першим і веде це звернення. Ваш текст не надіслано.
staff-newer = Нове повідомлення від клієнта. Надіслати все одно?
staff-newer-send = Надіслати все одно
staff-sent = Надіслано.
staff-no-agent = Тут немає нікого на ім’я { $name }. Агентів видно з їхнього першого повідомлення в цій групі. Приклад: /assign @anna
staff-no-ticket = Ця тема не належить жодному зверненню. Пишіть у темі звернення.
staff-foreign-topic = Ця тема не належить жодному зверненню цієї служби: ніхто поза цією групою не отримає того, що тут написано.
staff-foreign-card = Ця картка не належить жодному зверненню цієї служби.
staff-members-only = Тут діють лише вказівки учасників групи підтримки.
staff-anonymous = Повідомлення від імені групи чи каналу нікому не належать: пишіть від свого імені.
staff-unknown-command = Команди /{ $name } немає. Текст залишився всередині: /help показує всі команди, а /r перед текстом надсилає його як є.
staff-unknown-command-near = Команди /{ $name } немає. Може, /{ $nearest }? Текст залишився всередині; /r перед текстом надсилає його як є.
staff-other-layout = Це схоже на /{ $nearest } в іншій розкладці клавіатури, тому залишилося всередині; /r перед текстом надсилає його як є.
staff-unclear-mark = Це схоже на нотатку або команду, тому залишилося всередині. Нотатка починається з //, а /r перед текстом надсилає його як є.
staff-wrong-code = Це не той код, що в журналі програми.
staff-already-set = Групу підтримки вже задано.
staff-dead-letter = Одне оновлення не вдалося обробити, його відкладено: подробиці в журналі під { $id }. Решта працює далі.
staff-dead-killer = Програма щоразу завершувалася на оновленні { $id }, тепер його відкладено: npm run desk -- dead show { $id }
staff-dead-agent = Не виконано: завадила помилка програми. Напишіть ще раз або попросіть оператора повторити { $id }.
staff-dead-written = 💔 { $name } пише ось це, але завадила помилка програми. Оператор може повторити: { $id }
staff-dead-pressed = 💔 Дію клієнта { $name } не виконано: завадила помилка програми. Оператор може повторити: { $id }
staff-newcomers =
    { $count ->
        [one] { $supervisors }, пише багато нових клієнтів: { $count } ще чекає на тему. Теми з’являтимуться, щойно буде місце, спершу йдуть знайомі клієнти; звернення показує /queue.
        [few] { $supervisors }, пише багато нових клієнтів: { $count } ще чекають на тему. Теми з’являтимуться, щойно буде місце, спершу йдуть знайомі клієнти; звернення показує /queue.
        [many] { $supervisors }, пише багато нових клієнтів: { $count } ще чекають на тему. Теми з’являтимуться, щойно буде місце, спершу йдуть знайомі клієнти; звернення показує /queue.
       *[other] { $supervisors }, пише багато нових клієнтів: { $count } ще чекають на тему. Теми з’являтимуться, щойно буде місце, спершу йдуть знайомі клієнти; звернення показує /queue.
    }
staff-newcomers-over = Наплив нових клієнтів минув: тепер кожен має свою тему.
staff-postpone-over = { $name }, час минув: це звернення знову в роботі.
staff-snooze-ended = { $name }, клієнт написав: звернення більше не відкладене.
staff-development-done = { $name }, розробку завершено: це звернення знову в роботі.
staff-development-overdue = { $name }, розробка запізнюється: це звернення знову в роботі.
staff-closed-by-time = Закрито за часом: клієнт не відповів.
staff-unreachable = { $name }, клієнт недоступний: він заблокував бота. Звернення лишається відкритим.
staff-client-withdrew = Клієнт відкликав звернення.
staff-reopened = Звернення знову відкрите.
staff-limit-passed = Час на дію минув.
staff-nobody-free = Час на дію минув, і ніхто не вільний. { $supervisors }, призначте, будь ласка, відповідального.
staff-supervisors = Керівники
staff-promise-warning-first_response = { $name }, першу відповідь обіцяно до { $time }.
staff-promise-warning-next_response = { $name }, відповідь обіцяно до { $time }.
staff-promise-warning-resolution = { $name }, рішення обіцяно до { $time }.
staff-promise-breach-first_response = Першу відповідь було обіцяно до { $time }. { $name }, { $supervisors }, гляньте, будь ласка.
staff-promise-breach-next_response = Відповідь було обіцяно до { $time }. { $name }, { $supervisors }, гляньте, будь ласка.
staff-promise-breach-resolution = Рішення було обіцяно до { $time }. { $name }, { $supervisors }, гляньте, будь ласка.
staff-released = Знову в черзі.
staff-merged = Це звернення тепер є частиною #{ $other }. Протягом 24 годин це скасовує /unmerge.
staff-took-in = #{ $other } ({ $subject }) тепер є частиною цього звернення.
staff-unmerged = Це звернення більше не є частиною #{ $other }.
staff-gave-back = #{ $other } ({ $subject }) знову окреме звернення.
staff-split = Це продовжується окремим зверненням: #{ $other }.
staff-split-off = Відокремлено від #{ $other } ({ $subject }).
staff-opened-other = Для цього клієнта створено заявку #{ $other }.
staff-already-split = Це повідомлення вже продовжується в #{ $other }.
staff-nobody = Колеги
staff-needs-text-ask = Бракує запитання. Приклад: /ask Яка у вас версія?
staff-needs-text-solve = Бракує рішення. Приклад: /solve Оновіть до версії 2.1
staff-needs-text-note = Бракує тексту нотатки. Приклад: /note у клієнта старий тариф
staff-needs-text-assign = Бракує імені колеги. Приклад: /assign @anna
staff-needs-text-reply = Бракує тексту. Приклад: /r Ми вже дивимося
staff-needs-later = Бракує часу або причини. Приклад: /later tomorrow 9:00 чекаємо на провайдера
staff-needs-dev = Потрібні інженер, ключ і дата. Приклад: /dev @ivan KEY-123 2026-12-01
staff-needs-priority = Який пріоритет? Приклад: /priority high (low, normal, high, urgent)
staff-needs-tag = Бракує мітки. Приклад: /tag billing
staff-needs-close = Потрібні причина й текст. Приклад: /close duplicate див. #12 (spam, duplicate, agreed, obsolete)
staff-needs-reopen = Бракує тексту. Приклад: /reopen сталося знову
staff-needs-find = Що шукати? Приклад: /find рахунок, /find #billing або /find 12
staff-needs-away = До якого часу? Приклад: /away 2h
staff-needs-unsend = Дайте відповідь /unsend на своє повідомлення, яке отримав клієнт.
staff-banned = Клієнт не може створювати заявок до { $time }. Відкриті тривають.
staff-unbanned = Клієнт знову може створювати заявки.
staff-needs-ban = До коли? Приклад: /ban 7d
staff-needs-merge = Бракує номера іншого звернення. Приклад: /merge 12
staff-needs-split = Дайте відповідь /split на повідомлення клієнта; далі можна написати тему. Приклад: /split Помилка в рахунку
staff-needs-open = Про що йдеться? Приклад: /open Ваш рахунок за травень готовий
staff-disliked = 👎 Клієнтові це не сподобалося.
staff-rated = ⭐ Оцінка: корисність { $helpfulness }, швидкість { $speed }, ввічливість { $politeness }
staff-rated-low = { $supervisors }, клієнт поставив низьку оцінку: гляньте, будь ласка.
staff-queue = Черга: { $count }
staff-queue-empty = Черга порожня.
staff-mine = Ваші звернення: { $count }
staff-mine-empty = У вас немає звернень.
staff-found = Знайдено: { $count }
staff-found-none = Нічого не знайдено.
staff-away = Ви не отримуєте звернень до { $time }.
staff-back = З поверненням.
staff-waiting-since = чекає { $time }
staff-history = Історія #{ $number }
staff-earlier = Попередні звернення цього клієнта
staff-stats = За останні дні: { $days }
staff-stats-backlog = Чекають на підтримку: { $backlog } з { $live } відкритих звернень
staff-stats-handled = Опрацьовано: { $count }
staff-stats-answer = Середній час відповіді: { $time }
staff-stats-agent = { $name }: звернень { $cases }, відповідей { $answers }, у середньому { $time }
staff-stats-status = Час у стані «{ $status }»: { $time }
staff-stats-none = відповідей ще немає
staff-prompt-ask = Що потрібно від клієнта? Дайте відповідь на це повідомлення.
staff-prompt-solve = Яке рішення? Дайте відповідь на це повідомлення.
staff-prompt-note = Що занотувати? Дайте відповідь на це повідомлення.
staff-prompt-later = До якого часу й чому? Дайте відповідь на це повідомлення. Приклад: tomorrow 9:00 чекаємо на провайдера
staff-prompt-dev = Хто, яке завдання, до якого часу? Дайте відповідь на це повідомлення. Приклад: @ivan KEY-123 2026-12-01
staff-prompt-placeholder = Ваш текст
staff-help =
    Те, що ви пишете в темі, отримує клієнт. Воно лишається всередині, якщо починається з // або є відповіддю колезі. 👌 доставлено, ✍ лишилося всередині, 💔 не доставлено.
    /take: взяти звернення
    /assign @name примітка: передати колезі
    /ask текст: запитати в клієнта дані
    /solve текст: запропонувати рішення
    /withdraw: відкликати запропоноване рішення
    /note текст: внутрішня нотатка
    /card: показати картку ще раз
    /release: повернути в чергу
    /later 2h причина: відкласти
    /dev @інженер KEY-123 дата: у розробці; /done: знову в роботі
    /priority high, /tag мітка, /untag мітка: порядок
    /close причина текст (керівники), /reopen текст
    /open текст: ще одна заявка для цього клієнта
    /ban 7d, /unban (керівники): чи може клієнт створювати заявки
    /merge 12: зробити частиною іншого звернення; /unmerge: скасувати це протягом 24 годин
    /split тема, у відповідь на повідомлення клієнта: окреме звернення з нього
    /history: що відбулося
    У General: /queue, /mine, /find слова, /stats, /away 2h, /back
staff-help-strict =
    Те, що ви пишете в темі, лишається всередині. Щоб відповісти клієнтові, дайте відповідь на його повідомлення або напишіть /r текст. 👌 доставлено, ✍ лишилося всередині, 💔 не доставлено.
    /take: взяти звернення
    /assign @name примітка: передати колезі
    /ask текст: запитати в клієнта дані
    /solve текст: запропонувати рішення
    /withdraw: відкликати запропоноване рішення
    /card: показати картку ще раз
    /release: повернути в чергу
    /later 2h причина: відкласти
    /dev @інженер KEY-123 дата: у розробці; /done: знову в роботі
    /priority high, /tag мітка, /untag мітка: порядок
    /close причина текст (керівники), /reopen текст
    /open текст: ще одна заявка для цього клієнта
    /ban 7d, /unban (керівники): чи може клієнт створювати заявки
    /merge 12: зробити частиною іншого звернення; /unmerge: скасувати це протягом 24 годин
    /split тема, у відповідь на повідомлення клієнта: окреме звернення з нього
    /history: що відбулося
    У General: /queue, /mine, /find слова, /stats, /away 2h, /back

## Client: notices

notice-opened = Звернення #{ $number } відкрито. Перша відповідь буде до { $time }.
notice-works = Над вашим зверненням працює { $name }.
notice-question = Підтримці потрібні дані від вас:
notice-solution = Підтримка пропонує рішення:
notice-closes = Без відповіді звернення закриється саме: { $time }.
notice-withdrawn = Підтримка відкликала запропоноване рішення і працює далі.
notice-accepted = Ви прийняли рішення. Звернення закрито.
notice-rejected = Ви відхилили рішення. Підтримка працює далі.
notice-answered = Ви відповіли. Підтримка працює далі.
notice-unsorted = Ви не вказали, до якої заявки належить ваше повідомлення: його додано до цієї.
notice-thanked = Прошу! Питання вище все ще чекає на вас.
notice-answer = Відповісти
notice-accept = Прийняти
notice-reject = Відхилити
notice-add-details = Додати подробиці
notice-postponed = Підтримка відклала ваше звернення до { $time }:
notice-postpone-over = Час минув: підтримка продовжує роботу над вашим зверненням.
notice-resumed = Підтримка продовжує роботу над вашим зверненням.
notice-development = Ваше звернення в розробці. Очікувано: { $time }.
notice-development-moved = Очікувана дата змінилася: { $time }.
notice-development-over = Розробку завершено. Підтримка продовжує роботу над вашим зверненням.
notice-reminder = Нагадуємо: підтримка чекає на вас. Без відповіді звернення закриється саме: { $time }.
notice-closed-unanswered = Звернення закрито, бо відповіді не було.
notice-closed-undecided = Звернення закрито: заперечень проти рішення не було.
notice-you-withdrew = Ви відкликали звернення. Його закрито.
notice-closed-by-agent = Підтримка закрила звернення:
notice-reopened = Звернення знову відкрите.
notice-merged = Ваше звернення #{ $number } тепер є частиною #{ $other }.
notice-unmerged = Ваше звернення #{ $number } знову окреме.
notice-split = Підтримка відкрила для цього звернення #{ $number }. Перша відповідь буде до { $time }.
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
        [one] У зверненні може бути не більше { $limit } файлу. Останнє повідомлення не додано.
        [few] У зверненні може бути не більше { $limit } файлів. Останнє повідомлення не додано.
        [many] У зверненні може бути не більше { $limit } файлів. Останнє повідомлення не додано.
       *[other] У зверненні може бути не більше { $limit } файлу. Останнє повідомлення не додано.
    }
form-beyond = Опис заповнено. Усе, що ви напишете далі, буде збережено й додано до цього ж звернення, коли ви натиснете «Надіслати».
form-full = Тут більше немає місця: останнє повідомлення не додано. Спершу завершіть це, а решту напишіть у відкрите звернення.
form-forgotten = Діалог змінився з оновленням і починається заново. Те, що ви писали, є вище.
form-sent = Надіслано.

## Client: chat

client-ask-open = Відкрити з цим звернення?
client-which = До якого звернення це належить?
client-new-ticket = Нове звернення
client-added = Додано до звернення.
client-slower = Ви пишете швидше, ніж ми встигаємо передавати. Нічого не загубиться: усе дійде по черзі, лише трохи пізніше.
client-unreadable = Підтримка не бачить цього повідомлення. Опишіть його словами або надішліть фото чи файл.
client-help =
    /new: нове звернення
    /tickets: ваші звернення
    /journal: закриті звернення
    /settings: мова, тихі години, сповіщення
    /cancel: зупинити поточний діалог
    Усе, що ви пишете про відкрите звернення, отримує підтримка.
client-nothing-to-cancel = Немає чого скасовувати.
client-no-tickets = У вас немає відкритих звернень.
client-no-closed = У вас немає закритих звернень.
client-tickets = Ваші звернення
client-closed-tickets = Закриті звернення
client-waits = чекає на вас
client-answer = Напишіть відповідь, за потреби з файлами, і натисніть «Готово».
client-reject-why = Що досі не так? Напишіть тут.
client-add = Те, що ви зараз напишете, буде додано до цього звернення.
client-you = Ви
client-support = Підтримка
client-withdraw-sure = Відкликати це звернення? Його буде закрито.
client-withdraw-no = Ні
client-reopen-why = Що лишилося невирішеним? Напишіть тут.
client-closed-ask = Це звернення закрите. Що зробити з вашим повідомленням?
client-merged = Це звернення тепер є частиною #{ $other }.
client-reopen-number = Відновити #{ $number }
client-follow-up = Нове звернення з нього

## Client: settings

settings-language = Мова: { $language }
settings-quiet = Тихі години: { $hours } ({ $zone }). Сповіщення чекають, доки вони минуть або доки ви напишете.
settings-quiet-never = немає
settings-quiet-off = Без тихих годин
settings-notices = Відповіді, запитання, рішення й закриття надходять завжди; решту вибираєте ви.
settings-notice-works = Хто працює над заявкою
settings-notice-progress = Перебіг роботи
