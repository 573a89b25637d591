# English is the reference: the other files have the same messages with the same variables.
# Labels of buttons are fixed; people and scripts find buttons by them.

## Menu

menu-greeting =
    Hello, { $name }! This is { $desk }.
    Report a problem, ask a question or share an idea here, and follow it to its solution.
    You will hear from us in this chat, and you decide whether it is solved.
menu-open-ticket = Open a ticket
menu-my-tickets = My tickets
menu-settings = Settings

## Commands: descriptions in the list that Telegram shows, at most 256 characters

command-new = Open a ticket
command-tickets = My tickets
command-journal = Closed tickets
command-settings = Language and notices
command-help = What this bot can do
command-cancel = Stop the current dialogue

command-take = Take the ticket of this topic
command-assign = Give the ticket to a colleague: /assign @name
command-ask = Ask the client for information: /ask text
command-solve = Propose a solution: /solve text
command-note = Internal note: /note text
command-release = Put the ticket back into the queue
command-later = Postpone: /later tomorrow 9:00 reason
command-dev = In development: /dev @engineer KEY-123 date
command-done = Development or waiting is over
command-withdraw = Take the proposed solution back
command-priority = Priority: /priority high
command-tag = Tag: /tag billing
command-untag = Remove a tag: /untag billing
command-close = Close (supervisors): /close duplicate text
command-reopen = Reopen: /reopen text
command-open = Another ticket for this client: /open text
command-merge = Merge into another ticket: /merge 12
command-unmerge = Undo a merge within 24 hours
command-split = In reply to a message: make it a ticket of its own
command-ban = Stop the client from opening tickets (supervisors): /ban 7d
command-unban = Let the client open tickets again (supervisors)
command-unsend = In reply to your answer: take it back
command-card = Show the card again
command-history = What happened to the ticket
command-queue = Tickets without an agent
command-mine = My tickets
command-find = Find: /find words, #tag or number
command-stats = Figures for the last days
command-away = Get no tickets for a while: /away 2h
command-back = Get tickets again
command-staff-help = What can be done in a topic

## Statuses

status-new = New
status-open = In progress
status-pending = Awaiting information
status-postponed = Postponed
status-in_development = In development
status-solution_proposed = Solution proposed
status-closed = Closed

## Priorities

priority-low = Low
priority-normal = Normal
priority-high = High
priority-urgent = Urgent

## Why something was refused: one sentence, nothing was changed

refusal-no_transition = This is not possible in the ticket’s current status.
refusal-taken_by_other = A colleague has already taken this ticket.
refusal-newer_message = There is a newer message from the client.
refusal-not_current = This is no longer current.
refusal-not_requester = This is not your ticket.
refusal-reason_too_short = Please write the reason in at least 3 characters.
refusal-same_assignee = This agent already has the ticket.
refusal-no_such_ticket = There is no such ticket.
refusal-changed_meanwhile = The ticket has changed in the meantime. Please look at it again.
refusal-person_banned = You cannot open tickets at present.
refusal-too_many_open = You already have too many open tickets. Please write in one of them.
refusal-nothing_said = Please write at least one word or send a file.
refusal-rating_window_over = This ticket can no longer be rated.
refusal-no_such_agent = There is no such agent.
refusal-no_such_message = There is no such message.
refusal-no_such_type = This kind of request no longer exists. Please choose another one.
refusal-supervisors_only = Only supervisors can do this.
refusal-time_not_ahead = This time is in the past.
refusal-time_too_far = This is too far ahead.
refusal-reason_missing = The reason is missing.
refusal-engineer_missing = The engineer is missing.
refusal-key_missing = The task key is missing.
refusal-reopen_window_over = This ticket can no longer be reopened. Please open a new one.
refusal-never_reopened = This ticket cannot be reopened.
refusal-merge_target_closed = A ticket cannot be merged into a closed one.
refusal-merge_target_self = A ticket cannot become part of itself.
refusal-merge_target_part = That ticket is already part of this one.
refusal-merge_other_requester = These tickets belong to different clients, and nobody may see somebody else’s ticket.
refusal-already_merged = This ticket is already part of another one.
refusal-not_merged = This ticket is not part of another one.
refusal-unmerge_survivor_merged = The other ticket has become part of a third one. Undo that first.
refusal-unmerge_later_first = Another ticket was merged after this one. Undo that first.
refusal-unmerge_answered = The client has been answered in the other ticket: the two stay together.
refusal-unmerge_window_over = Tickets can be unmerged only within 24 hours.

## Errors

error-unexpected = Something went wrong on our side. Nothing you wrote is lost.

## Deliveries and the staff group

delivery-failed-unreachable = Not delivered: the client has blocked the bot or deleted the account.
delivery-failed-refused = Not delivered: Telegram does not accept this message ({ $error }).
delivery-reason-voice = the client’s settings allow no voice and video messages: write it, or send it as a file
delivery-reason-size = the file is too big: make it smaller, or send a link to it
delivery-reason-file = Telegram no longer has the file: send it anew
delivery-reason-image = Telegram cannot process the picture: send it as a file
delivery-uncertain = Telegram never confirmed this message: it may not have arrived.
delivery-as-file = The text is too long for a message; all of it is in this file.
delivery-failed-partly = Not all of it was delivered. Missing: { $things } ({ $error }).
delivery-kept = The client still has this message: Telegram does not delete it any more ({ $error }). Write what is right instead.
delivery-never-sent = The client did not receive this message and will not.
delivery-doubled = Telegram once did not confirm this message, so the client may have a second copy of it, which the desk can neither change nor delete. Tell the client what is right.
delivery-unshown = ⚠️ { $name } sent what cannot be shown here:
delivery-incomplete = ⚠️ Telegram left out a part of what { $name } sent. Here is all of it in words:
delivery-lost = ⚠️ #{ $number }: what { $name } wrote could not be shown in its topic ({ $error }):
erased-topic-stays = ⚠️ #{ $number } was erased, but its topic is still here ({ $error }). Delete the topic yourselves; with the right to delete messages the bot does it the next time.
attachment-photo = Photo
attachment-video = Video
attachment-animation = Animation
attachment-audio = Audio
attachment-voice = Voice message
attachment-video_note = Video message
attachment-document = File
attachment-sticker = Sticker
attachment-live_photo = Live photo
attachment-paid_media = Paid media
attachment-story = Story
attachment-checklist = Checklist
attachment-contact = Contact
attachment-dice = Dice
attachment-game = Game
attachment-poll = Poll
attachment-venue = Place
attachment-location = Location
attachment-giveaway = Giveaway
attachment-giveaway_winners = Winners of a giveaway
attachment-invoice = Invoice
attachment-other = Something of a kind the desk does not know
group-adopted = This is the staff group now. Every ticket gets a topic of its own here. Begin with /help: it shows what you can do.
group-needs-admin = Only an administrator of this group can make it the staff group.
group-not-ready = This group cannot be the staff group yet. Put this right, then repeat the command:
group-lacks = ⚠️ The bot lacks something in the staff group. What needs it waits, all else goes on.
group-lacks-still = ⚠️ The bot has got a part of what it lacked, and still lacks something in the staff group.
group-lacks-write = It cannot write there: add it to the group again as an administrator, or let it send messages.
group-lacks-administrator = It is no administrator: in the group's settings, Administrators, add it with “Manage topics” and “Pin messages”.
group-lacks-topics = Topics are switched off: switch on Topics in the group's settings. Until then what clients write waits.
group-lacks-manage_topics = It may not manage topics: in the group's settings, Administrators, switch on “Manage topics” for it. Until then no ticket gets a new topic.
group-lacks-pin_messages = It may not pin messages: in the group's settings, Administrators, switch on “Pin messages” for it. Until then cards are not pinned.
group-complete = ✅ The bot has all it needs in this group again.

## Staff: the ticket's card

card-client = Client: { $name }
card-client-unverified = unverified
card-earlier =
    { $count ->
        [0] first ticket
        [one] { $count } earlier ticket
       *[other] { $count } earlier tickets
    }
card-type = Type: { $type }
card-priority = Priority: { $priority }
card-status = Status: { $status }
card-assignee = Responsible: { $name }
card-queue = Responsible: nobody yet
card-owes-support = Support owes an answer by { $time }
card-owes-work = Next step by { $time }
card-owes-client = Waiting for the client; closes automatically: { $time }
card-large-file = Large file, Telegram only: { $name } ({ $size } MB)
card-take = Take
card-ask = Ask for info
card-solve = Propose solution
card-note = Note
card-tags = Tags: { $tags }
card-development = In development: { $engineer }, { $key }
card-postpone = Postpone
card-develop = In development
card-more = More

## Staff: lines in a topic

staff-assigned = { $name } is responsible now.
staff-no-longer-yours = { $name }, this ticket is no longer yours.
staff-thanked = The client said thanks.
staff-unsorted = The client has several tickets and did not say which one this belongs to.
staff-accepted = The client accepted the solution. The ticket is closed.
staff-rejected = The client rejected the solution.
staff-undecided = { $name }, the client wrote to the solution and did not decide. The ticket is back in work.
staff-rejected-often =
    { $count ->
        [one] Rejected again: the ticket has come back { $count } time. { $supervisors }, please have a look.
       *[other] Rejected again: the ticket has come back { $count } times. { $supervisors }, please have a look.
    }
staff-edited = ✏️ The client edited this message. Before:
staff-edited-now = Now:
staff-edit-note-stays = An edited note stays a note; write a new message to answer the client.
staff-edit-public-stays = The client already has this message; the edit does not make it a note.
staff-edit-command-stays = The client keeps the text as it was: this edit begins with a command.
staff-edit-reason-stays = The client keeps this notice as it was: write what has changed in a new message.
staff-edit-not-carried-out = An edit carries nothing out: write it again as a new message.
staff-album-stays = The rest of this album has reached the client already; this part stays inside. To take back what the client has, reply to the first part with /unsend.
staff-taken = { $name } answered first and has this ticket. Your text was not sent.
staff-not-sent = Your text was not sent.
staff-not-sent-closed = Your text was not sent: this ticket is closed. Write /reopen before the text to open the ticket again and send it.
staff-not-sent-over = Your text was not sent: this ticket is closed and cannot be reopened any more. Write /open before the text to open another ticket for this client with it.
staff-not-sent-merged = Your text was not sent: this ticket is part of #{ $other } now. Write it there.
staff-not-sent-status = Your text was not sent: in the status “{ $status }” this command is not possible. Write /r instead of it to send the text as an answer.
staff-not-possible = Not possible while the ticket is “{ $status }”.
staff-do-first = Use { $command } first.
staff-newer = New message from the client. Send anyway?
staff-newer-send = Send anyway
staff-sent = Sent.
staff-no-agent = Nobody here is called { $name }. Write the @username or the whole name; the bot knows agents from their first message in this group. Example: /assign @anna
staff-several-agents = Several agents are called { $name }: { $agents }. Reply with /assign to a message of the one you mean.
staff-no-ticket = This topic belongs to no ticket. Write in a ticket’s topic.
staff-foreign-topic = This topic belongs to no ticket of this desk: nobody outside this group gets what is written here.
staff-foreign-card = This card belongs to no ticket of this desk.
staff-members-only = Only members of the staff group are obeyed here.
staff-anonymous = Messages in the name of a group or a channel belong to nobody: write under your own name.
staff-unknown-command = There is no command /{ $name }. This stayed inside: /help shows what there is, and /r before a text sends it as it is.
staff-unknown-command-near = There is no command /{ $name }. Did you mean /{ $nearest }? This stayed inside; /r before a text sends it as it is.
staff-other-form = This is not quite /{ $nearest }: a command begins with a plain slash directly before its name, and a blank follows it. This stayed inside; /r before a text sends it as it is.
staff-other-layout = This looks like /{ $nearest } in another keyboard layout, so it stayed inside; /r before a text sends it as it is.
staff-unclear-mark = This looks like a note or a command, so it stayed inside. A note begins with //, and /r before a text sends it as it is.
staff-wrong-code = This is not the code from the desk’s log.
staff-already-set = The staff group is already set.
staff-dead-letter = An update could not be handled and was put aside: look for { $id } in the log. Nothing else is held up.
staff-dead-killer = The desk ended each time it handled update { $id }, which is put aside now: npm run desk -- dead show { $id }
staff-dead-agent = Not done: an error in the desk stopped this. Write it again, or ask the operator to repeat { $id }.
staff-dead-written = 💔 { $name } wrote this, and an error in the desk stopped it. The operator can repeat it: { $id }
staff-dead-pressed = 💔 { $name } did something here, and an error in the desk stopped it. The operator can repeat it: { $id }
staff-newcomers =
    { $count ->
        [one] { $supervisors }, many new clients are writing: { $count } still waits for a topic. Topics follow as room allows, clients who have written before go first; /queue shows the tickets.
       *[other] { $supervisors }, many new clients are writing: { $count } still wait for a topic. Topics follow as room allows, clients who have written before go first; /queue shows the tickets.
    }
staff-newcomers-over = The rush of new clients is over: each of them has a topic now.
alarm-refused =
    { $count ->
        [one] ⚠️ { $people }, Telegram has refused messages for { $count } place for { $minutes } min: { $reason }. They wait in their order and go out as soon as it takes them; nobody needs to write anything again.
       *[other] ⚠️ { $people }, Telegram has refused messages for { $count } places for { $minutes } min: { $reason }. They wait in their order and go out as soon as it takes them; nobody needs to write anything again.
    }
alarm-refused-over = ✅ Telegram takes messages again: what waited goes out now.
alarm-given-up =
    { $count ->
        [one] ⚠️ { $people }, { $count } message did not arrive and was given up. The operator sees which one with npm run desk -- outbox list
       *[other] ⚠️ { $people }, { $count } messages did not arrive and were given up. The operator sees which ones with npm run desk -- outbox list
    }
alarm-inbox = ⚠️ { $people }, what people write has been waiting for { $minutes } min to be handled. Nothing is lost, but the operator must look now: npm run desk -- doctor
alarm-inbox-over = ✅ What people write is handled at once again.
alarm-timers =
    { $count ->
        [one] ⚠️ { $people }, { $count } reminder or deadline is due and fails; the desk keeps trying. The operator finds the reason in the log under “Something due failed”.
       *[other] ⚠️ { $people }, { $count } reminders or deadlines are due and fail; the desk keeps trying. The operator finds the reason in the log under “Something due failed”.
    }
alarm-timers-over = ✅ The reminders and deadlines that failed have been dealt with.
alarm-disk = ⚠️ { $people }, the desk’s disk has only { $megabytes } MB left. When it is full, nothing can be stored any more: the operator must make room now.
alarm-disk-over = ✅ The desk’s disk has room again.
staff-postpone-over = { $name }, the time is up: this ticket is open again.
staff-snooze-ended = { $name }, the client wrote: the ticket is no longer postponed.
staff-development-done = { $name }, development has ended: this ticket is open again.
staff-development-overdue = { $people }, development is overdue: this ticket is open again.
staff-closed-by-time = Closed automatically: the client did not answer.
staff-unreachable = { $name }, the client cannot be reached: they blocked the bot. The ticket stays open.
staff-client-withdrew = The client withdrew the ticket.
staff-reopened = The ticket is open again.
staff-limit-passed = The time limit has passed.
staff-noted-by = For information: { $supervisors }.
staff-nobody-free = The time limit has passed and nobody is free. { $supervisors }, please assign this ticket.
staff-nobody-else-free = The time limit has passed and nobody else is free. { $people }, please have a look.
staff-passed-around = The time limit has passed, and this ticket changed hands too often today to be passed on. { $people }, please have a look.
staff-supervisors = Supervisors
staff-promise-warning-first_response = { $name }, the first answer is promised by { $time }.
staff-promise-warning-next_response = { $name }, an answer is promised by { $time }.
staff-promise-warning-resolution = { $name }, a solution is promised by { $time }.
staff-promise-breach-first_response = The first answer was promised by { $time }. { $people }, please have a look.
staff-promise-breach-next_response = An answer was promised by { $time }. { $people }, please have a look.
staff-promise-breach-resolution = A solution was promised by { $time }. { $people }, please have a look.
staff-released = Back in the queue.
staff-merged = This ticket is now part of #{ $other }. /unmerge undoes this within 24 hours.
staff-took-in = #{ $other } ({ $subject }) is now part of this ticket.
staff-unmerged = This ticket is no longer part of #{ $other }.
staff-gave-back = #{ $other } ({ $subject }) is a ticket of its own again.
staff-split = This goes on as a ticket of its own: #{ $other }.
staff-split-off = Split off from #{ $other } ({ $subject }).
staff-opened-other = Ticket #{ $other } is open for this client.
staff-already-split = This message goes on in #{ $other } already.
staff-nobody = Colleagues
staff-needs-text-ask = The question is missing. Example: /ask Which version do you use?
staff-needs-text-solve = The solution is missing. Example: /solve Please update to version 2.1
staff-needs-text-note = The note is missing. Example: /note the client has the old plan
staff-needs-text-assign = The colleague is missing. Example: /assign @anna
staff-needs-text-reply = The text is missing. Example: /r We are looking into it
staff-needs-later = The time or the reason is missing. Example: /later tomorrow 9:00 waiting for the provider
staff-needs-dev = Engineer, key and date are needed. Example: /dev @ivan KEY-123 2026-12-01
staff-needs-priority = Which priority? Example: /priority high (low, normal, high, urgent)
staff-needs-tag = The tag is missing. Example: /tag billing
staff-needs-close = Reason and text are needed. Example: /close duplicate see #12 (spam, duplicate, agreed, obsolete)
staff-needs-reopen = The text is missing. Example: /reopen it happened again
staff-needs-find = What are you looking for? Example: /find invoice, /find #billing or /find 12
staff-needs-away = Until when? Example: /away 2h
staff-needs-unsend = Reply with /unsend to a message of yours that the client received.
staff-banned = The client may open no tickets until { $time }. Tickets already open are not affected.
staff-unbanned = The client may open tickets again.
staff-needs-ban = Until when? Example: /ban 7d
staff-needs-merge = The number of the other ticket is missing. Example: /merge 12
staff-needs-split = Reply with /split to a message from the client; a subject may follow. Example: /split The invoice is wrong
staff-needs-open = What is it about? Example: /open Your invoice for May is ready
staff-disliked = 👎 The client disliked this.
staff-rated = ⭐ Rated: helpfulness { $helpfulness }, speed { $speed }, politeness { $politeness }
staff-rated-low = { $supervisors }, the client gave a low score: please have a look.
staff-queue = Queue: { $count }
staff-queue-empty = The queue is empty.
staff-mine = Your tickets: { $count }
staff-mine-empty = You have no tickets.
staff-found = Found: { $count }
staff-found-many = Found: more than { $count }
staff-list-more = … and { $count } more
staff-list-others = … and others: add words to find less
staff-found-none = Nothing found.
staff-away = You get no tickets until { $time }.
staff-back = Welcome back.
staff-waiting-since = waiting { $time }
staff-history = History of #{ $number }
staff-earlier = Earlier tickets of this client
staff-stats = Last { $days } days
staff-stats-backlog = Waiting for support: { $backlog } of { $live } live tickets
staff-stats-handled = Handled: { $count }
staff-stats-answer = Average time to answer: { $time }
staff-stats-agent = { $name }: tickets { $cases }, answers { $answers }, average { $time }
staff-stats-status = Time in “{ $status }”: { $time }
staff-stats-none = no answers yet
staff-prompt-ask = What do you need from the client? Reply to this message.
staff-prompt-solve = What is the solution? Reply to this message.
staff-prompt-note = What do you want to note? Reply to this message.
staff-prompt-later = Until when, and why? Reply to this message. Example: tomorrow 9:00 waiting for the provider
staff-prompt-dev = Who, which task, until when? Reply to this message. Example: @ivan KEY-123 2026-12-01
staff-prompt-placeholder = Your text
staff-help = What you write in a topic goes to the client. It stays inside when it begins with // or replies to a colleague. 👌 delivered, ✍ kept inside, 💔 not deliverable.
staff-help-strict = What you write in a topic stays inside. Reply to a message of the client, or write /r text, to answer them. 👌 delivered, ✍ kept inside, 💔 not deliverable.
staff-help-responsibility = Who has the ticket:
staff-help-client = Talking to the client:
staff-help-waiting = Waiting:
staff-help-ticket = The ticket itself:
staff-help-ending = Closing, opening, joining:
staff-help-everywhere = Also in General:

## Staff: what help says of a command, a line each

staff-usage-take = /take: take the ticket
staff-usage-assign = /assign @name note: give it to a colleague
staff-usage-release = /release: put it back into the queue
staff-usage-ask = /ask text: ask the client for information
staff-usage-solve = /solve text: propose a solution
staff-usage-withdraw = /withdraw: take a proposed solution back
staff-usage-note = /note text: internal note
staff-usage-later = /later tomorrow 9:00 reason: postpone
staff-usage-dev = /dev @engineer KEY-123 date: in development
staff-usage-done = /done: development or waiting is over
staff-usage-priority = /priority low|normal|high|urgent: set the priority
staff-usage-tag = /tag name: add a tag
staff-usage-untag = /untag name: remove a tag
staff-usage-close = /close spam|duplicate|agreed|obsolete text: close it (supervisors)
staff-usage-reopen = /reopen text: open it again
staff-usage-open = /open text: another ticket for this client
staff-usage-merge = /merge 12: merge into another ticket
staff-usage-unmerge = /unmerge: undo it within 24 hours
staff-usage-split = /split subject, in reply to a message from the client: make it a ticket of its own
staff-usage-ban = /ban 7d: stop the client from opening tickets (supervisors)
staff-usage-unban = /unban: let the client open tickets again (supervisors)
staff-usage-unsend = /unsend, in reply to your answer: take it back
staff-usage-card = /card: show the card again
staff-usage-history = /history: what happened to the ticket
staff-usage-queue = /queue: tickets without an agent
staff-usage-mine = /mine: your tickets
staff-usage-find = /find words: find tickets
staff-usage-stats = /stats: figures for the last days
staff-usage-away = /away 2h: get no tickets for a while
staff-usage-back = /back: get tickets again

## Client: notices

notice-opened = Ticket #{ $number } is open. You can expect the first answer by { $time }.
notice-works = { $name } is working on your ticket.
notice-question = Support needs information from you:
notice-solution = Support proposes a solution:
notice-closes = If you do not answer by { $time }, the ticket will close automatically.
notice-withdrawn = Support took the proposed solution back and keeps working on it.
notice-accepted = You accepted the solution. The ticket is closed.
notice-rejected = You rejected the solution. Support keeps working on it.
notice-answered = Thank you, support has your answer.
notice-unsorted = You did not say which ticket your message belongs to: it was added to this one.
notice-thanked = You are welcome! The question above still waits for you.
notice-is-it-solved = Is it solved?
notice-undecided = Support works on it again, because it was left open whether it is solved.
notice-answer = Answer
notice-accept = Accept
notice-reject = Reject
notice-add-details = Add details
notice-postponed = Support postponed your ticket until { $time }:
notice-postpone-over = The time is up: support is working on your ticket again.
notice-resumed = Support is working on your ticket again.
notice-development = Your ticket is in development. Expected: { $time }.
notice-development-moved = The expected date has changed: { $time }.
notice-development-over = Development has ended. Support is working on your ticket again.
notice-development-overdue = Development is taking longer than expected. Support is looking into your ticket again.
notice-reminder = A reminder: support is waiting for you. If you do not answer by { $time }, the ticket will close automatically.
notice-closed-unanswered = The ticket was closed because there was no answer.
notice-closed-undecided = The ticket was closed: you did not respond to the solution.
notice-you-withdrew = You withdrew the ticket. It is closed.
notice-closed-by-agent = Support closed the ticket:
notice-reopened = The ticket is open again.
notice-merged = Your ticket #{ $number } is now part of #{ $other }.
notice-unmerged = Your ticket #{ $number } is a ticket of its own again.
notice-split = Support opened ticket #{ $number } for this. You can expect the first answer by { $time }.
notice-opened-for-you = Support opened this ticket for you:
notice-reopen = Reopen
notice-withdraw = Withdraw

## Client: rating

rating-helpfulness = How helpful was support?
rating-speed = How fast was support?
rating-politeness = How polite was support?
rating-comment = Thank you! Would you like to add a comment? Write it here.
rating-done = Thank you for rating.
rating-change = Change
rating-skip = Skip

## Client: opening a ticket

form-progress = Step { $step } of { $steps }
form-back = Back
form-cancel = Cancel
form-done = Done
form-skip = Skip
form-send = Send
form-change = Change: { $part }
form-part-type = type
form-part-description = description
form-part-files = files
form-type = What is it about?
form-other = You can also write your own answer.
form-other-button = Other
form-other-write = Write it in your own words.
form-description = Describe it in your own words.
form-description-hint = What helps: what you did, what you expected, ids such as a call's SessionID, links. You may send several messages.
form-messages =
    { $count ->
        [one] Received: { $count } message
       *[other] Received: { $count } messages
    }
form-files = Do you have screenshots or files?
form-files-hint = Photos, albums, video, audio, documents or links.
form-files-count =
    { $count ->
        [0] No files
        [one] { $count } file
       *[other] { $count } files
    }
form-review = Is everything right?
form-cancelled = Cancelled. Nothing was sent.
form-needs-description = Please write at least one sentence first.
form-too-many-files =
    { $limit ->
        [one] At most { $limit } file fits into a ticket. The last message was not added.
       *[other] At most { $limit } files fit into a ticket. The last message was not added.
    }
form-beyond = The description is full. What you write from here on is kept and follows in the same ticket when you press Send.
form-full = There is no more room here: the last message was not added. Finish this first, then write the rest to the open ticket.
form-forgotten = The bot was updated, and this dialogue starts again. What you wrote is above.
form-sent = Sent.

## Client: chat

client-ask-open = Open a ticket with this?
client-which = Which ticket does this belong to?
client-new-ticket = New ticket
client-added = Added to the ticket.
client-slower = You write faster than we can pass it on. Nothing is lost: everything arrives in order, only a little later.
client-unreadable = Support cannot see this message. Please write it in words, or send it as a photo or a file.
client-unreadable-part = Support has your message, but not this part of it: { $things }. Please describe it in words or send it in another form.
client-unreadable-file = Support cannot see what you sent ({ $things }). Please describe it in words or send it in another form.
client-edit-unread = An edit of this message does not reach support. Please write it again as a new message.
client-help = Whatever you write about an open ticket reaches support.
client-usage-new = /new: open a ticket
client-usage-tickets = /tickets: your tickets
client-usage-journal = /journal: closed tickets
client-usage-settings = /settings: language, quiet hours, notices
client-usage-cancel = /cancel: stop the current dialogue
client-nothing-to-cancel = There is nothing to cancel.
client-no-tickets = You have no open tickets.
client-no-closed = You have no closed tickets.
client-tickets = Your tickets
client-closed-tickets = Closed tickets
client-waits = waits for you
client-answer = Write your answer, with files if you like, and press Done.
client-reject-why = What is still wrong? Write it here.
client-add = What you write now is added to this ticket.
client-you = You
client-support = Support
client-withdraw-sure = Withdraw this ticket? It will be closed.
client-withdraw-no = No
client-reopen-why = What is still open? Write it here.
client-closed-ask = This ticket is closed. What should we do with your message?
client-merged = This ticket is now part of #{ $other }.
client-reopen-number = Reopen #{ $number }
client-follow-up = Open a new ticket

## Client: settings

settings-language = Language: { $language }
settings-quiet = Quiet hours: { $hours } ({ $zone }). Notices wait until they are over, or until you write.
settings-quiet-never = none
settings-quiet-off = No quiet hours
settings-notices = You always get replies, questions, solutions and closings. Choose the rest:
settings-notice-works = Who works on my ticket
settings-notice-progress = Progress of my ticket
