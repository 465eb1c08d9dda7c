import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { fitAnswers } from '#domain/case/testing/fit-answers.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import type { Change } from '#client/device/device-store.ts'
import type { NewItem } from '#client/outbox/outbox.ts'
import { Chance } from './chance.ts'
import { Device, Tab } from './device.ts'
import type { Fault } from './faults.ts'
import type { SeaHouse } from './house.ts'
import { NEGERI } from './house.ts'
import { Line } from './line.ts'
import type { Expected } from './truth.ts'
import { findWrong } from './truth.ts'

const DAY_MS = 24 * 3_600_000
const WORDS = ['AMINAH', 'HANAFI', 'RUKMINI', 'DAUD', 'GRASELA', 'MINA', 'YOPI', 'ONA']
/** Without anything moving for so long it never will. */
const STILL_MS = 45_000

export type Told = {
  readonly seed: number
  readonly wrong: readonly string[]
  readonly acts: number
  readonly kills: number
  readonly bytes: number
}

/**
 * One officer's days at sea, as the seed says: writes, photographs, hands in, loses the line, loses answers, kills the
 * tab anywhere, opens a second one, sets the clock. Then the line is good, and the house must hold exactly what was done.
 */
export async function liveThrough(house: SeaHouse, seed: number, fault: Fault | undefined): Promise<Told> {
  const chance = new Chance(seed)
  const officer = await house.officer()
  const line = new Line(house.origin, officer.cookie, chance)
  const device = await Device.of(officer.id, line, fault)
  const life = new Life(house, device, chance)
  await life.begin()
  const steps = 10 + chance.whole(30)
  for (let step = 0; step < steps; step += 1) {
    await life.step()
    await sleep(chance.whole(8))
    life.wake()
  }
  const left = await life.end()
  const wrong = await findWrong(house.shell, life.expected, left)
  return { seed, wrong, acts: life.acts, kills: life.kills, bytes: line.bytes }
}

class Life {
  readonly expected = new Map<string, Expected>()
  acts = 0
  kills = 0
  readonly #house: SeaHouse
  readonly #device: Device
  readonly #chance: Chance
  #tabs: Tab[] = []

  constructor(house: SeaHouse, device: Device, chance: Chance) {
    this.#house = house
    this.#device = device
    this.#chance = chance
  }

  async begin(): Promise<void> {
    this.#tabs = [await Tab.on(this.#device)]
  }

  wake(): void {
    for (const tab of this.#tabs) if (!tab.killed) tab.outbox.wake(false)
  }

  async step(): Promise<void> {
    const chance = this.#chance
    const roll = chance.next()
    if (roll < 0.16) await this.#create()
    else if (roll < 0.42) await this.#edit()
    else if (roll < 0.52) await this.#note()
    else if (roll < 0.66) await this.#photograph()
    else if (roll < 0.74) await this.#submit()
    else if (roll < 0.79) this.#device.line.online = !this.#device.line.online
    else if (roll < 0.91) this.#mayDie()
    else if (roll < 0.95) await this.#secondTab()
    else this.#device.clockOffMs = Math.round((chance.next() - 0.5) * 14 * DAY_MS)
    await this.#revive()
  }

  /** Not now but some steps of its own from now: in the middle of whatever that is. */
  #mayDie(): void {
    const tab = this.#chance.of(this.#tabs)
    tab.dieAfter = 1 + this.#chance.whole(40)
  }

  async #secondTab(): Promise<void> {
    if (this.#tabs.length < 2) this.#tabs.push(await Tab.on(this.#device))
  }

  async #revive(): Promise<void> {
    const dead = this.#tabs.filter((tab) => tab.killed)
    this.kills += dead.length
    this.#tabs = this.#tabs.filter((tab) => !tab.killed)
    if (this.#tabs.length === 0) await this.begin()
  }

  /** Puts an act, and finds out whether it was on the disk when the tab died over it. */
  async #put(item: NewItem & { readonly id: string }, also: readonly Change[] = []): Promise<boolean> {
    const tab = this.#chance.of(this.#tabs)
    this.acts += 1
    const done = tab.outbox.put([item], also).then(() => true)
    while (!tab.killed) {
      if (await Promise.race([done, sleep(2, false)])) return true
    }
    await sleep(20) // what its disk was still writing is written
    await this.#revive()
    const [other] = this.#tabs
    if (other === undefined) return false
    other.dieAfter = Number.POSITIVE_INFINITY // who looks after the dead does not die of it
    const items = await other.store.all('item')
    if ('paper' in item) return items.some((one) => one.id === item.id) || (await this.#isThere(item.id))
    const { command } = item
    if (command.type !== 'edit')
      return items.some((one) => one.id === item.id) || (await this.#isThere(item.id))
    // Joined to another, or an item of its own that may be answered already.
    const [field, value] = Object.entries(command.changed)[0] ?? ['', null]
    const holds = items.some(
      (one) =>
        one.caseId === item.caseId &&
        one.what === 'command' &&
        ((one.command.type === 'edit' && one.command.changed[field] === value) ||
          (one.command.type === 'create' && one.command.answers?.[field] === value)),
    )
    return holds || (await this.#isThere(item.id))
  }

  async #isThere(commandId: string): Promise<boolean> {
    const found = await this.#house.shell.pool.query('select 1 from command_receipt where command_id = $1', [
      commandId,
    ])
    return found.rowCount === 1
  }

  async #create(): Promise<void> {
    const caseId = randomUUID()
    const day = '2026-06-09'
    const answers = fitAnswers('KK_LOST', day)
    const command: CaseCommand = { type: 'create', service: 'KK', kind: 'KK_LOST', negeri: NEGERI, answers }
    const id = randomUUID()
    if (await this.#put({ id, caseId, about: ABOUT, command, seenVersion: 0 }))
      this.expected.set(caseId, { answers, notes: new Set(), papers: new Map(), submitted: false })
  }

  #oneOpen(): [string, Expected] | undefined {
    const open = [...this.expected].filter(([, one]) => !one.submitted)
    return open.length === 0 ? undefined : this.#chance.of(open)
  }

  async #edit(): Promise<void> {
    const [caseId, expected] = this.#oneOpen() ?? []
    if (caseId === undefined || expected === undefined) return
    const field = this.#chance.of(['applicantName', 'lossReportNumber'])
    const value = `${this.#chance.of(WORDS)} ${this.#chance.of(WORDS)} ${this.#letters()}`
    const before = expected.answers[field] ?? null
    const command: CaseCommand = { type: 'edit', changed: { [field]: value }, base: { [field]: before } }
    if (await this.#put({ id: randomUUID(), caseId, about: ABOUT, command, seenVersion: 1 }))
      this.expected.set(caseId, { ...expected, answers: { ...expected.answers, [field]: value } })
  }

  #letters(): string {
    return Array.from({ length: 6 }, () => String.fromCharCode(65 + this.#chance.whole(26))).join('')
  }

  async #note(): Promise<void> {
    const [caseId, expected] = this.#oneOpen() ?? []
    if (caseId === undefined || expected === undefined) return
    const noteId = randomUUID()
    const command: CaseCommand = {
      type: 'writeNote',
      noteId,
      text: `Catatan ${this.#letters()}`,
      visibility: 'internal',
    }
    if (await this.#put({ id: randomUUID(), caseId, about: ABOUT, command, seenVersion: 1 }))
      expected.notes.add(noteId)
  }

  async #photograph(): Promise<void> {
    const [caseId, expected] = this.#oneOpen() ?? []
    if (caseId !== undefined && expected !== undefined)
      await this.#takePhoto(caseId, expected, this.#chance.of(PAPERS))
  }

  async #takePhoto(caseId: string, expected: Expected, ruleId: string): Promise<boolean> {
    const bytes = this.#chance.of(this.#house.photos)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const paperId = randomUUID()
    const facts = { ruleId, bytes: bytes.length, sha256 }
    const paper = { kind: 'paper', id: paperId, caseId, mime: 'image/jpeg', takenAt: 0, ...facts } as const
    const item = { id: randomUUID(), caseId, about: ABOUT, paper: { paperId, ...facts } }
    const put = await this.#put(item, [{ keep: paper, bytes }])
    if (put) expected.papers.set(paperId, { sha256, ruleId })
    return put
  }

  async #submit(): Promise<void> {
    const [caseId, expected] = this.#oneOpen() ?? []
    if (caseId === undefined || expected === undefined) return
    const given = new Set([...expected.papers.values()].map((paper) => paper.ruleId))
    for (const ruleId of PAPERS)
      if (!given.has(ruleId) && !(await this.#takePhoto(caseId, expected, ruleId))) return
    const command: CaseCommand = { type: 'submit', deviceAt: this.#device.clock() }
    if (await this.#put({ id: randomUUID(), caseId, about: ABOUT, command, seenVersion: 1 }))
      this.expected.set(caseId, { ...expected, submitted: true })
  }

  /** A good line, a right clock, one tab that nobody kills: the outbox must run empty. Answers what is left in it. */
  async end(): Promise<readonly string[]> {
    for (const tab of this.#tabs) tab.dieAfter = Number.POSITIVE_INFINITY
    await this.#revive() // one may have died after the last act
    Object.assign(this.#device, { clockOffMs: 0 })
    Object.assign(this.#device.line, { online: true, calm: true })
    const [tab] = this.#tabs
    if (tab === undefined) throw new Error('no tab')
    let movedAt = Date.now()
    let items = await tab.store.all('item')
    while (items.some((item) => item.trouble === undefined) && Date.now() - movedAt < STILL_MS) {
      this.wake()
      await sleep(20)
      const now = await tab.store.all('item')
      if (now.length < items.length) movedAt = Date.now()
      items = now
    }
    const papers = await tab.store.all('paper')
    for (const one of this.#tabs) one.close()
    return [
      ...items.map(
        (item) =>
          `${item.what} ${item.id}: ${item.trouble?.why ?? 'waits'} ${JSON.stringify(item.trouble?.detail ?? '')}`,
      ),
      ...papers.map((paper) => `bytes of ${paper.id} still on the device`),
    ]
  }
}

const ABOUT = { service: 'KK', caseKind: 'KK_LOST', applicant: 'Uji', number: null } as const
const PAPERS = ['F102', 'LOSS_REPORT', 'KTP'] as const
