import { cardSlotInSql } from '../../src/services/notifier/slot.ts'
import { placesOfTicket } from './lived-rows.ts'
import type { Cast, Size } from './past.ts'
import { messagesOfLife } from './ticket-life.ts'

// Everything follows from a ticket's number: two databases of one size are equal, and in each a
// person has ten tickets. Ids of Telegram begin where no message of the benchmark will be.

const farId = 1_000_000_000
const farIdOf = `${String(farId)} + ${String(placesOfTicket)} * n`
const messageId = `${String(messagesOfLife)} * (n - 1) + seq`

/**
 * The statements that fill all tables, in order.
 *
 * @param lived those that write the closed tickets, as a desk has written one (lived-rows.ts)
 * @param ofTheWeek so many newest tickets are of the last seven days, and closed; older ones are
 *   spread over four years
 */
export function rowsOf(
  { tickets, people, live }: Size,
  cast: Cast,
  { ofTheWeek, lived }: { ofTheWeek: number; lived: string[] },
): string[] {
  const { clients, agents, staffChatId } = cast
  const older = tickets - ofTheWeek
  const chatId = `case when requester <= ${String(clients.length)}
    then (array[${clients.join()}]::bigint[])[requester] else 100000000 + requester end`
  const plan = `create temporary table plan as
    select n, requester, created, ${chatId} as chat, live,
      case when live is null then 'closed' else (array['new', 'new', 'new', 'open', 'open', 'open',
        'open', 'open', 'pending', 'postponed', 'in_development', 'solution_proposed'])[live % 12 + 1]
      end::ticket_status as status,
      case when live % 12 < 4 then null else coalesce(live / 12, n) % ${String(agents.length)} + 1
      end as agent
    from (
      select n, requester, created, case when n <= ${String(older)} and requester > ${String(clients.length)}
        and n * 104729 % ${String(older)} < ${String(live)}
        then n * 104729 % ${String(older)} end as live
      from (
        select n, (1 + n * 7919 % ${String(people)})::int as requester,
          case when n > ${String(older)}
            then now() - interval '7 days' + interval '6 days' * (n - ${String(older)}) / ${String(ofTheWeek)}
            else now() - interval '9 days' - interval '4 years' * (${String(older)} - n) / ${String(older)}
          end as created
        from generate_series(1::bigint, ${String(tickets)}) as n
      ) as numbered
    ) as aged order by n`
  return [
    plan,
    `insert into agent (telegram_user_id, name, username)
     select id, 'Agent ' || n, 'agent' || n
     from unnest(array[${agents.join()}]::bigint[]) with ordinality as a(id, n) order by n`,
    `insert into person (name, language_code)
     select 'Person ' || requester, 'en'
     from generate_series(1, ${String(people)}) as requester order by requester`,
    `insert into contact_point (person_id, channel, address, verified)
     select requester, 'telegram', ${chatId}, true
     from generate_series(1, ${String(people)}) as requester order by requester`,
    ticketRows,
    messageRows,
    copyRows(staffChatId),
    historyRows,
    `insert into assignment_change (ticket_number, to_agent_id, cause, actor_kind, actor_id, at)
     select n, agent, 'claim', 'agent', agent, created + interval '30 minutes'
     from plan where agent is not null and live is not null order by n`,
    `insert into timer (ticket_number, kind, fires_at, ticket_version)
     select n, case when status in ('pending', 'solution_proposed') then 'autoclose'
         when status = 'postponed' then 'postpone_until'
         when status = 'in_development' then 'development_due'
         when live % 12 = 7 then 'work_limit' else 'reply_limit' end,
       now() + interval '1 day' + n % 1000 * interval '1 minute', 1
     from plan where live is not null order by n`,
    `insert into sla_clock (ticket_number, metric, cycle_no, state, counted_ms, target_ms,
       started_at, ended_at, next_at)
     select n, metric, 1, case when live is not null and metric = 'resolution' then 'running' else 'met' end,
       1000, 86400000, created, created + interval '1 hour',
       case when live is not null and metric = 'resolution' then now() + interval '1 day' end
     from plan, unnest(array['first_response', 'resolution']) as metric
     where live is not null order by n`,
    `insert into topic (ticket_number, chat_id, thread_id)
     select n, ${String(staffChatId)}, ${String(farId)} + n from plan where live is not null order by n`,
    `insert into slot (key, chat_id, message_id, content)
     select ${cardSlotInSql('n')}, ${String(staffChatId)}, ${farIdOf},
       jsonb_build_object('text', 'Ticket ' || n, 'entities', '[]'::jsonb)
     from plan where live is not null order by n`,
    lived,
    lastRows,
  ].flat()
}

const subject = `'Invoice ' || n || ' is empty, word' || n % 100`

const ticketRows = `
  insert into ticket (number, type_key, subject, status, needs_reply_since, priority, requester_id,
    assignee_id, assigned_at, entered_at, last_agent_action_at, last_public_message_at,
    waiting_since, postponed_until, development_due_at, first_response_at, tags, key_data,
    closure_no, close_reason, closed_at, message_count, draft_id, created_at, updated_at)
  select n, 'problem', ${subject}, status,
    case when live % 12 < 7 then now() - n % 10000 * interval '1 minute' end,
    (array['low', 'normal', 'high', 'urgent'])[n % 4 + 1]::priority, requester, agent,
    case when agent is not null then created + interval '30 minutes' end,
    created + interval '2 hours', created + interval '1 hour', created + interval '2 hours',
    case when status in ('pending', 'solution_proposed') then now() end,
    case when status = 'postponed' then now() + interval '2 days' end,
    case when status = 'in_development' then now() + interval '2 days' end,
    created + interval '1 hour', case when n % 10 = 0 then '{billing}' else '{}' end::text[], '{}',
    case when live is null then 1 else 0 end, case when live is null then 'accepted' end,
    case when live is null then created + interval '1 day' end, 3, 'filled-' || n, created,
    created + interval '1 day'
  from plan where live is not null order by n`

/** A description, an answer and a word of the client; each word of the vocabulary is in 1%. */
const messageRows = `
  insert into message (id, ticket_number, seq, kind, author, person_id, agent_id, purpose, text, sent_at,
    recorded_at)
  select ${messageId}, n, seq, 'public', (array['client', 'agent', 'client'])[seq],
    case when seq <> 2 then requester end, case when seq = 2 then coalesce(agent, 1) end,
    (array['description', 'reply', 'message'])[seq],
    case seq
      when 1 then 'Invoice ' || n || ' of our customer is empty since the update, word' || n % 100
      when 2 then 'Please open it again and tell us what you see there, case' || n * 3
      else 'Now the numbers are back, but the date of part' || n * 7 || ' looks wrong' end,
    created + (seq - 1) * interval '1 hour', created + (seq - 1) * interval '1 hour'
  from plan, generate_series(1, 3) as seq where live is not null order by n, seq`

/** As it was written, and as it was relayed to the other side. */
function copyRows(staffChatId: number): string {
  const place = (bySupport: string, byClient: string, offset: number, isSource: boolean) => `
    select case when seq = 2 then ${bySupport} else ${byClient} end,
      ${farIdOf} + seq + ${String(offset)}, ${messageId}, ${String(isSource)}
    from plan, generate_series(1, 3) as seq where live is not null`
  const staff = String(staffChatId)
  return `insert into message_copy (chat_id, telegram_message_id, message_id, source)
    ${place(staff, 'chat', 0, true)} union all ${place('chat', staff, 3, false)}`
}

const historyRows = `
  insert into status_change (ticket_number, seq, "from", "to", transition, event, actor_kind, actor_id, at)
  select n, seq, (array[null, 'new', 'open', 'solution_proposed'])[seq]::ticket_status,
    case when seq = steps then status
      else (array['new', 'open', 'solution_proposed'])[seq]::ticket_status end,
    'T01', 'create', 'client', requester, created + (seq - 1) * interval '8 hours'
  from (
    select *, case when live is null then 4 when status = 'new' then 1
      when status = 'open' then 2 else 3 end as steps from plan where live is not null
  ) as lived, generate_series(1, steps) as seq order by n, seq`

const lastRows = [
  `select setval('ticket_number_seq', (select max(number) from ticket)),
     setval('message_id_seq', (select max(id) from message)),
     setval('outbox_id_seq', greatest((select max(id) from outbox), 1))`,
  'drop table plan',
]
