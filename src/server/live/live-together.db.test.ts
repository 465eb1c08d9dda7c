import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Detail } from '#domain/case/here.ts'
import { BANDA, WHO } from '#domain/case/testing/case-scenario.ts'
import type { Instance } from './testing/live-house.ts'
import { liveInstance } from './testing/live-house.ts'
import { QUEUE, useScene } from './testing/scene.ts'
import type { Watcher } from './testing/watcher.ts'
import { until } from './testing/watcher.ts'

const scene = useScene()
let two: Instance
beforeAll(async () => {
  two = await liveInstance(scene.db)
})
afterAll(() => two.close())

const detailOf = (watcher: Watcher, place: string, name: string): Detail | undefined =>
  watcher.presence.get(place)?.find((one) => one.name === name)?.detail

/** A case at the Dinas, of which `yopi` looks at one instance and `lena` at the other. */
async function twoAtOneCase() {
  const caseId = await scene.one.house.forwarded()
  const paper = await scene.one.house.upload(caseId, WHO.hanafi)
  const place = `case:${caseId}`
  const [yopi, lena] = [await scene.watch(WHO.yopi, {}), await scene.watch(WHO.lena, {}, two)]
  yopi.socket.emit('watch', place)
  lena.socket.emit('watch', place)
  await until('both on both', () => [yopi, lena].every((one) => one.presence.get(place)?.length === 2))
  return { caseId, paper, place, yopi, lena }
}

describe('who is where within a case', () => {
  it('paper, page and field are seen on the other instance, the last of them at once, and gone when they are left', async () => {
    const { paper, place, yopi, lena } = await twoAtOneCase()
    const said = { paper, page: 3, field: 'applicantName' }
    for (const field of ['note', 'reason', 'applicantName'])
      yopi.socket.emit('watch', place, { ...said, field })
    await until('what Yopi looks at', () => detailOf(lena, place, WHO.yopi.name)?.page === 3)
    await until('the last field', () => detailOf(lena, place, WHO.yopi.name)?.field === 'applicantName')
    expect(detailOf(lena, place, WHO.yopi.name)).toEqual(said)
    yopi.socket.emit('watch', place, {})
    await until('nothing any more', () => detailOf(lena, place, WHO.yopi.name) === undefined)
    expect(lena.presence.get(place)).toHaveLength(2)
  })

  it('what the case does not have is not shown: a made-up paper, one of another case, a field of no form', async () => {
    const { paper, place, yopi, lena } = await twoAtOneCase()
    const foreign = await scene.one.house.upload(await scene.draft(WHO.elsewhere, BANDA), WHO.elsewhere)
    yopi.socket.emit('watch', place, { paper: foreign, page: 2, field: 'surat-palsu' })
    yopi.socket.emit('watch', place, { paper: randomUUID(), beside: paper, field: 'Klik:di.sini' })
    await until('what is true of it', () => detailOf(lena, place, WHO.yopi.name) !== undefined)
    expect(detailOf(lena, place, WHO.yopi.name)).toEqual({ beside: paper })
  })

  it('what is no detail, or no pointer, ends the connection', async () => {
    const caseId = await scene.one.house.forwarded()
    const { cookie } = await scene.one.signIn(WHO.yopi)
    const id = randomUUID()
    const said: readonly (readonly [string, ...unknown[]])[] = [
      ['watch', `case:${caseId}`, { paper: 'x' }],
      ['watch', `case:${caseId}`, { page: 0 }],
      ['watch', `case:${caseId}`, { field: '<b>' }],
      ['watch', `case:${caseId}`, { field: 'a'.repeat(100) }],
      ['watch', `case:${caseId}`, { room: 'x' }],
      ['watch', `case:${caseId}`, 'paper'],
      ['watch', `case:${caseId}`, {}, {}],
      ['point', ['x', 1, 1, 1]],
      ['point', [id, 0, 1, 1]],
      ['point', [id, 1, -1, 1]],
      ['point', [id, 1, 1, 10_001]],
      ['point', [id, 1, 0.5, 1]],
      ['point', [id, 1, 1, 1, 'Yopi']],
      ['point', { fileId: id }],
      ['point', null],
      ['point', [id, 1, 1, 1], [id, 1, 1, 1]],
      ['point'],
    ]
    for (const words of said) {
      const watcher = await scene.again(cookie, {})
      watcher.socket.emit(...(words as [string]))
      await until(`${JSON.stringify(words)} ends it`, () => watcher.socket.disconnected)
    }
  }, 30_000)

  it('who goes before it is known where they were is nowhere', async () => {
    const { place, yopi, lena } = await twoAtOneCase()
    yopi.socket.emit('watch', null)
    yopi.socket.emit('watch', place) // asks the database …
    yopi.socket.emit('watch', null) // … and is answered after this
    await until('gone', () => lena.presence.get(place)?.length === 1)
    await sleep(300)
    expect(lena.presence.get(place)).toHaveLength(1)
  })
})

describe('who has a case open, in the list', () => {
  it('is told where its row is told, on both instances, and taken back when they go', async () => {
    const caseId = await scene.one.house.forwarded()
    const lists = [await scene.watch(WHO.hanafi, {}), await scene.watch(WHO.supervisor, {}, two)]
    const foreign = await scene.watch(WHO.elsewhere, {})
    const applicant = await scene.one.signIn(WHO.citizen)
    const citizen = await scene.again(applicant.cookie, {})
    const own = await scene.one.house.draft(applicant.actor)
    const queue = 'queue:81.01/AKTA_KELAHIRAN'
    for (const list of [...lists, foreign, citizen]) list.socket.emit('watch', queue)
    await until('the list', () => lists.every((list) => list.presence.has(queue)))
    const yopi = await scene.watch(WHO.yopi, {})
    yopi.socket.emit('watch', `case:${caseId}`, { field: 'applicantName' })
    const names = (list: Watcher) => list.open.get(caseId)?.map(({ name }) => name)
    await until('his mark', () => lists.every((list) => names(list)?.join() === WHO.yopi.name))
    // Within the case he stays among those who have it open.
    expect(lists[0]?.open.get(caseId)?.[0]).not.toHaveProperty('detail')
    const late = await scene.watch(WHO.ona, {}, two)
    late.socket.emit('watch', 'queues')
    await until('who comes later is told', () => names(late)?.join() === WHO.yopi.name)
    // Not even of their own case.
    const hanafi = await scene.watch(WHO.hanafi, {})
    hanafi.socket.emit('watch', `case:${own}`)
    await until('her mark', () => lists[0]?.open.get(own)?.length === 1)
    yopi.close()
    await until('gone', () => [...lists, late].every((list) => names(list)?.length === 0), 3000)
    expect([foreign.open.size, citizen.open.size]).toEqual([0, 0])
  })

  it('a draft stays on its own side, and no message asks for the list of others', async () => {
    const draft = await scene.draft()
    const [dinas, own] = [await scene.watch(WHO.yopi, {}), await scene.watch(WHO.ona, {})]
    dinas.socket.emit('watch', `queue:${QUEUE}`)
    own.socket.emit('watch', `queue:${QUEUE}`)
    const hanafi = await scene.watch(WHO.hanafi, {})
    hanafi.socket.emit('watch', `case:${draft}`)
    await until('her colleague', () => own.open.get(draft)?.length === 1)
    await sleep(200)
    expect(dinas.open.has(draft)).toBe(false)

    const forger = await scene.watch(WHO.elsewhere, {})
    for (const place of [
      `queue:81.02/KK`,
      `list:${QUEUE}@81.01#dinas`,
      `looks:${draft}/1`,
      `queue:${QUEUE}@81.01`,
    ])
      forger.socket.emit('watch', place)
    forger.socket.emit('watch', `queue:${QUEUE}`)
    await until('his own list', () => forger.presence.has(`queue:${QUEUE}`))
    hanafi.close()
    await until('gone for her colleague', () => own.open.get(draft)?.length === 0)
    expect(forger.open.size).toBe(0)
    expect([...forger.presence.keys()]).toEqual([`queue:${QUEUE}`])
  })
})

describe('pointers', () => {
  it('reach whoever has the same page under the glass, on both instances, and nobody else', async () => {
    const { caseId, paper, place, yopi, lena } = await twoAtOneCase()
    const [sameHere, otherPage] = [await scene.watch(WHO.supervisor, {}), await scene.watch(WHO.verifier, {})]
    for (const [watcher, page] of [
      [yopi, 1],
      [lena, 1],
      [sameHere, 1],
      [otherPage, 2],
    ] as const)
      watcher.socket.emit('watch', place, { paper, page })
    await until('all look', () => lena.presence.get(place)?.filter((one) => one.detail).length === 4)
    yopi.socket.emit('point', [paper, 1, 1234, 10_000])
    await until('his pointer', () => lena.pointers.length > 0 && sameHere.pointers.length > 0)
    const yopiId = yopi.presence.get(place)?.find((one) => one.name === WHO.yopi.name)?.id
    expect(lena.pointers[0]).toEqual([paper, 1, [[yopiId, 1234, 10_000]]])
    yopi.socket.emit('point', [paper, 1])
    await until('that it left', () => lena.pointers.at(-1)?.[2][0]?.length === 1)
    expect([otherPage.pointers.length, yopi.pointers.length]).toEqual([0, 0])
    expect(caseId).not.toBe('')
  })

  it('are gathered: what moves ten times is told as often as the eye follows, and the last place counts', async () => {
    const { paper, place, yopi, lena } = await twoAtOneCase()
    for (const watcher of [yopi, lena]) watcher.socket.emit('watch', place, { paper, page: 1 })
    await until('both look', () => yopi.presence.get(place)?.filter((one) => one.detail).length === 2)
    const begun = performance.now()
    for (let n = 1; n <= 50; n += 1) {
      yopi.socket.emit('point', [paper, 1, n, n])
      await sleep(5)
    }
    await until('the last place', () => (lena.pointers.at(-1)?.[2][0] as number[] | undefined)?.[1] === 50)
    expect(lena.pointers.length).toBeLessThan((performance.now() - begun) / 80 + 3)
  })

  it('of a paper that is not under the own glass, or of a case that is not theirs, go nowhere', async () => {
    const { paper, place, yopi, lena } = await twoAtOneCase()
    lena.socket.emit('watch', place, { paper, page: 1 })
    const stranger = await scene.watch(WHO.elsewhere, {})
    stranger.socket.emit('watch', place, { paper, page: 1 })
    stranger.socket.emit('point', [paper, 1, 1, 1])
    yopi.socket.emit('point', [paper, 1, 2, 2])
    yopi.socket.emit('watch', place, { paper, page: 2 })
    yopi.socket.emit('point', [paper, 1, 3, 3])
    yopi.socket.emit('watch', place, { paper, page: 1 })
    await until('he looks', () => detailOf(lena, place, WHO.yopi.name)?.page === 1)
    yopi.socket.emit('point', [paper, 1, 4, 4])
    await until('his pointer', () => lena.pointers.length > 0)
    expect(lena.pointers.map(([, , spots]) => spots[0]?.[1])).toEqual([4])
    expect([stranger.presence.size, stranger.pointers.length]).toEqual([0, 0])
  })

  it('of a line that stood still come at once and are borne; a script that goes on is shown the door', async () => {
    const { paper, place, yopi, lena } = await twoAtOneCase()
    for (const watcher of [yopi, lena]) watcher.socket.emit('watch', place, { paper, page: 1 })
    await until('both look', () => yopi.presence.get(place)?.filter((one) => one.detail).length === 2)
    for (let n = 0; n < 100; n += 1) yopi.socket.emit('point', [paper, 1, n, n])
    await until('some of them', () => lena.pointers.length > 0)
    expect(yopi.socket.connected).toBe(true)
    for (let n = 0; n < 400; n += 1) yopi.socket.emit('point', [paper, 1, n, n])
    await until('the end', () => yopi.socket.disconnected)
  })
})
