import { everyonesProblem, idea, onesProblem, question } from './problem.ts'
import type { Client, Story } from './story.ts'

export const englishClients: Client[] = [
  { name: 'Grace', language: 'en' },
  { name: 'Tom', language: 'en' },
  { name: 'Priya', language: 'en' },
  { name: 'Henrik', language: 'en' },
]

export const englishStories: Story[] = [
  {
    client: 'Anna',
    ago: '13d 20h',
    asks: onesProblem({ other: 'Login' }),
    ends: 'closed',
    says: ['I cannot sign in since this morning: "Your session has expired", again and again.'],
    acts: [
      ['4m', 'max', 'Good morning Anna! Which browser do you use, and did it update today?'],
      ['9m', 'client', 'Firefox, and yes, it restarted itself at 8.'],
      [
        '6m',
        'max',
        '/solve Its new version blocks our cookie. Allow cookies for cabinet.acme.example and sign in again.',
      ],
      ['12m', 'client', { accepts: [5, 5, 5], saying: 'Solved before my coffee was cold.' }],
    ],
  },
  {
    client: 'Grace',
    ago: '12d 3h',
    asks: everyonesProblem('telephony'),
    ends: 'closed',
    says: [
      'Calls drop after exactly 32 seconds, for everybody in the office.',
      'It began after our provider exchanged the router. SessionID 8841-20-77.',
    ],
    photos: 2,
    acts: [
      ['3m', 'max', '/take'],
      ['5m', 'max', '32 seconds is a lost acknowledgement: the new router rewrites SIP packets.'],
      ['1m', 'max', '// Same router model as the warehouse had in spring, see #telephony'],
      ['1m', 'max', '/tag router'],
      ['2m', 'max', '/priority urgent'],
      [
        '10m',
        'max',
        '/solve Please switch off "SIP ALG" in the router, under Security. No restart.',
      ],
      [
        '25m',
        'client',
        { rejects: 'We switched it off and calls still drop, now after 40 seconds.' },
      ],
      ['7m', 'max', '/ask Could you send a picture of that settings page?'],
      ['15m', 'client', { sends: 1, saying: 'Here it is.' }],
      [
        '9m',
        'max',
        '/solve There is a second switch, "SIP passthrough": please switch it off, too.',
      ],
      [
        '30m',
        'client',
        { accepts: [5, 4, 5], saying: 'Both switches. Thank you for not giving up!' },
      ],
    ],
  },
  {
    client: 'Tom',
    ago: '10d 7h',
    asks: question({ other: 'Invoices' }),
    ends: 'closed',
    says: ['The October invoice has the old company address. Can you issue it anew?'],
    acts: [
      ['11m', 'iryna', 'Of course. Is the new address the one in your cabinet, Harbour Street 12?'],
      ['20m', 'client', 'Yes, that one.'],
      [
        '14m',
        'iryna',
        '/solve The corrected invoice 2026-10-118 is in your cabinet and in your mail.',
      ],
      ['2h', 'client', { accepts: [5, 4, 4] }],
    ],
  },
  {
    client: 'Priya',
    ago: '9d 2h',
    asks: idea,
    ends: 'in_development',
    says: [
      'Let us choose the hours in which the dialer calls by the time zone of the person called.',
      'We call three continents and keep three lists only because of this.',
    ],
    acts: [
      ['18m', 'max', 'That is a good one. How many lists would become one?'],
      ['40m', 'client', 'Nine would become three.'],
      ['8m', 'max', '/tag timezones'],
      ['3m', 'max', 'Then it is worth it. I take it to the developers today.'],
      ['4m', 'client', { reacts: '🎉' }],
      ['1h', 'max', '/dev @olek DIAL-412 21d'],
    ],
  },
  {
    client: 'Henrik',
    ago: '8d 9h',
    asks: onesProblem({ other: 'Printer' }),
    ends: 'closed',
    says: ['The label printer at the packing desk prints every second label empty.'],
    photos: 1,
    acts: [
      ['6m', 'max', '/take'],
      [
        '12m',
        'max',
        '/ask Which size of labels is set in the driver, and which is in the printer?',
      ],
    ],
  },
  {
    client: 'Tom',
    ago: '6d 5h',
    asks: onesProblem({ other: 'Delivery' }),
    ends: 'closed',
    says: ['Order 55-310 is marked as delivered, and nothing came.'],
    acts: [
      [
        '9m',
        'iryna',
        'I am asking the carrier where it was left. You hear from me within the hour.',
      ],
      [
        '45m',
        'iryna',
        '/solve It is with your neighbour at number 14; the driver has a signature.',
      ],
      ['3h', 'client', { accepts: [4, 5, 5], saying: 'Found it. The neighbour says hello.' }],
    ],
  },
  {
    client: 'Grace',
    ago: '5d 1h',
    asks: question('integration'),
    ends: 'solution_proposed',
    says: ['Can the bot create a deal in our CRM when somebody calls outside of office hours?'],
    acts: [
      ['22m', 'max', 'Yes, by a rule. Which CRM is it, and which version?'],
      ['1h', 'client', 'Bitrix, the cloud one.'],
      ['30m', 'max', '/solve Settings, Integrations, "Missed calls": choose the pipeline there.'],
    ],
  },
  {
    client: 'Priya',
    ago: '2d 3h',
    asks: everyonesProblem('dialer'),
    ends: 'pending',
    says: ['The campaign "Winter" stopped at 61 % and does not go on.'],
    acts: [
      ['5m', 'max', '/take'],
      ['8m', 'max', 'I see it: 1,204 numbers are left, and the dialer waits for a free line.'],
      ['4m', 'max', '// The trunk has 10 lines, two campaigns share them'],
      ['12m', 'max', '/ask May I pause the campaign "Reminders" until this one is through?'],
    ],
  },
  {
    client: 'Henrik',
    ago: '1d 4h',
    asks: idea,
    ends: 'postponed',
    says: ['A dark theme for the cabinet. We sit in front of it at night.'],
    acts: [
      ['25m', 'max', 'You are not the first to wish it. We decide about it in the next planning.'],
      ['2m', 'client', { reacts: '👍' }],
      ['3m', 'max', '/later 6d the planning of the next quarter'],
    ],
  },
  {
    client: 'Grace',
    ago: '3h',
    asks: everyonesProblem('telephony'),
    ends: 'open',
    says: ['Nobody hears us on calls to mobile numbers. We hear them well.'],
    acts: [
      ['4m', 'max', '/take'],
      ['6m', 'max', 'Thank you for the report. Is it all mobile networks, or one?'],
      ['10m', 'client', 'Only the one with the red logo, as far as we tried.'],
      ['12m', 'max', 'Then it is their gateway. I have opened a case there and keep you informed.'],
    ],
  },
  {
    client: 'Tom',
    ago: '12m',
    asks: question({ other: 'Invoices' }),
    ends: 'new',
    says: ['Do you offer a discount if we pay for a whole year at once?'],
    acts: [],
  },
]
