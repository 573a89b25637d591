/** What people in the staff group are told of, because somebody must act or they would wonder. */
export const alarms = ['refused', 'given_up', 'inbox', 'timers', 'disk'] as const

export type Alarm = (typeof alarms)[number]

/** What was told of an alarm last. */
export interface AlarmTold {
  isOn: boolean
  atMs: number
}

export type AlarmsTold = Partial<Record<Alarm, AlarmTold>>

/** What to tell now of an alarm. */
export interface AlarmNews {
  alarm: Alarm
  isOver: boolean
}

/**
 * Which alarms have begun or are over since they were told. One that comes and goes is told again
 * only after `againMs`; that it is over is told when it was told that it began.
 *
 * @param on those that hold now
 */
export function judgeAlarms(
  told: AlarmsTold,
  { on, nowMs, againMs }: { on: ReadonlySet<Alarm>; nowMs: number; againMs: number },
): AlarmNews[] {
  return alarms.flatMap((alarm): AlarmNews[] => {
    const last = told[alarm]
    const wasOn = last?.isOn === true
    if (on.has(alarm) === wasOn) return []
    if (wasOn) return [{ alarm, isOver: true }]
    // A clock that was set back must not hold it up.
    const isSoon = last !== undefined && Math.abs(nowMs - last.atMs) < againMs
    return isSoon ? [] : [{ alarm, isOver: false }]
  })
}
