import { badRequest } from '../refusal.ts'
import { languageOf } from './commands.ts'
import { textOf, type Method, type MethodCall } from './method.ts'

const getMe: Method = ({ world }) => ({
  ...world.bot,
  can_join_groups: world.ofBotFather.mayJoinGroups,
  can_read_all_group_messages: world.ofBotFather.hearsAll,
  supports_inline_queries: false,
})

/** What the bot says of itself, by field: how long it may be. */
const longest = { name: 64, description: 512, short_description: 120 }
type Field = keyof typeof longest

/** The pair of methods that set such a text and show it. */
function textMethods(field: Field): { set: Method; get: Method } {
  const keyOf = ({ values }: MethodCall) => `${field}:${languageOf(values)}`
  return {
    set(call) {
      const { world, values } = call
      const text = textOf(values[field]) ?? ''
      if (text.length > longest[field]) {
        throw badRequest(`${field.replace('_', ' ')} is too long`)
      }
      world.profile.set(keyOf(call), text)
      return true
    },
    get(call) {
      const { profile, bot } = call.world
      const text = profile.get(keyOf(call)) ?? profile.get(`${field}:`) ?? ''
      return { [field]: text === '' && field === 'name' ? bot.first_name : text }
    },
  }
}

const name = textMethods('name')
const description = textMethods('description')
const shortDescription = textMethods('short_description')

export const profile: Record<string, Method> = {
  getMe,
  setMyName: name.set,
  getMyName: name.get,
  setMyDescription: description.set,
  getMyDescription: description.get,
  setMyShortDescription: shortDescription.set,
  getMyShortDescription: shortDescription.get,
  getChatMenuButton: () => ({ type: 'commands' }),
  getUserProfilePhotos: () => ({ total_count: 0, photos: [] }),
}
