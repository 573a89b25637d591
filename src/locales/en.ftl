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
command-cancel = Stop the present dialogue

command-take = Take the ticket of this topic
command-assign = Give the ticket to a colleague: /assign @name
command-ask = Ask the client for information: /ask text
command-solve = Propose a solution: /solve text
command-note = Internal note: /note text
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

refusal-no_transition = This is not possible in the present status.
refusal-taken_by_other = A colleague has already taken this ticket.
refusal-newer_message = There is a newer message from the client.
refusal-not_current = This is no longer current.
refusal-not_requester = This is not your ticket.
refusal-reason_too_short = Please write the reason in at least 3 characters.
refusal-same_assignee = This agent already has the ticket.

## Errors

error-unexpected = Something went wrong on our side. Nothing you wrote is lost.
error-staff-only = This works only in the staff group.
error-too-many-messages = Too many messages at once. Please wait a minute.
error-too-many-tickets =
    { $limit ->
        [one] You have { $limit } open ticket already. Please write there.
       *[other] You have { $limit } open tickets already. Please write in one of them.
    }

## Deliveries and the staff group

delivery-failed-unreachable = Not delivered: the client has blocked the bot or deleted the account.
delivery-failed-refused = Not delivered: Telegram does not accept this message ({ $error }).
delivery-as-file = The text is too long for a message; all of it is in this file.
group-adopted = This is the staff group now. Every ticket gets a topic of its own here.
group-needs-admin = Only an administrator of this group can make it the staff group.
group-needs-topics = Switch on topics in the settings of this group, then repeat the command.
group-needs-rights = Make the bot an administrator of this group with the right to manage topics, then repeat the command.
