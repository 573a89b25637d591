/**
 * What whoever starts the desk reads while no group of agents is set. The link opens Telegram's own
 * dialogue with the rights already chosen: https://core.telegram.org/api/links#groupchannel-bot-links
 */
export function firstSteps(
  bot: { first_name: string; username: string },
  setupCode: string,
): string {
  const link = `https://t.me/${bot.username}?startgroup&admin=manage_topics+pin_messages`
  return `
The bot "${bot.first_name}" (@${bot.username}) is at work, but no group of agents is set yet:

  1. Make a group for your agents in Telegram and switch on Topics in its settings.
  2. Add the bot to it as an administrator who may manage topics and pin messages:
     ${link}
  3. Write in the group, as its administrator:

     /setup ${setupCode}

The code stays the same until it is used. Does the bot not answer it? "npm run desk -- doctor"
says what is wrong.
`
}
