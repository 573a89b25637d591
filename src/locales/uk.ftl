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

## Помилки

error-unexpected = Щось пішло не так з нашого боку. Нічого з написаного вами не втрачено.
error-staff-only = Це працює лише в групі підтримки.
error-too-many-messages = Забагато повідомлень одразу. Зачекайте, будь ласка, хвилину.
error-too-many-tickets =
    { $limit ->
        [one] У вас уже { $limit } відкрита заявка. Напишіть, будь ласка, в неї.
        [few] У вас уже { $limit } відкриті заявки. Напишіть, будь ласка, в одну з них.
        [many] У вас уже { $limit } відкритих заявок. Напишіть, будь ласка, в одну з них.
       *[other] У вас уже { $limit } відкритої заявки. Напишіть, будь ласка, в одну з них.
    }

## Deliveries and the staff group

delivery-failed-unreachable = Не доставлено: клієнт заблокував бота або видалив обліковий запис.
delivery-failed-refused = Не доставлено: Telegram не приймає це повідомлення ({ $error }).
delivery-as-file = Текст задовгий для повідомлення; він увесь у цьому файлі.
group-adopted = Тепер це група підтримки. Кожна заявка матиме тут власну тему.
group-needs-admin = Зробити цю групу групою підтримки може лише її адміністратор.
group-needs-topics = Увімкніть теми в налаштуваннях цієї групи та повторіть команду.
group-needs-rights = Зробіть бота адміністратором цієї групи з правом керувати темами та повторіть команду.
