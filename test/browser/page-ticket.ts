import type { PlayedPage } from './page-play.ts'

/** A client sends an idea, the shortest of dialogues, and the agent opens its topic. */
export async function openTicketOn(
  { client, staff }: PlayedPage,
  { name = 'Anna', idea = 'Call me back' } = {},
): Promise<void> {
  await client.open(name)
  await client.start()
  await client.press('Open a ticket')
  await client.press('Idea')
  await client.sees('Describe it in your own words.')
  await client.write(idea)
  await client.press('Done')
  await client.press('Skip')
  await client.press('Send')
  await client.sees(/Ticket #\d+ is open/)
  await staff.open(idea)
  await staff.sees(idea)
}
