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
