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
command-later = Отложить: /later завтра 9:00 причина
command-dev = В разработку: /dev @инженер KEY-123 дата
command-done = Разработка или ожидание завершены
command-withdraw = Отозвать предложенное решение
command-priority = Приоритет: /priority high
command-tag = Метка: /tag billing
command-untag = Убрать метку: /untag billing
command-close = Закрыть (руководители): /close duplicate текст
command-reopen = Возобновить: /reopen текст
command-open = Ещё одна заявка для этого клиента: /open текст
command-merge = Объединить с другой заявкой: /merge 12
command-unmerge = Отменить объединение в течение 24 часов
command-split = В ответ на сообщение: сделать из него отдельную заявку
command-ban = Запретить клиенту создавать заявки (руководители): /ban 7d
command-unban = Снова разрешить клиенту создавать заявки (руководители)
command-unsend = В ответ на своё сообщение: забрать его у клиента
command-card = Показать карточку снова
command-history = История заявки
command-queue = Заявки без ответственного
command-mine = Мои заявки
command-find = Найти: /find слова, #метка или номер
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
refusal-no_such_ticket = Такой заявки нет.
refusal-changed_meanwhile = Заявка тем временем изменилась. Посмотрите её ещё раз.
refusal-person_banned = Сейчас вы не можете создавать заявки.
refusal-too_many_open = У вас уже слишком много открытых заявок. Напишите, пожалуйста, в одну из них.
refusal-nothing_said = Напишите, пожалуйста, хотя бы слово или отправьте файл.
refusal-rating_window_over = Эту заявку уже нельзя оценить.
refusal-no_such_agent = Такого агента нет.
refusal-no_such_message = Такого сообщения нет.
refusal-no_such_type = Такого типа заявок больше нет. Выберите, пожалуйста, другой.
refusal-supervisors_only = Это могут только руководители.
refusal-time_not_ahead = Это время уже прошло.
refusal-time_too_far = Это слишком далёкое будущее.
refusal-reason_missing = Не указана причина.
refusal-engineer_missing = Не указан инженер.
refusal-key_missing = Не указан ключ задачи.
refusal-reopen_window_over = Эту заявку уже нельзя возобновить. Создайте, пожалуйста, новую.
refusal-never_reopened = Эту заявку нельзя возобновить.
refusal-merge_target_closed = К закрытой заявке ничего нельзя присоединить.
refusal-merge_target_self = Заявка не может стать частью самой себя.
refusal-merge_target_part = Та заявка уже является частью этой.
refusal-merge_other_requester = Это заявки разных клиентов, а чужую заявку никто не должен видеть.
refusal-already_merged = Эта заявка уже является частью другой.
refusal-not_merged = Эта заявка не является частью другой.
refusal-unmerge_survivor_merged = Другая заявка сама стала частью третьей. Сначала отмените то объединение.
refusal-unmerge_later_first = К другой заявке позже присоединили ещё одну. Сначала отмените то объединение.
refusal-unmerge_answered = Клиенту уже ответили в другой заявке: они остаются вместе.
refusal-unmerge_window_over = Разъединить заявки можно только в течение 24 часов.

## Ошибки

error-unexpected = Что-то пошло не так с нашей стороны. Ничего из написанного вами не потеряно.

## Deliveries and the staff group

delivery-failed-unreachable = Не доставлено: клиент заблокировал бота или удалил аккаунт.
delivery-failed-refused = Не доставлено: Telegram не принимает это сообщение ({ $error }).
delivery-reason-voice = настройки клиента не разрешают голосовых и видеосообщений: напишите текстом или отправьте файлом
delivery-reason-size = файл слишком большой: уменьшите его или пришлите ссылку
delivery-reason-file = у Telegram этого файла больше нет: отправьте его заново
delivery-reason-image = Telegram не может обработать изображение: отправьте его файлом
delivery-uncertain = Telegram так и не подтвердил это сообщение: возможно, оно не дошло.
delivery-as-file = Текст слишком длинный для сообщения; он целиком в этом файле.
delivery-failed-partly = Доставлено не всё. Не хватает: { $things } ({ $error }).
delivery-kept = Это сообщение всё ещё есть у клиента: Telegram уже не удаляет его ({ $error }). Напишите вместо этого, как правильно.
delivery-never-sent = Клиент не получал этого сообщения и уже не получит.
delivery-doubled = Однажды Telegram не подтвердил это сообщение, поэтому у клиента может быть вторая его копия, которую бот не изменит и не удалит. Напишите клиенту, как правильно.
delivery-unshown = ⚠️ { $name } присылает то, что здесь нельзя показать:
delivery-incomplete = ⚠️ Telegram пропустил часть того, что присылает { $name }. Вот всё это словами:
delivery-lost = ⚠️ #{ $number }: слова, которые написал клиент { $name }, не удалось показать в теме ({ $error }):
erased-topic-stays = ⚠️ #{ $number } стёрта, но её тема всё ещё здесь ({ $error }). Удалите её сами; с правом удалять сообщения в следующий раз это сделает бот.
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
group-adopted = Теперь это группа поддержки. У каждой заявки здесь будет своя тема. Начните с /help: там видно всё, что можно сделать.
group-needs-admin = Сделать эту группу группой поддержки может только её администратор.
group-not-ready = Эта группа пока не может быть группой поддержки. Исправьте вот что и повторите команду:
group-lacks = ⚠️ Боту чего-то не хватает в группе поддержки. То, чему это нужно, ждёт, остальное работает.
group-lacks-still = ⚠️ Бот получил часть того, чего ему не хватало, но в группе поддержки ему всё ещё чего-то не хватает.
group-lacks-write = Он не может там писать: добавьте его в группу снова как администратора или разрешите ему отправлять сообщения.
group-lacks-administrator = Он не администратор: в настройках группы, «Администраторы», добавьте его с правами «Управление темами» и «Закрепление сообщений».
group-lacks-topics = Темы выключены: включите «Темы» в настройках группы. До этого написанное клиентами ждёт.
group-lacks-manage_topics = Он не может управлять темами: в настройках группы, «Администраторы», включите ему «Управление темами». До этого ни одна заявка не получит новой темы.
group-lacks-pin_messages = Он не может закреплять сообщения: в настройках группы, «Администраторы», включите ему «Закрепление сообщений». До этого карточки не закрепляются.
group-complete = ✅ У бота в этой группе снова есть всё нужное.

## Staff: the ticket's card

card-client = Клиент: { $name }
card-client-unverified = не подтверждён
card-earlier =
    { $count ->
        [0] первая заявка
        [one] { $count } прежняя заявка
        [few] { $count } прежние заявки
        [many] { $count } прежних заявок
       *[other] { $count } прежней заявки
    }
card-type = Тип: { $type }
card-priority = Приоритет: { $priority }
card-status = Статус: { $status }
card-assignee = Ответственный: { $name }
card-queue = Ответственный: ещё не назначен
card-owes-support = Поддержка должна ответить до { $time }
card-owes-work = Следующий шаг до { $time }
card-owes-client = Ждём клиента; закроется автоматически: { $time }
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

staff-assigned = Теперь за заявку отвечает { $name }.
staff-no-longer-yours = { $name }, эта заявка больше не ваша.
staff-thanked = Клиент поблагодарил.
staff-unsorted = У клиента несколько заявок, и не указано, к какой это относится.
staff-accepted = Клиент принял решение. Заявка закрыта.
staff-rejected = Клиент отклонил решение.
staff-undecided = { $name }, клиент написал после решения, но не сказал, подошло ли оно. Заявка снова в работе.
staff-rejected-often =
    { $count ->
        [one] Решение снова отклонено: заявка вернулась { $count } раз. { $supervisors }, взгляните, пожалуйста.
        [few] Решение снова отклонено: заявка вернулась { $count } раза. { $supervisors }, взгляните, пожалуйста.
        [many] Решение снова отклонено: заявка вернулась { $count } раз. { $supervisors }, взгляните, пожалуйста.
       *[other] Решение снова отклонено: заявка вернулась { $count } раза. { $supervisors }, взгляните, пожалуйста.
    }
staff-edited = ✏️ Клиент изменил это сообщение. Было:
staff-edited-now = Стало:
staff-edit-note-stays = Изменённая заметка остаётся заметкой; чтобы ответить клиенту, напишите новое сообщение.
staff-edit-public-stays = Клиент уже получил это сообщение; правка не делает его заметкой.
staff-edit-command-stays = У клиента остаётся прежний текст: эта правка начинается с команды.
staff-edit-reason-stays = У клиента это уведомление остаётся прежним: напишите, что изменилось, новым сообщением.
staff-edit-not-carried-out = Исправленное сообщение не выполняется: напишите его ещё раз новым.
staff-album-stays = Остальную часть этого альбома клиент уже получил; эта часть остаётся внутри. Чтобы забрать у клиента остальное, ответьте на первую часть командой /unsend.
staff-taken = Первым пришёл ответ от { $name }; у заявки уже есть ответственный. Ваш текст не отправлен.
staff-not-sent = Ваш текст не отправлен.
staff-not-sent-closed = Ваш текст не отправлен: эта заявка закрыта. Напишите /reopen перед текстом, чтобы возобновить заявку и отправить его.
staff-not-sent-over = Ваш текст не отправлен: эта заявка закрыта, возобновить её уже нельзя. Напишите /open перед текстом, чтобы открыть с ним другую заявку для этого клиента.
staff-not-sent-merged = Ваш текст не отправлен: эта заявка теперь часть #{ $other }. Напишите его там.
staff-not-sent-status = Ваш текст не отправлен: в статусе «{ $status }» эта команда невозможна. Напишите вместо неё /r, чтобы отправить текст как ответ.
staff-not-possible = Невозможно, пока статус заявки «{ $status }».
staff-do-first = Сначала напишите { $command }.
staff-newer = Новое сообщение от клиента. Отправить всё равно?
staff-newer-send = Отправить всё равно
staff-sent = Отправлено.
staff-no-agent = Здесь нет никого по имени { $name }. Пишите @username или полное имя; бот знает агентов с их первого сообщения в этой группе. Пример: /assign @anna
staff-several-agents = Имя { $name } у нескольких агентов: { $agents }. Ответьте /assign на сообщение нужного агента.
staff-no-ticket = Эта тема не относится ни к одной заявке. Пишите в теме заявки.
staff-foreign-topic = Эта тема не относится ни к одной заявке этой службы: никто вне этой группы не получит того, что здесь написано.
staff-foreign-card = Эта карточка не относится ни к одной заявке этой службы.
staff-members-only = Здесь выполняются указания только участников группы поддержки.
staff-anonymous = Сообщения от имени группы или канала никому не принадлежат: пишите от своего имени.
staff-unknown-command = Команды /{ $name } нет. Текст остался внутри: /help показывает все команды, а /r перед текстом отправляет его как есть.
staff-unknown-command-near = Команды /{ $name } нет. Может быть, /{ $nearest }? Текст остался внутри; /r перед текстом отправляет его как есть.
staff-other-form = Это не совсем /{ $nearest }: команда начинается с обычной косой черты сразу перед названием, а после названия стоит пробел. Текст остался внутри; /r перед текстом отправляет его как есть.
staff-other-layout = Это похоже на /{ $nearest } в другой раскладке клавиатуры, поэтому осталось внутри; /r перед текстом отправляет его как есть.
staff-unclear-mark = Это похоже на заметку или команду, поэтому осталось внутри. Заметка начинается с //, а /r перед текстом отправляет его как есть.
staff-wrong-code = Это не тот код, что в журнале программы.
staff-already-set = Группа поддержки уже задана.
staff-dead-letter = Одно обновление не удалось обработать, оно отложено: подробности в журнале под { $id }. Остальное работает дальше.
staff-dead-killer = Программа каждый раз завершалась на обновлении { $id }, теперь оно отложено: npm run desk -- dead show { $id }
staff-dead-agent = Не выполнено: помешала ошибка программы. Напишите ещё раз или попросите оператора повторить { $id }.
staff-dead-written = 💔 Это написал клиент { $name }, но обработать помешала ошибка программы. Оператор может повторить: { $id }
staff-dead-pressed = 💔 Действие клиента { $name } не выполнено: помешала ошибка программы. Оператор может повторить: { $id }
staff-newcomers =
    { $count ->
        [one] { $supervisors }, пишет много новых клиентов: { $count } ещё ждёт темы. Темы появятся, как только будет место, сначала для клиентов, которые уже писали; все заявки показывает /queue.
        [few] { $supervisors }, пишет много новых клиентов: { $count } ещё ждут темы. Темы появятся, как только будет место, сначала для клиентов, которые уже писали; все заявки показывает /queue.
        [many] { $supervisors }, пишет много новых клиентов: { $count } ещё ждут темы. Темы появятся, как только будет место, сначала для клиентов, которые уже писали; все заявки показывает /queue.
       *[other] { $supervisors }, пишет много новых клиентов: { $count } ещё ждут темы. Темы появятся, как только будет место, сначала для клиентов, которые уже писали; все заявки показывает /queue.
    }
staff-newcomers-over = Наплыв новых клиентов прошёл: теперь у каждого есть тема.
alarm-refused =
    { $count ->
        [one] ⚠️ { $people }, Telegram уже { $minutes } мин не принимает сообщения для { $count } чата: { $reason }. Они ждут в своём порядке и уйдут, как только он их примет; писать заново ничего не нужно.
        [few] ⚠️ { $people }, Telegram уже { $minutes } мин не принимает сообщения для { $count } чатов: { $reason }. Они ждут в своём порядке и уйдут, как только он их примет; писать заново ничего не нужно.
        [many] ⚠️ { $people }, Telegram уже { $minutes } мин не принимает сообщения для { $count } чатов: { $reason }. Они ждут в своём порядке и уйдут, как только он их примет; писать заново ничего не нужно.
       *[other] ⚠️ { $people }, Telegram уже { $minutes } мин не принимает сообщения для { $count } чата: { $reason }. Они ждут в своём порядке и уйдут, как только он их примет; писать заново ничего не нужно.
    }
alarm-refused-over = ✅ Telegram снова принимает сообщения: то, что ждало, отправляется.
alarm-given-up =
    { $count ->
        [one] ⚠️ { $people }, { $count } сообщение не дошло, и попыток больше не будет. Какое именно, оператор увидит командой npm run desk -- outbox list
        [few] ⚠️ { $people }, { $count } сообщения не дошли, и попыток больше не будет. Какие именно, оператор увидит командой npm run desk -- outbox list
        [many] ⚠️ { $people }, { $count } сообщений не дошли, и попыток больше не будет. Какие именно, оператор увидит командой npm run desk -- outbox list
       *[other] ⚠️ { $people }, { $count } сообщения не дошли, и попыток больше не будет. Какие именно, оператор увидит командой npm run desk -- outbox list
    }
alarm-inbox = ⚠️ { $people }, написанное людьми уже { $minutes } мин ждёт обработки. Ничего не потеряно, но оператор должен посмотреть сейчас: npm run desk -- doctor
alarm-inbox-over = ✅ Написанное людьми снова обрабатывается сразу.
alarm-timers =
    { $count ->
        [one] ⚠️ { $people }, наступило время { $count } напоминания или срока, но выполнить его не удаётся; попытки продолжаются. Причину оператор найдёт в журнале: «Something due failed».
        [few] ⚠️ { $people }, наступило время { $count } напоминаний или сроков, но выполнить их не удаётся; попытки продолжаются. Причину оператор найдёт в журнале: «Something due failed».
        [many] ⚠️ { $people }, наступило время { $count } напоминаний или сроков, но выполнить их не удаётся; попытки продолжаются. Причину оператор найдёт в журнале: «Something due failed».
       *[other] ⚠️ { $people }, наступило время { $count } напоминания или срока, но выполнить их не удаётся; попытки продолжаются. Причину оператор найдёт в журнале: «Something due failed».
    }
alarm-timers-over = ✅ С напоминаниями и сроками, которые не удавались, всё в порядке.
alarm-disk = ⚠️ { $people }, на диске программы осталось только { $megabytes } МБ. Когда он заполнится, ничего нельзя будет сохранить: оператор должен освободить место сейчас.
alarm-disk-over = ✅ На диске программы снова есть место.
staff-postpone-over = { $name }, время прошло: эта заявка снова в работе.
staff-snooze-ended = { $name }, клиент написал: заявка больше не отложена.
staff-development-done = { $name }, разработка завершена: эта заявка снова в работе.
staff-development-overdue = { $people }, разработка просрочена: эта заявка снова в работе.
staff-closed-by-time = Закрыто автоматически: клиент не ответил.
staff-unreachable = { $name }, клиент недоступен: бот заблокирован. Заявка остаётся открытой.
staff-client-withdrew = Клиент отозвал заявку.
staff-reopened = Заявка снова открыта.
staff-limit-passed = Время на ответ или действие истекло.
staff-noted-by = К сведению: { $supervisors }.
staff-nobody-free = Время на ответ или действие истекло, а свободных агентов нет. { $supervisors }, назначьте, пожалуйста, ответственного.
staff-nobody-else-free = Время на ответ или действие истекло, а больше никто не свободен. { $people }, взгляните, пожалуйста.
staff-passed-around = Время на ответ или действие истекло, а сегодня эту заявку передавали слишком часто. { $people }, взгляните, пожалуйста.
staff-supervisors = Руководители
staff-promise-warning-first_response = { $name }, первый ответ обещан до { $time }.
staff-promise-warning-next_response = { $name }, ответ обещан до { $time }.
staff-promise-warning-resolution = { $name }, решение обещано до { $time }.
staff-promise-breach-first_response = Первый ответ был обещан до { $time }. { $people }, взгляните, пожалуйста.
staff-promise-breach-next_response = Ответ был обещан до { $time }. { $people }, взгляните, пожалуйста.
staff-promise-breach-resolution = Решение было обещано до { $time }. { $people }, взгляните, пожалуйста.
staff-released = Снова в очереди.
staff-merged = Эта заявка теперь часть #{ $other }. Отменить это можно в течение 24 часов: /unmerge.
staff-took-in = #{ $other } ({ $subject }) теперь часть этой заявки.
staff-unmerged = Эта заявка больше не часть #{ $other }.
staff-gave-back = #{ $other } ({ $subject }) снова отдельная заявка.
staff-split = Это продолжается отдельной заявкой: #{ $other }.
staff-split-off = Отделено от #{ $other } ({ $subject }).
staff-opened-other = Для этого клиента создана заявка #{ $other }.
staff-already-split = Это сообщение уже продолжается в #{ $other }.
staff-nobody = Коллеги
staff-needs-text-ask = Не указан вопрос. Пример: /ask Какая у вас версия?
staff-needs-text-solve = Не указано решение. Пример: /solve Обновите до версии 2.1
staff-needs-text-note = Заметка пуста. Пример: /note у клиента старый тариф
staff-needs-text-assign = Не указан коллега. Пример: /assign @anna
staff-needs-text-reply = Не указан текст. Пример: /r Мы уже смотрим
staff-needs-later = Не указано время или причина. Пример: /later завтра 9:00 ждём провайдера
staff-needs-dev = Нужны инженер, ключ и дата. Пример: /dev @ivan KEY-123 2026-12-01
staff-needs-priority = Какой приоритет? Пример: /priority high (low, normal, high, urgent)
staff-needs-tag = Не указана метка. Пример: /tag billing
staff-needs-close = Нужны причина и текст. Пример: /close duplicate см. #12 (spam, duplicate, agreed, obsolete)
staff-needs-reopen = Не указан текст. Пример: /reopen случилось снова
staff-needs-find = Что искать? Пример: /find счёт, /find #billing или /find 12
staff-needs-away = До какого времени? Пример: /away 2h
staff-needs-unsend = Напишите /unsend в ответ на своё сообщение, которое получил клиент.
staff-banned = Клиент не может создавать заявки до { $time }. Открытых заявок это не касается.
staff-unbanned = Клиент снова может создавать заявки.
staff-needs-ban = До какого времени? Пример: /ban 7d
staff-needs-merge = Не указан номер другой заявки. Пример: /merge 12
staff-needs-split = Напишите /split в ответ на сообщение клиента; дальше можно добавить тему. Пример: /split Ошибка в счёте
staff-needs-open = О чём речь? Пример: /open Ваш счёт за май готов
staff-disliked = 👎 Клиенту это не понравилось.
staff-rated = ⭐ Оценка: полезность { $helpfulness }, скорость { $speed }, вежливость { $politeness }
staff-rated-low = { $supervisors }, клиент поставил низкую оценку: взгляните, пожалуйста.
staff-queue = Очередь: { $count }
staff-queue-empty = Очередь пуста.
staff-mine = Ваши заявки: { $count }
staff-mine-empty = У вас нет заявок.
staff-found = Найдено: { $count }
staff-found-many = Найдено: больше { $count }
staff-list-more = … и ещё { $count }
staff-list-others = … и другие: добавьте слов, чтобы сузить поиск
staff-found-none = Ничего не найдено.
staff-away = Вы не получаете заявок до { $time }.
staff-back = С возвращением.
staff-waiting-since = ждёт { $time }
staff-history = История #{ $number }
staff-earlier = Прежние заявки этого клиента
staff-stats =
    { $days ->
        [one] За последний { $days } день
        [few] За последние { $days } дня
        [many] За последние { $days } дней
       *[other] За последние { $days } дня
    }
staff-stats-backlog = Ждут поддержки: { $backlog } из { $live } открытых заявок
staff-stats-handled = Обработано: { $count }
staff-stats-answer = Среднее время ответа: { $time }
staff-stats-agent = { $name }: заявок { $cases }, ответов { $answers }, в среднем { $time }
staff-stats-status = Время в статусе «{ $status }»: { $time }
staff-stats-none = ответов ещё нет
staff-prompt-ask = Что нужно от клиента? Ответьте на это сообщение.
staff-prompt-solve = Какое решение? Ответьте на это сообщение.
staff-prompt-note = Что записать? Ответьте на это сообщение.
staff-prompt-later = До какого времени и почему? Ответьте на это сообщение. Пример: завтра 9:00 ждём провайдера
staff-prompt-dev = Кто, какая задача, до какого времени? Ответьте на это сообщение. Пример: @ivan KEY-123 2026-12-01
staff-prompt-placeholder = Ваш текст
staff-help = То, что вы пишете в теме, получает клиент. Оно остаётся внутри, если начинается с // или это ответ коллеге. 👌 доставлено, ✍ осталось внутри, 💔 не доставлено.
staff-help-strict = То, что вы пишете в теме, остаётся внутри. Чтобы ответить клиенту, ответьте на его сообщение или напишите /r текст. 👌 доставлено, ✍ осталось внутри, 💔 не доставлено.
staff-help-responsibility = Кто отвечает за заявку:
staff-help-client = Разговор с клиентом:
staff-help-waiting = Ожидание:
staff-help-ticket = Сама заявка:
staff-help-ending = Закрыть, создать, объединить:
staff-help-everywhere = Также в General:

## Staff: what help says of a command, a line each

staff-usage-take = /take: взять заявку
staff-usage-assign = /assign @name заметка: передать коллеге
staff-usage-release = /release: вернуть в очередь
staff-usage-ask = /ask текст: запросить у клиента данные
staff-usage-solve = /solve текст: предложить решение
staff-usage-withdraw = /withdraw: отозвать предложенное решение
staff-usage-note = /note текст: внутренняя заметка
staff-usage-later = /later завтра 9:00 причина: отложить
staff-usage-dev = /dev @инженер KEY-123 дата: передать в разработку
staff-usage-done = /done: разработка или ожидание завершены
staff-usage-priority = /priority low|normal|high|urgent: изменить приоритет
staff-usage-tag = /tag метка: добавить метку
staff-usage-untag = /untag метка: убрать метку
staff-usage-close = /close spam|duplicate|agreed|obsolete текст: закрыть (руководители)
staff-usage-reopen = /reopen текст: возобновить
staff-usage-open = /open текст: ещё одна заявка для этого клиента
staff-usage-merge = /merge 12: сделать частью другой заявки
staff-usage-unmerge = /unmerge: отменить это в течение 24 часов
staff-usage-split = /split тема, в ответ на сообщение клиента: сделать из него отдельную заявку
staff-usage-ban = /ban 7d: запретить клиенту создавать заявки (руководители)
staff-usage-unban = /unban: снова разрешить это клиенту (руководители)
staff-usage-unsend = /unsend, в ответ на своё сообщение: забрать его у клиента
staff-usage-card = /card: показать карточку ещё раз
staff-usage-history = /history: история заявки
staff-usage-queue = /queue: заявки без ответственного
staff-usage-mine = /mine: ваши заявки
staff-usage-find = /find слова: найти заявки
staff-usage-stats = /stats: показатели последних дней
staff-usage-away = /away 2h: некоторое время не получать заявок
staff-usage-back = /back: снова получать заявки

## Client: notices

notice-opened = Заявка #{ $number } создана. Первый ответ будет до { $time }.
notice-works = Над вашей заявкой работает { $name }.
notice-question = Поддержке нужны от вас данные:
notice-solution = Поддержка предлагает решение:
notice-closes = Если не ответить до { $time }, заявка закроется автоматически.
notice-withdrawn = Поддержка отозвала предложенное решение и работает дальше.
notice-accepted = Вы приняли решение. Заявка закрыта.
notice-rejected = Вы отклонили решение. Поддержка работает дальше.
notice-answered = Спасибо, поддержка получила ваш ответ.
notice-unsorted = Вы не указали, к какой заявке относится ваше сообщение: оно добавлено к этой.
notice-thanked = Пожалуйста! Вопрос выше всё ещё ждёт вас.
notice-is-it-solved = Вопрос решён?
notice-undecided = Поддержка снова работает над этим: осталось неясным, решён ли вопрос.
notice-answer = Ответить
notice-accept = Принять
notice-reject = Отклонить
notice-add-details = Добавить подробности
notice-postponed = Поддержка отложила вашу заявку до { $time }:
notice-postpone-over = Время прошло: поддержка снова работает над вашей заявкой.
notice-resumed = Поддержка снова работает над вашей заявкой.
notice-development = Ваша заявка в разработке. Ожидаемый срок: { $time }.
notice-development-moved = Ожидаемый срок изменился: { $time }.
notice-development-over = Разработка завершена. Поддержка снова работает над вашей заявкой.
notice-development-overdue = Разработка занимает больше времени, чем ожидалось. Поддержка снова работает над вашей заявкой.
notice-reminder = Напоминаем: поддержка ждёт вас. Если не ответить до { $time }, заявка закроется автоматически.
notice-closed-unanswered = Заявка закрыта, потому что ответа не было.
notice-closed-undecided = Заявка закрыта: вы не ответили на предложенное решение.
notice-you-withdrew = Вы отозвали заявку. Она закрыта.
notice-closed-by-agent = Поддержка закрыла заявку:
notice-reopened = Заявка снова открыта.
notice-merged = Ваша заявка #{ $number } теперь часть #{ $other }.
notice-unmerged = Ваша заявка #{ $number } снова отдельная.
notice-split = Поддержка создала для этого заявку #{ $number }. Первый ответ будет до { $time }.
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
        [one] В заявке может быть не больше { $limit } файла. Последнее сообщение не добавлено.
        [few] В заявке может быть не больше { $limit } файлов. Последнее сообщение не добавлено.
        [many] В заявке может быть не больше { $limit } файлов. Последнее сообщение не добавлено.
       *[other] В заявке может быть не больше { $limit } файла. Последнее сообщение не добавлено.
    }
form-beyond = Описание заполнено. Всё, что вы напишете дальше, сохранится и попадёт в эту же заявку, когда вы нажмёте «Отправить».
form-full = Здесь больше нет места: последнее сообщение не добавлено. Сначала завершите это, а остальное напишите в открытую заявку.
form-forgotten = Бот обновлён, и этот диалог начинается заново. То, что вы писали, есть выше.
form-sent = Отправлено.

## Client: chat

client-ask-open = Создать из этого заявку?
client-which = К какой заявке это относится?
client-new-ticket = Новая заявка
client-added = Добавлено к заявке.
client-slower = Вы пишете быстрее, чем мы успеваем передавать. Ничего не потеряется: всё дойдёт по порядку, только чуть позже.
client-unreadable = Поддержка не видит это сообщение. Опишите его словами или пришлите фото либо файл.
client-unreadable-part = Ваше сообщение дошло до поддержки, но без этой части: { $things }. Опишите её словами или пришлите в другом виде.
client-unreadable-file = Поддержка не видит того, что вы прислали ({ $things }). Опишите это словами или пришлите в другом виде.
client-edit-unread = Изменение этого сообщения не доходит до поддержки. Напишите это ещё раз новым сообщением.
client-help = Всё, что вы пишете об открытой заявке, получает поддержка.
client-usage-new = /new: новая заявка
client-usage-tickets = /tickets: ваши заявки
client-usage-journal = /journal: закрытые заявки
client-usage-settings = /settings: язык, тихие часы, уведомления
client-usage-cancel = /cancel: прервать текущий диалог
client-nothing-to-cancel = Отменять нечего.
client-no-tickets = У вас нет открытых заявок.
client-no-closed = У вас нет закрытых заявок.
client-tickets = Ваши заявки
client-closed-tickets = Закрытые заявки
client-waits = ждёт вас
client-answer = Напишите ответ, при необходимости с файлами, и нажмите «Готово».
client-reject-why = Что всё ещё не так? Напишите здесь.
client-add = То, что вы сейчас напишете, будет добавлено к этой заявке.
client-you = Вы
client-support = Поддержка
client-withdraw-sure = Отозвать эту заявку? Она будет закрыта.
client-withdraw-no = Нет
client-reopen-why = Что осталось нерешённым? Напишите здесь.
client-closed-ask = Эта заявка закрыта. Что сделать с вашим сообщением?
client-merged = Эта заявка теперь часть #{ $other }.
client-reopen-number = Возобновить #{ $number }
client-follow-up = Создать новую заявку

## Client: settings

settings-language = Язык: { $language }
settings-quiet = Тихие часы: { $hours } ({ $zone }). Уведомления ждут, пока они не пройдут или пока вы не напишете.
settings-quiet-never = нет
settings-quiet-off = Без тихих часов
settings-notices = Ответы, вопросы, решения и закрытие приходят всегда. Остальное выберите сами:
settings-notice-works = Кто работает над заявкой
settings-notice-progress = Ход работы
