## Меню

menu-greeting =
    Здравствуйте, { $name }! Это { $desk }.
    Сообщите здесь о проблеме, задайте вопрос или поделитесь идеей и следите за ней до решения.
    Мы ответим в этом чате, а решено ли всё, определяете вы.
menu-open-ticket = Создать заявку
menu-my-tickets = Мои заявки
menu-settings = Настройки

## Команды

command-new = Создать заявку
command-tickets = Мои заявки
command-journal = Закрытые заявки
command-settings = Язык и уведомления
command-help = Что умеет этот бот
command-cancel = Прервать текущий диалог

command-take = Взять заявку этой темы
command-assign = Передать заявку коллеге: /assign @name
command-ask = Запросить данные у клиента: /ask текст
command-solve = Предложить решение: /solve текст
command-note = Внутренняя заметка: /note текст
command-release = Вернуть заявку в очередь
command-later = Отложить: /later tomorrow 9:00 причина
command-dev = В разработку: /dev @инженер KEY-123 дата
command-done = Разработка или ожидание закончены
command-withdraw = Забрать предложенное решение
command-priority = Приоритет: /priority high
command-tag = Тег: /tag billing
command-close = Закрыть (руководители): /close duplicate текст
command-reopen = Открыть снова: /reopen текст
command-merge = Объединить с другой заявкой: /merge 12
command-split = В ответ: сделать заявку из этого сообщения
command-unsend = В ответ: забрать ответ
command-card = Показать карточку снова
command-history = Что было с заявкой
command-queue = Заявки без ответственного
command-mine = Мои заявки
command-find = Найти: /find слова, #тег или номер
command-stats = Показатели последних дней
command-away = Не получать заявок: /away 2h
command-back = Снова получать заявки
command-staff-help = Что можно делать в теме

## Статусы

status-new = Новый
status-open = В работе
status-pending = Ожидание данных
status-postponed = Отложено
status-in_development = В разработке
status-solution_proposed = Предложено решение
status-closed = Закрыто

## Приоритеты

priority-low = Низкий
priority-normal = Обычный
priority-high = Высокий
priority-urgent = Срочный

## Отказы

refusal-no_transition = В текущем статусе это невозможно.
refusal-taken_by_other = Эту заявку уже взял коллега.
refusal-newer_message = Есть более новое сообщение от клиента.
refusal-not_current = Это уже неактуально.
refusal-not_requester = Это не ваша заявка.
refusal-reason_too_short = Напишите, пожалуйста, причину: не менее 3 символов.
refusal-same_assignee = Заявка уже у этого агента.
refusal-no_such_ticket = Такого обращения нет.
refusal-changed_meanwhile = Заявка тем временем изменилась. Взгляните на неё ещё раз.
refusal-person_banned = Сейчас вы не можете создавать обращения.
refusal-too_many_open = У вас уже слишком много открытых обращений. Напишите, пожалуйста, в одно из них.
refusal-nothing_said = Напишите, пожалуйста, хотя бы слово или отправьте файл.
refusal-rating_window_over = Время оценки этого обращения прошло.
refusal-no_such_agent = Такого агента нет.
refusal-no_such_message = Такого сообщения нет.
refusal-no_such_type = Такого типа обращения больше нет. Выберите, пожалуйста, другой.
refusal-supervisors_only = Это могут только руководители.
refusal-time_not_ahead = Это время уже прошло.
refusal-time_too_far = Это слишком далеко.
refusal-reason_missing = Не хватает причины.
refusal-engineer_missing = Не хватает инженера.
refusal-key_missing = Не хватает ключа задачи.
refusal-reopen_window_over = Время на возобновление этого обращения прошло. Откройте, пожалуйста, новое.
refusal-never_reopened = Это обращение нельзя возобновить.
refusal-merge_target_closed = Закрытое обращение ничего не принимает.
refusal-merge_target_self = Обращение не может стать частью самого себя.
refusal-merge_target_part = То обращение уже является частью этого.
refusal-merge_other_requester = Это обращения разных клиентов, а чужое обращение никто не должен видеть.
refusal-already_merged = Это обращение уже является частью другого.
refusal-not_merged = Это обращение не является частью другого.
refusal-unmerge_survivor_merged = Другое обращение само стало частью третьего. Сначала отмените то объединение.
refusal-unmerge_later_first = К другому обращению позже присоединили ещё одно. Сначала отмените то объединение.
refusal-unmerge_answered = Клиенту уже ответили в другом обращении: они остаются вместе.
refusal-unmerge_window_over = Разъединить обращения можно только в течение 24 часов.

## Ошибки

error-unexpected = Что-то пошло не так с нашей стороны. Ничего из написанного вами не потеряно.

## Deliveries and the staff group

delivery-failed-unreachable = Не доставлено: клиент заблокировал бота или удалил аккаунт.
delivery-failed-refused = Не доставлено: Telegram не принимает это сообщение ({ $error }).
delivery-uncertain = Telegram так и не подтвердил это сообщение: возможно, оно не дошло.
delivery-as-file = Текст слишком длинный для сообщения; он целиком в этом файле.
delivery-failed-partly = Доставлено не всё. Не хватает: { $things } ({ $error }).
delivery-kept = Это сообщение всё ещё есть у клиента: Telegram уже не удаляет его ({ $error }). Напишите вместо этого, как правильно.
delivery-unshown = ⚠️ { $name } присылает то, что здесь нельзя показать:
delivery-incomplete = ⚠️ Telegram пропустил часть того, что присылает { $name }. Вот всё это словами:
delivery-lost = ⚠️ #{ $number }: слова, которые написал клиент { $name }, не удалось показать в теме ({ $error }):
attachment-photo = Фото
attachment-video = Видео
attachment-animation = Анимация
attachment-audio = Аудио
attachment-voice = Голосовое сообщение
attachment-video_note = Видеосообщение
attachment-document = Файл
attachment-sticker = Стикер
attachment-live_photo = Живое фото
attachment-paid_media = Платный контент
attachment-story = История
attachment-checklist = Список дел
attachment-contact = Контакт
attachment-dice = Кубик
attachment-game = Игра
attachment-poll = Опрос
attachment-venue = Место
attachment-location = Геопозиция
attachment-giveaway = Розыгрыш
attachment-giveaway_winners = Победители розыгрыша
attachment-invoice = Счёт
attachment-other = Что-то неизвестного здесь вида
group-adopted = Теперь это группа поддержки. У каждой заявки здесь будет своя тема.
group-needs-admin = Сделать эту группу группой поддержки может только её администратор.
group-needs-topics = Включите темы в настройках этой группы и повторите команду.
group-needs-rights = Сделайте бота администратором этой группы с правом управлять темами и повторите команду.
group-lacks = ⚠️ Боту чего-то не хватает в группе поддержки. То, чему это нужно, ждёт, остальное работает.
group-lacks-write = Он не может там писать: добавьте его в группу снова как администратора или разрешите ему отправлять сообщения.
group-lacks-administrator = Он не администратор: в настройках группы, «Администраторы», добавьте его с правами «Управление темами», «Закрепление сообщений» и «Удаление сообщений».
group-lacks-topics = Темы выключены: включите «Темы» в настройках группы. До этого написанное клиентами ждёт.
group-lacks-manage_topics = Он не может управлять темами: в настройках группы, «Администраторы», включите ему «Управление темами». До этого ни одна заявка не получит новой темы.
group-lacks-pin_messages = Он не может закреплять сообщения: в настройках группы, «Администраторы», включите ему «Закрепление сообщений». До этого карточки не закрепляются.
group-lacks-delete_messages = Он не может удалять сообщения: в настройках группы, «Администраторы», включите ему «Удаление сообщений».
group-complete = ✅ У бота в этой группе снова есть всё нужное.

## Staff: the ticket's card

card-client = Клиент: { $name }
card-client-unverified = не подтверждён
card-earlier =
    { $count ->
        [0] первое обращение
        [one] { $count } прежнее обращение
        [few] { $count } прежних обращения
        [many] { $count } прежних обращений
       *[other] { $count } прежнего обращения
    }
card-type = Тип: { $type }
card-priority = Приоритет: { $priority }
card-status = Статус: { $status }
card-assignee = Отвечает: { $name }
card-queue = Отвечает: пока никто
card-owes-support = Ответ за поддержкой до { $time }
card-owes-work = Следующий шаг до { $time }
card-owes-client = Ответ за клиентом; закроется само { $time }
card-large-file = Большой файл, только в Telegram: { $name } ({ $size } МБ)
card-take = Взять
card-ask = Запросить данные
card-solve = Предложить решение
card-note = Заметка
card-tags = Метки: { $tags }
card-development = В разработке: { $engineer }, { $key }
card-postpone = Отложить
card-develop = В разработку
card-more = Ещё

## Staff: lines in a topic

staff-assigned = Теперь отвечает { $name }.
staff-thanked = Клиент поблагодарил.
staff-unsorted = У клиента несколько заявок, и он не указал, к какой это относится.
staff-accepted = Клиент принял решение. Обращение закрыто.
staff-rejected = Клиент отклонил решение.
staff-rejected-often =
    { $count ->
        [one] Решение отклонено { $count } раз: { $supervisors }, взгляните, пожалуйста.
        [few] Решение отклонено { $count } раза: { $supervisors }, взгляните, пожалуйста.
        [many] Решение отклонено { $count } раз: { $supervisors }, взгляните, пожалуйста.
       *[other] Решение отклонено { $count } раза: { $supervisors }, взгляните, пожалуйста.
    }
staff-edited = ✏️ Клиент изменил это сообщение. Было:
staff-edited-now = Стало:
staff-edit-note-stays = Изменённая заметка остаётся заметкой; чтобы ответить клиенту, напишите новое сообщение.
staff-edit-public-stays = Клиент уже получил это сообщение; правка не делает его заметкой.
staff-edit-command-stays = У клиента остаётся прежний текст: эта правка начинается с команды.
staff-album-stays = Остальную часть этого альбома клиент уже получил; эта часть остаётся внутри. Чтобы забрать её, ответьте на неё командой /unsend.
staff-taken = { $name } ответил первым и ведёт это обращение. Ваш текст не отправлен.
staff-newer = Новое сообщение от клиента. Отправить всё равно?
staff-newer-send = Отправить всё равно
staff-sent = Отправлено.
staff-no-agent = Здесь нет никого по имени { $name }. Агентов видно с их первого сообщения в этой группе. Пример: /assign @anna
staff-no-ticket = Эта тема не относится ни к одному обращению. Пишите в теме обращения.
staff-foreign-topic = Эта тема не относится ни к одному обращению этой службы: никто вне этой группы не получит того, что здесь написано.
staff-foreign-card = Эта карточка не относится ни к одному обращению этой службы.
staff-members-only = Здесь выполняются указания только участников группы поддержки.
staff-anonymous = Сообщения от имени группы или канала никому не принадлежат: пишите от своего имени.
staff-unknown-command = Команды /{ $name } нет. Текст остался внутри: /help показывает все команды, а /r перед текстом отправляет его как есть.
staff-unknown-command-near = Команды /{ $name } нет. Может быть, /{ $nearest }? Текст остался внутри; /r перед текстом отправляет его как есть.
staff-other-layout = Это похоже на /{ $nearest } в другой раскладке клавиатуры, поэтому осталось внутри; /r перед текстом отправляет его как есть.
staff-unclear-mark = Это похоже на заметку или команду, поэтому осталось внутри. Заметка начинается с //, а /r перед текстом отправляет его как есть.
staff-wrong-code = Это не тот код, что в журнале программы.
staff-already-set = Группа поддержки уже задана.
staff-dead-letter = Одно обновление не удалось обработать, оно отложено: подробности в журнале под { $id }. Остальное работает дальше.
staff-dead-killer = Программа каждый раз завершалась на обновлении { $id }, теперь оно отложено: npm run desk -- dead show { $id }
staff-dead-agent = Не выполнено: помешала ошибка программы. Напишите ещё раз или попросите оператора повторить { $id }.
staff-dead-written = 💔 { $name } пишет вот это, но помешала ошибка программы. Оператор может повторить: { $id }
staff-dead-pressed = 💔 Действие клиента { $name } не выполнено: помешала ошибка программы. Оператор может повторить: { $id }
staff-newcomers =
    { $count ->
        [one] { $supervisors }, пишет много новых клиентов: { $count } ещё ждёт темы. Темы появятся, как только будет место, сначала идут знакомые клиенты; обращения показывает /queue.
        [few] { $supervisors }, пишет много новых клиентов: { $count } ещё ждут темы. Темы появятся, как только будет место, сначала идут знакомые клиенты; обращения показывает /queue.
        [many] { $supervisors }, пишет много новых клиентов: { $count } ещё ждут темы. Темы появятся, как только будет место, сначала идут знакомые клиенты; обращения показывает /queue.
       *[other] { $supervisors }, пишет много новых клиентов: { $count } ещё ждут темы. Темы появятся, как только будет место, сначала идут знакомые клиенты; обращения показывает /queue.
    }
staff-newcomers-over = Наплыв новых клиентов прошёл: теперь у каждого есть тема.
staff-postpone-over = { $name }, время прошло: это обращение снова в работе.
staff-snooze-ended = { $name }, клиент написал: обращение больше не отложено.
staff-development-done = { $name }, разработка завершена: это обращение снова в работе.
staff-development-overdue = { $name }, разработка просрочена: это обращение снова в работе.
staff-closed-by-time = Закрыто по времени: клиент не ответил.
staff-unreachable = { $name }, клиент недоступен: он заблокировал бота. Обращение остаётся открытым.
staff-client-withdrew = Клиент отозвал обращение.
staff-reopened = Обращение снова открыто.
staff-limit-passed = Время на действие прошло.
staff-nobody-free = Время на действие прошло, и никто не свободен. { $supervisors }, назначьте, пожалуйста, ответственного.
staff-supervisors = Руководители
staff-promise-warning-first_response = { $name }, первый ответ обещан до { $time }.
staff-promise-warning-next_response = { $name }, ответ обещан до { $time }.
staff-promise-warning-resolution = { $name }, решение обещано до { $time }.
staff-promise-breach-first_response = Первый ответ был обещан до { $time }. { $name }, { $supervisors }, взгляните, пожалуйста.
staff-promise-breach-next_response = Ответ был обещан до { $time }. { $name }, { $supervisors }, взгляните, пожалуйста.
staff-promise-breach-resolution = Решение было обещано до { $time }. { $name }, { $supervisors }, взгляните, пожалуйста.
staff-released = Снова в очереди.
staff-merged = Это обращение теперь часть #{ $other }. В течение 24 часов это отменяет /unmerge.
staff-took-in = #{ $other } ({ $subject }) теперь часть этого обращения.
staff-unmerged = Это обращение больше не часть #{ $other }.
staff-gave-back = #{ $other } ({ $subject }) снова отдельное обращение.
staff-split = Это продолжается отдельным обращением: #{ $other }.
staff-split-off = Отделено от #{ $other } ({ $subject }).
staff-opened-other = Для этого клиента создана заявка #{ $other }.
staff-already-split = Это сообщение уже продолжается в #{ $other }.
staff-nobody = Коллеги
staff-needs-text-ask = Не хватает вопроса. Пример: /ask Какая у вас версия?
staff-needs-text-solve = Не хватает решения. Пример: /solve Обновите до версии 2.1
staff-needs-text-note = Не хватает текста заметки. Пример: /note у клиента старый тариф
staff-needs-text-assign = Не хватает имени коллеги. Пример: /assign @anna
staff-needs-text-reply = Не хватает текста. Пример: /r Мы уже смотрим
staff-needs-later = Не хватает времени или причины. Пример: /later tomorrow 9:00 ждём провайдера
staff-needs-dev = Нужны инженер, ключ и дата. Пример: /dev @ivan KEY-123 2026-12-01
staff-needs-priority = Какой приоритет? Пример: /priority high (low, normal, high, urgent)
staff-needs-tag = Не хватает метки. Пример: /tag billing
staff-needs-close = Нужны причина и текст. Пример: /close duplicate см. #12 (spam, duplicate, agreed, obsolete)
staff-needs-reopen = Не хватает текста. Пример: /reopen случилось снова
staff-needs-find = Что искать? Пример: /find счёт, /find #billing или /find 12
staff-needs-away = До какого времени? Пример: /away 2h
staff-needs-unsend = Ответьте /unsend на своё сообщение, которое получил клиент.
staff-banned = Клиент не может создавать заявки до { $time }. Открытые продолжаются.
staff-unbanned = Клиент снова может создавать заявки.
staff-needs-ban = До каких пор? Пример: /ban 7d
staff-needs-merge = Не хватает номера другого обращения. Пример: /merge 12
staff-needs-split = Ответьте /split на сообщение клиента; дальше можно написать тему. Пример: /split Ошибка в счёте
staff-needs-open = О чём речь? Пример: /open Ваш счёт за май готов
staff-disliked = 👎 Клиенту это не понравилось.
staff-rated = ⭐ Оценка: полезность { $helpfulness }, скорость { $speed }, вежливость { $politeness }
staff-rated-low = { $supervisors }, клиент поставил низкую оценку: взгляните, пожалуйста.
staff-queue = Очередь: { $count }
staff-queue-empty = Очередь пуста.
staff-mine = Ваши обращения: { $count }
staff-mine-empty = У вас нет обращений.
staff-found = Найдено: { $count }
staff-found-none = Ничего не найдено.
staff-away = Вы не получаете обращений до { $time }.
staff-back = С возвращением.
staff-waiting-since = ждёт { $time }
staff-history = История #{ $number }
staff-earlier = Прежние обращения этого клиента
staff-stats = За последние дни: { $days }
staff-stats-backlog = Ждут поддержки: { $backlog } из { $live } открытых обращений
staff-stats-handled = Обработано: { $count }
staff-stats-answer = Среднее время ответа: { $time }
staff-stats-agent = { $name }: обращений { $cases }, ответов { $answers }, в среднем { $time }
staff-stats-status = Время в состоянии «{ $status }»: { $time }
staff-stats-none = ответов ещё нет
staff-prompt-ask = Что нужно от клиента? Ответьте на это сообщение.
staff-prompt-solve = Какое решение? Ответьте на это сообщение.
staff-prompt-note = Что записать? Ответьте на это сообщение.
staff-prompt-later = До какого времени и почему? Ответьте на это сообщение. Пример: tomorrow 9:00 ждём провайдера
staff-prompt-dev = Кто, какая задача, до какого времени? Ответьте на это сообщение. Пример: @ivan KEY-123 2026-12-01
staff-prompt-placeholder = Ваш текст
staff-help =
    То, что вы пишете в теме, получает клиент. Оно остаётся внутри, если начинается с // или отвечает коллеге. 👌 доставлено, ✍ осталось внутри, 💔 не доставлено.
    /take: взять обращение
    /assign @name заметка: передать коллеге
    /ask текст: запросить у клиента данные
    /solve текст: предложить решение
    /withdraw: отозвать предложенное решение
    /note текст: внутренняя заметка
    /card: показать карточку ещё раз
    /release: вернуть в очередь
    /later 2h причина: отложить
    /dev @инженер KEY-123 дата: в разработке; /done: снова в работе
    /priority high, /tag метка, /untag метка: порядок
    /close причина текст (руководители), /reopen текст
    /open текст: ещё одна заявка для этого клиента
    /ban 7d, /unban (руководители): может ли клиент создавать заявки
    /merge 12: сделать частью другого обращения; /unmerge: отменить это в течение 24 часов
    /split тема, в ответ на сообщение клиента: отдельное обращение из него
    /history: что произошло
    В General: /queue, /mine, /find слова, /stats, /away 2h, /back
staff-help-strict =
    То, что вы пишете в теме, остаётся внутри. Чтобы ответить клиенту, ответьте на его сообщение или напишите /r текст. 👌 доставлено, ✍ осталось внутри, 💔 не доставлено.
    /take: взять обращение
    /assign @name заметка: передать коллеге
    /ask текст: запросить у клиента данные
    /solve текст: предложить решение
    /withdraw: отозвать предложенное решение
    /card: показать карточку ещё раз
    /release: вернуть в очередь
    /later 2h причина: отложить
    /dev @инженер KEY-123 дата: в разработке; /done: снова в работе
    /priority high, /tag метка, /untag метка: порядок
    /close причина текст (руководители), /reopen текст
    /open текст: ещё одна заявка для этого клиента
    /ban 7d, /unban (руководители): может ли клиент создавать заявки
    /merge 12: сделать частью другого обращения; /unmerge: отменить это в течение 24 часов
    /split тема, в ответ на сообщение клиента: отдельное обращение из него
    /history: что произошло
    В General: /queue, /mine, /find слова, /stats, /away 2h, /back

## Client: notices

notice-opened = Обращение #{ $number } открыто. Первый ответ будет до { $time }.
notice-works = Над вашим обращением работает { $name }.
notice-question = Поддержке нужны данные от вас:
notice-solution = Поддержка предлагает решение:
notice-closes = Без ответа обращение закроется само: { $time }.
notice-withdrawn = Поддержка отозвала предложенное решение и работает дальше.
notice-accepted = Вы приняли решение. Обращение закрыто.
notice-rejected = Вы отклонили решение. Поддержка работает дальше.
notice-answered = Вы ответили. Поддержка работает дальше.
notice-unsorted = Вы не указали, к какой заявке относится ваше сообщение: оно добавлено к этой.
notice-thanked = Пожалуйста! Вопрос выше всё ещё ждёт вас.
notice-answer = Ответить
notice-accept = Принять
notice-reject = Отклонить
notice-add-details = Добавить подробности
notice-postponed = Поддержка отложила ваше обращение до { $time }:
notice-postpone-over = Время прошло: поддержка продолжает работу над вашим обращением.
notice-resumed = Поддержка продолжает работу над вашим обращением.
notice-development = Ваше обращение в разработке. Ожидается: { $time }.
notice-development-moved = Ожидаемая дата изменилась: { $time }.
notice-development-over = Разработка завершена. Поддержка продолжает работу над вашим обращением.
notice-reminder = Напоминаем: поддержка ждёт вас. Без ответа обращение закроется само: { $time }.
notice-closed-unanswered = Обращение закрыто, потому что ответа не было.
notice-closed-undecided = Обращение закрыто: возражений против решения не было.
notice-you-withdrew = Вы отозвали обращение. Оно закрыто.
notice-closed-by-agent = Поддержка закрыла обращение:
notice-reopened = Обращение снова открыто.
notice-merged = Ваше обращение #{ $number } теперь часть #{ $other }.
notice-unmerged = Ваше обращение #{ $number } снова отдельное.
notice-split = Поддержка открыла для этого обращение #{ $number }. Первый ответ будет до { $time }.
notice-opened-for-you = Поддержка создала для вас эту заявку:
notice-reopen = Возобновить
notice-withdraw = Отозвать

## Client: rating

rating-helpfulness = Насколько полезной была поддержка?
rating-speed = Насколько быстрой была поддержка?
rating-politeness = Насколько вежливой была поддержка?
rating-comment = Спасибо! Хотите добавить комментарий? Напишите его здесь.
rating-done = Спасибо за оценку.
rating-change = Изменить
rating-skip = Пропустить

## Client: opening a ticket

form-progress = Шаг { $step } из { $steps }
form-back = Назад
form-cancel = Отменить
form-done = Готово
form-skip = Пропустить
form-send = Отправить
form-change = Изменить: { $part }
form-part-type = тип
form-part-description = описание
form-part-files = файлы
form-type = О чём речь?
form-other = Можно также написать свой ответ.
form-other-button = Другое
form-other-write = Напишите своими словами.
form-description = Опишите это своими словами.
form-description-hint = Поможет такое: что вы делали, чего ожидали, номера вроде SessionID звонка, ссылки. Можно отправить несколько сообщений.
form-messages =
    { $count ->
        [one] Получено: { $count } сообщение
        [few] Получено: { $count } сообщения
        [many] Получено: { $count } сообщений
       *[other] Получено: { $count } сообщения
    }
form-files = Есть ли снимки экрана или файлы?
form-files-hint = Фото, альбомы, видео, аудио, документы или ссылки.
form-files-count =
    { $count ->
        [0] Без файлов
        [one] { $count } файл
        [few] { $count } файла
        [many] { $count } файлов
       *[other] { $count } файла
    }
form-review = Всё верно?
form-cancelled = Отменено. Ничего не отправлено.
form-needs-description = Сначала напишите, пожалуйста, хотя бы одно предложение.
form-too-many-files =
    { $limit ->
        [one] В обращении может быть не больше { $limit } файла. Последнее сообщение не добавлено.
        [few] В обращении может быть не больше { $limit } файлов. Последнее сообщение не добавлено.
        [many] В обращении может быть не больше { $limit } файлов. Последнее сообщение не добавлено.
       *[other] В обращении может быть не больше { $limit } файла. Последнее сообщение не добавлено.
    }
form-beyond = Описание заполнено. Всё, что вы напишете дальше, сохранится и попадёт в это же обращение, когда вы нажмёте «Отправить».
form-full = Здесь больше нет места: последнее сообщение не добавлено. Сначала завершите это, а остальное напишите в открытое обращение.
form-forgotten = Диалог изменился с обновлением и начинается заново. То, что вы писали, есть выше.
form-sent = Отправлено.

## Client: chat

client-ask-open = Открыть с этим обращение?
client-which = К какому обращению это относится?
client-new-ticket = Новое обращение
client-added = Добавлено к обращению.
client-slower = Вы пишете быстрее, чем мы успеваем передавать. Ничего не потеряется: всё дойдёт по порядку, только чуть позже.
client-unreadable = Поддержка не видит это сообщение. Опишите его словами или пришлите фото либо файл.
client-help =
    /new: новое обращение
    /tickets: ваши обращения
    /journal: закрытые обращения
    /settings: язык, тихие часы, уведомления
    /cancel: остановить текущий диалог
    Всё, что вы пишете об открытом обращении, получает поддержка.
client-nothing-to-cancel = Отменять нечего.
client-no-tickets = У вас нет открытых обращений.
client-no-closed = У вас нет закрытых обращений.
client-tickets = Ваши обращения
client-closed-tickets = Закрытые обращения
client-waits = ждёт вас
client-answer = Напишите ответ, при необходимости с файлами, и нажмите «Готово».
client-reject-why = Что всё ещё не так? Напишите здесь.
client-add = То, что вы сейчас напишете, будет добавлено к этому обращению.
client-you = Вы
client-support = Поддержка
client-withdraw-sure = Отозвать это обращение? Оно будет закрыто.
client-withdraw-no = Нет
client-reopen-why = Что осталось нерешённым? Напишите здесь.
client-closed-ask = Это обращение закрыто. Что сделать с вашим сообщением?
client-merged = Это обращение теперь часть #{ $other }.
client-reopen-number = Возобновить #{ $number }
client-follow-up = Новое обращение из него

## Client: settings

settings-language = Язык: { $language }
settings-quiet = Тихие часы: { $hours } ({ $zone }). Уведомления ждут, пока они не пройдут или пока вы не напишете.
settings-quiet-never = нет
settings-quiet-off = Без тихих часов
settings-notices = Ответы, вопросы, решения и закрытие приходят всегда; остальное выбираете вы.
settings-notice-works = Кто работает над обращением
settings-notice-progress = Ход работы
