import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { encodeRow } from '#domain/case/row-codec.ts'
import { changePerson, endSessionsNow, endWithin } from '#server/auth/end-sessions.ts'
import { rowFromColumns, ROW_COLUMNS, type RowColumns } from '#server/case/rows.ts'
import { testDatabase } from '#server/db/test-database.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import type { Instance } from './testing/live-house.ts'
import { liveInstance } from './testing/live-house.ts'
import { until, Watcher } from './testing/watcher.ts'

const QUEUE = '81.01/KK'
let db: TestDatabase
let one: Instance
const watchers: Watcher[] = []

beforeAll(async () => {
  db = await testDatabase()
  one = await liveInstance(db)
})
afterAll(async () => {
  await one.close()
  await db.drop()
})
afterEach(() => {
  for (const watcher of watchers.splice(0)) watcher.close()
})

async function watch(
  actor: Actor,
  marks?: { [queue: string]: number },
  at: Instance = one,
): Promise<Watcher> {
  const { cookie } = await at.signIn(actor)
  return again(cookie, marks, at)
}

async function again(
  cookie: string,
  marks?: { [queue: string]: number },
  at: Instance = one,
): Promise<Watcher> {
  const watcher = new Watcher(at.port, cookie, marks)
  watchers.push(watcher)
  return watcher.connected()
}

const seqOf = async (queue = QUEUE): Promise<number> =>
  Number(
    (await db.pool.query<{ seq: string }>('select seq from queue where id = $1', [queue])).rows[0]?.seq ?? 0,
  )

/** What this person's screen must show: every case of the queue that they may see, straight from the table. */
async function truth(actor: Actor): Promise<unknown> {
  const { rows } = await db.pool.query<RowColumns>(
    `select ${ROW_COLUMNS} from case_file c where queue_id = $1 order by c.id`,
    [QUEUE],
  )
  return rows
    .map(rowFromColumns)
    .filter((row) => maySee(actor, row))
    .map(encodeRow)
}

const shown = (watcher: Watcher): unknown =>
  [...watcher.rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(encodeRow)

const draft = (by: Actor = WHO.hanafi, negeri = SAPARUA): Promise<string> => one.house.draft(by, negeri, 'KK')
const note = (caseId: string, by: Actor = WHO.hanafi, at: Instance = one) =>
  at.house.run(by, caseId, {
    type: 'writeNote',
    noteId: randomUUID(),
    text: 'Catatan',
    visibility: 'internal',
  })

describe('changes', () => {
  it('reach a screen in order, each number once, none lost, none that is not theirs', async () => {
    const watcher = await watch(WHO.hanafi, { [QUEUE]: 0 })
    const [mine, foreign] = [await draft(), await draft(WHO.elsewhere, BANDA)]
    await Promise.all(
      Array.from({ length: 100 }, (_, n) => (n % 3 ? note(mine) : note(foreign, WHO.elsewhere))),
    )
    const last = await note(mine)
    await until('the last change', () => watcher.marks[QUEUE] === (last.ok && last.seq))
    expect(watcher.holes).toBe(0)
    expect(shown(watcher)).toEqual(await truth(WHO.hanafi))
    expect(watcher.rows.has(foreign)).toBe(false)
  })

  it.each([[1], [26], [3600]])(
    'that happened while the line was cut for %i s are there after the opening message',
    async (seconds) => {
      const { cookie, actor } = await one.signIn(WHO.yopi)
      const first = await again(cookie, { [QUEUE]: 0 })
      await until('the catch-up', () => first.frames.length > 0)
      first.close()
      one.house.now += seconds * 1000
      const cases = await Promise.all(Array.from({ length: 10 }, () => one.house.submitted(WHO.hanafi)))
      const kk = await draft()
      await one.house.addPapers(kk)
      await one.house.do(WHO.hanafi, kk, { type: 'submit' })
      await Promise.all(Array.from({ length: 500 }, (_, n) => note(n % 2 ? kk : cases[n % 10]!)))
      const { frames } = await watch(WHO.yopi, first.marks) // hours have passed: a new session of the same rights
      await until('the catch-up', () => frames.some(([queue]) => queue === QUEUE))
      const catchUp = frames.find(([queue]) => queue === QUEUE)
      expect(catchUp?.[1]).toBe('')
      const merged = await watch(WHO.yopi, { [QUEUE]: 0 })
      await until('everything', () => merged.frames.some(([queue]) => queue === QUEUE))
      expect(shown(merged)).toEqual(await truth(actor))
      const learnt = new Map([...first.rows, ...watchers.at(-2)!.rows])
      expect([...learnt.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(encodeRow)).toEqual(
        await truth(actor),
      )
    },
  )

  it('survive twenty disconnects inside the catch-up: no hole, nothing twice', async () => {
    const { cookie, actor } = await one.signIn(WHO.hanafi)
    const rows = new Map<string, ReturnType<Watcher['rows']['get']>>()
    let marks: { [queue: string]: number } = { [QUEUE]: 0 }
    const caseId = await draft()
    let writing = true
    const writer = (async () => {
      while (writing) await note(caseId)
    })()
    for (let cut = 0; cut < 20; cut += 1) {
      const watcher = new Watcher(one.port, cookie, marks)
      await sleep(cut * 2) // before, during and after the opening message
      watcher.close()
      for (const [id, row] of watcher.rows) if ((rows.get(id)?.version ?? 0) < row.version) rows.set(id, row)
      expect(watcher.holes).toBe(0)
      marks = { [QUEUE]: watcher.marks[QUEUE] ?? 0 }
    }
    writing = false
    await writer
    const last = await again(cookie, marks)
    await until('the catch-up', () => last.frames.some(([queue]) => queue === QUEUE))
    for (const [id, row] of last.rows) if ((rows.get(id)?.version ?? 0) < row.version) rows.set(id, row)
    expect([...rows.values()].sort((a, b) => (a!.id < b!.id ? -1 : 1)).map((row) => encodeRow(row!))).toEqual(
      await truth(actor),
    )
  })

  it('the count of open cases is the number of the rows, while people work', async () => {
    const counts: unknown[] = []
    const work = Promise.all(
      Array.from({ length: 30 }, async () => one.house.run(WHO.hanafi, await draft(), { type: 'discard' })),
    )
    for (let n = 0; n < 20; n += 1) {
      const { rows, seq } = await one.house.shell.feed.since(WHO.hanafi, QUEUE, 0)
      const { rows: known } = await db.pool.query<{ n: number }>(
        // as of that number: opened by then, and not ended by then
        `select count(*)::int as n from (select case_id, max(version) as v from case_event where queue_id = $1 and queue_seq <= $2 group by 1) l
         join case_event e on e.case_id = l.case_id and e.version = l.v join case_file c on c.id = e.case_id
         where e.to_stage not in ('CLOSED', 'REJECTED', 'CANCELLED', 'EXPIRED') and c.negeri = $3`,
        [QUEUE, seq, SAPARUA],
      )
      counts.push([rows.length, known[0]?.n])
    }
    await work
    for (const pair of counts) expect((pair as number[])[0]).toBe((pair as number[])[1])
  })

  it('from a mark of another history, or older than what is kept, ask for a pull', async () => {
    const ahead = await watch(WHO.hanafi, { [QUEUE]: 1_000_000 })
    await until('behind', () => ahead.behind.includes(QUEUE))
    expect(await one.house.shell.feed.since(WHO.hanafi, QUEUE, 1_000_000)).toEqual({
      seq: await seqOf(),
      rows: [],
    })
  })
})

describe('rights', () => {
  it('no message opens a room, and nothing that a screen says is passed on', async () => {
    const victim = await watch(WHO.hanafi, { [QUEUE]: await seqOf() })
    await until('the catch-up', () => victim.frames.length > 0)
    const caseId = await draft()
    await until('its row', () => victim.rows.has(caseId))
    const before = victim.frames.length
    for (const [event, ...input] of [
      ['join', `${QUEUE}@${SAPARUA}#negeri`],
      ['subscribe', QUEUE],
      ['rows', [QUEUE, `${QUEUE}@${SAPARUA}#negeri`, 0, 999_999, []]],
      ['watch', { $ne: null }],
      ['watch', 'x'.repeat(100)],
      ['presence', [`queue:${QUEUE}`, [{ id: 'forged' }]]],
    ] as [string, ...unknown[]][]) {
      const forger = await watch(WHO.elsewhere, { [QUEUE]: await seqOf() })
      forger.socket.emit(event, ...input)
      await until(`${event} ends the connection`, () => forger.socket.disconnected)
      await note(caseId)
      expect([...forger.rows.values()].some((row) => row.negeri === SAPARUA)).toBe(false)
    }
    await until('the notes', () => victim.rows.get(caseId)!.version >= 7)
    expect(victim.frames.slice(before).every(([, , , seq]) => seq < 999_999)).toBe(true)
    expect(victim.presence.size).toBe(0)
  })

  it('a mark for a queue of another regency brings nothing', async () => {
    const watcher = await watch(WHO.elsewhere, { '81.02/KK': 0, [QUEUE]: 0 })
    await until('the catch-up', () => watcher.frames.length > 0)
    await sleep(50)
    expect(watcher.frames.map(([queue]) => queue)).toEqual([QUEUE])
  })

  it('a page of another site, and one that does not say where it is from, are not let in', async () => {
    const { cookie } = await one.signIn(WHO.hanafi)
    const knock = (origin: string | undefined) =>
      new Promise<number | undefined>((resolve) => {
        const ws = new WebSocket(`ws://127.0.0.1:${one.port}/socket.io/?EIO=4&transport=websocket`, {
          headers: { cookie, ...(origin ? { origin } : {}) },
        })
        ws.on('unexpected-response', (_req, res) => resolve(res.statusCode))
        ws.on('open', () => resolve(101))
        ws.on('error', () => {})
      })
    expect(await knock('https://evil.example')).toBe(400)
    expect(await knock(`http://127.0.0.1:${one.port}.evil.example`)).toBe(400)
    expect(await knock(undefined)).toBe(400)
    expect(await knock(`http://127.0.0.1:${one.port}`)).toBe(101)
  })

  it('nobody without a session, and with a made-up one, hears anything', async () => {
    for (const cookie of ['', `satu-antrean=${'A'.repeat(43)}`]) {
      const stranger = await again(cookie, { [QUEUE]: 0 })
      await until('the end', () => stranger.ended === 1 && stranger.socket.disconnected)
      expect(stranger.frames).toEqual([])
    }
  })

  it('a session that ends hears nothing from then on', async () => {
    const { cookie, personId } = await one.signIn(WHO.hanafi)
    const watcher = await again(cookie, { [QUEUE]: await seqOf() })
    await until('the catch-up', () => watcher.frames.length > 0)
    await endSessionsNow(one.house.shell, { personId }, 'admin')
    const after = await draft()
    await until('the end', () => watcher.ended === 1 && watcher.socket.disconnected, 1000)
    await sleep(100)
    expect(watcher.rows.has(after)).toBe(false)
  })

  it('other rights begin with the change, here and on every other instance', async () => {
    const two = await liveInstance(db)
    try {
      const { cookie, personId } = await one.signIn(WHO.hanafi)
      const screens = [
        await again(cookie, { [QUEUE]: await seqOf() }),
        await again(cookie, { [QUEUE]: await seqOf() }, two),
      ]
      await changePerson(one.house.shell, async (client) => {
        await client.query('update person set areas = $2 where id = $1', [personId, [BANDA]])
        await endWithin(one.house.shell, client, { personId }, 'admin')
      })
      await until('both ends', () => screens.every((screen) => screen.ended === 1), 1000)
      const after = await draft()
      await sleep(400)
      expect(screens.some((screen) => screen.rows.has(after))).toBe(false)
    } finally {
      await two.close()
    }
  })

  it('a session that ended without a word is noticed within ten seconds', async () => {
    const { cookie, personId } = await one.signIn(WHO.hanafi)
    const watcher = await again(cookie, {})
    const ticking = setInterval(() => (one.house.now += 1000), 1000)
    await db.pool.query('update session set revoked_at = now() where person_id = $1', [personId])
    await until('the end', () => watcher.ended === 1, 10_000)
    clearInterval(ticking)
  }, 15_000)
})

describe('bad input', () => {
  it('a malformed frame closes its own connection, and nobody else notices', async () => {
    const { cookie } = await one.signIn(WHO.hanafi)
    const bystander = await watch(WHO.hanafi, { [QUEUE]: await seqOf() })
    const frames = [
      '4',
      '40{',
      '42["watch"',
      '42[1,2]',
      '45-["x"]',
      '9nonsense',
      '42["watch",null,null]',
      Buffer.from([0, 1, 2]),
      '4'.repeat(70_000),
    ]
    for (const frame of frames) {
      const ws = new WebSocket(`ws://127.0.0.1:${one.port}/socket.io/?EIO=4&transport=websocket`, {
        headers: { cookie, origin: `http://127.0.0.1:${one.port}` },
      })
      ws.on('error', () => {})
      const closed = new Promise((resolve) => ws.once('close', resolve))
      await new Promise((resolve) => ws.once('message', resolve)) // the engine's greeting
      if (typeof frame === 'string' && frame.startsWith('42')) {
        ws.send('40{"v":1,"marks":{}}')
        await new Promise((resolve) => ws.once('message', resolve))
      }
      ws.send(frame)
      await Promise.race([
        closed,
        sleep(11_000).then(() => Promise.reject(new Error(`still open after ${String(frame).slice(0, 20)}`))),
      ])
    }
    const caseId = await draft()
    await until('news for the bystander', () => bystander.rows.has(caseId))
  }, 60_000)

  it.each([
    [{ v: 2, marks: {} }],
    [{ v: 1, marks: { '../etc': 1 } }],
    [{ v: 1, marks: { [QUEUE]: -1 } }],
    [{ v: 1, marks: {}, room: 'x' }],
    [null],
  ])('an opening message that is none: %j', async (auth) => {
    const { cookie } = await one.signIn(WHO.hanafi)
    const watcher = new Watcher(one.port, cookie)
    watcher.socket.auth = auth as object
    watchers.push(watcher)
    await until('the end', () => watcher.socket.disconnected && !watcher.socket.active)
    expect(watcher.frames).toEqual([])
  })

  it('more connections than one address may have are turned away', async () => {
    const small = await liveInstance(db, { perAddress: 3, total: 100 })
    try {
      const { cookie } = await small.signIn(WHO.hanafi)
      for (let n = 0; n < 3; n += 1) await again(cookie, {}, small)
      await expect(again(cookie, {}, small)).rejects.toThrow()
      watchers.at(-2)?.close()
      await sleep(100)
      await again(cookie, {}, small)
    } finally {
      await small.close()
    }
  })
})

describe('a screen that does not read', () => {
  it('holds little of the server, is cut off, and others hear as before', async () => {
    const { cookie } = await one.signIn(WHO.yopi)
    const reader = await watch(WHO.yopi, { [QUEUE]: await seqOf() })
    await until('the catch-up', () => reader.frames.length > 0)
    const ws = new WebSocket(`ws://127.0.0.1:${one.port}/socket.io/?EIO=4&transport=websocket`, {
      headers: { cookie, origin: `http://127.0.0.1:${one.port}` },
    })
    const closed = new Promise((resolve) => ws.once('close', resolve))
    ws.on('error', () => {})
    await new Promise((resolve) => ws.once('message', resolve))
    ws.send(JSON.stringify({ v: 1, marks: {} }).replace(/^/, '40'))
    await new Promise((resolve) => ws.once('message', resolve))
    ws.pause()
    const beat = setInterval(() => ws.readyState === ws.OPEN && ws.send('3'), 1000) // it answers pings
    const row = encodeRow({ ...(await someRow()), applicant: 'A'.repeat(150) })
    const frame = [QUEUE, `${QUEUE}@81.01#dinas`, 0, 1, Array.from({ length: 1000 }, () => row)] as const
    let [sent, arrived] = [0, 0]
    for (let n = 0; n < 100; n += 1) {
      one.carry(frame)
      sent += JSON.stringify(frame).length
      await sleep(20)
    }
    await sleep(11_000)
    ws.on('message', (data: Buffer) => (arrived += data.length))
    ws.resume()
    await closed
    clearInterval(beat)
    expect(sent).toBeGreaterThan(20_000_000)
    expect(arrived).toBeLessThan(13_000_000) // the buffers of the kernel (4 and 6 MB here), and 1 MB of ours
    const caseId = await draft()
    await one.house.addPapers(caseId)
    await one.house.do(WHO.hanafi, caseId, { type: 'submit' })
    await until('news for the reader', () => reader.rows.has(caseId))
  }, 40_000)
})

async function someRow() {
  const { rows } = await db.pool.query<RowColumns>(`select ${ROW_COLUMNS} from case_file c limit 1`)
  return rowFromColumns(rows[0]!)
}

describe('two instances', () => {
  it('hear of each other’s changes, and whoever is at a case is seen on both', async () => {
    const two = await liveInstance(db)
    try {
      const caseId = await one.house.forwarded()
      const here = await watch(WHO.yopi, { [QUEUE]: 0 })
      const there = await watch(WHO.lena, { [QUEUE]: 0 }, two)
      const kk = await draft()
      await one.house.addPapers(kk)
      await one.house.do(WHO.hanafi, kk, { type: 'submit' })
      await until('the change on the other instance', () => there.rows.has(kk), 1000)
      const back = await note(kk, WHO.hanafi, two)
      await until('and back', () => here.rows.get(kk)?.version === (back.ok && back.version), 1000)

      const place = `case:${caseId}`
      here.socket.emit('watch', place)
      there.socket.emit('watch', place)
      const names = (watcher: Watcher): number => watcher.presence.get(place)?.length ?? 0
      await until('both on both', () => names(here) === 2 && names(there) === 2, 2000)
      there.close()
      await until('one again', () => names(here) === 1, 2000)
    } finally {
      await two.close()
    }
  })

  it('a village officer elsewhere is not told who is at a case of another', async () => {
    const caseId = await one.house.submitted()
    const [own, foreign, citizen] = [
      await watch(WHO.ona, {}),
      await watch(WHO.elsewhere, {}),
      await watch(WHO.citizen, {}),
    ]
    for (const watcher of [own, foreign, citizen]) watcher.socket.emit('watch', `case:${caseId}`)
    await until('own', () => own.presence.has(`case:${caseId}`))
    await sleep(200)
    expect([
      own.presence.get(`case:${caseId}`)?.length,
      foreign.presence.size,
      citizen.presence.size,
    ]).toEqual([1, 0, 0])
  })

  it('a browser that was killed is gone from its place', async () => {
    const place = `queue:${QUEUE}`
    const colleague = await watch(WHO.ona, {})
    colleague.socket.emit('watch', place)
    const { cookie } = await one.signIn(WHO.hanafi)
    const ws = new WebSocket(`ws://127.0.0.1:${one.port}/socket.io/?EIO=4&transport=websocket`, {
      headers: { cookie, origin: `http://127.0.0.1:${one.port}` },
    })
    await new Promise((resolve) => ws.once('message', resolve))
    ws.send('40{"v":1,"marks":{}}')
    await new Promise((resolve) => ws.once('message', resolve))
    ws.send(`42["watch","${place}"]`)
    await until('two', () => colleague.presence.get(place)?.length === 2)
    ws.pause() // from here on it answers nothing, as a machine without power
    await until('one', () => colleague.presence.get(place)?.length === 1, 20_000)
    ws.terminate()
  }, 30_000)
})
