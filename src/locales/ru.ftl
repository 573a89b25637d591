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
refusal-person_banned = Сейчас вы не можете создавать обращения.
refusal-too_many_open = У вас уже слишком много открытых обращений. Напишите, пожалуйста, в одно из них.
refusal-nothing_said = Напишите, пожалуйста, хотя бы слово или отправьте файл.
refusal-rating_window_over = Время оценки этого обращения прошло.
refusal-no_such_agent = Такого агента нет.
refusal-no_such_message = Такого сообщения нет.
refusal-no_such_type = Такого типа обращения больше нет. Выберите, пожалуйста, другой.

## Ошибки

error-unexpected = Что-то пошло не так с нашей стороны. Ничего из написанного вами не потеряно.
error-staff-only = Это работает только в группе поддержки.
error-too-many-messages = Слишком много сообщений сразу. Подождите, пожалуйста, минуту.
error-too-many-tickets =
    { $limit ->
        [one] У вас уже { $limit } открытая заявка. Напишите, пожалуйста, в неё.
        [few] У вас уже { $limit } открытые заявки. Напишите, пожалуйста, в одну из них.
        [many] У вас уже { $limit } открытых заявок. Напишите, пожалуйста, в одну из них.
       *[other] У вас уже { $limit } открытой заявки. Напишите, пожалуйста, в одну из них.
    }

## Deliveries and the staff group

delivery-failed-unreachable = Не доставлено: клиент заблокировал бота или удалил аккаунт.
delivery-failed-refused = Не доставлено: Telegram не принимает это сообщение ({ $error }).
delivery-as-file = Текст слишком длинный для сообщения; он целиком в этом файле.
group-adopted = Теперь это группа поддержки. У каждой заявки здесь будет своя тема.
group-needs-admin = Сделать эту группу группой поддержки может только её администратор.
group-needs-topics = Включите темы в настройках этой группы и повторите команду.
group-needs-rights = Сделайте бота администратором этой группы с правом управлять темами и повторите команду.

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

## Staff: lines in a topic

staff-assigned = Теперь отвечает { $name }.
staff-thanked = Клиент поблагодарил.
staff-accepted = Клиент принял решение. Обращение закрыто.
staff-rejected = Клиент отклонил решение.
staff-rejected-often =
    { $count ->
        [one] Решение отклонено { $count } раз: стоит взглянуть старшему.
        [few] Решение отклонено { $count } раза: стоит взглянуть старшему.
        [many] Решение отклонено { $count } раз: стоит взглянуть старшему.
       *[other] Решение отклонено { $count } раза: стоит взглянуть старшему.
    }
staff-edited = ✏️ Клиент изменил это сообщение. Было:
staff-edited-now = Стало:
staff-edit-note-stays = Изменённая заметка остаётся заметкой; чтобы ответить клиенту, напишите новое сообщение.
staff-edit-public-stays = Клиент уже получил это сообщение; правка не делает его заметкой.
staff-taken = { $name } ответил первым и ведёт это обращение. Ваш текст не отправлен.
staff-newer = Новое сообщение от клиента. Отправить всё равно?
staff-newer-send = Отправить всё равно
staff-sent = Отправлено.
staff-no-agent = Здесь нет никого по имени { $name }. Агентов видно с их первого сообщения в этой группе. Пример: /assign @anna
staff-no-ticket = Эта тема не относится ни к одному обращению. Пишите в теме обращения.
staff-anonymous = Анонимные сообщения никому не принадлежат: чтобы ответить клиенту, пишите от своего имени.
staff-unknown-command = Команды /{ $name } нет. /help покажет, что есть.
staff-wrong-code = Это не тот код, что в журнале программы.
staff-already-set = Группа поддержки уже задана.
staff-needs-text-ask = Не хватает вопроса. Пример: /ask Какая у вас версия?
staff-needs-text-solve = Не хватает решения. Пример: /solve Обновите до версии 2.1
staff-needs-text-note = Не хватает текста заметки. Пример: /note у клиента старый тариф
staff-needs-text-assign = Не хватает имени коллеги. Пример: /assign @anna
staff-needs-text-reply = Не хватает текста. Пример: /r Мы уже смотрим
staff-prompt-ask = Что нужно от клиента? Ответьте на это сообщение.
staff-prompt-solve = Какое решение? Ответьте на это сообщение.
staff-prompt-note = Что записать? Ответьте на это сообщение.
staff-prompt-placeholder = Ваш текст
staff-help =
    То, что вы пишете в теме, получает клиент. Оно остаётся внутри, если начинается с // или отвечает коллеге. 👌 доставлено, ✍ осталось внутри, 💔 не доставлено.
    /take: взять обращение
    /assign @name: передать коллеге
    /ask текст: запросить у клиента данные
    /solve текст: предложить решение
    /note текст: внутренняя заметка
    /card: показать карточку ещё раз
staff-help-strict =
    То, что вы пишете в теме, остаётся внутри. Чтобы ответить клиенту, ответьте на его сообщение или напишите /r текст. 👌 доставлено, ✍ осталось внутри, 💔 не доставлено.
    /take: взять обращение
    /assign @name: передать коллеге
    /ask текст: запросить у клиента данные
    /solve текст: предложить решение
    /card: показать карточку ещё раз
