import 'fake-indexeddb/auto'
import { setTimeout as sleep } from 'node:timers/promises'
import { FAULTS } from './drill/sea/faults.ts'
import type { Fault } from './drill/sea/faults.ts'
import type { Told } from './drill/sea/history.ts'
import { liveThrough } from './drill/sea/history.ts'
import { openSeaHouse } from './drill/sea/house.ts'

/**
 * `npm run drill sea [--quick] [--seed N] [--histories N] [--fault NAME]`: officers at sea, as seeds say, against the
 * real server: offline, killed anywhere, answers lost, cut, reordered or forged by a captive portal, two tabs, clocks
 * set. In the end what was done is there, exactly once, every hash equal. With a planted fault it must fail.
 */
const words = process.argv.slice(2)
const given = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined)
const quick = words.includes('--quick')
const first = Number(given('--seed') ?? Math.floor(Math.random() * 2 ** 31))
const histories = Number(given('--histories') ?? (quick ? 25 : given('--seed') === undefined ? 1000 : 1))
const fault = given('--fault')
if (fault !== undefined && !(FAULTS as readonly string[]).includes(fault))
  throw new Error(`--fault is one of ${FAULTS.join(', ')}`)
const AT_ONCE = 16

const house = await openSeaHouse(quick ? 6 : 24)
const begun = Date.now()
const told: Told[] = []
const seeds = Array.from({ length: histories }, (_, index) => first + index)
process.stdout.write(`seed ${first}, ${histories} histories${fault ? `, planted: ${fault}` : ''}\n`)
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      const never = sleep(
        240_000,
        { seed, wrong: ['it did not end'], acts: 0, kills: 0, bytes: 0 },
        { ref: false },
      )
      const one: Told = await Promise.race([liveThrough(house, seed, fault as Fault | undefined), never])
      told.push(one)
      if (one.wrong.length > 0) process.stdout.write(`seed ${seed}: ${one.wrong.slice(0, 6).join('; ')}\n`)
    }
  }),
)
await house.close()

const bad = told.filter((one) => one.wrong.length > 0)
const sum = (of: (one: Told) => number) => told.reduce((all, one) => all + of(one), 0)
const pass = bad.length === 0 && sum((one) => one.acts) > histories * 3
process.stdout.write(
  `${JSON.stringify({
    name: 'drill sea',
    date: new Date().toISOString(),
    options: { quick, seed: first, histories, fault: fault ?? null },
    seconds: Math.round((Date.now() - begun) / 1000),
    acts: sum((one) => one.acts),
    kills: sum((one) => one.kills),
    megabytesSent: Math.round(sum((one) => one.bytes) / 1e5) / 10,
    historiesWrong: bad.length,
    seedsWrong: bad.map((one) => one.seed).slice(0, 10),
    pass,
  })}\n`,
)
// What a killed tab still waits for never comes.
process.exit(pass ? 0 : 1)
