import { it } from 'vitest'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { watchedBy } from '#server/sla/clock-alarm.ts'
import type { ClockAlarm } from '#server/sla/database-clock.ts'
import { useScene } from './testing/scene.ts'
import { until } from './testing/watcher.ts'

const scene = useScene()

it('a clock that is not to be believed is told to every screen at once, and so is its end', async () => {
  const clock: { alarm: ClockAlarm | undefined } = { alarm: undefined }
  watchedBy(scene.one.house.shell.pool, clock)
  const screens = await Promise.all([
    scene.watch(WHO.hanafi),
    scene.watch(WHO.yopi),
    scene.watch(WHO.elsewhere),
  ])
  const told = screens.map(() => 0)
  screens.forEach(({ socket }, n) => socket.on('rules', () => (told[n] = (told[n] ?? 0) + 1)))
  // The first look of an instance only learns how things stand: the clock jumps until it was seen.
  const jump = (since: number) => (clock.alarm = { why: 'jumped', byMs: 3_600_000, since })
  for (let since = 1; told.some((n) => n === 0); since += 1) {
    jump(since)
    await until('the alarm', () => told.every((n) => n > 0), 3_000).catch(() => undefined)
  }
  const before = [...told]
  clock.alarm = undefined
  await until('its end', () => told.every((n, place) => n > (before[place] ?? 0)))
})
