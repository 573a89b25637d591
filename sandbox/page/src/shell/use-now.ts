import { useEffect, useState } from 'preact/hooks'

/** The sandbox's time, a new one each second. */
export function useNow(aheadMs: number): number {
  const [realMs, setReal] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setReal(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return realMs + aheadMs
}
