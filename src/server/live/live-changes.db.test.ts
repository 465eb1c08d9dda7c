import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { encodeRow } from '#domain/case/row-codec.ts'
import { QUEUE, shown, useScene } from './testing/scene.ts'
import { until, Watcher } from './testing/watcher.ts'

const scene = useScene()

describe('changes', () => {
  it('reach a screen in order, each number once, none lost, none that is not theirs', async () => {
    const watcher = await scene.watch(WHO.hanafi, { [QUEUE]: 0 })
    const [mine, foreign] = [await scene.draft(), await scene.draft(WHO.elsewhere, BANDA)]
    await Promise.all(
      Array.from({ length: 100 }, (_, n) => (n % 3 ? scene.note(mine) : scene.note(foreign, WHO.elsewhere))),
    )
    const last = await scene.note(mine)
    await until('the last change', () => watcher.marks[QUEUE] === (last.ok && last.seq))
    expect(watcher.holes).toBe(0)
    expect(shown(watcher.rows)).toEqual(await scene.truth(WHO.hanafi))
    expect(watcher.rows.has(foreign)).toBe(false)
  })

  it.each([[1], [26], [3600]])(
    'that happened while the line was cut for %i s are there after the opening message',
    async (seconds) => {
      const { cookie, actor } = await scene.one.signIn(WHO.yopi)
      const first = await scene.again(cookie, { [QUEUE]: 0 })
      await until('the catch-up', () => first.frames.length > 0)
      first.close()
      scene.one.house.now += seconds * 1000
      const cases = await Promise.all(Array.from({ length: 10 }, () => scene.one.house.submitted(WHO.hanafi)))
      const kk = await scene.draft()
      await scene.one.house.addPapers(kk)
      await scene.one.house.do(WHO.hanafi, kk, { type: 'submit' })
      await Promise.all(Array.from({ length: 500 }, (_, n) => scene.note(n % 2 ? kk : cases[n % 10]!)))
      const back = await scene.watch(WHO.yopi, first.marks) // hours have passed: a new session of the same rights
      await until('the catch-up', () => back.frames.some(([queue]) => queue === QUEUE))
      const catchUp = back.frames.find(([queue]) => queue === QUEUE)
      expect(catchUp?.[1]).toBe('')
      expect(shown(new Map([...first.rows, ...back.rows]))).toEqual(await scene.truth(actor))
    },
  )

  it('survive twenty disconnects inside the catch-up: no hole, nothing twice', async () => {
    const { cookie, actor } = await scene.one.signIn(WHO.hanafi)
    const rows = new Map<string, ReturnType<Watcher['rows']['get']>>()
    let marks: { [queue: string]: number } = { [QUEUE]: 0 }
    const caseId = await scene.draft()
    let writing = true
    const writer = (async () => {
      while (writing) await scene.note(caseId)
    })()
    for (let cut = 0; cut < 20; cut += 1) {
      const watcher = new Watcher(scene.one.port, cookie, marks)
      await sleep(cut * 2) // before, during and after the opening message
      watcher.close()
      for (const [id, row] of watcher.rows) if ((rows.get(id)?.version ?? 0) < row.version) rows.set(id, row)
      expect(watcher.holes).toBe(0)
      marks = { [QUEUE]: watcher.marks[QUEUE] ?? 0 }
    }
    writing = false
    await writer
    const last = await scene.again(cookie, marks)
    await until('the catch-up', () => last.frames.some(([queue]) => queue === QUEUE))
    for (const [id, row] of last.rows) if ((rows.get(id)?.version ?? 0) < row.version) rows.set(id, row)
    expect([...rows.values()].sort((a, b) => (a!.id < b!.id ? -1 : 1)).map((row) => encodeRow(row!))).toEqual(
      await scene.truth(actor),
    )
  })

  it('the count of open cases is the number of the rows, while people work', async () => {
    const counts: unknown[] = []
    const work = Promise.all(
      Array.from({ length: 30 }, async () =>
        scene.one.house.run(WHO.hanafi, await scene.draft(), { type: 'discard' }),
      ),
    )
    for (let n = 0; n < 20; n += 1) {
      const { rows, seq } = await scene.one.house.shell.feed.since(WHO.hanafi, QUEUE, 0)
      const { rows: known } = await scene.db.pool.query<{ n: number }>(
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
    const ahead = await scene.watch(WHO.hanafi, { [QUEUE]: 1_000_000 })
    await until('behind', () => ahead.behind.includes(QUEUE))
    expect(await scene.one.house.shell.feed.since(WHO.hanafi, QUEUE, 1_000_000)).toEqual({
      seq: await scene.seqOf(),
      rows: [],
    })
  })
})
