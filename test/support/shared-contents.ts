/** Contents without a text or a file the desk could send by itself, as Telegram describes them. */
export const copied: Record<string, Record<string, unknown>> = {
  contact: { contact: { phone_number: '+380441234567', first_name: 'Ivan', user_id: 42 } },
  venue: {
    location: { latitude: 50.45, longitude: 30.52 },
    venue: {
      location: { latitude: 50.45, longitude: 30.52 },
      title: 'Office',
      address: 'Khreshchatyk 1',
    },
  },
  location: { location: { latitude: 50.45, longitude: 30.52 } },
  dice: { dice: { emoji: '🎲', value: 4 } },
  poll: {
    poll: {
      id: '5',
      question: 'When?',
      options: [
        { text: 'Mon', voter_count: 0 },
        { text: 'Tue', voter_count: 0 },
      ],
      total_voter_count: 0,
      is_closed: false,
      is_anonymous: true,
      type: 'regular',
      allows_multiple_answers: false,
    },
  },
  story: { story: { chat: { id: 77, type: 'private', first_name: 'Ann' }, id: 3 } },
  game: { game: { title: 'Chess', description: 'Play', photo: [] } },
  checklist: { checklist: { title: 'To do', tasks: [{ id: 1, text: 'Restart' }] } },
  'live photo': {
    live_photo: { file_id: 'live-1', file_unique_id: 'l1' },
    photo: [{ file_id: 'still-1', file_unique_id: 's1', width: 90, height: 60 }],
  },
  'a kind newer than the desk': { hologram: { hologram_id: 'h1' } },
}

/** Contents that Telegram forwards at most, and what the desk calls them. */
export const uncopied: [string, Record<string, unknown>, string][] = [
  [
    'paid media',
    { paid_media: { star_count: 5, paid_media: [{ type: 'preview' }] } },
    'Paid media',
  ],
  [
    'a giveaway',
    { giveaway: { chats: [], winners_selection_date: 1_800_000_000, winner_count: 3 } },
    'Giveaway',
  ],
  ['an invoice', { invoice: { title: 'Hosting', description: 'May', total_amount: 5 } }, 'Invoice'],
  ['a message with no known content', {}, 'Something of a kind the desk does not know'],
]
