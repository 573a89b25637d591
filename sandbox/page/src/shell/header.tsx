import { Icon } from '../chat/icon.tsx'
import type { SandboxState } from '../store/chats.ts'
import { momentTitle, spanTitle } from './sandbox-time.ts'
import { useNow } from './use-now.ts'
import type { Theme } from './use-theme.ts'
import './header.css'

interface HeaderProps {
  state: SandboxState
  online: boolean
  theme: Theme
  onTheme: (theme: Theme) => void
  tour: { isOffered: boolean; isOpen: boolean; onToggle: () => void }
  drawer: { isOpen: boolean; onToggle: () => void }
}

/** The upper edge of the page: whose bot this is, what time it is there, and what else can be opened. */
export function Header({ state, online, theme, onTheme, tour, drawer }: HeaderProps) {
  const other = theme === 'dark' ? 'light' : 'dark'
  return (
    <header class="page-header">
      <h1>
        Sandbox <span class="bot-name">@{state.bot.username}</span>
      </h1>
      <span class="connection" role="status">
        {online ? '' : 'Reconnecting…'}
      </span>
      <SandboxClock aheadMs={state.aheadMs} />
      {tour.isOffered && (
        <button
          type="button"
          class="text-button"
          aria-pressed={tour.isOpen}
          onClick={tour.onToggle}
        >
          Tour
        </button>
      )}
      <button
        type="button"
        class="text-button"
        aria-pressed={drawer.isOpen}
        onClick={drawer.onToggle}
      >
        Inspect
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={`Use ${other} colours`}
        onClick={() => onTheme(other)}
      >
        <Icon name={other === 'dark' ? 'moon' : 'sun'} />
      </button>
    </header>
  )
}

function SandboxClock({ aheadMs }: { aheadMs: number }) {
  const nowMs = useNow(aheadMs)
  const ahead = spanTitle(aheadMs)
  return (
    <span class="sandbox-clock">
      <time>{momentTitle(nowMs)}</time>
      {ahead !== '' && <span class="ahead">{ahead} ahead</span>}
    </span>
  )
}
