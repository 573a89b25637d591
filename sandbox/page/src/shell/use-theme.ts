import { useEffect, useState } from 'preact/hooks'

export type Theme = 'light' | 'dark'

const key = 'theme'
const preferred = matchMedia('(prefers-color-scheme: dark)')

/** The colours: those of the system until somebody chooses others. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [chosen, choose] = useState(() => localStorage.getItem(key))
  const [isDark, setDark] = useState(preferred.matches)
  useEffect(() => {
    const look = () => setDark(preferred.matches)
    preferred.addEventListener('change', look)
    return () => preferred.removeEventListener('change', look)
  }, [])
  const ofSystem = isDark ? 'dark' : 'light'
  const theme = chosen === 'light' || chosen === 'dark' ? chosen : ofSystem
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  const keep = (wanted: Theme) => {
    localStorage.setItem(key, wanted)
    choose(wanted)
  }
  return [theme, keep]
}
